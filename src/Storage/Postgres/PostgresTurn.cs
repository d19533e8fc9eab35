using NodaTime;
using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>
/// Loads and writes one turn: twice to the server and back, three times where a row takes the place of one taken back or forgotten. Everybody takes the locks in one order, chats ascending, then update ids ascending.
/// A chat is locked by its number, so that one without a row yet is locked too.
/// </summary>
internal static class PostgresTurn
{
    private const string LockChats = "SELECT pg_advisory_xact_lock(chat) FROM unnest($1::bigint[]) AS chat";

    /// <summary>An id that another turn is marking at this moment is waited for, and is not fresh once that one is committed.</summary>
    private const string MarkFresh =
        "INSERT INTO handled_updates (update_id, at) SELECT id, $2 FROM unnest($1::bigint[]) AS id ON CONFLICT DO NOTHING RETURNING update_id";

    public static async Task<TurnLoad> LoadAsync(NpgsqlConnection connection, TurnRequest request, Seal seal, CancellationToken cancellationToken)
    {
        long[] chats = [.. request.Chats.Distinct().Order()];
        await using var statements = new Statements(connection);
        statements.Do("BEGIN ISOLATION LEVEL READ COMMITTED"); // each statement sees what is committed by now, so also what it waited for
        statements.Ask(LockChats, _ => true, chats);
        var fresh = statements.Ask(MarkFresh, Tables.Id, request.UpdateIds.Distinct().Order().ToArray(), request.Now.Cell());
        var members = statements.Ask($"SELECT {Tables.MemberColumns} FROM members WHERE chat_id = ANY($1)", row => seal.OpenOrLeave(Tables.Member(row)), chats);
        var edition = statements.Ask("SELECT edition FROM edition_in_force", Tables.Id);
        await statements.RunAsync(cancellationToken);
        return new TurnLoad(members.ToDictionary(member => member.ChatId), fresh, edition.Count == 0 ? null : edition[0]);
    }

    /// <summary>Writes and commits. Not to be cancelled: whoever did would not know whether it counts.</summary>
    public static async Task<(IReadOnlyList<OutboxRow> Outbox, IReadOnlyList<long> Withdrawn)> WriteAsync(
        NpgsqlConnection connection, TurnRequest request, TurnLoad load, TurnWrite write, Seal seal, ForgetKey forgetKey)
    {
        // ORDER MATTERS: what takes away comes before what adds, so that a farewell outlives its forgetting; the outbox last, since its
        // order is a lock that all share.
        await using var statements = new Statements(connection);
        Record(statements, write.Delivered);
        var withdrawn = Writes.Withdraw(statements, write.Withdrawn);
        var forgotten = Writes.Forget(statements, write.Forgotten, forgetKey, request.Now);
        if (write.Forgotten.Count > 0 || write.Withdrawn.Any(one => one.Instead is not null))
        {
            // What was taken back decides what is added.
            await statements.RunAsync(CancellationToken.None);
        }

        List<OutboxRow> rows =
        [
            .. forgotten.OrderBy(row => row.Id).Select(seal.OpenOrLeave).Select(write.Remains).OfType<OutboxRow>(),
            .. write.Outbox,
            .. withdrawn.Select(one => one.Place).Distinct().Order().Select(place => write.Withdrawn[place].Instead).OfType<OutboxRow>(),
        ];
        Writes.Members(statements, [.. write.Members.Select(seal.Close)]);
        Writes.Events(statements, [.. write.Events.Select(seal.Close)]);
        Writes.DeadLetters(statements, write.DeadLetters);
        Writes.Unmark(statements, [.. load.Fresh.Except(write.Handled)]);
        PostgresStatistics.Keep(statements, write.Audit);
        PostgresStatistics.Count(statements, write.Counted);
        PostgresFeed.Tell(statements, write);
        var ids = Writes.Outbox(statements, rows.ConvertAll(seal.Close));
        statements.Do("COMMIT");
        await statements.RunAsync(CancellationToken.None);
        return ([.. rows.Zip(ids.Order(), (row, id) => row with { Id = id })], [.. withdrawn.Select(one => one.Id), .. forgotten.Select(row => row.Id)]);
    }

    /// <summary>ORDER MATTERS: members before outbox, as forgetting does.</summary>
    public static void Record(Statements statements, Deliveries deliveries)
    {
        Writes.Posts(statements, deliveries.Posts);
        Writes.Settle(statements, deliveries.Settled);
        Writes.Keep(statements, deliveries.Tried);
    }
}
