using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public sealed class PostgresStoreTests : PostgresContract
{
    private protected override Seal Seal => Seal.None;
}

/// <summary>With a key everything is as without.</summary>
public sealed class SealedPostgresStoreTests : PostgresContract
{
    private protected override Seal Seal { get; } = new([SealTests.Key(1)]);
}

public abstract class PostgresContract : StoreContract
{
    private PostgresDatabase? database;

    private protected abstract Seal Seal { get; }

    protected override async Task<Store> OpenAsync()
    {
        database = await Servers.DatabaseAsync();
        return await Store.OpenPostgresAsync(database.Connection, Seal, CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await base.DisposeAsync();
            await database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
