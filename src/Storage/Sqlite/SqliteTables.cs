namespace Ontime.Storage.Sqlite;

internal static class MemberTable
{
    /// <param name="stored">The row as it stands; null: there is none.</param>
    public static void Write(SqliteSession session, MemberRow member, MemberRow? stored)
    {
        if (stored is null)
        {
            session.Execute(
                $"INSERT INTO members ({Tables.MemberColumns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                member.ChatId, member.Version, member.Document, member.DueAt.Cell(), member.Status, member.Language, member.Step,
                member.SeenDay.Cell(), member.Traits);
            return;
        }

        session.Execute(
            "UPDATE members SET version = $2, document = $3, status = $4, language = $5, step = $6, seen_day = $7, traits = $8 WHERE chat_id = $1",
            member.ChatId, member.Version, member.Document, member.Status, member.Language, member.Step, member.SeenDay.Cell(), member.Traits);

        // A column named in SET dirties its index even where the value stays.
        if (member.DueAt.Cell() != stored.DueAt.Cell())
        {
            session.Execute("UPDATE members SET due_at = $2 WHERE chat_id = $1", member.ChatId, member.DueAt.Cell());
        }
    }
}

internal static class EventTable
{
    public static void Insert(SqliteSession session, EventRow row) => session.Execute(
        $"INSERT INTO events ({Tables.EventColumns}) VALUES ($1, $2, $3, $4, $5, $6)",
        row.ChatId, row.Version, row.N, row.At.Cell(), row.Kind, row.Data);
}

internal static class OutboxTable
{
    /// <summary>The id it got.</summary>
    public static long Insert(SqliteSession session, OutboxRow row) => session.Insert(
        "INSERT INTO outbox (chat_id, lane, body, at, until, about, attempts, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.ChatId, row.Lane, row.Body, row.At.Cell(), row.Until.Cell(), row.About, row.Attempts, row.State);

    public static void Settle(SqliteSession session, IReadOnlyList<long> ids)
    {
        if (ids.Count > 0)
        {
            session.Execute("DELETE FROM outbox WHERE id IN (SELECT value FROM json_each($1))", ids.Cell());
        }
    }

    public static void Keep(SqliteSession session, Attempt attempt) => session.Execute(
        "UPDATE outbox SET attempts = $2, state = $3 WHERE id = $1", attempt.OutboxId, attempt.Attempts, attempt.State);

    /// <summary>The ids taken back, and the rows to be added in their place.</summary>
    public static (List<long> Ids, List<OutboxRow> Instead) Withdraw(SqliteSession session, IReadOnlyList<Withdrawal> withdrawals)
    {
        var (ids, instead) = (new List<long>(), new List<OutboxRow>());
        foreach (var one in withdrawals)
        {
            var taken = session.Rows(
                "DELETE FROM outbox WHERE chat_id = $1 AND about = $2 RETURNING id", Tables.Id, one.ChatId, one.About);
            ids.AddRange(taken);
            if (taken.Count > 0 && one.Instead is { } row)
            {
                instead.Add(row);
            }
        }

        return (ids, instead);
    }
}

internal static class PostTable
{
    public static void Write(SqliteSession session, PostRow post)
    {
        if (post.MessageId is null)
        {
            session.Execute("DELETE FROM posts WHERE chat_id = $1 AND name = $2", post.ChatId, post.Name);
            return;
        }

        session.Execute(
            """
            INSERT INTO posts (chat_id, name, message_id) SELECT $1, $2, $3 WHERE EXISTS (SELECT 1 FROM members WHERE chat_id = $1)
            ON CONFLICT (chat_id, name) DO UPDATE SET message_id = excluded.message_id
            """,
            post.ChatId, post.Name, post.MessageId);
    }
}

internal static class DeadLetterTable
{
    public static void Insert(SqliteSession session, DeadLetter row) => session.Execute(
        "INSERT INTO dead_letters (at, chat_id, update_id, kind, step, fault) VALUES ($1, $2, $3, $4, $5, $6)",
        row.At.Cell(), row.ChatId, row.UpdateId, row.Kind, row.Step, row.Fault);
}
