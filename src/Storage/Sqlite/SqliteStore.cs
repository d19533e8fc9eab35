using Microsoft.Data.Sqlite;
using NodaTime;

namespace Ontime.Storage.Sqlite;

/// <summary>One file, one process. Writes go through one connection, reads through a second one that never waits for them.</summary>
internal sealed partial class SqliteStore : Store
{
    private const int AtOnce = 5_000;
    private const string Patience = "PRAGMA busy_timeout = 1000;";

    private readonly FileStream? hold;
    private readonly SqliteWorker writer;
    private readonly SqliteWorker reader;
    private bool wipeOwed;

    private SqliteStore(SqliteWorker writer, SqliteWorker reader, FileStream? hold) =>
        (this.writer, this.reader, this.hold, Broadcasts, Statistics) =
            (writer, reader, hold, new SqliteBroadcasts(writer, reader, row => Seal.OpenOrLeave(row)), new SqliteStatistics(writer, reader));

    public override Broadcasts Broadcasts { get; }

    public override Statistics Statistics { get; }

    public override Lease Lease { get; } = new SqliteLease();

    public override Feed Feed => new SqliteFeed(reader);

    /// <summary>SQLite goes on with a file that was deleted; the system gives it up with the last process that has it. Null: it is there.</summary>
    private string? Gone => writer.Path == InMemoryPath || File.Exists(writer.Path)
        ? null
        : $"The file of the store {writer.Path} is gone, and with the end of this process everything in it. Before you stop it have a copy made: /admin backup.";

    /// <summary>The seam of the tests that die in the middle: begun, decided, written, committed.</summary>
    internal Action<string>? Crash { get; set; }

    /// <summary>For tests that break something under the store.</summary>
    internal SqliteWorker Writer => writer;

    public static async Task<Store> OpenFileAsync(string path, Seal seal, CancellationToken cancellationToken)
    {
        path = SqliteFile.Full(path);
        var store = await Task.Run(() => OpenFile(path), cancellationToken);
        return await store.UnlockAsync(seal, path, looking: false, cancellationToken);
    }

    public static async Task<Store> LookIntoAsync(string path, Seal seal, CancellationToken cancellationToken)
    {
        path = SqliteFile.Full(path);
        var store = await Task.Run(() => OpenToRead(path), cancellationToken);
        return await store.UnlockAsync(seal, path, looking: true, cancellationToken);
    }

    /// <summary>One connection for everything: a second one would see another, empty store.</summary>
    public static SqliteStore OpenMemory()
    {
        // Not SqliteOpenMode.Memory: a backup would inherit it, and be written into memory as well.
        var session = SqliteFile.Open(InMemoryPath, SqliteOpenMode.ReadWriteCreate);
        SqliteSchema.Migrate(session, InMemoryPath, SqliteSchema.Scripts);
        var worker = new SqliteWorker(session, InMemoryPath, "store");
        var store = new SqliteStore(worker, worker, hold: null);
        session.Execute("INSERT INTO meta (name, value) VALUES ($1, $2)", ForgetMeta, Seal.None.CloseText(MetaTable, 0, store.ForgetKey.Secret));
        return store;
    }

    public override Task<Turned<T>> TurnAsync<T>(
        TurnRequest request, Func<TurnLoad, (TurnWrite Write, T Result)> decide, CancellationToken cancellationToken) =>
        writer.RunAsync(
            session =>
            {
                var (turned, forgets) = session.Transaction(() =>
                {
                    Crash?.Invoke("begun");
                    var load = SqliteTurn.Load(session, request, Seal);
                    var (write, result) = decide(load);
                    TurnRules.Check(request, load, write);
                    Crash?.Invoke("decided");
                    var (outbox, withdrawn) = SqliteTurn.Write(session, request, load, write, Seal, ForgetKey);
                    Crash?.Invoke("written");
                    return (new Turned<T>(result, outbox, withdrawn), write.Forgotten.Count > 0);
                });
                Crash?.Invoke("committed");
                wipeOwed = (wipeOwed || forgets) && !Wipe(session);
                return turned;
            },
            cancellationToken);

    public override Task RecordAsync(Deliveries deliveries, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            SqliteTurn.Record(session, deliveries);
            return true;
        },
        cancellationToken);

    public override async Task DueNowAsync(Instant now, CancellationToken cancellationToken)
    {
        // In portions: no turn waits for all of them.
        while (await WriteAsync(
            session => session.Execute(
                "UPDATE members SET due_at = $1 WHERE chat_id IN (SELECT chat_id FROM members WHERE due_at > $1 LIMIT $2)", now.Cell(), AtOnce),
            cancellationToken) == AtOnce)
        {
        }
    }

    public override async Task<int> PruneAsync(Instant now, CancellationToken cancellationToken)
    {
        var (all, some) = (0, AtOnce);
        while (some == AtOnce)
        {
            some = await WriteAsync(
                session => session.Execute(
                    "DELETE FROM handled_updates WHERE update_id IN (SELECT update_id FROM handled_updates WHERE at < $1 LIMIT $2)",
                    (now - HandledFor).Cell(), AtOnce),
                cancellationToken);
            all += some;
        }

        await WriteAsync(session => session.Execute("DELETE FROM audit WHERE refused = 1 AND at < $1", (now - RefusedFor).Cell()), cancellationToken);
        await WriteAsync(session => session.Execute("DELETE FROM dead_letters WHERE at < $1", (now - FailedFor).Cell()), cancellationToken);
        await Broadcasts.FoldAsync(now - CastFor, cancellationToken);
        await writer.RunAsync(session => wipeOwed = wipeOwed && !Wipe(session), cancellationToken);
        return Gone is { } trouble ? throw new StoreException(trouble) : all;
    }

    public override async ValueTask DisposeAsync()
    {
        // ORDER MATTERS: the last connection to close tidies up the -wal file, and only the writer may write.
        if (reader != writer)
        {
            await reader.DisposeAsync();
        }

        await writer.DisposeAsync();
        if (hold is not null)
        {
            await hold.DisposeAsync();
        }
    }

    private static SqliteStore OpenToRead(string path)
    {
        SqliteSession? session = null;
        try
        {
            session = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
            session.Script(Patience);
            if (SqliteSchema.Version(session, path, SqliteSchema.Scripts.Count) < SqliteSchema.Scripts.Count)
            {
                throw new StoreException($"The store {path} was written by an older version of this program. Start the bot once: it brings the store forward.");
            }

            var worker = new SqliteWorker(session, path, "store reader");
            return new SqliteStore(worker, worker, hold: null);
        }
        catch (Exception fault)
        {
            session?.Dispose();
            if (fault is SqliteException sqlite)
            {
                throw SqliteFault.Explain(sqlite, path);
            }

            throw;
        }
    }

    private static SqliteStore OpenFile(string path)
    {
        var held = SqliteFile.Hold(path);
        SqliteSession? session = null;
        try
        {
            session = SqliteFile.Open(path, SqliteOpenMode.ReadWrite);
            SqliteSchema.Version(session, path, SqliteSchema.Scripts.Count);
            session.Script(Patience + "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            SqliteSchema.Migrate(session, path, SqliteSchema.Scripts);
            var reading = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
            reading.Script(Patience);
            var owed = !Wipe(session); // the last process may have been killed before it wiped
            return new SqliteStore(new SqliteWorker(session, path, "store"), new SqliteWorker(reading, path, "store reader"), held) { wipeOwed = owed };
        }
        catch (Exception fault)
        {
            session?.Dispose();
            held.Dispose();
            if (fault is SqliteException sqlite)
            {
                throw SqliteFault.Explain(sqlite, path);
            }

            throw;
        }
    }

    private Task<T> WriteAsync<T>(Func<SqliteSession, T> job, CancellationToken cancellationToken) =>
        writer.RunAsync(session => session.Transaction(() => job(session)), cancellationToken);

    // What was erased still stands in the -wal file until that is emptied. False: a reader is in the middle, and the next turn tries again;
    // no turn waits for it.
    private static bool Wipe(SqliteSession session)
    {
        try
        {
            session.Script("PRAGMA busy_timeout = 0");
            return session.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is 0L;
        }
        catch (SqliteException)
        {
            // The turn is committed: its answer must not be a fault.
            return false;
        }
        finally
        {
            session.Script(Patience);
        }
    }
}
