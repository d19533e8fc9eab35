using NodaTime;

namespace Ontime.Storage.Sqlite;

/// <summary>Loads and writes one turn, inside the transaction that the store has begun.</summary>
internal static class SqliteTurn
{
    /// <summary>Every table that holds rows of a person, by <c>chat_id</c>: what forgetting empties.</summary>
    public static readonly string[] OfAPerson = ["members", "events", "posts", "dead_letters", "outbox", Ledger];

    private const string Ledger = "broadcast_sent";

    public static TurnLoad Load(SqliteSession session, TurnRequest request, Seal seal)
    {
        var members = session.Rows(
            $"SELECT {Tables.MemberColumns} FROM members WHERE chat_id IN (SELECT value FROM json_each($1))", Tables.Member, request.Chats.Cell());
        var fresh = session.Rows(
            "SELECT DISTINCT value FROM json_each($1) WHERE value NOT IN (SELECT update_id FROM handled_updates)",
            row => row.GetInt64(0),
            request.UpdateIds.Cell());
        var edition = (long?)session.Scalar("SELECT edition FROM edition_in_force");
        return new TurnLoad(members.ToDictionary(member => member.ChatId, seal.OpenOrLeave), fresh, edition);
    }

    /// <summary>ORDER MATTERS: what takes away comes before what adds, so that a farewell outlives its forgetting.</summary>
    public static (List<OutboxRow> Outbox, List<long> Withdrawn) Write(
        SqliteSession session, TurnRequest request, TurnLoad load, TurnWrite write, Seal seal, ForgetKey forgetKey)
    {
        Record(session, write.Delivered);
        var (withdrawn, instead) = OutboxTable.Withdraw(session, write.Withdrawn);
        var forgotten = write.Forgotten.Count == 0 ? [] : Forget(session, write.Forgotten, forgetKey, request.Now);
        var remains = forgotten.Select(seal.OpenOrLeave).Select(write.Remains).OfType<OutboxRow>();

        foreach (var member in write.Members)
        {
            MemberTable.Write(session, seal.Close(member), write.Forgotten.Contains(member.ChatId) ? null : load.Members.GetValueOrDefault(member.ChatId));
        }

        foreach (var @event in write.Events)
        {
            EventTable.Insert(session, seal.Close(@event));
        }

        foreach (var letter in write.DeadLetters)
        {
            DeadLetterTable.Insert(session, letter);
        }

        foreach (var line in write.Audit)
        {
            SqliteStatistics.Keep(session, line);
        }

        SqliteStatistics.Count(session, write.Counted);
        if (write.Handled.Count > 0)
        {
            session.Execute("INSERT INTO handled_updates (update_id, at) SELECT value, $2 FROM json_each($1)", write.Handled.Cell(), request.Now.Cell());
        }

        IEnumerable<OutboxRow> rows = [.. remains, .. write.Outbox, .. instead];
        return (rows.Select(row => row with { Id = OutboxTable.Insert(session, seal.Close(row)) }).ToList(), [.. withdrawn, .. forgotten.Select(row => row.Id)]);
    }

    public static void Record(SqliteSession session, Deliveries deliveries)
    {
        OutboxTable.Settle(session, deliveries.Settled);
        foreach (var attempt in deliveries.Tried)
        {
            OutboxTable.Keep(session, attempt);
        }

        foreach (var post in deliveries.Posts)
        {
            PostTable.Write(session, post);
        }
    }

    /// <summary>The outbox rows that went with it, in order.</summary>
    private static List<OutboxRow> Forget(SqliteSession session, IReadOnlyList<long> chats, ForgetKey key, Instant now)
    {
        foreach (var chat in chats)
        {
            SqliteForgotten.Add(session, key.Hash(chat), now);
        }

        var ids = chats.Cell();
        SqliteStatistics.Forget(session, ids);
        var withdrawn = session.Rows(
            $"SELECT {Tables.OutboxColumns} FROM outbox WHERE chat_id IN (SELECT value FROM json_each($1)) ORDER BY id", Tables.Outbox, ids);
        foreach (var table in OfAPerson.Except([Ledger]))
        {
            session.Execute($"DELETE FROM {table} WHERE chat_id IN (SELECT value FROM json_each($1))", ids);
        }

        // Its key begins with the broadcast: without naming them all of it would be walked.
        session.Execute(
            $"DELETE FROM {Ledger} WHERE broadcast IN (SELECT id FROM broadcasts) AND chat_id IN (SELECT value FROM json_each($1))", ids);

        return withdrawn;
    }
}
