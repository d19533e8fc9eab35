using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>Knows a store of this bot by its table of versions, and brings an older one forward: one script a version, all in one transaction.</summary>
internal static class PostgresSchema
{
    /// <summary>v1.sql, v2.sql, … of Schema/Postgres, with the numbers of Schema/Sqlite. A script that was released is never changed.</summary>
    public static IReadOnlyList<string> Scripts { get; } = Storage.Scripts.Of("Postgres");

    /// <summary>Several processes may start at once: the first one brings the store forward, the others wait for it.</summary>
    public static async Task<bool> MigrateAsync(NpgsqlConnection connection, string name, IReadOnlyList<string> scripts)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await ScriptAsync(connection, $"SELECT pg_advisory_xact_lock({Locks.Schema})");
        var version = await VersionAsync(connection, name, scripts.Count);
        if (version == 0)
        {
            await ScriptAsync(connection, "CREATE TABLE schema_version (only_row integer PRIMARY KEY CHECK (only_row = 1), version integer NOT NULL)");
        }

        if (version < scripts.Count)
        {
            foreach (var script in scripts.Skip(version))
            {
                await ScriptAsync(connection, script);
            }

            await ScriptAsync(
                connection,
                $"INSERT INTO schema_version VALUES (1, {scripts.Count}) ON CONFLICT (only_row) DO UPDATE SET version = excluded.version");
        }

        await transaction.CommitAsync();
        return true;
    }

    /// <summary>The version of the store, 0 for an empty database. Changes nothing, so that a foreign database stays as it is.</summary>
    public static async Task<int> VersionAsync(NpgsqlConnection connection, string name, int newest)
    {
        await using var look = new Statements(connection);
        var tables = look.Ask("SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()", Tables.Text);
        await look.RunAsync(CancellationToken.None);
        if (tables.Count == 0)
        {
            return 0;
        }

        if (!tables.Contains("schema_version") || !tables.Contains("members"))
        {
            throw new StoreException($"The PostgreSQL database {name} holds tables of another program. Name a database of its own in Storage:Postgres.");
        }

        await using var ask = new Statements(connection);
        var version = ask.Ask("SELECT version FROM schema_version", row => row.GetInt32(0));
        await ask.RunAsync(CancellationToken.None);
        return version[0] <= newest
            ? version[0]
            : throw new StoreException(
                $"The PostgreSQL database {name} was written by a newer version of this program (schema {version[0]}, known is {newest}). Run that version, or put an older backup in its place.");
    }

    private static async Task ScriptAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
