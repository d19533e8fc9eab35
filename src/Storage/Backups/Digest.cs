using System.Buffers.Binary;
using System.Security.Cryptography;
using Ontime.Storage.Sqlite;
using SQLitePCL;

namespace Ontime.Storage.Backups;

/// <summary>
/// A hash of every cell of every table. It is written into a backup and held against it later: SQLite's own check finds broken pages, not a
/// flipped bit within a cell.
/// </summary>
internal static class Digest
{
    public const string Meta = "backup_digest";

    /// <param name="cancellationToken">Looked at for each table and every few thousand rows.</param>
    public static string Of(SqliteSession session, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var tables = session.Rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.GetString(0));
        foreach (var table in tables)
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(table));
            Add(hash, session, $"SELECT * FROM {table}" + (table == "meta" ? $" WHERE name <> '{Meta}'" : ""), cancellationToken);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The rows come by primary key: every table is written anew by a backup, and read in that order.
    private static void Add(IncrementalHash hash, SqliteSession session, string sql, CancellationToken cancellationToken)
    {
        Span<byte> head = stackalloc byte[1 + sizeof(int)];
        raw.sqlite3_prepare_v2(session.Handle, sql, out var statement);
        using (statement)
        {
            var columns = raw.sqlite3_column_count(statement);
            int code;
            for (var rows = 0; (code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW; rows++)
            {
                if (rows % 4096 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                for (var column = 0; column < columns; column++)
                {
                    head[0] = (byte)raw.sqlite3_column_type(statement, column);
                    var cell = raw.sqlite3_column_blob(statement, column);
                    BinaryPrimitives.WriteInt32LittleEndian(head[1..], cell.Length);
                    hash.AppendData(head);
                    hash.AppendData(cell);
                }
            }

            if (code != raw.SQLITE_DONE)
            {
                throw new Microsoft.Data.Sqlite.SqliteException("A table cannot be read.", code, raw.sqlite3_extended_errcode(session.Handle));
            }
        }
    }
}
