using NodaTime;

namespace Ontime.Storage;

/// <summary>What one transaction needs: the chats it locks, the updates it would handle.</summary>
/// <param name="Chats">Repeats are allowed.</param>
/// <param name="UpdateIds">Repeats are allowed.</param>
/// <param name="Now">The moment under which update ids are remembered.</param>
public sealed record TurnRequest(IReadOnlyList<long> Chats, IReadOnlyList<long> UpdateIds, Instant Now);

/// <summary>What the transaction found, for the one call of decide.</summary>
public sealed class TurnLoad(IReadOnlyDictionary<long, MemberRow> members, IReadOnlyCollection<long> fresh, long? edition)
{
    private readonly HashSet<long> untaken = [.. fresh];

    /// <summary>The locked members by chat id; who is not in it has no row.</summary>
    public IReadOnlyDictionary<long, MemberRow> Members { get; } = members;

    /// <summary>The update ids nobody handled yet, each once.</summary>
    public IReadOnlyCollection<long> Fresh { get; } = fresh;

    /// <summary>The edition in force; null: none yet.</summary>
    public long? Edition { get; } = edition;

    /// <summary>True exactly once for each fresh id, so that an update that stands twice in one batch is handled once.</summary>
    public bool Take(long updateId) => untaken.Remove(updateId);
}

/// <summary>
/// Everything one transaction writes, all or nothing. In this order: deliveries, withdrawals, forgetting, then what is new. So withdrawals and
/// forgetting reach what was there before; what the same write adds (the farewell) stays.
/// </summary>
public sealed record TurnWrite
{
    /// <summary>New and changed members, each once and only of the locked chats. Another version than the stored one + 1 throws.</summary>
    public IReadOnlyList<MemberRow> Members { get; init; } = [];

    public IReadOnlyList<EventRow> Events { get; init; } = [];

    /// <summary>New rows; their <see cref="OutboxRow.Id"/> is ignored. They come back with ids in <see cref="Turned{T}"/>.</summary>
    public IReadOnlyList<OutboxRow> Outbox { get; init; } = [];

    public IReadOnlyList<Withdrawal> Withdrawn { get; init; } = [];

    /// <summary>Update ids, each once and only fresh ones.</summary>
    public IReadOnlyList<long> Handled { get; init; } = [];

    /// <summary>Delivery records that ride along.</summary>
    public Deliveries Delivered { get; init; } = Deliveries.None;

    /// <summary>Chats of which every row goes: member, events, posts, outbox, dead letters.</summary>
    public IReadOnlyList<long> Forgotten { get; init; } = [];

    /// <summary>What of an outbox row that is forgotten is written anew, before <see cref="Outbox"/>; null: nothing. Its id is ignored.</summary>
    public Func<OutboxRow, OutboxRow?> Remains { get; init; } = static _ => null;

    public IReadOnlyList<DeadLetter> DeadLetters { get; init; } = [];

    /// <summary>What is added to which count; below 0: taken away.</summary>
    public IReadOnlyDictionary<string, long> Counted { get; init; } = NothingCounted;

    public IReadOnlyList<AuditRow> Audit { get; init; } = [];

    private static IReadOnlyDictionary<string, long> NothingCounted { get; } = new SortedDictionary<string, long>();
}

/// <summary>Takes back every row of the chat about this that is not settled.</summary>
/// <param name="Instead">Takes their place where there was any: added once, with an id of its own; null: nothing does.</param>
public sealed record Withdrawal(long ChatId, string About, OutboxRow? Instead = null);

/// <summary>What became of a turn once it is durable.</summary>
/// <param name="Outbox">The new rows with their ids: what remains of forgotten ones, those of the write in its order, then those that took the place of rows taken back.</param>
/// <param name="Withdrawn">Ids of rows taken back or forgotten: a sender that holds them drops them.</param>
public sealed record Turned<T>(T Result, IReadOnlyList<OutboxRow> Outbox, IReadOnlyList<long> Withdrawn);

/// <summary>What the sender learned. Ids that are gone by now are passed over.</summary>
/// <param name="Settled">Delivered or dropped: the rows are erased.</param>
/// <param name="Tried">Still to be sent.</param>
/// <param name="Posts">Where named messages stand; kept only for chats with a member, so nothing comes back after a forget.</param>
public sealed record Deliveries(IReadOnlyList<long> Settled, IReadOnlyList<Attempt> Tried, IReadOnlyList<PostRow> Posts)
{
    public static Deliveries None { get; } = new([], [], []);
}

/// <summary>An attempt that did not settle its row.</summary>
public sealed record Attempt(long OutboxId, int Attempts, string? State);
