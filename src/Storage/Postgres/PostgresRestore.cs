using Microsoft.Data.Sqlite;
using Npgsql;
using Ontime.Storage.Backups;
using Ontime.Storage.Sqlite;

namespace Ontime.Storage.Postgres;

/// <summary>Puts a backup in the place of what stands in a database, in one transaction. What stood there is backed up before.</summary>
internal static class PostgresRestore
{
    /// <summary>So that the connections of a bot are told from those of this.</summary>
    private const string OwnName = ";Application Name=ontime-restore";

    private const string Used =
        $"""
        SELECT EXISTS (SELECT 1 FROM lease WHERE until > clock_timestamp())
            OR EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = '{PostgresServer.ApplicationName}')
        """;

    public static async Task<Restored> RunAsync(string connectionString, RestoreOrder order, string folder, CancellationToken cancellationToken)
    {
        await using var store = (PostgresStore)await PostgresStore.OpenServerAsync(connectionString + OwnName, order.Seal, cancellationToken);
        await FreeAsync(store.Server, cancellationToken);
        var bot = await store.MetaAsync(Store.BotMeta, cancellationToken);
        var replaced = new Replaced(bot, store.ForgetKey, await store.ForgottenAsync(unlisted: false, cancellationToken));
        var temp = Path.Combine(Path.GetFullPath(folder), $"ontime-{Environment.ProcessId}.restoring");
        try
        {
            var (people, forgotten) = await Task.Run(
                () => BackupFile.Explained(
                    temp,
                    () =>
                    {
                        Directory.CreateDirectory(folder);
                        return Restoring.Prepare(order, temp, replaced, cancellationToken);
                    },
                    cancellationToken),
                cancellationToken);

            // A store that no bot ever claimed holds nothing.
            var before = bot is null ? null : Unused(folder);
            if (before is not null)
            {
                await store.BackupAsync(before, replace: false, cancellationToken);
            }

            await store.Server.RunAsync(connection => Task.Run(() => Fill(connection, store.Server, temp, cancellationToken), cancellationToken), cancellationToken);
            return new Restored(people, forgotten, before);
        }
        finally
        {
            File.Delete(temp);
        }
    }

    /// <summary>The lease first: where a bot takes it at this moment, one of the two waits for the other.</summary>
    private static bool Fill(NpgsqlConnection connection, PostgresServer server, string temp, CancellationToken cancellationToken)
    {
        using var all = connection.BeginTransaction();
        using (var file = SqliteFile.Open(temp, SqliteOpenMode.ReadOnly))
        {
            Run(connection, $"LOCK TABLE lease, {string.Join(", ", PostgresCopy.Names(file))} IN ACCESS EXCLUSIVE MODE");
            if (InUse(connection))
            {
                throw Refusal(server);
            }

            Run(connection, $"TRUNCATE {string.Join(", ", PostgresCopy.Names(file))}");
        }

        PostgresCopy.In(connection, temp, cancellationToken);
        all.Commit();
        return true;
    }

    private static async Task FreeAsync(PostgresServer server, CancellationToken cancellationToken)
    {
        if (await server.RunAsync(connection => Task.FromResult(InUse(connection)), cancellationToken))
        {
            throw Refusal(server);
        }
    }

    private static bool InUse(NpgsqlConnection connection)
    {
        using var ask = new NpgsqlCommand(Used, connection);
        return (bool)ask.ExecuteScalar()!;
    }

    private static StoreException Refusal(PostgresServer server) =>
        new($"A bot runs on the PostgreSQL database {server.Name}, or was killed in the last {Lease.Length.TotalSeconds:0} s. Stop every one, then restore.") { InUse = true };

    private static string Unused(string folder) => Enumerable.Range(1, int.MaxValue)
        .Select(n => Path.Combine(Path.GetFullPath(folder), $"before-restore{(n == 1 ? "" : $"-{n}")}.db")).First(name => !File.Exists(name));

    private static void Run(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
