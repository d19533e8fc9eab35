namespace Ontime.Telegram;

/// <summary>What the poll does after a call that brought no updates: pure, so that the loop only loops.</summary>
public static class PollPolicy
{
    private const double FirstSeconds = 1;
    private const double MostSeconds = 30;

    /// <summary>At least 6 s between two calls: ten a minute at most.</summary>
    private const double ConflictSeconds = 6;

    private const double WebhookSeconds = 30;
    private const double UnauthorizedSeconds = 30;
    private const double UnauthorizedMostSeconds = 300;

    /// <param name="outcome">Of the getUpdates call.</param>
    /// <param name="attempt">How many calls in a row have failed, this one too: 1 for the first.</param>
    /// <param name="jitter">From 0 to 1, drawn by the caller, so that two pollers fall out of step.</param>
    public static PollDecision Decide(Outcome outcome, int attempt, double jitter) => outcome switch
    {
        Outcome.Done => new PollDecision(TimeSpan.Zero, PollTrouble.None),
        Outcome.Throttled throttled => new PollDecision(
            throttled.RetryAfter + TimeSpan.FromSeconds(jitter), PollTrouble.Throttled),
        Outcome.Unauthorized => new PollDecision(
            BackOff(UnauthorizedSeconds, UnauthorizedMostSeconds, attempt, jitter), PollTrouble.Unauthorized),
        Outcome.Conflict { Kind: ConflictKind.WebhookActive } => new PollDecision(
            TimeSpan.FromSeconds(WebhookSeconds * (1 + jitter)), PollTrouble.WebhookActive),
        Outcome.Conflict => new PollDecision(TimeSpan.FromSeconds(ConflictSeconds * (1 + jitter)), PollTrouble.OtherPoller),
        Outcome.NoConnection => new PollDecision(BackOff(FirstSeconds, MostSeconds, attempt, jitter), PollTrouble.NoConnection),
        Outcome.Unknown { Kind: UnknownKind.TimedOut or UnknownKind.ConnectionLost } => new PollDecision(
            BackOff(FirstSeconds, MostSeconds, attempt, jitter), PollTrouble.NoConnection),
        Outcome.BadRequest or Outcome.Unreachable => new PollDecision(
            TimeSpan.FromSeconds(MostSeconds), PollTrouble.Refused),
        _ => new PollDecision(BackOff(FirstSeconds, MostSeconds, attempt, jitter), PollTrouble.Server),
    };

    /// <summary>
    /// Doubles from <paramref name="first"/> to <paramref name="most"/>; jitter takes away up to a half, never below the first.
    /// </summary>
    private static TimeSpan BackOff(double first, double most, int attempt, double jitter)
    {
        var full = Math.Min(most, first * Math.Pow(2, Math.Clamp(attempt - 1, 0, 16)));
        return TimeSpan.FromSeconds(Math.Max(first, full * (1 - jitter / 2)));
    }
}

/// <summary>How long to wait before the next poll, and what to tell.</summary>
/// <param name="Wait">At least this long.</param>
/// <param name="Trouble">What is wrong.</param>
public sealed record PollDecision(TimeSpan Wait, PollTrouble Trouble)
{
    /// <summary>Readiness is red at once: somebody has to act. Other troubles turn it red when they last.</summary>
    public bool NeedsOperator =>
        Trouble is PollTrouble.Unauthorized or PollTrouble.OtherPoller or PollTrouble.WebhookActive or PollTrouble.Refused;
}

/// <summary>What keeps the poll from working.</summary>
public enum PollTrouble
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No way to Telegram.</summary>
    NoConnection,

    /// <summary>Telegram, or something before it, does not answer sensibly.</summary>
    Server,

    /// <summary>Telegram asked for a pause.</summary>
    Throttled,

    /// <summary>The token is wrong or was revoked.</summary>
    Unauthorized,

    /// <summary>Another process polls with this token.</summary>
    OtherPoller,

    /// <summary>A webhook is set; it is never deleted silently.</summary>
    WebhookActive,

    /// <summary>Telegram refuses the call itself: a bug, or a server that is no Bot API.</summary>
    Refused,
}
