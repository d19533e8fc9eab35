using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Ontime.Storage.Sqlite;

/// <summary>A connection on a thread of its own: SQLite's API is synchronous, and nobody else's thread should wait for a disk.</summary>
internal sealed class SqliteWorker : IAsyncDisposable
{
    private readonly BlockingCollection<Action> jobs = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteSession session;
    private readonly string path;

    public SqliteWorker(SqliteSession session, string path, string name)
    {
        this.session = session;
        this.path = path;
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    public Task<T> RunAsync<T>(Func<SqliteSession, T> job, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            jobs.Add(() => Run(job, done, cancellationToken), CancellationToken.None);
        }
        catch (InvalidOperationException fault)
        {
            throw new ObjectDisposedException("The store is closed.", fault);
        }

        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended.Task.IsCompleted)
        {
            jobs.CompleteAdding();
        }

        await ended.Task;
    }

    private void Run<T>(Func<SqliteSession, T> job, TaskCompletionSource<T> done, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            done.SetCanceled(cancellationToken);
            return;
        }

        try
        {
            done.SetResult(job(session));
        }
        catch (SqliteException fault)
        {
            done.SetException(SqliteFault.Explain(fault, path));
        }
        catch (Exception fault)
        {
            done.SetException(fault);
        }
    }

    private void Work()
    {
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            job();
        }

        session.Dispose();
        jobs.Dispose();
        ended.SetResult();
    }
}
