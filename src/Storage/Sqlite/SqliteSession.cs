using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ontime.Storage.Sqlite;

/// <summary>An open connection and its prepared commands. Used by one thread at a time. Parameters are written $1, $2, …</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SqliteStatement> statements = new(StringComparer.Ordinal);

    public sqlite3 Handle => connection.Handle!;

    /// <summary>Ends a statement under way: it throws SQLITE_INTERRUPT.</summary>
    public CancellationTokenRegistration InterruptWith(CancellationToken cancellationToken) =>
        cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));

    /// <summary>The number of rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements.Add(sql, statement = new SqliteStatement(connection.Handle!, sql));
        }

        return statement.Execute(values);
    }

    /// <summary>The first cell of the first row; null where there is no row or the cell is null.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) =>
        Prepare(sql, values).ExecuteScalar() is { } cell and not DBNull ? cell : null;

    public List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Prepare(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(Read(reader, read));
        }

        return rows;
    }

    /// <summary>A cell of another kind than the schema's: bits of the file have changed where SQLite itself does not look.</summary>
    private static T Read<T>(SqliteDataReader row, Func<SqliteDataReader, T> read)
    {
        try
        {
            return read(row);
        }
        catch (Exception fault) when (fault is InvalidOperationException or InvalidCastException or ArgumentException or OverflowException or FormatException)
        {
            throw new SqliteException($"A row cannot be read: {fault.GetType().Name}.", raw.SQLITE_CORRUPT);
        }
    }

    /// <summary>One row after the other, however many there are.</summary>
    public void Each(string sql, Action<SqliteDataReader> see)
    {
        using var reader = Prepare(sql, []).ExecuteReader();
        while (reader.Read())
        {
            see(reader);
        }
    }

    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return raw.sqlite3_last_insert_rowid(connection.Handle);
    }

    /// <summary>Several statements at once, not kept as prepared.</summary>
    public void Script(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>All or nothing. IMMEDIATE: the lock is taken before anything is read, so what was read stays true.</summary>
    public T Transaction<T>(Func<T> body)
    {
        RollBack();
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = body();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            RollBack();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    // SQLite ends a transaction by itself after some faults. A roll-back that fails is repeated before the next BEGIN.
    private void RollBack()
    {
        if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
        {
            try
            {
                Execute("ROLLBACK");
            }
            catch (SqliteException)
            {
            }
        }
    }

    private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Command(sql);
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
            }

            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
