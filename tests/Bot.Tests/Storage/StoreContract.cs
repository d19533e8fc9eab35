using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>What every store keeps to. A subclass only says how it is opened.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    protected Store Store { get; private set; } = null!;

    protected abstract Task<Store> OpenAsync();

    public async ValueTask InitializeAsync() => Store = await OpenAsync();

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static MemberRow Member(long chat, long version = 1, Instant? due = null, byte[]? document = null) =>
        new(chat, version, document ?? [1, 2, 3], due, "active", "zh-Hans", "R4", null);

    protected static EventRow Event(long chat, long version = 1, int n = 0, byte[]? data = null) => new(chat, version, n, Noon, "answer", data ?? [4]);

    protected static OutboxRow Out(long chat, byte body = 0, string? about = null) => new(0, chat, 0, [body], Noon, null, about, 0, null);

    protected Task<Turned<int>> WriteAsync(TurnWrite write, Instant? now = null)
    {
        long[] chats = [.. write.Members.Select(m => m.ChatId), .. write.Forgotten];
        return Store.TurnAsync(new TurnRequest(chats, write.Handled, now ?? Noon), _ => (write, 0), CancellationToken.None);
    }

    protected Task<IReadOnlyList<OutboxRow>> PendingAsync(long after = 0, int limit = 1000) => Store.PendingAsync(after, limit, CancellationToken.None);

    protected Task<MemberRow?> MemberAsync(long chat) => Store.MemberAsync(chat, CancellationToken.None);

    /// <summary>Records compare arrays by reference; these compare what stands in them.</summary>
    protected static void ShouldBeSame(MemberRow? actual, MemberRow expected)
    {
        actual.ShouldNotBeNull().Document.ShouldBe(expected.Document);
        (actual with { Document = expected.Document }).ShouldBe(expected);
    }
}
