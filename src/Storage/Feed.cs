namespace Ontime.Storage;

/// <summary>
/// How the leader's sender learns what other processes committed.
/// <para>
/// New rows: <see cref="Store.PendingAsync"/> with the greatest id seen so far. That is complete: an id becomes visible only after every smaller
/// one, whoever wrote it, and the ids of one chat rise in the order in which its turns were decided. So where several processes handle
/// updates the sender takes <b>all</b> rows this way, its own process's too: a row handed over directly could overtake one that
/// another process committed before it. It looks after each commit of its own and whenever <see cref="HearAsync"/> yields.
/// </para>
/// <para>
/// Rows taken back: the news name the chats; of what waits for them the sender keeps what <see cref="StandingAsync"/> still finds. News can be
/// lost, so it asks for each row once more before the first call for it is begun.
/// </para>
/// </summary>
public abstract class Feed
{
    /// <summary>
    /// Yields at once, so that nothing written before is missed; then whenever another process may have committed something; and after some
    /// quiet seconds all the same. Ends only by cancelling or by a <see cref="StoreException"/>; after that, wait and begin anew.
    /// SQLite: yields once and then waits, since nobody else writes.
    /// </summary>
    public abstract IAsyncEnumerable<News> HearAsync(CancellationToken cancellationToken);

    /// <summary>Which of these rows were neither settled, taken back nor forgotten.</summary>
    public abstract Task<IReadOnlyList<long>> StandingAsync(IReadOnlyList<long> outboxIds, CancellationToken cancellationToken);
}

/// <summary>A hint that something was committed, by this process or another one; it may come twice, late, or for nothing.</summary>
/// <param name="Missed">True: anything may have happened before, so ask for every row that waits.</param>
/// <param name="Withdrawn">Chats of which rows were taken back, the erased ones among them.</param>
/// <param name="Forgotten">Chats that were erased: what is remembered of their messages goes too.</param>
public sealed record News(bool Missed, IReadOnlyList<long> Withdrawn, IReadOnlyList<long> Forgotten);
