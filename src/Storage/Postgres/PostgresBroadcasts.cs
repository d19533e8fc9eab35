using NodaTime;
using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>A count holds nobody up here, so it is one look and no slices.</summary>
internal sealed class PostgresBroadcasts(PostgresServer server, Func<MemberRow, MemberRow> open) : Broadcasts
{
    /// <summary>How many members a page looks at.</summary>
    private const int Slice = 10_000;

    /// <summary>The group itself; who of it is left out by status or traits is not looked at here.</summary>
    private const string Group =
        "($1::text IS NULL OR language = $1) AND ($2::integer IS NULL OR seen_day >= $2) AND ($3::integer IS NULL OR seen_day < $3) "
        + "AND ($4::text IS NULL OR step = $4) AND traits & $5 = $5 AND traits & $6 = 0";

    public override async Task<BroadcastRow> DraftAsync(BroadcastRow draft, CancellationToken cancellationToken)
    {
        await AskAsync(
            $"""
            INSERT INTO broadcasts (order_id, chat_id, language, state, at, cursor, total, {Tables.AudienceColumns}, content)
            VALUES ($1, $2, $3, {(int)BroadcastState.Draft}, $4, $5, 0, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            ON CONFLICT (order_id) DO NOTHING RETURNING id
            """,
            Tables.Id, [draft.Order, draft.Chat, draft.Language, draft.At.Cell(), long.MinValue, .. Tables.Cells(draft.Audience), draft.Content], cancellationToken);
        return (await AskAsync($"SELECT {Tables.BroadcastColumns} FROM broadcasts WHERE order_id = $1", Tables.Broadcast, [draft.Order], cancellationToken)).Single();
    }

    public override async Task<BroadcastRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await AskAsync($"SELECT {Tables.BroadcastColumns} FROM broadcasts WHERE id = $1", Tables.Broadcast, [id], cancellationToken)).SingleOrDefault();

    public override async Task<IReadOnlyList<BroadcastRow>> ListAsync(int limit, CancellationToken cancellationToken) =>
        await AskAsync($"SELECT {Tables.BroadcastColumns} FROM broadcasts ORDER BY id DESC LIMIT $1", Tables.Broadcast, [limit], cancellationToken);

    public override async Task<BroadcastRow?> RunningAsync(CancellationToken cancellationToken) => (await AskAsync(
        $"SELECT {Tables.BroadcastColumns} FROM broadcasts WHERE state = {(int)BroadcastState.Running} ORDER BY id LIMIT 1", Tables.Broadcast, [], cancellationToken)).SingleOrDefault();

    public override Task AimAsync(long id, Audience audience, CancellationToken cancellationToken) => AskAsync(
        $"UPDATE broadcasts SET ({Tables.AudienceColumns}) = ($2, $3, $4, $5, $6, $7, $8, $9) WHERE id = $1 AND state = {(int)BroadcastState.Draft} RETURNING id",
        Tables.Id, [id, .. Tables.Cells(audience)], cancellationToken);

    public override async Task<bool> StartAsync(long id, long total, Instant until, long? messageId, CancellationToken cancellationToken) => (await AskAsync(
        $"""
        UPDATE broadcasts SET state = {(int)BroadcastState.Running}, total = $2, until = $3, message_id = $4
        WHERE id = $1 AND state = {(int)BroadcastState.Draft} RETURNING id
        """,
        Tables.Id, [id, total, until.Cell(), messageId], cancellationToken)).Count == 1;

    public override async Task<bool> MoveAsync(long id, IReadOnlyList<BroadcastState> from, BroadcastState to, CancellationToken cancellationToken) =>
        (await AskAsync(
            "UPDATE broadcasts SET state = $2 WHERE id = $1 AND state = ANY($3) RETURNING id", Tables.Id,
            [id, (int)to, from.Select(state => (int)state).ToArray()], cancellationToken)).Count == 1;

    public override Task ShowAsync(long id, long messageId, CancellationToken cancellationToken) =>
        AskAsync("UPDATE broadcasts SET message_id = $2 WHERE id = $1 RETURNING id", Tables.Id, [id, messageId], cancellationToken);

    public override async Task<IReadOnlyList<CrowdRow>> CountAsync(Audience audience, CancellationToken cancellationToken) => await AskAsync(
        $"SELECT language, status, traits & $7 <> 0, count(*) FROM members WHERE {Group} GROUP BY 1, 2, 3",
        row => new CrowdRow(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetInt64(3)),
        [.. Tables.Group(audience), audience.Without], cancellationToken);

    public override async Task<IReadOnlyList<(string Step, long People)>> StepsAsync(Audience audience, int limit, CancellationToken cancellationToken) =>
        await AskAsync(
            $"""
            SELECT step, count(*) FROM members WHERE {Group} AND step <> '' AND status = $7 AND traits & $8 = 0
            GROUP BY step ORDER BY count(*) DESC, step COLLATE "C" LIMIT $9
            """,
            row => (row.GetString(0), row.GetInt64(1)), [.. Tables.Group(audience), audience.Status, audience.Without, limit], cancellationToken);

    public override async Task<AudiencePage> AheadAsync(Audience audience, long after, int limit, CancellationToken cancellationToken)
    {
        var end = await AskAsync(
            "SELECT max(chat_id) FROM (SELECT chat_id FROM members WHERE chat_id > $1 ORDER BY chat_id LIMIT $2) AS slice",
            row => row.LongOrNull(0), [after, Slice], cancellationToken);
        if (end[0] is not { } last)
        {
            return new AudiencePage([], after, Last: true);
        }

        var members = await AskAsync(
            $"""
            SELECT {Tables.MemberColumns} FROM members
            WHERE {Group} AND chat_id > $7 AND chat_id <= $8 AND status = $9 AND traits & $10 = 0 ORDER BY chat_id LIMIT $11
            """,
            row => open(Tables.Member(row)), [.. Tables.Group(audience), after, last, audience.Status, audience.Without, limit], cancellationToken);
        return new AudiencePage(members, members.Count == limit ? members[^1].ChatId : last, Last: false);
    }

    public override async Task<IReadOnlyList<MemberRow>> WaitingAsync(long id, Instant now, int limit, CancellationToken cancellationToken) => await AskAsync(
        $"""
        SELECT {Tables.MemberColumns} FROM (SELECT chat_id, again FROM broadcast_sent WHERE broadcast = $1 AND again <= $2) AS waiting
        JOIN members USING (chat_id) ORDER BY again, chat_id LIMIT $3
        """,
        row => open(Tables.Member(row)), [id, now.Cell(), limit], cancellationToken);

    public override async Task<Instant?> NextWaitingAsync(long id, CancellationToken cancellationToken) => (await AskAsync(
        "SELECT min(again) FROM broadcast_sent WHERE broadcast = $1 AND again IS NOT NULL", row => row.InstantOrNull(0), [id], cancellationToken))[0];

    public override async Task<IReadOnlyList<(long ChatId, Instant At)>> ReceivedAsync(
        long except, IReadOnlyList<long> chats, Instant since, CancellationToken cancellationToken) => await AskAsync(
        $"""
        SELECT chat_id, at FROM broadcast_sent
        WHERE broadcast IN (SELECT id FROM broadcasts WHERE id <> $1 AND until > $3) AND chat_id = ANY($2)
            AND at > $3 AND fate IN ({(int)Fate.Marked}, {(int)Fate.Delivered}, {(int)Fate.Unknown})
        ORDER BY at, chat_id
        """,
        row => (row.GetInt64(0), row.Instant(1)), [except, chats.ToArray(), since.Cell()], cancellationToken);

    /// <summary>
    /// ORDER MATTERS: what became of earlier ones comes first, so that somebody put off can be taken again in the same commit. The member rows are
    /// held until the commit: a forget that comes at once waits, and then erases the ledger's rows too.
    /// </summary>
    public override async Task<IReadOnlyList<long>> MarkAsync(long id, Marking marking, CancellationToken cancellationToken)
    {
        var met = marking.Met.GroupBy(one => one.ChatId).Select(group => group.Last()).OrderBy(one => one.ChatId).ToList();
        return await server.AskAsync(
            statements =>
            {
                statements.Do(
                    $"""
                    INSERT INTO broadcast_sent (broadcast, chat_id, fate, at, again)
                    SELECT $1, members.chat_id, met.fate, $2, met.again
                    FROM unnest($3::bigint[], $4::integer[], $5::bigint[]) AS met (chat_id, fate, again) JOIN members ON members.chat_id = met.chat_id
                    FOR KEY SHARE OF members
                    ON CONFLICT (broadcast, chat_id) DO UPDATE SET fate = excluded.fate, again = excluded.again
                    WHERE excluded.fate <> {(int)Fate.Unsent} OR broadcast_sent.fate = {(int)Fate.Waiting}
                    """,
                    id, marking.Now.Cell(), met.ConvertAll(one => one.ChatId).ToArray(), met.ConvertAll(one => (int)one.Fate).ToArray(),
                    met.ConvertAll(one => one.Again.Cell()).ToArray());
                statements.Do("UPDATE broadcasts SET cursor = coalesce($2::bigint, cursor) WHERE id = $1", id, marking.Cursor);
                return statements.Ask(
                    $"""
                    INSERT INTO broadcast_sent (broadcast, chat_id, fate, at, again)
                    SELECT $1, members.chat_id, {(int)Fate.Marked}, $2, NULL
                    FROM unnest($3::bigint[]) AS taken (chat_id) JOIN members ON members.chat_id = taken.chat_id
                        JOIN broadcasts ON broadcasts.id = $1
                    WHERE members.status = broadcasts.for_status AND members.traits & broadcasts.traits_without = 0
                    FOR KEY SHARE OF members
                    ON CONFLICT (broadcast, chat_id) DO UPDATE SET fate = excluded.fate, at = excluded.at, again = NULL
                    WHERE broadcast_sent.fate = {(int)Fate.Waiting}
                    RETURNING chat_id
                    """,
                    Tables.Id, id, marking.Now.Cell(), marking.Taken.Distinct().Order().ToArray());
            },
            cancellationToken);
    }

    public override async Task<int> RecoverAsync(CancellationToken cancellationToken) => (await AskAsync(
        $"""
        UPDATE broadcast_sent SET fate = {(int)Fate.Unknown} WHERE fate = {(int)Fate.Marked} AND broadcast IN (
            SELECT id FROM broadcasts WHERE state IN ({(int)BroadcastState.Running}, {(int)BroadcastState.Paused}, {(int)BroadcastState.Stopped}))
        RETURNING chat_id
        """,
        Tables.Id, [], cancellationToken)).Count;

    public override async Task<int> AgainAsync(long id, Instant now, Instant until, CancellationToken cancellationToken) => (await AskAsync(
        $"""
        WITH opened AS (
            UPDATE broadcasts SET state = {(int)BroadcastState.Running}, until = $3 WHERE id = $1 AND state = {(int)BroadcastState.Done}
            AND EXISTS (SELECT 1 FROM broadcast_sent WHERE broadcast = $1 AND fate = {(int)Fate.Unknown}) RETURNING id)
        UPDATE broadcast_sent SET fate = {(int)Fate.Waiting}, again = $2
        WHERE broadcast IN (SELECT id FROM opened) AND fate = {(int)Fate.Unknown} RETURNING chat_id
        """,
        Tables.Id, [id, now.Cell(), until.Cell()], cancellationToken)).Count;

    public override async Task FoldAsync(Instant before, CancellationToken cancellationToken)
    {
        var folded = 1L;
        while (folded > 0)
        {
            // In slices, so that no turn waits for a long one.
            folded = (await AskAsync(
                $"""
                WITH slice AS (
                    SELECT broadcast, chat_id FROM broadcast_sent WHERE broadcast IN (
                        SELECT id FROM broadcasts WHERE state IN ({(int)BroadcastState.Stopped}, {(int)BroadcastState.Done}) AND coalesce(until, at) < $1)
                    LIMIT $2),
                gone AS (
                    DELETE FROM broadcast_sent USING slice
                    WHERE broadcast_sent.broadcast = slice.broadcast AND broadcast_sent.chat_id = slice.chat_id
                    RETURNING broadcast_sent.broadcast, fate),
                kept AS (
                    INSERT INTO counts (name, n) SELECT $3 || broadcast || '.' || fate, count(*) FROM gone GROUP BY broadcast, fate
                    ON CONFLICT (name) DO UPDATE SET n = counts.n + excluded.n)
                SELECT count(*) FROM gone
                """,
                Tables.Id, [before.Cell(), Slice, FoldedCounts.All], cancellationToken))[0];
        }
    }

    public override async Task<IReadOnlyDictionary<Fate, long>> TallyAsync(long id, CancellationToken cancellationToken) => FoldedCounts.Sum(await AskAsync(
        """
        SELECT fate, count(*) FROM broadcast_sent WHERE broadcast = $1 GROUP BY fate
        UNION ALL SELECT substr(name, length($2) + 1)::integer, n FROM counts WHERE name > $2 AND name < $3
        """,
        row => ((Fate)row.GetInt32(0), row.GetInt64(1)), [id, FoldedCounts.First(id), FoldedCounts.End(id)], cancellationToken));

    public override async Task<IReadOnlyList<long>> WhoAsync(long id, Fate fate, int limit, CancellationToken cancellationToken) => await AskAsync(
        "SELECT chat_id FROM broadcast_sent WHERE broadcast = $1 AND fate = $2 ORDER BY chat_id LIMIT $3", Tables.Id, [id, (int)fate, limit],
        cancellationToken);

    private Task<List<T>> AskAsync<T>(string sql, Func<NpgsqlDataReader, T> read, object?[] values, CancellationToken cancellationToken) =>
        server.AskAsync(statements => statements.Ask(sql, read, values), cancellationToken);
}
