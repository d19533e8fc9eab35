using Microsoft.Data.Sqlite;

namespace Ontime.Storage.Sqlite;

/// <summary>SQLite's result codes (sqlite.org/rescode.html) as sentences for the operator.</summary>
internal static class SqliteFault
{
    private const int Permission = 3, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14,
        Constraint = 19, NotADatabase = 26;

    public static Exception Explain(SqliteException fault, string path) => fault.SqliteErrorCode switch
    {
        Busy or Locked => new StoreException(
            $"The store {path} is locked by another program; nothing was changed. Close what has it open.", transient: true, fault),
        Full => new StoreException(
            $"The disk that holds the store {path} is full; nothing was changed. Free some space.", transient: true, fault),
        InputOutput => new StoreException(
            $"The disk that holds the store {path} failed to read or write; nothing was changed. Check the disk.", transient: true, fault),
        Permission or ReadOnly or CannotOpen => new StoreException(
            $"The store {path} cannot be opened for writing. Check the rights of the file and its directory.", transient: false, fault),
        Corrupt => new StoreException(
            $"The store {path} is damaged. Put a backup in its place.", transient: false, fault),
        NotADatabase => new StoreException(
            $"The file {path} is not a store of this bot. Name another file in Storage:Path, or put a backup in its place.", transient: false, fault),
        Constraint => new InvalidOperationException($"The write breaks a rule of the store: {fault.Message}", fault),
        _ => new StoreException(
            $"The store {path} failed with SQLite code {fault.SqliteExtendedErrorCode}. See sqlite.org/rescode.html.", transient: false, fault),
    };
}
