using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Editions;

public sealed class PointerTests
{
    [Fact]
    public async Task The_way_back_is_walked_step_by_step_and_to_go_to_the_one_before_is_to_go_back()
    {
        await using var store = Store.InMemory();
        foreach (var content in new byte[] { 1, 2, 3 })
        {
            await store.AddEditionAsync([content], Instant.FromUnixTimeSeconds(content), CancellationToken.None);
        }

        (await BeforeAsync()).ShouldBeNull();
        await MoveAsync(1);
        (await BeforeAsync()).ShouldBeNull();
        await MoveAsync(2);
        await MoveAsync(2);
        await MoveAsync(3);
        (await BeforeAsync()).ShouldBe(2);
        await MoveAsync(2);
        (await BeforeAsync()).ShouldBe(1);
        await MoveAsync(3);
        (await BeforeAsync()).ShouldBe(2);
        await MoveAsync(1);
        (await BeforeAsync()).ShouldBe(3);

        // A crash between the two writes: the trail ends with the edition in force.
        await store.MoveEditionAsync(3, CancellationToken.None);
        (await BeforeAsync()).ShouldBe(2);

        Task MoveAsync(long id) => Pointer.MoveAsync(store, id, CancellationToken.None);

        Task<long?> BeforeAsync() => Pointer.BeforeAsync(store, CancellationToken.None);
    }

    [Fact]
    public async Task What_the_way_back_leads_to_is_kept_however_old_it_is()
    {
        await using var store = Store.InMemory();
        var at = Instant.FromUtc(2026, 11, 22, 12, 0);
        for (byte content = 1; content <= 3; content++)
        {
            await store.AddEditionAsync([content], at, CancellationToken.None);
        }

        await Pointer.MoveAsync(store, 1, CancellationToken.None);
        await Pointer.MoveAsync(store, 3, CancellationToken.None);

        await Pointer.PruneAsync(store, at + Duration.FromDays(1000), CancellationToken.None);

        (await store.EditionAsync(1, CancellationToken.None)).ShouldNotBeNull();
        (await store.EditionAsync(2, CancellationToken.None)).ShouldBeNull();
        (await store.EditionAsync(3, CancellationToken.None)).ShouldNotBeNull();
    }
}
