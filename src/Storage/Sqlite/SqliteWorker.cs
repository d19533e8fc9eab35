using Microsoft.Data.Sqlite;

namespace Ontime.Storage.Sqlite;

/// <summary>A connection on a thread of its own: SQLite's API is synchronous, and nobody else's thread should wait for a disk.</summary>
internal sealed class SqliteWorker : IAsyncDisposable
{
    private readonly Queue<Action> jobs = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SqliteSession session;
    private bool closed;

    public SqliteWorker(SqliteSession session, string path, string name)
    {
        this.session = session;
        Path = path;
        new Thread(Work) { IsBackground = true, Name = name }.Start();
    }

    /// <summary>The file of the connection.</summary>
    public string Path { get; }

    public Task<T> RunAsync<T>(Func<SqliteSession, T> job, CancellationToken cancellationToken)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (jobs)
        {
            ObjectDisposedException.ThrowIf(closed, "The store is closed.");
            jobs.Enqueue(() => Run(job, done, cancellationToken));
            Monitor.Pulse(jobs);
        }

        return done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        lock (jobs)
        {
            closed = true;
            Monitor.Pulse(jobs);
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
            done.SetException(SqliteFault.Explain(fault, Path));
        }
        catch (Exception fault)
        {
            done.SetException(fault);
        }
    }

    private void Work()
    {
        while (Next() is { } job)
        {
            job();
        }

        session.Dispose();
        ended.SetResult();
    }

    /// <summary>Waits without spinning: a processor's time is better spent by those who bring the next job. Null: closed, and nothing is left.</summary>
    private Action? Next()
    {
        lock (jobs)
        {
            while (jobs.Count == 0)
            {
                if (closed)
                {
                    return null;
                }

                Monitor.Wait(jobs);
            }

            return jobs.Dequeue();
        }
    }
}
