using NodaTime;
using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>One database for several processes. Nothing of it is kept in this one; whoever writes a chat holds its lock.</summary>
internal sealed partial class PostgresStore : Store
{
    private const int AtOnce = 5_000;

    private readonly PostgresServer server;

    private PostgresStore(PostgresServer server)
    {
        this.server = server;
        (Lease, Feed) = (new PostgresLease(server), new PostgresFeed(server));
        (Broadcasts, Statistics) = (new PostgresBroadcasts(server, row => Seal.OpenOrLeave(row)), new PostgresStatistics(server));
    }

    public override Lease Lease { get; }

    public override Feed Feed { get; }

    public override Broadcasts Broadcasts { get; }

    public override Statistics Statistics { get; }

    /// <summary>For tests that break something under the store.</summary>
    internal PostgresServer Server => server;

    public static Task<Store> OpenServerAsync(string connectionString, Seal seal, CancellationToken cancellationToken) => OpenAsync(
        new PostgresServer(connectionString, toRead: false), seal, looking: false,
        (connection, name) => PostgresSchema.MigrateAsync(connection, name, PostgresSchema.Scripts),
        cancellationToken);

    public static Task<Store> LookIntoAsync(string connectionString, Seal seal, CancellationToken cancellationToken) => OpenAsync(
        new PostgresServer(connectionString, toRead: true), seal, looking: true,
        async (connection, name) => await PostgresSchema.VersionAsync(connection, name, PostgresSchema.Scripts.Count) == PostgresSchema.Scripts.Count
            ? true
            : throw new StoreException($"The PostgreSQL database {name} is empty or of an older version of this program. Start the bot once: it brings the store forward.") { NotMade = true },
        cancellationToken);

    public override Task<Turned<T>> TurnAsync<T>(
        TurnRequest request, Func<TurnLoad, (TurnWrite Write, T Result)> decide, CancellationToken cancellationToken) =>
        server.RunAsync(
            async connection =>
            {
                try
                {
                    var load = await PostgresTurn.LoadAsync(connection, request, Seal, cancellationToken);
                    var (write, result) = decide(load);
                    TurnRules.Check(request, load, write);
                    var (outbox, withdrawn) = await PostgresTurn.WriteAsync(connection, request, load, write, Seal, ForgetKey);
                    return new Turned<T>(result, outbox, withdrawn);
                }
                catch
                {
                    await RollBackAsync(connection);
                    throw;
                }
            },
            cancellationToken);

    public override Task RecordAsync(Deliveries deliveries, CancellationToken cancellationToken) =>
        deliveries.Settled.Count + deliveries.Tried.Count + deliveries.Posts.Count == 0
            ? Task.CompletedTask
            : WriteAsync(statements => PostgresTurn.Record(statements, deliveries), cancellationToken);

    public override async Task DueNowAsync(Instant now, CancellationToken cancellationToken)
    {
        while ((await AskAsync(
            "UPDATE members SET due_at = $1 WHERE chat_id IN (SELECT chat_id FROM members WHERE due_at > $1 LIMIT $2) RETURNING chat_id",
            Tables.Id, [now.Cell(), AtOnce], cancellationToken)).Count == AtOnce)
        {
        }
    }

    public override async Task<int> PruneAsync(Instant now, CancellationToken cancellationToken)
    {
        var (all, some) = (0, AtOnce);
        while (some == AtOnce)
        {
            some = (await AskAsync(
                "DELETE FROM handled_updates WHERE update_id IN (SELECT update_id FROM handled_updates WHERE at < $1 LIMIT $2) RETURNING update_id",
                Tables.Id, [(now - HandledFor).Cell(), AtOnce], cancellationToken)).Count;
            all += some;
        }

        await AskAsync("DELETE FROM audit WHERE refused = 1 AND at < $1 RETURNING id", Tables.Id, [(now - RefusedFor).Cell()], cancellationToken);
        await AskAsync("DELETE FROM dead_letters WHERE at < $1 RETURNING id", Tables.Id, [(now - FailedFor).Cell()], cancellationToken);
        await Broadcasts.FoldAsync(now - CastFor, cancellationToken);
        return all;
    }

    public override ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<Store> OpenAsync(
        PostgresServer server, Seal seal, bool looking, Func<NpgsqlConnection, string, Task<bool>> prepare, CancellationToken cancellationToken)
    {
        try
        {
            await server.RunAsync(connection => prepare(connection, server.Name), cancellationToken);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return await new PostgresStore(server).UnlockAsync(seal, server.Name, looking, cancellationToken);
    }

    private Task<bool> WriteAsync(Action<Statements> add, CancellationToken cancellationToken) => server.RunAsync(
        async connection =>
        {
            await using var statements = new Statements(connection);
            add(statements);
            await statements.RunAsync(CancellationToken.None);
            return true;
        },
        cancellationToken);

    private async Task<IReadOnlyList<T>> AskAsync<T>(string sql, Func<NpgsqlDataReader, T> read, object?[] values, CancellationToken cancellationToken) =>
        await server.AskAsync(statements => statements.Ask(sql, read, values), cancellationToken);

    /// <summary>What fails here fails because the connection is gone, and the transaction with it.</summary>
    private static async Task RollBackAsync(NpgsqlConnection connection)
    {
        try
        {
            await using var statements = new Statements(connection);
            statements.Do("ROLLBACK");
            await statements.RunAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is NpgsqlException or InvalidOperationException)
        {
            // The fault that led here is the one to tell.
        }
    }
}
