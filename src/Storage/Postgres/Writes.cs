using NodaTime;

namespace Ontime.Storage.Postgres;

/// <summary>The writes of a turn: a statement for each table, whatever the number of rows. Where there is nothing to write there is no statement.</summary>
internal static class Writes
{
    /// <summary>Division by zero is how a statement on its way to the commit says that a member was not the version that was loaded.</summary>
    private const string WriteMembers =
        $"""
        WITH written AS (
            INSERT INTO members ({Tables.MemberColumns})
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::integer[], $9::integer[])
            ON CONFLICT (chat_id) DO UPDATE SET version = excluded.version, document = excluded.document, due_at = excluded.due_at,
                status = excluded.status, language = excluded.language, step = excluded.step, seen_day = excluded.seen_day,
                traits = excluded.traits
            WHERE members.version = excluded.version - 1
            RETURNING 1)
        SELECT 1 / (count(*) = $10)::integer FROM written
        """;

    public static void Members(Statements statements, IReadOnlyList<MemberRow> rows)
    {
        if (rows.Count > 0)
        {
            statements.Ask(
                WriteMembers, _ => true,
                rows.Column(row => row.ChatId), rows.Column(row => row.Version), rows.Column(row => row.Document), rows.Column(row => row.DueAt.Cell()),
                rows.Column(row => row.Status), rows.Column(row => row.Language), rows.Column(row => row.Step), rows.Column(row => row.SeenDay.Cell()),
                rows.Column(row => row.Traits), (long)rows.Count);
        }
    }

    public static void Events(Statements statements, IReadOnlyList<EventRow> rows)
    {
        if (rows.Count > 0)
        {
            statements.Do(
                """
                INSERT INTO events (chat_id, version, n, at, kind, data)
                SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::text[], $6::bytea[])
                """,
                rows.Column(row => row.ChatId), rows.Column(row => row.Version), rows.Column(row => row.N), rows.Column(row => row.At.Cell()),
                rows.Column(row => row.Kind), rows.Column(row => row.Data));
        }
    }

    public static void DeadLetters(Statements statements, IReadOnlyList<DeadLetter> rows)
    {
        if (rows.Count > 0)
        {
            statements.Do(
                """
                INSERT INTO dead_letters (at, chat_id, update_id, kind, step, fault)
                SELECT at, chat_id, update_id, kind, step, fault
                FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[])
                    WITH ORDINALITY AS new (at, chat_id, update_id, kind, step, fault, place) ORDER BY place
                """,
                rows.Column(row => row.At.Cell()), rows.Column(row => row.ChatId), rows.Column(row => row.UpdateId), rows.Column(row => row.Kind),
                rows.Column(row => row.Step), rows.Column(row => row.Fault));
        }
    }

    /// <summary>The new ids, which rise with the place of the row.</summary>
    public static List<long> Outbox(Statements statements, IReadOnlyList<OutboxRow> rows)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        // Held to the commit: whoever sees an id has seen every smaller one, so the outbox can be read on from a cursor.
        statements.Ask("SELECT pg_advisory_xact_lock($1)", _ => true, Locks.OutboxOrder);
        return statements.Ask(
            """
            INSERT INTO outbox (chat_id, lane, body, at, until, about, attempts, state)
            SELECT chat_id, lane, body, at, until, about, attempts, state
            FROM unnest($1::bigint[], $2::integer[], $3::bytea[], $4::bigint[], $5::bigint[], $6::text[], $7::integer[], $8::text[])
                WITH ORDINALITY AS new (chat_id, lane, body, at, until, about, attempts, state, place) ORDER BY place
            RETURNING id
            """,
            Tables.Id,
            rows.Column(row => row.ChatId), rows.Column(row => row.Lane), rows.Column(row => row.Body), rows.Column(row => row.At.Cell()),
            rows.Column(row => row.Until.Cell()), rows.Column(row => row.About), rows.Column(row => row.Attempts), rows.Column(row => row.State));
    }

    /// <summary>The ids taken back, each with the place of its withdrawal.</summary>
    public static List<(long Id, int Place)> Withdraw(Statements statements, IReadOnlyList<Withdrawal> rows) => rows.Count == 0
        ? []
        : statements.Ask(
            """
            DELETE FROM outbox USING unnest($1::bigint[], $2::text[]) WITH ORDINALITY AS gone (chat, what, place)
            WHERE chat_id = chat AND about = what RETURNING id, place
            """,
            row => (row.GetInt64(0), (int)row.GetInt64(1) - 1), rows.Column(row => row.ChatId), rows.Column(row => row.About));

    /// <summary>The outbox rows that went with it. The member goes first: a post that is being recorded holds that row.</summary>
    public static List<OutboxRow> Forget(Statements statements, IReadOnlyList<long> chats, ForgetKey key, Instant now)
    {
        if (chats.Count == 0)
        {
            return [];
        }

        statements.Do(
            "INSERT INTO forgotten (hash, at) SELECT hash, $2 FROM unnest($1::bytea[]) AS hash ON CONFLICT (hash) DO UPDATE SET at = excluded.at, listed = 0 WHERE excluded.at > forgotten.at",
            chats.Distinct().Select(key.Hash).ToArray(), now.Cell());
        var ids = chats.ToArray();
        PostgresStatistics.Forget(statements, ids);
        statements.Do("DELETE FROM members WHERE chat_id = ANY($1)", ids);
        statements.Do("DELETE FROM events WHERE chat_id = ANY($1)", ids);
        statements.Do("DELETE FROM posts WHERE chat_id = ANY($1)", ids);
        statements.Do("DELETE FROM dead_letters WHERE chat_id = ANY($1)", ids);
        statements.Do("DELETE FROM broadcast_sent WHERE broadcast IN (SELECT id FROM broadcasts) AND chat_id = ANY($1)", ids);
        return statements.Ask($"DELETE FROM outbox WHERE chat_id = ANY($1) RETURNING {Tables.OutboxColumns}", Tables.Outbox, ids);
    }

    /// <summary>Ids that were fresh and that the turn did not take.</summary>
    public static void Unmark(Statements statements, long[] ids)
    {
        if (ids.Length > 0)
        {
            statements.Do("DELETE FROM handled_updates WHERE update_id = ANY($1)", ids);
        }
    }

    public static void Settle(Statements statements, IReadOnlyList<long> ids)
    {
        if (ids.Count > 0)
        {
            statements.Do("DELETE FROM outbox WHERE id = ANY($1)", ids.ToArray());
        }
    }

    public static void Keep(Statements statements, IReadOnlyList<Attempt> rows)
    {
        if (rows.Count > 0)
        {
            statements.Do(
                """
                UPDATE outbox SET attempts = tried.attempts, state = tried.state
                FROM unnest($1::bigint[], $2::integer[], $3::text[]) AS tried (id, attempts, state) WHERE outbox.id = tried.id
                """,
                rows.Column(row => row.OutboxId), rows.Column(row => row.Attempts), rows.Column(row => row.State));
        }
    }

    public static void Posts(Statements statements, IReadOnlyList<PostRow> posts)
    {
        var last = posts.GroupBy(post => (post.ChatId, post.Name)).Select(group => group.Last()).OrderBy(post => post.ChatId).ToList();
        var (kept, gone) = (last.FindAll(post => post.MessageId is not null), last.FindAll(post => post.MessageId is null));
        if (gone.Count > 0)
        {
            statements.Do(
                "DELETE FROM posts USING unnest($1::bigint[], $2::text[]) AS gone (chat, what) WHERE chat_id = chat AND name = what",
                gone.Column(post => post.ChatId), gone.Column(post => post.Name));
        }

        if (kept.Count > 0)
        {
            // The member is held until the commit: a forget that comes at once waits, and then erases the post too.
            statements.Do(
                """
                INSERT INTO posts (chat_id, name, message_id)
                SELECT members.chat_id, new.name, new.message_id
                FROM unnest($1::bigint[], $2::text[], $3::bigint[]) AS new (chat_id, name, message_id) JOIN members ON members.chat_id = new.chat_id
                FOR KEY SHARE OF members
                ON CONFLICT (chat_id, name) DO UPDATE SET message_id = excluded.message_id
                """,
                kept.Column(post => post.ChatId), kept.Column(post => post.Name), kept.Column(post => post.MessageId!.Value));
        }
    }

    private static T[] Column<TRow, T>(this IReadOnlyList<TRow> rows, Func<TRow, T> cell) => [.. rows.Select(cell)];
}

/// <summary>Numbers of advisory locks, beside the chat ids, which have 52 bits.</summary>
internal static class Locks
{
    public const long Schema = (1L << 62) + 1, OutboxOrder = (1L << 62) + 2;
}
