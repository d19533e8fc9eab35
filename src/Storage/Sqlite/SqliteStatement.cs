using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ontime.Storage.Sqlite;

/// <summary>A prepared statement that gives no rows. Straight to SQLite: a turn has dozens of them, and a command of the library costs more than the statement.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly List<int> places = [];

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out statement));
    }

    /// <summary>The number of rows it changed.</summary>
    public int Execute(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i == places.Count)
            {
                // $2 may stand before $1: SQLite counts by first appearance. 0: the statement does not need it.
                places.Add(raw.sqlite3_bind_parameter_index(statement, $"${i + 1}"));
            }

            if (places[i] > 0)
            {
                Check(Bind(places[i], values[i]));
            }
        }

        try
        {
            Check(raw.sqlite3_step(statement));
            return raw.sqlite3_changes(database);
        }
        finally
        {
            // Its code is that of the step, which was thrown already.
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose() => statement.Dispose();

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, place),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        string text => raw.sqlite3_bind_text(statement, place, text),
        byte[] bytes => raw.sqlite3_bind_blob(statement, place, bytes),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType().Name, "No cell takes this type."),
    };

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
