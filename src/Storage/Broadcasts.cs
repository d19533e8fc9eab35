using NodaTime;

namespace Ontime.Storage;

/// <summary>
/// What is said to many: the broadcasts, and for each a ledger of the people it was taken to. A person is marked before the call and can be marked
/// once only, so a broadcast reaches nobody twice, however often the process dies.
/// </summary>
public abstract class Broadcasts
{
    /// <summary>Keeps a draft. The same <see cref="BroadcastRow.Order"/> again gives the one that is there.</summary>
    public abstract Task<BroadcastRow> DraftAsync(BroadcastRow draft, CancellationToken cancellationToken);

    public abstract Task<BroadcastRow?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The newest first.</summary>
    public abstract Task<IReadOnlyList<BroadcastRow>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>The oldest one that runs; null: none does.</summary>
    public abstract Task<BroadcastRow?> RunningAsync(CancellationToken cancellationToken);

    /// <summary>Says to whom a draft goes. Nothing happens where it is no draft any more.</summary>
    public abstract Task AimAsync(long id, Audience audience, CancellationToken cancellationToken);

    /// <summary>From draft to running. False: it is no draft.</summary>
    public abstract Task<bool> StartAsync(long id, long total, Instant until, long? messageId, CancellationToken cancellationToken);

    /// <summary>False: it is in another state than <paramref name="from"/>, and stays there.</summary>
    public abstract Task<bool> MoveAsync(long id, IReadOnlyList<BroadcastState> from, BroadcastState to, CancellationToken cancellationToken);

    /// <summary>Notes which message shows the progress.</summary>
    public abstract Task ShowAsync(long id, long messageId, CancellationToken cancellationToken);

    /// <summary>How many the audience is, by language, status and traits, and who is left out of it by <see cref="Audience.Status"/> or <see cref="Audience.Without"/>.</summary>
    public abstract Task<IReadOnlyList<CrowdRow>> CountAsync(Audience audience, CancellationToken cancellationToken);

    /// <summary>At which steps the audience stands, the most crowded first; the empty step is left out.</summary>
    public abstract Task<IReadOnlyList<(string Step, long People)>> StepsAsync(Audience audience, int limit, CancellationToken cancellationToken);

    /// <summary>Those of the audience behind the cursor, by chat id; looks at a bounded number of members, so a page may be empty and not the last.</summary>
    public abstract Task<AudiencePage> AheadAsync(Audience audience, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Those put off whose moment has come, the longest waiting first.</summary>
    public abstract Task<IReadOnlyList<MemberRow>> WaitingAsync(long id, Instant now, int limit, CancellationToken cancellationToken);

    /// <summary>When the next one put off is to be looked at; null: nobody is put off.</summary>
    public abstract Task<Instant?> NextWaitingAsync(long id, CancellationToken cancellationToken);

    /// <summary>When these people were taken to by other broadcasts.</summary>
    public abstract Task<IReadOnlyList<(long ChatId, Instant At)>> ReceivedAsync(
        long except, IReadOnlyList<long> chats, Instant since, CancellationToken cancellationToken);

    /// <summary>One durable commit: what became of earlier ones, who is put off, how far the cursor is, and who is taken next.</summary>
    /// <returns>Those that may be written to: marked now, for the first time or after having been put off, and still of the audience's status.</returns>
    public abstract Task<IReadOnlyList<long>> MarkAsync(long id, Marking marking, CancellationToken cancellationToken);

    /// <summary>What an earlier process had marked and not noted: from now on unknown. Gives their number.</summary>
    public abstract Task<int> RecoverAsync(CancellationToken cancellationToken);

    /// <summary>Lets one that is done run once more, for those of unknown fate alone. Gives their number; where nobody is known by name, 0 and it stays as it is.</summary>
    public abstract Task<int> AgainAsync(long id, Instant now, Instant until, CancellationToken cancellationToken);

    /// <summary>Keeps of those that ended before, by <see cref="BroadcastRow.Until"/>, only how many met which fate.</summary>
    public abstract Task FoldAsync(Instant before, CancellationToken cancellationToken);

    /// <summary>How many met which fate.</summary>
    public abstract Task<IReadOnlyDictionary<Fate, long>> TallyAsync(long id, CancellationToken cancellationToken);

    /// <summary>Some of those who met a fate, by chat id.</summary>
    public abstract Task<IReadOnlyList<long>> WhoAsync(long id, Fate fate, int limit, CancellationToken cancellationToken);
}

/// <summary>The names under which the counts keep a ledger that was folded: <c>cast.</c>, the broadcast, the fate.</summary>
internal static class FoldedCounts
{
    public const string All = "cast.";

    public static string First(long broadcast) => $"{All}{broadcast}.";

    /// <summary>Behind the last: the sign after the full stop.</summary>
    public static string End(long broadcast) => $"{All}{broadcast}/";

    public static Dictionary<Fate, long> Sum(IEnumerable<(Fate Fate, long People)> some) =>
        some.GroupBy(one => one.Fate).ToDictionary(group => group.Key, group => group.Sum(one => one.People));
}

/// <summary>The numbers are stored.</summary>
public enum BroadcastState
{
    Draft = 0,
    Running = 1,
    Paused = 2,
    Stopped = 3,
    Done = 4,
}

/// <summary>What became of one person's copy. The numbers are stored.</summary>
public enum Fate
{
    /// <summary>Taken: the call is about to begin, or under way.</summary>
    Marked = 0,
    Delivered = 1,

    /// <summary>Nobody can say whether it arrived.</summary>
    Unknown = 2,

    /// <summary>Blocked, deactivated, or no such chat.</summary>
    Unreachable = 3,

    /// <summary>Telegram refused the message itself.</summary>
    Refused = 4,

    /// <summary>Put off: quiet hours, or Telegram asked to wait.</summary>
    Waiting = 5,

    /// <summary>Never taken: its time was over before the person could be written to, or the person left the audience.</summary>
    Unsent = 6,
}

/// <summary>Whom a broadcast is for, in terms of the members' columns.</summary>
/// <param name="Status">Whoever has another one is left out.</param>
/// <param name="Language">Null: every one.</param>
/// <param name="SeenSince">Seen on this day or later; null: whenever.</param>
/// <param name="SeenBefore">Not seen since this day; null: whenever.</param>
/// <param name="Step">Standing at this step; null: anywhere.</param>
/// <param name="With">Traits that all must be there.</param>
/// <param name="Lacking">Traits that mark somebody as outside the group.</param>
/// <param name="Without">Traits by which somebody of the group is left out.</param>
public sealed record Audience(
    string Status, string? Language = null, LocalDate? SeenSince = null, LocalDate? SeenBefore = null, string? Step = null, int With = 0, int Lacking = 0, int Without = 0);

/// <param name="Id">Given by the store; 0 in a draft not stored yet.</param>
/// <param name="Order">What asked for it, so that an order that comes twice is carried out once.</param>
/// <param name="Chat">The admin's chat.</param>
/// <param name="Language">The admin's language.</param>
/// <param name="Until">Past it nobody is taken any more; null in a draft.</param>
/// <param name="Cursor">Members up to this chat id were looked at.</param>
/// <param name="Total">The dry count at its start.</param>
/// <param name="MessageId">The message that shows the progress; null: none yet.</param>
/// <param name="Content">What is said, opaque to the store.</param>
public sealed record BroadcastRow(
    long Id, long Order, long Chat, string Language, BroadcastState State, Instant At, Instant? Until, long Cursor, long Total, long? MessageId,
    Audience Audience, byte[] Content);

/// <summary>So many of one kind.</summary>
/// <param name="LeftOut">True where a trait of <see cref="Audience.Without"/> leaves them out.</param>
public sealed record CrowdRow(string Language, string Status, bool LeftOut, long People);

/// <param name="Cursor">How far it was looked: where the next page begins.</param>
/// <param name="Last">True where nobody is behind it.</param>
public sealed record AudiencePage(IReadOnlyList<MemberRow> Members, long Cursor, bool Last);

/// <param name="Cursor">Null: it stays.</param>
/// <param name="Taken">Who is to be marked.</param>
/// <param name="Met">Fates of those marked or looked at. A person without a member row is passed over: they were forgotten meanwhile.</param>
public sealed record Marking(Instant Now, long? Cursor, IReadOnlyList<long> Taken, IReadOnlyList<Met> Met);

/// <param name="Again">When to look at somebody <see cref="Fate.Waiting"/> again; else null.</param>
public sealed record Met(long ChatId, Fate Fate, Instant? Again = null);
