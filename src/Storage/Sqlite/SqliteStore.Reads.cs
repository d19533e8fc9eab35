using System.Security.Cryptography;
using NodaTime;

namespace Ontime.Storage.Sqlite;

/// <content>Look-ups, editions and meta.</content>
internal sealed partial class SqliteStore
{
    public override Task<IReadOnlyList<OutboxRow>> PendingAsync(long after, int limit, CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows(
            $"SELECT {Tables.OutboxColumns} FROM outbox WHERE id > $1 ORDER BY id LIMIT $2",
            row => Seal.OpenOrLeave(Tables.Outbox(row)), after, limit),
        cancellationToken);

    public override Task<IReadOnlyList<(long ChatId, Instant DueAt)>> DueAsync(Instant now, int limit, CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows(
            "SELECT chat_id, due_at FROM members WHERE due_at <= $1 ORDER BY due_at, chat_id LIMIT $2",
            row => (row.GetInt64(0), row.Instant(1)), now.Cell(), limit),
        cancellationToken);

    public override Task<IReadOnlyList<(string Step, long Members)>> StepsAsync(CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows("SELECT step, count(*) FROM members WHERE step <> '' GROUP BY step ORDER BY step", row => (row.GetString(0), row.GetInt64(1))),
        cancellationToken);

    public override async Task<MemberRow?> MemberAsync(long chatId, CancellationToken cancellationToken) =>
        (await ReadAsync(
            session => session.Rows($"SELECT {Tables.MemberColumns} FROM members WHERE chat_id = $1", row => Seal.Open(Tables.Member(row)), chatId),
            cancellationToken)).SingleOrDefault();

    public override Task<IReadOnlyList<EventRow>> EventsAsync(long chatId, CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows(
            $"SELECT {Tables.EventColumns} FROM events WHERE chat_id = $1 ORDER BY version, n",
            row => Seal.Open(Tables.Event(row)), chatId),
        cancellationToken);

    public override Task<IReadOnlyList<PostRow>> PostsAsync(long chatId, CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows(
            $"SELECT {Tables.PostColumns} FROM posts WHERE chat_id = $1 ORDER BY name", Tables.Post, chatId),
        cancellationToken);

    public override Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int limit, CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows(
            $"SELECT {Tables.DeadLetterColumns} FROM dead_letters ORDER BY id DESC LIMIT $1", Tables.DeadLetter, limit),
        cancellationToken);

    public override Task<(long Id, bool Added)> AddEditionAsync(byte[] content, Instant now, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            var hash = SHA256.HashData(content);
            if (session.Scalar("SELECT id FROM editions WHERE hash = $1", hash) is long known)
            {
                session.Execute("UPDATE editions SET content = $2, at = $3 WHERE id = $1 AND length(content) = 0", known, content, now.Cell());
                return (known, false);
            }

            return (session.Insert("INSERT INTO editions (hash, at, content) VALUES ($1, $2, $3)", hash, now.Cell(), content), true);
        },
        cancellationToken);

    public override Task MoveEditionAsync(long id, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            """
            INSERT INTO edition_in_force (only_row, edition) SELECT 1, id FROM editions WHERE id = $1
            ON CONFLICT (only_row) DO UPDATE SET edition = excluded.edition
            """,
            id) == 1
            ? true
            : throw new ArgumentException($"There is no edition {id}.", nameof(id)),
        cancellationToken);

    public override async Task<Edition?> EditionAsync(long id, CancellationToken cancellationToken) =>
        (await ReadAsync(
            session => session.Rows(
                "SELECT id, at, content FROM editions WHERE id = $1 AND length(content) > 0",
                row => new Edition(row.GetInt64(0), row.Instant(1), row.Bytes(2)), id),
            cancellationToken)).SingleOrDefault();

    public override Task<IReadOnlyList<(long Id, Instant At)>> EditionsAsync(CancellationToken cancellationToken) => ReadAsync(
        session => session.Rows("SELECT id, at FROM editions ORDER BY id DESC", row => (row.GetInt64(0), row.Instant(1))), cancellationToken);

    public override Task PruneEditionsAsync(IReadOnlyList<long> keep, Instant now, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            """
            UPDATE editions SET content = x'' WHERE at < $1 AND length(content) > 0
            AND id NOT IN (SELECT edition FROM edition_in_force) AND id NOT IN (SELECT value FROM json_each($2))
            """,
            (now - EditionFor).Cell(), keep.Cell()),
        cancellationToken);

    public override Task<long?> CurrentEditionAsync(CancellationToken cancellationToken) =>
        reader.RunAsync(session => (long?)session.Scalar("SELECT edition FROM edition_in_force"), cancellationToken);

    public override Task<string?> MetaAsync(string name, CancellationToken cancellationToken) =>
        reader.RunAsync(session => (string?)session.Scalar("SELECT value FROM meta WHERE name = $1", name), cancellationToken);

    public override Task SetMetaAsync(string name, string value, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value),
        cancellationToken);

    public override Task<string> FirstMetaAsync(string name, string value, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            session.Execute("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", name, value);
            return (string)session.Scalar("SELECT value FROM meta WHERE name = $1", name)!;
        },
        cancellationToken);

    public override Task<StoreHealth> HealthAsync(CancellationToken cancellationToken) => reader.RunAsync(
        session => session.Rows(
            "SELECT count(*), min(at), (SELECT count(*) FROM dead_letters) FROM outbox",
            row => new StoreHealth(row.GetInt64(0), row.InstantOrNull(1), row.GetInt64(2)) { Trouble = Gone }).Single(),
        cancellationToken);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(Func<SqliteSession, List<T>> look, CancellationToken cancellationToken) =>
        await reader.RunAsync(look, cancellationToken);
}
