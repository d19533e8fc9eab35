using Microsoft.Data.Sqlite;

namespace Ontime.Storage.Sqlite;

/// <summary>Opens connections, and holds a file for this process alone.</summary>
internal static class SqliteFile
{
    // What "another process holds it" is called: EWOULDBLOCK on Linux and on macOS, ERROR_SHARING_VIOLATION on Windows.
    private static readonly int[] HeldByAnother = [11, 35, unchecked((int)0x80070020)];

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The one name of a file, whatever links lead to it: its lock stands beside it, and a restore takes the place of the file, not of a link.</summary>
    public static string Full(string path)
    {
        path = Path.GetFullPath(path);
        try
        {
            return new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
        }
        catch (IOException)
        {
            // A link to itself: opening it says so.
            return path;
        }
    }

    /// <summary>The lock is the system's: it is gone with the process, however that ends. The empty lock file stays.</summary>
    public static FileStream Hold(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var held = Touch($"{path}.lock", FileShare.None);
            try
            {
                // ORDER MATTERS: closing any handle of a file drops SQLite's own locks on it in this process (POSIX), so not while a store has it.
                Touch(path, FileShare.ReadWrite | FileShare.Delete).Dispose();
                return held;
            }
            catch
            {
                held.Dispose();
                throw;
            }
        }
        catch (IOException fault) when (HeldByAnother.Contains(fault.HResult))
        {
            throw new StoreException(
                $"The store {path} is in use by another process. Stop that one, or name another file in Storage:Path.", inner: fault) { InUse = true };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                $"The store {path} cannot be written. Check that the path is a file, and the rights of its directory.", inner: fault);
        }
    }

    public static SqliteSession Open(string path, SqliteOpenMode mode)
    {
        // Pooling would keep a closed file open. The library's own time-out comes on top of busy_timeout, in whole seconds, 0 being for ever.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What stands in it is personal: for its owner only. SQLite gives the -wal and -shm files the rights of the store.</summary>
    public static FileStream Touch(string path, FileShare share)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
