using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly StoreFile file = new();

    protected override Task<Store> OpenAsync() => file.OpenAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        file.Dispose();
    }
}

public sealed class InMemoryStoreTests : StoreContract
{
    protected override Task<Store> OpenAsync() => Task.FromResult(Store.InMemory());
}

/// <summary>With a key everything is as without.</summary>
public sealed class SealedStoreTests : StoreContract
{
    private readonly StoreFile file = new();

    protected override Task<Store> OpenAsync() => Store.OpenAsync(file.Path, new Seal([SealTests.Key(1)]), CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        file.Dispose();
    }
}
