namespace Ontime.Storage.Postgres;

internal sealed class PostgresStatistics(PostgresServer server) : Statistics
{
    public override async Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken) => (await server.AskAsync(
        statements => statements.Ask("SELECT name, n FROM counts WHERE n <> 0", row => (row.GetString(0), row.GetInt64(1))), cancellationToken)).ToDictionary();

    public override async Task<IReadOnlyList<AuditRow>> AuditAsync(int limit, CancellationToken cancellationToken) => await server.AskAsync(
        statements => statements.Ask(
            "SELECT at, by_id, what, about, refused FROM audit ORDER BY id DESC LIMIT $1",
            row => new AuditRow(row.Instant(0), row.GetInt64(1), row.GetString(2), row.LongOrNull(3), row.GetInt32(4) == 1), limit),
        cancellationToken);

    public override Task DropLetterAsync(long id, CancellationToken cancellationToken) =>
        server.AskAsync(statements => statements.Ask("DELETE FROM dead_letters WHERE id = $1 RETURNING id", Tables.Id, id), cancellationToken);

    /// <summary>Everybody takes the rows by name, ascending: two turns never wait for each other in a circle.</summary>
    public static void Count(Statements statements, IReadOnlyDictionary<string, long> counted)
    {
        if (counted.Count > 0)
        {
            var rows = counted.OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
            statements.Do(
                """
                INSERT INTO counts (name, n) SELECT name, n FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY AS new (name, n, place) ORDER BY place
                ON CONFLICT (name) DO UPDATE SET n = counts.n + excluded.n
                """,
                rows.ConvertAll(count => count.Key).ToArray(), rows.ConvertAll(count => count.Value).ToArray());
        }
    }

    public static void Keep(Statements statements, IReadOnlyList<AuditRow> rows)
    {
        foreach (var row in rows)
        {
            statements.Do(
                "INSERT INTO audit (at, by_id, what, about, refused) VALUES ($1, $2, $3, $4, $5)", row.At.Cell(), row.By, row.What, row.About, row.Refused ? 1 : 0);
        }
    }

    /// <summary>What somebody tried who is erased goes; what an admin did stays, without whom it was about.</summary>
    public static void Forget(Statements statements, long[] chats)
    {
        statements.Do("DELETE FROM audit WHERE refused = 1 AND by_id = ANY($1)", chats);
        statements.Do("UPDATE audit SET about = NULL WHERE about = ANY($1)", chats);
    }
}
