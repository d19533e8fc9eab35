using Npgsql;

namespace Ontime.Storage.Postgres;

/// <summary>Statements that travel together: one way to the server and back for all of them. Parameters are written $1, $2, …</summary>
internal sealed class Statements(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch batch = new(connection);
    private readonly List<Func<NpgsqlDataReader, Task>> answers = [];

    /// <summary>One that answers with no rows.</summary>
    public void Do(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
    }

    /// <summary>One that answers with rows; the list is filled when all of them ran.</summary>
    public List<T> Ask<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        List<T> rows = [];
        Do(sql, values);
        answers.Add(async reader =>
        {
            while (await reader.ReadAsync())
            {
                rows.Add(read(reader));
            }
        });
        return rows;
    }

    /// <summary>Empty afterwards, for the next ones.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(cancellationToken);
        batch.BatchCommands.Clear();
        answers.Clear();
    }

    public ValueTask DisposeAsync() => batch.DisposeAsync();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var answer in answers)
        {
            await answer(reader);
            await reader.NextResultAsync(cancellationToken);
        }

        // To the end: the fault of a later statement, the commit's too, is told only where it is reached.
        while (await reader.NextResultAsync(cancellationToken))
        {
        }
    }
}
