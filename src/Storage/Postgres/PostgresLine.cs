using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>A connection that only listens.</summary>
internal sealed class PostgresLine(NpgsqlConnection connection, PostgresServer server) : IAsyncDisposable
{
    private readonly List<string> heard = [];

    public async Task ListenAsync(string channel, CancellationToken cancellationToken)
    {
        connection.Notification += (_, told) => heard.Add(told.Payload);
        await using var listen = new NpgsqlCommand($"LISTEN {channel}", connection);
        await server.OnAsync(connection, () => listen.ExecuteNonQueryAsync(cancellationToken));
    }

    /// <summary>What was told since the last call; waits for something, or for as long as given.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        if (heard.Count == 0)
        {
            await server.OnAsync(connection, () => connection.WaitAsync(longest, cancellationToken));
        }

        string[] payloads = [.. heard];
        heard.Clear();
        return payloads;
    }

    public async ValueTask DisposeAsync() => await PostgresServer.CloseAsync(connection);
}
