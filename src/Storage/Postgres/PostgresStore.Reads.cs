using System.Security.Cryptography;
using NodaTime;

namespace Ontime.Storage.Postgres;

/// <content>Look-ups, editions and meta.</content>
internal sealed partial class PostgresStore
{
    public override Task<IReadOnlyList<OutboxRow>> PendingAsync(long after, int limit, CancellationToken cancellationToken) => AskAsync(
        $"SELECT {Tables.OutboxColumns} FROM outbox WHERE id > $1 ORDER BY id LIMIT $2", row => Seal.OpenOrLeave(Tables.Outbox(row)), [after, limit], cancellationToken);

    public override Task<IReadOnlyList<(long ChatId, Instant DueAt)>> DueAsync(Instant now, int limit, CancellationToken cancellationToken) => AskAsync(
        "SELECT chat_id, due_at FROM members WHERE due_at <= $1 ORDER BY due_at, chat_id LIMIT $2",
        row => (row.GetInt64(0), row.Instant(1)), [now.Cell(), limit], cancellationToken);

    public override Task<IReadOnlyList<(string Step, long Members)>> StepsAsync(CancellationToken cancellationToken) => AskAsync(
        "SELECT step, count(*) FROM members WHERE step <> '' GROUP BY step ORDER BY step", row => (row.GetString(0), row.GetInt64(1)), [], cancellationToken);

    public override async Task<MemberRow?> MemberAsync(long chatId, CancellationToken cancellationToken) => (await AskAsync(
        $"SELECT {Tables.MemberColumns} FROM members WHERE chat_id = $1", row => Seal.Open(Tables.Member(row)), [chatId], cancellationToken)).SingleOrDefault();

    public override Task<IReadOnlyList<EventRow>> EventsAsync(long chatId, CancellationToken cancellationToken) => AskAsync(
        $"SELECT {Tables.EventColumns} FROM events WHERE chat_id = $1 ORDER BY version, n", row => Seal.Open(Tables.Event(row)), [chatId], cancellationToken);

    public override Task<IReadOnlyList<PostRow>> PostsAsync(long chatId, CancellationToken cancellationToken) => AskAsync(
        $"SELECT {Tables.PostColumns} FROM posts WHERE chat_id = $1 ORDER BY name COLLATE \"C\"", Tables.Post, [chatId], cancellationToken);

    public override Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(int limit, CancellationToken cancellationToken) => AskAsync(
        $"SELECT {Tables.DeadLetterColumns} FROM dead_letters ORDER BY id DESC LIMIT $1", Tables.DeadLetter, [limit], cancellationToken);

    public override async Task<(long Id, bool Added)> AddEditionAsync(byte[] content, Instant now, CancellationToken cancellationToken)
    {
        var hash = SHA256.HashData(content);
        var added = await AskAsync(
            "INSERT INTO editions (hash, at, content) VALUES ($1, $2, $3) ON CONFLICT (hash) DO NOTHING RETURNING id", Tables.Id, [hash, now.Cell(), content], cancellationToken);
        if (added.Count == 1)
        {
            return (added[0], true);
        }

        await AskAsync("UPDATE editions SET content = $2, at = $3 WHERE hash = $1 AND length(content) = 0 RETURNING id", Tables.Id, [hash, content, now.Cell()], cancellationToken);
        return ((await AskAsync("SELECT id FROM editions WHERE hash = $1", Tables.Id, [hash], cancellationToken))[0], false);
    }

    public override async Task MoveEditionAsync(long id, CancellationToken cancellationToken)
    {
        var moved = await AskAsync(
            """
            INSERT INTO edition_in_force (only_row, edition) SELECT 1, id FROM editions WHERE id = $1
            ON CONFLICT (only_row) DO UPDATE SET edition = excluded.edition RETURNING edition
            """,
            Tables.Id, [id], cancellationToken);
        if (moved.Count == 0)
        {
            throw new ArgumentException($"There is no edition {id}.", nameof(id));
        }
    }

    public override async Task<Edition?> EditionAsync(long id, CancellationToken cancellationToken) => (await AskAsync(
        "SELECT id, at, content FROM editions WHERE id = $1 AND length(content) > 0",
        row => new Edition(row.GetInt64(0), row.Instant(1), row.GetFieldValue<byte[]>(2)), [id], cancellationToken)).SingleOrDefault();

    public override Task<IReadOnlyList<(long Id, Instant At)>> EditionsAsync(CancellationToken cancellationToken) => AskAsync(
        "SELECT id, at FROM editions ORDER BY id DESC", row => (row.GetInt64(0), row.Instant(1)), [], cancellationToken);

    public override Task PruneEditionsAsync(IReadOnlyList<long> keep, Instant now, CancellationToken cancellationToken) => AskAsync(
        """
        UPDATE editions SET content = ''::bytea WHERE at < $1 AND length(content) > 0
        AND id NOT IN (SELECT edition FROM edition_in_force) AND id <> ALL ($2) RETURNING id
        """,
        Tables.Id, [(now - EditionFor).Cell(), keep.ToArray()], cancellationToken);

    public override async Task<long?> CurrentEditionAsync(CancellationToken cancellationToken) =>
        await AskAsync("SELECT edition FROM edition_in_force", Tables.Id, [], cancellationToken) is [var edition] ? edition : null;

    public override async Task<string?> MetaAsync(string name, CancellationToken cancellationToken) =>
        await AskAsync("SELECT value FROM meta WHERE name = $1", Tables.Text, [name], cancellationToken) is [var value] ? value : null;

    public override Task SetMetaAsync(string name, string value, CancellationToken cancellationToken) => WriteAsync(
        statements => statements.Do(
            "INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value", name, value),
        cancellationToken);

    public override async Task<string> FirstMetaAsync(string name, string value, CancellationToken cancellationToken)
    {
        await WriteAsync(statements => statements.Do("INSERT INTO meta (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING", name, value), cancellationToken);
        return (await MetaAsync(name, cancellationToken))!;
    }

    public override async Task<StoreHealth> HealthAsync(CancellationToken cancellationToken) => (await AskAsync(
        "SELECT count(*), min(at), (SELECT count(*) FROM dead_letters) FROM outbox",
        row => new StoreHealth(row.GetInt64(0), row.InstantOrNull(1), row.GetInt64(2)), [], cancellationToken)).Single();
}
