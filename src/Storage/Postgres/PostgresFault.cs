using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>PostgreSQL's error codes (postgresql.org/docs/current/errcodes-appendix.html) as sentences for the operator.</summary>
internal static class PostgresFault
{
    /// <summary>Npgsql has no names for them.</summary>
    private const string IdleSessionTimeout = "57P05", IdleInTransactionTimeout = "25P03";

    public static bool Is(Exception fault) => fault is NpgsqlException or TimeoutException;

    public static Exception Explain(Exception fault, PostgresServer server) => fault switch
    {
        PostgresException told => Told(told, server),
        // Where the answer to a commit got lost, nobody here knows whether it counts. A repeated update is dropped by its id.
        _ => new StoreException(
            $"The PostgreSQL database {server.Name} does not answer. Start the server, or check the network and Storage:Postgres.", transient: true, fault),
    };

    private static Exception Told(PostgresException told, PostgresServer server) => told.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Lasting(
            $"The PostgreSQL database {server.Name} refuses the user {server.User}. Check user name and password in Storage:Postgres, and pg_hba.conf of the server."),
        PostgresErrorCodes.InvalidCatalogName => Lasting(
            $"There is no PostgreSQL database {server.Name}. Make it (createdb), or name another one in Storage:Postgres."),
        PostgresErrorCodes.InsufficientPrivilege => Lasting(
            $"The user {server.User} may not do this in the PostgreSQL database {server.Name}. Make that user the owner of the database."),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName => Lasting(
            $"The PostgreSQL database {server.Name} is not a store of this bot any more: a table is missing or changed. Put a backup in its place."),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Lasting(
            $"The PostgreSQL database {server.Name} is damaged. Put a backup in its place."),
        PostgresErrorCodes.DiskFull => Passing(
            $"The disk of the PostgreSQL server of {server.Name} is full; nothing was changed. Free some space."),
        PostgresErrorCodes.IoError => Passing(
            $"The disk of the PostgreSQL server of {server.Name} failed to read or write; nothing was changed. Check the disk."),
        PostgresErrorCodes.OutOfMemory or PostgresErrorCodes.InsufficientResources or PostgresErrorCodes.ConfigurationLimitExceeded => Passing(
            $"The PostgreSQL server of {server.Name} is out of memory or another resource; nothing was changed. See its log."),
        PostgresErrorCodes.TooManyConnections => Passing(
            $"The PostgreSQL server of {server.Name} takes no more connections. Raise its max_connections, or set Maximum Pool Size in Storage:Postgres."),
        PostgresErrorCodes.ReadOnlySqlTransaction => Passing(
            $"The PostgreSQL database {server.Name} takes no writes; nothing was changed. It is a standby or set read only: name the primary in Storage:Postgres."),
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.QueryCanceled => Passing(
            $"Somebody else held the PostgreSQL database {server.Name} too long; nothing was changed. It is tried again."),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
            or PostgresErrorCodes.DatabaseDropped or PostgresErrorCodes.ObjectNotInPrerequisiteState
            or IdleInTransactionTimeout or IdleSessionTimeout => Passing(
            $"The PostgreSQL server of {server.Name} is stopping, starting, or has ended the connection; nothing was changed. Wait, or start it."),
        // The message names the constraint; the values stand in Detail, which Npgsql keeps back.
        var state when state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) =>
            new InvalidOperationException($"The write breaks a rule of the store: {told.Message}", told),
        var state => new StoreException(
            $"The PostgreSQL database {server.Name} failed with SQLSTATE {state}. See the server's log.", told.IsTransient, told),
    };

    private static StoreException Lasting(string message) => new(message);

    private static StoreException Passing(string message) => new(message, transient: true);
}
