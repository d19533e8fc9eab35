using System.Runtime.CompilerServices;

namespace Ontime.Storage.Sqlite;

/// <summary>One process, so there is nothing to hear from others.</summary>
internal sealed class SqliteFeed(SqliteWorker reader) : Feed
{
    public override async IAsyncEnumerable<News> HearAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new News(Missed: true, [], []);
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
    }

    public override async Task<IReadOnlyList<long>> StandingAsync(IReadOnlyList<long> outboxIds, CancellationToken cancellationToken) =>
        await reader.RunAsync(
            session => session.Rows("SELECT id FROM outbox WHERE id IN (SELECT value FROM json_each($1)) ORDER BY id", Tables.Id, outboxIds.Cell()),
            cancellationToken);
}
