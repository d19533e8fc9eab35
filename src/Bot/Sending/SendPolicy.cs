using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>What a call of the sender does.</summary>
internal enum SendKind
{
    Answer,
    Say,
    Edit,
    Strip,
    Delete,
    File,

    /// <summary>One person's copy of what is said to many: once at most.</summary>
    Broadcast,
}

/// <summary>How often one call failed so far, this time too.</summary>
/// <param name="Failures">Every kind of failure but a 429, this one too.</param>
/// <param name="Unknowns">Those of them that may have taken effect.</param>
/// <param name="Throttled">What all its 429s together asked to wait, this one too.</param>
internal sealed record Tries(int Failures, int Unknowns, TimeSpan Throttled);

/// <summary>What to do after a call.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    /// <summary>It is done, or as good as done.</summary>
    public sealed record Done : Verdict;

    /// <summary>The same call again, not before <paramref name="Wait"/>.</summary>
    public sealed record Again(TimeSpan Wait, Hold Hold) : Verdict;

    /// <summary>The message cannot be changed any more: say it anew.</summary>
    public sealed record AsNew : Verdict;

    /// <summary>Telegram refused the markup: the same words without.</summary>
    public sealed record AsPlain : Verdict;

    /// <summary>This person cannot be reached any more.</summary>
    public sealed record Gone : Verdict;

    /// <summary>The chat has another id now.</summary>
    public sealed record Moved(long NewChatId) : Verdict;

    /// <summary>The message stands: its person must be asked to delete it.</summary>
    public sealed record Undeleted : Verdict;

    /// <summary>Not to be tried again.</summary>
    /// <param name="Refused">Telegram said no: it did not arrive.</param>
    public sealed record Drop(string Why, bool Refused = false) : Verdict;
}

/// <summary>Who else waits with the call.</summary>
internal enum Hold
{
    /// <summary>Only its own chat.</summary>
    Chat,

    /// <summary>The whole bot.</summary>
    Bot,
}

/// <summary>From what became of a call to what to do next. Pure; the loop only loops.</summary>
internal static class SendPolicy
{
    /// <summary>An answer to a tap is worth nothing after a quarter of a minute. A 429 is no failure: many at once are told to wait by turns.</summary>
    private const int MostAnswers = 6;
    private static readonly TimeSpan LatestAnswer = TimeSpan.FromSeconds(15);

    /// <summary>What may be repeated without harm may be tried more often when nobody can say whether it arrived.</summary>
    private const int MostUnknownEdits = 6;

    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Revoked = TimeSpan.FromSeconds(30);

    public const string UnknownFate = "unknown whether it arrived";
    private const string Unanswered = "the tap was not answered";

    /// <summary>No key tells Telegram that a message is the same: after a second unknown outcome, even of an earlier process, a third copy would be worse than none.</summary>
    public static bool Spent(SendKind kind, int unknowns) => kind is SendKind.Say or SendKind.File && unknowns >= 2;

    public static Verdict Decide(Outcome outcome, Tries tries, SendKind kind) => (outcome, kind) switch
    {
        (Outcome.Done or Outcome.NotModified or Outcome.NothingToDelete, _) => new Verdict.Done(),
        (Outcome.QueryTooOld, _) => new Verdict.Done(),
        (not Outcome.Unreachable, SendKind.Answer) when tries.Failures >= MostAnswers => new Verdict.Drop(Unanswered),

        // The messages of a turn count as sent only once its taps are answered: the chat would wait as long.
        (Outcome.Throttled, SendKind.Answer) when tries.Throttled > LatestAnswer => new Verdict.Drop(Unanswered),
        (Outcome.Throttled throttled, _) => new Verdict.Again(throttled.RetryAfter + Margin, Hold.Chat),
        (Outcome.NoConnection, _) => new Verdict.Again(BackOff(tries.Failures), Hold.Bot),
        (Outcome.Unauthorized, _) => new Verdict.Again(Revoked, Hold.Bot),
        (Outcome.ServerTrouble, _) => new Verdict.Again(BackOff(tries.Failures), Hold.Chat),

        (Outcome.Unknown, SendKind.Broadcast) => new Verdict.Drop(UnknownFate),
        (Outcome.Unknown, _) when Spent(kind, tries.Unknowns) => new Verdict.Drop(UnknownFate),
        (Outcome.Unknown, SendKind.Delete) when tries.Unknowns >= MostUnknownEdits => new Verdict.Undeleted(),
        (Outcome.Unknown, _) when tries.Unknowns >= MostUnknownEdits => new Verdict.Drop(UnknownFate),
        (Outcome.Unknown, _) => new Verdict.Again(BackOff(tries.Failures), Hold.Chat),

        (Outcome.Unreachable, SendKind.Answer) => new Verdict.Done(),
        (Outcome.Unreachable, _) => new Verdict.Gone(),
        (Outcome.Migrated migrated, _) => new Verdict.Moved(migrated.NewChatId),
        (_, SendKind.Delete) => new Verdict.Undeleted(),
        (Outcome.BadMarkup, SendKind.Say or SendKind.Edit or SendKind.File or SendKind.Broadcast) => new Verdict.AsPlain(),
        (Outcome.CannotEdit or Outcome.BadRequest, SendKind.Edit) => new Verdict.AsNew(),
        (Outcome.CannotEdit, _) => new Verdict.Done(),
        (Outcome.BadRequest refused, _) => new Verdict.Drop(refused.Description, Refused: true),
        _ => new Verdict.Drop(outcome.GetType().Name),
    };

    /// <summary>
    /// The tries of what may have arrived are few: an outage of some seconds must not use them up. An answer to a tap is worth nothing after it.
    /// </summary>
    public static bool AsksFirst(Outcome outcome, SendKind kind) => outcome is Outcome.Unknown && kind is not SendKind.Answer;

    /// <summary>How long after a question that Telegram did not answer well the next one may come.</summary>
    public static TimeSpan AskAgain(Outcome outcome, int failures) =>
        outcome is Outcome.Throttled throttled ? throttled.RetryAfter + Margin : BackOff(failures);

    public static TimeSpan BackOff(int failures) =>
        TimeSpan.FromMilliseconds(Math.Min(First.TotalMilliseconds * Math.Pow(2, Math.Clamp(failures - 1, 0, 16)), Longest.TotalMilliseconds));
}
