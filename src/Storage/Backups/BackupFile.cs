using Microsoft.Data.Sqlite;
using Ontime.Storage.Sqlite;

namespace Ontime.Storage.Backups;

/// <summary>A backup is one SQLite file, whichever engine it was taken from: complete or not there, for its owner only, and checked as it is written.</summary>
internal static class BackupFile
{
    private const string Unfinished = ".part";

    /// <param name="replace">False: a file that is there is refused.</param>
    /// <param name="fill">Writes a store into the empty file it is given the path of.</param>
    public static void Write(string file, bool replace, Action<string> fill, CancellationToken cancellationToken)
    {
        file = Path.GetFullPath(file);
        if (!replace && File.Exists(file))
        {
            throw new StoreException($"The file {file} is there already, and a backup overwrites nothing. Name another one.");
        }

        var part = file + Unfinished;
        Explained(
            file,
            () =>
            {
                File.Delete(part); // what a killed process left
                SqliteFile.Touch(part, FileShare.None).Dispose();
                try
                {
                    fill(part);
                    Sign(part, cancellationToken);
                    Flush(part);
                    File.Move(part, file, replace);
                    return true;
                }
                catch
                {
                    File.Delete(part);
                    throw;
                }
            },
            cancellationToken);
    }

    /// <summary>Runs what writes a large file, and says what went wrong with it.</summary>
    public static T Explained<T>(string file, Func<T> write, CancellationToken cancellationToken)
    {
        try
        {
            return write();
        }
        catch (SqliteException fault)
        {
            throw fault.SqliteErrorCode switch
            {
                SQLitePCL.raw.SQLITE_INTERRUPT => new OperationCanceledException(cancellationToken),
                SQLitePCL.raw.SQLITE_FULL => new StoreException($"The disk is full: {file} could not be written, and nothing was changed. Free some space.", transient: true, fault),
                _ => new StoreException($"{file} could not be written (SQLite code {fault.SqliteExtendedErrorCode}). Check the disks and the store.", transient: true, fault),
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"{file} could not be written ({fault.GetType().Name}). Check that its folder is there, its rights, and the space.", transient: true, fault);
        }
    }

    /// <summary>Opens a backup, or a copy of a store, and makes sure of it.</summary>
    /// <exception cref="StoreException">It is damaged, foreign, newer than this program, or not there.</exception>
    public static SqliteSession Open(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new StoreException($"There is no file {file}.");
        }

        SqliteSession? session = null;
        try
        {
            session = SqliteFile.Open(file, SqliteOpenMode.ReadOnly);
            using var giving = session.InterruptWith(cancellationToken);
            if (SqliteSchema.Version(session, file, SqliteSchema.Scripts.Count) == 0)
            {
                throw new StoreException($"The file {file} is empty: it is no backup.");
            }

            if (CutShort(session, file)
                || session.Scalar("PRAGMA integrity_check(1)") is not "ok"
                || (session.Scalar("SELECT value FROM meta WHERE name = $1", Digest.Meta) is string written && written != Digest.Of(session, cancellationToken)))
            {
                throw Damaged(file);
            }

            return session;
        }
        catch (Exception fault)
        {
            session?.Dispose();
            throw fault switch
            {
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_INTERRUPT } => new OperationCanceledException(cancellationToken),
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_NOTADB } => new StoreException($"The file {file} is no backup of this bot."),
                SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CANTOPEN } => new StoreException($"The file {file} cannot be read. Check its rights."),
                SqliteException => Damaged(file),
                _ => fault,
            };
        }
    }

    public static void Flush(string file)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    // SQLite reads a page that ends too soon as if zeros followed. With a log beside it the newest pages may stand there alone.
    private static bool CutShort(SqliteSession session, string file) => !File.Exists($"{file}-wal")
        && new FileInfo(file).Length < (long)session.Scalar("PRAGMA page_count")! * (long)session.Scalar("PRAGMA page_size")!;

    private static StoreException Damaged(string file) => new($"The backup {file} is damaged: something in it was changed or is missing. Take another one.");

    private static void Sign(string part, CancellationToken cancellationToken)
    {
        using var session = SqliteFile.Open(part, SqliteOpenMode.ReadWrite);
        session.Execute("DELETE FROM meta WHERE name = $1", Digest.Meta);
        session.Execute("INSERT INTO meta (name, value) VALUES ($1, $2)", Digest.Meta, Digest.Of(session, cancellationToken));
    }
}
