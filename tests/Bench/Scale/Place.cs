using Npgsql;
using Ontime.Bot.Tests.Storage;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>Where the members of a run are kept; gone with it.</summary>
internal sealed class Place : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-scale-").FullName;
    private readonly PostgresDatabase? _database;

    private Place(PostgresDatabase? database) => _database = database;

    /// <summary>The settings by which a bot finds them.</summary>
    public Dictionary<string, string> Environment =>
        _database is null ? new() { ["Storage__Path"] = File } : new() { ["Storage__Postgres"] = _database.Connection };

    private string File => Path.Combine(_folder, "coach.db");

    /// <param name="cluster">Null: a file of SQLite.</param>
    public static async Task<Place> MakeAsync(PostgresCluster? cluster) => new(cluster is null ? null : await cluster.MakeAsync());

    public Task<Store> OpenAsync() => _database is null
        ? Store.OpenAsync(File, CancellationToken.None)
        : Store.OpenPostgresAsync(_database.Connection, Seal.None, CancellationToken.None);

    /// <summary>As a server that has run for a while: without this the first look-ups would pay for the filling.</summary>
    public async Task RestAsync()
    {
        if (_database is not null)
        {
            await _database.RunAsync("VACUUM ANALYZE");
            await _database.RunAsync("CHECKPOINT");
        }
    }

    public async Task<double> BytesAsync()
    {
        if (_database is null)
        {
            return new DirectoryInfo(_folder).EnumerateFiles("coach.db*").Sum(file => file.Length);
        }

        await using var source = NpgsqlDataSource.Create(_database.Connection);
        await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
