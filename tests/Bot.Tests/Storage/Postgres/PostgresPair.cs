using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>Two processes, as far as the server can tell, on one store.</summary>
public abstract class PostgresPair : IAsyncLifetime
{
    protected static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private PostgresDatabase? database;

    internal PostgresDatabase Database => database!;

    protected Store One { get; private set; } = null!;

    protected Store Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        database = await Servers.DatabaseAsync();
        One = await OpenAsync();
        Other = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await One.DisposeAsync();
            await Other.DisposeAsync();
            await database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    internal Task<Store> OpenAsync(string more = "") => Store.OpenPostgresAsync(Database.Connection + more, Seal.None, CancellationToken.None);

    protected static OutboxRow Out(long chat, byte body = 0, string? about = null) => new(0, chat, 0, [body], Noon, null, about, 0, null);

    protected static MemberRow Member(long chat, long version = 1) => new(chat, version, [1], null, "active", "en", "R4", null);

    protected static Task<Turned<int>> WriteAsync(Store store, TurnWrite write) => store.TurnAsync(
        new TurnRequest([.. write.Members.Select(member => member.ChatId), .. write.Forgotten], write.Handled, Noon), _ => (write, 0), CancellationToken.None);
}
