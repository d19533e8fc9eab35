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
        await listen.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>What was told since the last call; waits for something, or for as long as given.</summary>
    public async Task<IReadOnlyList<string>> HearAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        try
        {
            if (heard.Count == 0)
            {
                await connection.WaitAsync(longest, cancellationToken);
            }
        }
        catch (Exception fault) when (PostgresFault.Is(fault))
        {
            throw PostgresFault.Explain(fault, server);
        }

        string[] payloads = [.. heard];
        heard.Clear();
        return payloads;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
