using Ontime.Admin;
using Ontime.Members;

namespace Ontime;

/// <summary>Something that happened, kept for good in the order it happened: the history a person can export.</summary>
/// <param name="Kind">The closed list is in <see cref="EventKinds"/>.</param>
public sealed record Event(string Kind, IReadOnlyDictionary<string, string> Data);

/// <summary>Every kind of event there is; the store, the export and the documentation use these words.</summary>
public static class EventKinds
{
    public const string Joined = "joined";
    public const string Answered = "answered";
    public const string Skipped = "skipped";
    public const string Planned = "planned";
    public const string Changed = "changed";
    public const string Paid = "paid";
    public const string Told = "told";
    public const string Alarm = "alarm";
    public const string Consent = "consent";
    public const string Outcome = "outcome";
    public const string Looped = "looped";
    public const string Used = "used";
    public const string Operator = "operator";
}

/// <summary>The outcome of one input: the member as they are now, what to do, and what to remember.</summary>
/// <param name="Member">Null for a stranger, of whom nothing is kept, and after /forget.</param>
/// <param name="Forget">True where everything of this chat must be erased in the same transaction.</param>
public sealed record Turn(Member? Member, Language Language, IReadOnlyList<Effect> Effects, IReadOnlyList<Event> Events, bool Forget = false)
{
    /// <summary>What is no longer to be sent, of earlier turns.</summary>
    public IReadOnlyList<TakenBack> Withdrawn { get; init; } = [];

    /// <summary>What the audit is to keep: an admin's orders, and what others tried.</summary>
    public IReadOnlyList<Audited> Audit { get; init; } = [];
}

/// <summary>Messages that wait to be sent and are no longer wanted.</summary>
/// <param name="About">As their <see cref="Effect.Say.About"/> says.</param>
/// <param name="Instead">What is said in their place where one of them still waited; null: nothing.</param>
public sealed record TakenBack(string About, Effect.Say? Instead = null);
