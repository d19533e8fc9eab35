using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public sealed class PostgresStoreTests : StoreContract
{
    private PostgresDatabase? database;

    protected override async Task<Store> OpenAsync()
    {
        database = await Servers.DatabaseAsync();
        return await Store.OpenPostgresAsync(database.Connection, CancellationToken.None);
    }

    public override async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await base.DisposeAsync();
            await database.DisposeAsync();
        }
    }
}
