using System.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using Ontime.Storage.Sqlite;

namespace Ontime.Storage.Postgres;

/// <summary>
/// Copies every table between a database and a store file of today's schema. Both have the same tables and columns, so the file says what there is
/// to copy; only the lease stays where it is. On a thread that may block.
/// </summary>
internal static class PostgresCopy
{
    private sealed record Column(string Name, string Type);

    /// <summary>Writes everything, as of one moment, into an empty file.</summary>
    public static void Out(NpgsqlConnection connection, string file, CancellationToken cancellationToken)
    {
        using var store = SqliteFile.Open(file, SqliteOpenMode.ReadWrite);
        store.Script("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;");
        SqliteSchema.Migrate(store, file, SqliteSchema.Scripts);
        using var moment = connection.BeginTransaction(IsolationLevel.RepeatableRead);
        store.Transaction(() =>
        {
            foreach (var (table, columns) in Tables(store))
            {
                Out(connection, store, table, columns, cancellationToken);
            }

            foreach (var table in Counted(store))
            {
                // Ids that were given are not given again, also where their rows are gone.
                store.Execute("DELETE FROM sqlite_sequence WHERE name = $1", table);
                store.Execute("INSERT INTO sqlite_sequence (name, seq) VALUES ($1, $2)", table, Long(connection, $"SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('{table}', 'id')), 0)"));
            }

            return true;
        });
        moment.Rollback();
    }

    /// <summary>Fills the tables, which are empty, inside the transaction that is open.</summary>
    public static void In(NpgsqlConnection connection, string file, CancellationToken cancellationToken)
    {
        using var store = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
        foreach (var (table, columns) in Tables(store))
        {
            In(connection, store, table, columns, cancellationToken);
        }

        foreach (var table in Counted(store))
        {
            var last = store.Scalar("SELECT seq FROM sqlite_sequence WHERE name = $1", table) as long? ?? 0;
            Long(connection, $"SELECT setval(pg_get_serial_sequence('{table}', 'id'), greatest({last}, 1), {(last > 0 ? "true" : "false")})");
        }

        // Its ids count up by themselves in the file.
        Long(connection, "SELECT setval(pg_get_serial_sequence('dead_letters', 'id'), (SELECT coalesce(max(id), 0) + 1 FROM dead_letters), false)");
    }

    /// <summary>In the order in which they were made: what is referred to comes first.</summary>
    public static IReadOnlyList<string> Names(SqliteSession store) => store.Rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid", row => row.GetString(0));

    private static List<(string Table, List<Column> Columns)> Tables(SqliteSession store) => [.. Names(store).Select(table => (table, store.Rows(
        $"SELECT name, type FROM pragma_table_info('{table}') ORDER BY cid", row => new Column(row.GetString(0), row.GetString(1)))))];

    private static List<string> Counted(SqliteSession store) => store.Rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%' ORDER BY rowid", row => row.GetString(0));

    private static void Out(NpgsqlConnection connection, SqliteSession store, string table, List<Column> columns, CancellationToken cancellationToken)
    {
        var list = string.Join(", ", columns.Select(column => column.Name));
        var insert = $"INSERT INTO {table} ({list}) VALUES ({string.Join(", ", columns.Select((_, n) => $"${n + 1}"))})";
        var cast = string.Join(", ", columns.Select(column => $"{column.Name}::{column.Type switch { "INTEGER" => "bigint", "TEXT" => "text", _ => "bytea" }}"));
        using var rows = connection.BeginBinaryExport($"COPY (SELECT {cast} FROM {table}) TO STDOUT (FORMAT BINARY)");
        var cells = new object?[columns.Count];
        while (rows.StartRow() >= 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var n = 0; n < cells.Length; n++)
            {
                cells[n] = Next(rows, columns[n]);
            }

            store.Execute(insert, cells);
        }
    }

    private static object? Next(NpgsqlBinaryExporter rows, Column column)
    {
        if (rows.IsNull)
        {
            rows.Skip();
            return null;
        }

        return column.Type switch
        {
            "INTEGER" => rows.Read<long>(NpgsqlDbType.Bigint),
            "TEXT" => rows.Read<string>(NpgsqlDbType.Text),
            _ => rows.Read<byte[]>(NpgsqlDbType.Bytea),
        };
    }

    private static void In(NpgsqlConnection connection, SqliteSession store, string table, List<Column> columns, CancellationToken cancellationToken)
    {
        var types = Types(connection, table);
        var list = string.Join(", ", columns.Select(column => column.Name));
        using var rows = connection.BeginBinaryImport($"COPY {table} ({list}) FROM STDIN (FORMAT BINARY)");
        rows.Timeout = TimeSpan.FromHours(1);
        store.Each($"SELECT {list} FROM {table}", row =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.StartRow();
            for (var n = 0; n < columns.Count; n++)
            {
                Write(rows, row, n, types[columns[n].Name]);
            }
        });
        rows.Complete();
    }

    private static void Write(NpgsqlBinaryImporter rows, SqliteDataReader row, int n, string type)
    {
        if (row.IsDBNull(n))
        {
            rows.WriteNull();
            return;
        }

        switch (type)
        {
            case "bigint":
                rows.Write(row.GetInt64(n), NpgsqlDbType.Bigint);
                break;
            case "integer":
                rows.Write(row.GetInt32(n), NpgsqlDbType.Integer);
                break;
            case "text":
                rows.Write(row.GetString(n), NpgsqlDbType.Text);
                break;
            default:
                rows.Write(row.Bytes(n), NpgsqlDbType.Bytea);
                break;
        }
    }

    private static Dictionary<string, string> Types(NpgsqlConnection connection, string table)
    {
        using var ask = new NpgsqlCommand("SELECT column_name::text, data_type::text FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1", connection);
        ask.Parameters.Add(new NpgsqlParameter { Value = table });
        using var answer = ask.ExecuteReader();
        var types = new Dictionary<string, string>(StringComparer.Ordinal);
        while (answer.Read())
        {
            types.Add(answer.GetString(0), answer.GetString(1));
        }

        return types;
    }

    private static long Long(NpgsqlConnection connection, string sql)
    {
        using var ask = new NpgsqlCommand(sql, connection);
        return (long)ask.ExecuteScalar()!;
    }
}
