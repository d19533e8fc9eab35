using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task The_first_turn_finds_no_edition() => (await EditionOfATurnAsync()).ShouldBeNull();

    [Fact]
    public async Task An_edition_is_in_force_from_the_turn_after_the_move_and_the_way_back_is_a_move_too()
    {
        var (first, _) = await AddAsync(1);
        var (second, _) = await AddAsync(2);
        (await EditionOfATurnAsync()).ShouldBeNull();

        await Store.MoveEditionAsync(second, CancellationToken.None);
        (await EditionOfATurnAsync()).ShouldBe(second);

        await Store.MoveEditionAsync(first, CancellationToken.None);
        (await EditionOfATurnAsync()).ShouldBe(first);
        (await Store.CurrentEditionAsync(CancellationToken.None)).ShouldBe(first);
    }

    [Fact]
    public async Task The_same_bytes_are_the_same_edition()
    {
        var (first, added) = await AddAsync(1);
        await AddAsync(2);

        (await Store.AddEditionAsync([1], Noon + Duration.FromDays(1), CancellationToken.None)).ShouldBe((first, false));

        added.ShouldBeTrue();
        var edition = (await Store.EditionAsync(first, CancellationToken.None)).ShouldNotBeNull();
        (edition.At, edition.Content[0]).ShouldBe((Noon, (byte)1));
        (await Store.EditionsAsync(CancellationToken.None)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Editions_are_listed_newest_first()
    {
        var (first, _) = await AddAsync(1);
        var (second, _) = await AddAsync(2);

        (await Store.EditionsAsync(CancellationToken.None)).ShouldBe([(second, Noon), (first, Noon)]);
    }

    [Fact]
    public async Task An_unknown_edition_cannot_come_into_force()
    {
        var (first, _) = await AddAsync(1);
        await Store.MoveEditionAsync(first, CancellationToken.None);

        await Should.ThrowAsync<ArgumentException>(() => Store.MoveEditionAsync(first + 1, CancellationToken.None));

        (await EditionOfATurnAsync()).ShouldBe(first);
        (await Store.EditionAsync(first + 1, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_store_belongs_to_the_first_bot_that_claims_it()
    {
        await Store.ClaimAsync(123, CancellationToken.None);
        await Store.ClaimAsync(123, CancellationToken.None);

        var refused = await Should.ThrowAsync<StoreException>(() => Store.ClaimAsync(124, CancellationToken.None));

        refused.Message.ShouldContain("belongs to bot 123; bot 124 is refused");
        refused.IsTransient.ShouldBeFalse();
    }

    [Fact]
    public async Task Meta_keeps_the_last_value()
    {
        (await Store.MetaAsync("epoch", CancellationToken.None)).ShouldBeNull();
        await Store.SetMetaAsync("epoch", "1", CancellationToken.None);
        await Store.SetMetaAsync("epoch", "二", CancellationToken.None);

        (await Store.MetaAsync("epoch", CancellationToken.None)).ShouldBe("二");
    }

    private Task<(long Id, bool Added)> AddAsync(byte content) => Store.AddEditionAsync([content], Noon, CancellationToken.None);

    private async Task<long?> EditionOfATurnAsync() =>
        (await Store.TurnAsync(new TurnRequest([], [], Noon), load => (new TurnWrite(), load.Edition), CancellationToken.None)).Result;
}
