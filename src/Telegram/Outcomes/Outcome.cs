namespace Ontime.Telegram;

/// <summary>
/// What became of one call. Telegram has no idempotency key, so what counts is whether the call can have taken effect:
/// <see cref="Done"/> it did, <see cref="NotSent"/> it did not, <see cref="Unknown"/> nobody can say.
/// No case carries a URL, a token or an exception.
/// </summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Telegram said ok; the result stands in <see cref="Reply{T}.Result"/>.</summary>
    public sealed record Done : Outcome;

    /// <summary>The request left, or may have left, and no clear answer came. It may have taken effect.</summary>
    public sealed record Unknown(UnknownKind Kind) : Outcome;

    /// <summary>The call has had no effect: it did not leave, or Telegram refused it.</summary>
    public abstract record NotSent : Outcome
    {
        private protected NotSent()
        {
        }
    }

    /// <summary>No request left this machine, or a proxy refused it. Try again with back-off.</summary>
    public sealed record NoConnection(ConnectionTrouble Kind) : NotSent;

    /// <summary>
    /// 429, or Telegram's own 420 where a server passes it on. Wait at least this long, then the same call again. Whether the chat or the whole bot waits is the sender's to judge.
    /// </summary>
    public sealed record Throttled(TimeSpan RetryAfter) : NotSent;

    /// <summary>The server restarts, or something before it answered for it. Try again with back-off.</summary>
    /// <param name="Status">The HTTP status.</param>
    public sealed record ServerTrouble(int Status) : NotSent;

    /// <summary>This chat cannot be written to. Permanent until the person comes back.</summary>
    public sealed record Unreachable(UnreachableReason Reason) : NotSent;

    /// <summary>The group became a supergroup with this (negative) id: rewrite the id, send once more.</summary>
    public sealed record Migrated(long NewChatId) : NotSent;

    /// <summary>The edit would have changed nothing: as good as done.</summary>
    public sealed record NotModified : NotSent;

    /// <summary>The message is gone or too old to edit: send a new one.</summary>
    public sealed record CannotEdit : NotSent;

    /// <summary>The message is gone already, perhaps by an earlier try whose answer was lost: as good as done.</summary>
    public sealed record NothingToDelete : NotSent;

    /// <summary>The message stands and is too old to delete: only its person can.</summary>
    public sealed record CannotDelete : NotSent;

    /// <summary>The tap can no longer be answered: never try again.</summary>
    public sealed record QueryTooOld : NotSent;

    /// <summary>"can't parse entities": a bug in a text; send it once as plain text.</summary>
    /// <param name="Description">Telegram's words, without anything quoted.</param>
    public sealed record BadMarkup(string Description) : NotSent;

    /// <summary>Any other refusal: a bug of ours; the same call will be refused again.</summary>
    /// <param name="Code">Telegram's error code.</param>
    /// <param name="Description">Telegram's words, without anything quoted.</param>
    public sealed record BadRequest(int Code, string Description) : NotSent;

    /// <summary>401: the token is wrong or was revoked.</summary>
    public sealed record Unauthorized : NotSent;

    /// <summary>409 of getUpdates.</summary>
    public sealed record Conflict(ConflictKind Kind) : NotSent;
}

/// <summary>Why nobody can say whether a call took effect.</summary>
public enum UnknownKind
{
    /// <summary>No answer within the time given.</summary>
    TimedOut,

    /// <summary>The connection broke after the request had begun to leave.</summary>
    ConnectionLost,

    /// <summary>A 5xx from a server between us and the Bot API.</summary>
    Gateway,

    /// <summary>An answer that is not the Bot API's: empty, cut, not JSON, without "ok", or with a result of another shape.</summary>
    Unreadable,

    /// <summary>An answer larger than any the Bot API gives.</summary>
    TooLarge,
}

/// <summary>Where a connection failed.</summary>
public enum ConnectionTrouble
{
    /// <summary>The host's name is not known.</summary>
    Name,

    /// <summary>Refused or unreachable.</summary>
    Connect,

    /// <summary>The secure channel was not set up.</summary>
    Tls,

    /// <summary>The proxy refused, or wants other credentials.</summary>
    Proxy,

    /// <summary>Not connected within the time given.</summary>
    TimedOut,
}

/// <summary>Why a chat cannot be written to.</summary>
public enum UnreachableReason
{
    /// <summary>The person blocked the bot.</summary>
    Blocked,

    /// <summary>The account is deleted.</summary>
    Deactivated,

    /// <summary>The person never pressed Start.</summary>
    NeverStarted,

    /// <summary>No such chat, or never met.</summary>
    ChatNotFound,

    /// <summary>The bot is no member of the group, or may not write there.</summary>
    NotInGroup,

    /// <summary>Forbidden for another reason.</summary>
    Other,
}

/// <summary>Who else takes the updates.</summary>
public enum ConflictKind
{
    /// <summary>Another process polls with this token.</summary>
    OtherPoller,

    /// <summary>A webhook is set.</summary>
    WebhookActive,
}
