using System.Data;
using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>The connections to one database, and how it is named in messages: never by the connection string, which holds a password.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>
    /// Said in the start-up packet, so that they hold for each connection whatever it did before: a commit waits for the disk; whoever is cut
    /// off in the middle of a turn lets go of its locks before others give up waiting for them.
    /// </summary>
    private const string Session =
        "-c synchronous_commit=on -c idle_in_transaction_session_timeout=5s -c lock_timeout=8s -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    /// <summary>Before what the operator wrote, so that theirs wins.</summary>
    private const string Defaults =
        $"Timeout=5;Command Timeout=15;Keepalive=5;Maximum Pool Size=12;Max Auto Prepare=100;Auto Prepare Min Usages=2;Application Name={ApplicationName};";

    /// <summary>How a running bot is called in pg_stat_activity.</summary>
    public const string ApplicationName = "ontime";

    private const string OnlyLooking = " -c default_transaction_read_only=on";

    private readonly NpgsqlDataSource source;

    public PostgresServer(string connectionString, bool toRead)
    {
        var given = Parse(connectionString);
        given.Options = $"{Session}{(toRead ? OnlyLooking : "")} {given.Options}".TrimEnd();
        given.NoResetOnClose = true; // nothing of a session outlives its use here
        Name = $"{given.Database ?? given.Username} at {given.Host}{(given.Host?.StartsWith('/') == true ? "" : $":{given.Port}")}";
        User = given.Username ?? "";
        source = NpgsqlDataSource.Create(given);
    }

    /// <summary>The database, its host and port.</summary>
    public string Name { get; }

    public string User { get; }

    /// <summary>Runs one job on a connection of its own, and says in a person's words what went wrong.</summary>
    /// <param name="cancellationToken">Stops the waiting for a connection.</param>
    public async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> job, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        try
        {
            return await OnAsync(connection, () => job(connection));
        }
        finally
        {
            await CloseAsync(connection);
        }
    }

    /// <summary>A line that breaks while it is given back breaks nothing: what it was opened for is done, or its fault is told.</summary>
    public static async Task CloseAsync(NpgsqlConnection connection)
    {
        try
        {
            await connection.DisposeAsync();
        }
        catch (Exception fault) when (PostgresFault.Is(fault))
        {
            // The pool drops it.
        }
    }

    /// <summary>Statements that are one transaction; gives the answer of one of them.</summary>
    /// <param name="cancellationToken">Stops them too, so it is for what may be asked again.</param>
    public Task<List<T>> AskAsync<T>(Func<Statements, List<T>> ask, CancellationToken cancellationToken) => RunAsync(
        async connection =>
        {
            await using var statements = new Statements(connection);
            var answer = ask(statements);
            await statements.RunAsync(cancellationToken);
            return answer;
        },
        cancellationToken);

    /// <summary>A connection that was lost while nobody used it is no longer open: that is the server's fault, and not the caller's.</summary>
    public async Task<T> OnAsync<T>(NpgsqlConnection connection, Func<Task<T>> job)
    {
        try
        {
            return await job();
        }
        catch (InvalidOperationException fault) when (connection.State != ConnectionState.Open)
        {
            throw PostgresFault.Explain(fault, this);
        }
        catch (Exception fault) when (PostgresFault.Is(fault))
        {
            throw PostgresFault.Explain(fault, this);
        }
    }

    /// <summary>A connection that stays open and only listens; it counts among the pool's.</summary>
    public async Task<PostgresLine> ListenAsync(string channel, CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        var line = new PostgresLine(connection, this);
        try
        {
            await line.ListenAsync(channel, cancellationToken);
            return line;
        }
        catch
        {
            await line.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            return await source.OpenConnectionAsync(cancellationToken);
        }
        catch (Exception fault) when (PostgresFault.Is(fault))
        {
            throw PostgresFault.Explain(fault, this);
        }
    }

    private static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var given = new NpgsqlConnectionStringBuilder(Defaults + connectionString);
            return given.Host is null ? throw new ArgumentException("no host") : given;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException)
        {
            // Its words may quote the string, and that holds a password.
            throw new StoreException(
                "Storage:Postgres cannot be read. Write it like Host=db;Database=ontime;Username=ontime;Password=…, a semicolon between each two.");
        }
    }
}
