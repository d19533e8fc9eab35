using NodaTime;

namespace Ontime.Storage.Sqlite;

internal sealed class SqliteStatistics(SqliteWorker writer, SqliteWorker reader) : Statistics
{
    public override async Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken) =>
        (await reader.RunAsync(
            session => session.Rows("SELECT name, n FROM counts WHERE n <> 0", row => (Name: row.GetString(0), N: row.GetInt64(1))), cancellationToken))
        .ToDictionary(count => count.Name, count => count.N);

    public override async Task<IReadOnlyList<AuditRow>> AuditAsync(int limit, CancellationToken cancellationToken) => await reader.RunAsync(
        session => session.Rows(
            "SELECT at, by_id, what, about, refused FROM audit ORDER BY id DESC LIMIT $1",
            row => new AuditRow(row.Instant(0), row.GetInt64(1), row.GetString(2), row.LongOrNull(3), row.GetBoolean(4)), limit),
        cancellationToken);

    public override Task DropLetterAsync(long id, CancellationToken cancellationToken) => writer.RunAsync(
        session => session.Transaction(() => session.Execute("DELETE FROM dead_letters WHERE id = $1", id)), cancellationToken);

    public static void Count(SqliteSession session, IReadOnlyDictionary<string, long> counted)
    {
        foreach (var (name, by) in counted)
        {
            session.Execute("INSERT INTO counts (name, n) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET n = n + excluded.n", name, by);
        }
    }

    public static void Keep(SqliteSession session, AuditRow row) => session.Execute(
        "INSERT INTO audit (at, by_id, what, about, refused) VALUES ($1, $2, $3, $4, $5)",
        row.At.Cell(), row.By, row.What, row.About, row.Refused ? 1 : 0);

    /// <summary>Who is where, counted anew: for a store of which people went without a turn.</summary>
    public static void Recount(SqliteSession session)
    {
        session.Execute("DELETE FROM counts WHERE name LIKE 'people.%'");
        session.Execute("INSERT INTO counts (name, n) SELECT 'people.' || status || '.' || language, count(*) FROM members GROUP BY status, language");
    }

    /// <summary>What somebody tried who is erased goes; what an admin did stays, without whom it was about.</summary>
    public static void Forget(SqliteSession session, string chats)
    {
        session.Execute("DELETE FROM audit WHERE refused = 1 AND by_id IN (SELECT value FROM json_each($1))", chats);
        session.Execute("UPDATE audit SET about = NULL WHERE about IN (SELECT value FROM json_each($1))", chats);
    }
}
