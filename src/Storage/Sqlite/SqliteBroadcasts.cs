using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ontime.Storage.Sqlite;

/// <summary>Looks go through the reading connection in slices, so that a long count holds nobody else's look-up up.</summary>
internal sealed class SqliteBroadcasts(SqliteWorker writer, SqliteWorker reader, Func<MemberRow, MemberRow> open) : Broadcasts
{
    private const int Slice = 10_000;

    /// <summary>The group itself; who of it is left out by status or traits is not looked at here.</summary>
    private const string Group =
        "($1 IS NULL OR language = $1) AND ($2 IS NULL OR seen_day >= $2) AND ($3 IS NULL OR seen_day < $3) AND ($4 IS NULL OR step = $4) "
        + "AND traits & $5 = $5 AND traits & $6 = 0";

    public override Task<BroadcastRow> DraftAsync(BroadcastRow draft, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            session.Execute(
                $"""
                INSERT INTO broadcasts (order_id, chat_id, language, state, at, until, cursor, total, message_id, {Tables.AudienceColumns}, content)
                VALUES ($1, $2, $3, {(int)BroadcastState.Draft}, $4, NULL, $5, 0, NULL, $6, $7, $8, $9, $10, $11, $12, $13, $14)
                ON CONFLICT (order_id) DO NOTHING
                """,
                [draft.Order, draft.Chat, draft.Language, draft.At.Cell(), long.MinValue, .. Tables.Cells(draft.Audience), draft.Content]);
            return session.Rows($"SELECT {Tables.BroadcastColumns} FROM broadcasts WHERE order_id = $1", Tables.Broadcast, draft.Order).Single();
        },
        cancellationToken);

    public override async Task<BroadcastRow?> FindAsync(long id, CancellationToken cancellationToken) =>
        (await reader.RunAsync(session => session.Rows($"SELECT {Tables.BroadcastColumns} FROM broadcasts WHERE id = $1", Tables.Broadcast, id), cancellationToken)).SingleOrDefault();

    public override async Task<IReadOnlyList<BroadcastRow>> ListAsync(int limit, CancellationToken cancellationToken) =>
        await reader.RunAsync(session => session.Rows($"SELECT {Tables.BroadcastColumns} FROM broadcasts ORDER BY id DESC LIMIT $1", Tables.Broadcast, limit), cancellationToken);

    public override async Task<BroadcastRow?> RunningAsync(CancellationToken cancellationToken) => (await reader.RunAsync(
        session => session.Rows($"SELECT {Tables.BroadcastColumns} FROM broadcasts WHERE state = {(int)BroadcastState.Running} ORDER BY id LIMIT 1", Tables.Broadcast),
        cancellationToken)).SingleOrDefault();

    public override Task AimAsync(long id, Audience audience, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            $"""
            UPDATE broadcasts SET ({Tables.AudienceColumns}) = ($2, $3, $4, $5, $6, $7, $8, $9)
            WHERE id = $1 AND state = {(int)BroadcastState.Draft}
            """,
            [id, .. Tables.Cells(audience)]),
        cancellationToken);

    public override Task<bool> StartAsync(long id, long total, Instant until, long? messageId, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            $"""
            UPDATE broadcasts SET state = {(int)BroadcastState.Running}, total = $2, until = $3, message_id = $4
            WHERE id = $1 AND state = {(int)BroadcastState.Draft}
            """,
            id, total, until.Cell(), messageId) == 1,
        cancellationToken);

    public override Task<bool> MoveAsync(long id, IReadOnlyList<BroadcastState> from, BroadcastState to, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            "UPDATE broadcasts SET state = $2 WHERE id = $1 AND state IN (SELECT value FROM json_each($3))",
            id, (int)to, from.Select(state => (long)state).Cell()) == 1,
        cancellationToken);

    public override Task ShowAsync(long id, long messageId, CancellationToken cancellationToken) =>
        WriteAsync(session => session.Execute("UPDATE broadcasts SET message_id = $2 WHERE id = $1", id, messageId), cancellationToken);

    public override async Task<IReadOnlyList<CrowdRow>> CountAsync(Audience audience, CancellationToken cancellationToken)
    {
        var crowd = new Dictionary<(string, string, bool), long>();
        await SlicesAsync(
            "SELECT language, status, traits & $9 <> 0, count(*) FROM members",
            "GROUP BY 1, 2, 3",
            audience, [audience.Without],
            row => crowd[Key(row)] = crowd.GetValueOrDefault(Key(row)) + row.GetInt64(3),
            cancellationToken);
        return [.. crowd.Select(one => new CrowdRow(one.Key.Item1, one.Key.Item2, one.Key.Item3, one.Value))];

        static (string, string, bool) Key(SqliteDataReader row) => (row.GetString(0), row.GetString(1), row.GetBoolean(2));
    }

    public override async Task<IReadOnlyList<(string Step, long People)>> StepsAsync(Audience audience, int limit, CancellationToken cancellationToken)
    {
        var steps = new Dictionary<string, long>();
        await SlicesAsync(
            "SELECT step, count(*) FROM members",
            "AND step <> '' AND status = $10 AND traits & $9 = 0 GROUP BY 1",
            audience, [audience.Without, audience.Status],
            row => steps[row.GetString(0)] = steps.GetValueOrDefault(row.GetString(0)) + row.GetInt64(1),
            cancellationToken);
        return [.. steps.OrderByDescending(step => step.Value).ThenBy(step => step.Key, StringComparer.Ordinal).Take(limit).Select(step => (step.Key, step.Value))];
    }

    public override Task<AudiencePage> AheadAsync(Audience audience, long after, int limit, CancellationToken cancellationToken) => reader.RunAsync(
        session =>
        {
            if (SliceEnd(session, after) is not { } end)
            {
                return new AudiencePage([], after, Last: true);
            }

            var members = session.Rows(
                $"SELECT {Tables.MemberColumns} FROM members WHERE chat_id > $7 AND chat_id <= $8 AND {Group} AND status = $9 AND traits & $10 = 0 ORDER BY chat_id LIMIT $11",
                row => open(Tables.Member(row)),
                [.. Tables.Group(audience), after, end, audience.Status, audience.Without, limit]);
            return new AudiencePage(members, members.Count == limit ? members[^1].ChatId : end, Last: false);
        },
        cancellationToken);

    public override async Task<IReadOnlyList<MemberRow>> WaitingAsync(long id, Instant now, int limit, CancellationToken cancellationToken) =>
        await reader.RunAsync(
            session => session.Rows(
                $"""
                SELECT {string.Join(", ", Tables.MemberColumns.Split(", ").Select(column => $"m.{column}"))}
                FROM broadcast_sent s JOIN members m ON m.chat_id = s.chat_id WHERE s.broadcast = $1 AND s.again <= $2 ORDER BY s.again LIMIT $3
                """,
                row => open(Tables.Member(row)), id, now.Cell(), limit),
            cancellationToken);

    public override Task<Instant?> NextWaitingAsync(long id, CancellationToken cancellationToken) => reader.RunAsync(
        session => session.Scalar("SELECT min(again) FROM broadcast_sent WHERE broadcast = $1 AND again IS NOT NULL", id) is long at
            ? Instant.FromUnixTimeMilliseconds(at)
            : (Instant?)null,
        cancellationToken);

    public override async Task<IReadOnlyList<(long ChatId, Instant At)>> ReceivedAsync(
        long except, IReadOnlyList<long> chats, Instant since, CancellationToken cancellationToken) => await reader.RunAsync(
        session => session.Rows(
            $"""
            SELECT chat_id, at FROM broadcast_sent
            WHERE broadcast IN (SELECT id FROM broadcasts WHERE id <> $1 AND until > $3) AND chat_id IN (SELECT value FROM json_each($2))
                AND at > $3 AND fate IN ({(int)Fate.Marked}, {(int)Fate.Delivered}, {(int)Fate.Unknown})
            ORDER BY at
            """,
            row => (row.GetInt64(0), row.Instant(1)), except, chats.Cell(), since.Cell()),
        cancellationToken);

    /// <summary>ORDER MATTERS: what became of earlier ones comes first, so that somebody put off can be taken again in the same commit.</summary>
    public override Task<IReadOnlyList<long>> MarkAsync(long id, Marking marking, CancellationToken cancellationToken) => WriteAsync<IReadOnlyList<long>>(
        session =>
        {
            foreach (var (fate, again, chats) in marking.Met.GroupBy(met => (met.Fate, met.Again)).Select(met => (met.Key.Fate, met.Key.Again, met.Select(one => one.ChatId))))
            {
                session.Execute(
                    $"""
                    INSERT INTO broadcast_sent (broadcast, chat_id, fate, at, again)
                    SELECT $1, m.chat_id, $3, $4, $5 FROM json_each($2) j JOIN members m ON m.chat_id = j.value WHERE true
                    ON CONFLICT (broadcast, chat_id) DO UPDATE SET fate = excluded.fate, again = excluded.again
                    WHERE excluded.fate <> {(int)Fate.Unsent} OR broadcast_sent.fate = {(int)Fate.Waiting}
                    """,
                    id, chats.Cell(), (int)fate, marking.Now.Cell(), again.Cell());
            }

            if (marking.Cursor is { } cursor)
            {
                session.Execute("UPDATE broadcasts SET cursor = $2 WHERE id = $1", id, cursor);
            }

            return session.Rows(
                $"""
                INSERT INTO broadcast_sent (broadcast, chat_id, fate, at, again)
                SELECT $1, m.chat_id, {(int)Fate.Marked}, $3, NULL FROM json_each($2) j JOIN members m ON m.chat_id = j.value
                    JOIN broadcasts b ON b.id = $1 WHERE m.status = b.for_status AND m.traits & b.traits_without = 0
                ON CONFLICT (broadcast, chat_id) DO UPDATE SET fate = excluded.fate, at = excluded.at, again = NULL
                WHERE broadcast_sent.fate = {(int)Fate.Waiting}
                RETURNING chat_id
                """,
                Tables.Id, id, marking.Taken.Cell(), marking.Now.Cell());
        },
        cancellationToken);

    public override Task<int> RecoverAsync(CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            $"""
            UPDATE broadcast_sent SET fate = {(int)Fate.Unknown} WHERE fate = {(int)Fate.Marked}
            AND broadcast IN (SELECT id FROM broadcasts WHERE state IN ({(int)BroadcastState.Running}, {(int)BroadcastState.Paused}, {(int)BroadcastState.Stopped}))
            """),
        cancellationToken);

    public override Task<int> AgainAsync(long id, Instant now, Instant until, CancellationToken cancellationToken) => WriteAsync(
        session => session.Execute(
            $"""
            UPDATE broadcasts SET state = {(int)BroadcastState.Running}, until = $2 WHERE id = $1 AND state = {(int)BroadcastState.Done}
            AND EXISTS (SELECT 1 FROM broadcast_sent WHERE broadcast = $1 AND fate = {(int)Fate.Unknown})
            """,
            id, until.Cell()) == 1
            ? session.Execute(
                $"UPDATE broadcast_sent SET fate = {(int)Fate.Waiting}, again = $2 WHERE broadcast = $1 AND fate = {(int)Fate.Unknown}", id, now.Cell())
            : 0,
        cancellationToken);

    public override async Task FoldAsync(Instant before, CancellationToken cancellationToken)
    {
        while (await WriteAsync(session => Fold(session, before), cancellationToken) > 0)
        {
            // In slices, so that no turn waits for a long one.
        }
    }

    public override async Task<IReadOnlyDictionary<Fate, long>> TallyAsync(long id, CancellationToken cancellationToken) => FoldedCounts.Sum(await reader.RunAsync(
        session => session.Rows(
            """
            SELECT fate, count(*) FROM broadcast_sent WHERE broadcast = $1 GROUP BY fate
            UNION ALL SELECT CAST(substr(name, length($2) + 1) AS INTEGER), n FROM counts WHERE name > $2 AND name < $3
            """,
            row => ((Fate)row.GetInt32(0), row.GetInt64(1)), id, FoldedCounts.First(id), FoldedCounts.End(id)),
        cancellationToken));

    public override async Task<IReadOnlyList<long>> WhoAsync(long id, Fate fate, int limit, CancellationToken cancellationToken) => await reader.RunAsync(
        session => session.Rows(
            "SELECT chat_id FROM broadcast_sent WHERE broadcast = $1 AND fate = $2 ORDER BY chat_id LIMIT $3", Tables.Id, id, (int)fate, limit),
        cancellationToken);

    private static int Fold(SqliteSession session, Instant before)
    {
        if (session.Scalar(
            $"""
            SELECT id FROM broadcasts WHERE state IN ({(int)BroadcastState.Stopped}, {(int)BroadcastState.Done}) AND coalesce(until, at) < $1
            AND EXISTS (SELECT 1 FROM broadcast_sent WHERE broadcast = broadcasts.id) LIMIT 1
            """,
            before.Cell()) is not long id)
        {
            return 0;
        }

        var end = session.Scalar("SELECT max(chat_id) FROM (SELECT chat_id FROM broadcast_sent WHERE broadcast = $1 ORDER BY chat_id LIMIT $2)", id, Slice);
        session.Execute(
            """
            INSERT INTO counts (name, n) SELECT $3 || fate, count(*) FROM broadcast_sent WHERE broadcast = $1 AND chat_id <= $2 GROUP BY fate
            ON CONFLICT (name) DO UPDATE SET n = n + excluded.n
            """,
            id, end, FoldedCounts.First(id));
        return session.Execute("DELETE FROM broadcast_sent WHERE broadcast = $1 AND chat_id <= $2", id, end);
    }

    private static long? SliceEnd(SqliteSession session, long after) => (long?)session.Scalar(
        "SELECT max(chat_id) FROM (SELECT chat_id FROM members WHERE chat_id > $1 ORDER BY chat_id LIMIT $2)", after, Slice);

    private async Task SlicesAsync(
        string select, string then, Audience audience, IReadOnlyList<object?> further, Action<SqliteDataReader> take, CancellationToken cancellationToken)
    {
        long? after = long.MinValue;
        while (after is { } from)
        {
            after = await reader.RunAsync(
                session =>
                {
                    if (SliceEnd(session, from) is { } end)
                    {
                        session.Rows(
                            $"{select} WHERE chat_id > $7 AND chat_id <= $8 AND {Group} {then}",
                            row =>
                            {
                                take(row);
                                return true;
                            },
                            [.. Tables.Group(audience), from, end, .. further]);
                        return end;
                    }

                    return (long?)null;
                },
                cancellationToken);
        }
    }

    private Task<T> WriteAsync<T>(Func<SqliteSession, T> job, CancellationToken cancellationToken) =>
        writer.RunAsync(session => session.Transaction(() => job(session)), cancellationToken);
}
