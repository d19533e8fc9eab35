using NodaTime;

namespace Ontime.Storage.Sqlite;

/// <summary>The table of the forgotten, within a transaction.</summary>
internal static class SqliteForgotten
{
    public static List<ForgottenRow> All(SqliteSession session, bool unlisted = false) => session.Rows(
        $"SELECT hash, at FROM forgotten {(unlisted ? "WHERE listed = 0 " : "")}ORDER BY at", row => new ForgottenRow(row.Bytes(0), row.Instant(1)));

    public static void Add(SqliteSession session, byte[] hash, Instant at) => session.Execute(
        """
        INSERT INTO forgotten (hash, at) VALUES ($1, $2)
        ON CONFLICT (hash) DO UPDATE SET at = excluded.at, listed = 0 WHERE excluded.at > forgotten.at
        """,
        hash, at.Cell());

    // By moment too: who was forgotten again meanwhile is to be listed again.
    public static int Listed(SqliteSession session, IReadOnlyList<ForgottenRow> rows) => rows.Sum(
        row => session.Execute("UPDATE forgotten SET listed = 1 WHERE hash = $1 AND at = $2", row.Hash, row.At.Cell()));
}
