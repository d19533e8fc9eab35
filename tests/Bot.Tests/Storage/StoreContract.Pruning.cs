using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Duration Instantly = Duration.FromMilliseconds(1);

    [Fact]
    public async Task A_dead_letter_is_forgotten_in_time()
    {
        await WriteAsync(new TurnWrite { DeadLetters = [new DeadLetter(Noon, 5, 1, "Said", "R4", "X"), new DeadLetter(Noon + Instantly, 6, 2, "Said", null, "Y")] });

        await Store.PruneAsync(Noon + Store.FailedFor, CancellationToken.None);
        (await Store.DeadLettersAsync(9, CancellationToken.None)).Count.ShouldBe(2);
        await Store.PruneAsync(Noon + Store.FailedFor + Instantly, CancellationToken.None);

        (await Store.DeadLettersAsync(9, CancellationToken.None)).Single().ChatId.ShouldBe(6);
    }

    [Fact]
    public async Task Of_a_broadcast_that_is_long_over_only_the_counts_are_kept()
    {
        var over = await CastAsync(1, BroadcastState.Done);
        var stopped = await CastAsync(2, BroadcastState.Stopped);
        var paused = await CastAsync(3, BroadcastState.Paused);
        var end = Noon + Duration.FromDays(1);

        await Store.PruneAsync(end + Store.CastFor, CancellationToken.None);
        (await Casts.WhoAsync(over, Fate.Delivered, 9, CancellationToken.None)).ShouldBe([1, 2]);
        await Store.PruneAsync(end + Store.CastFor + Instantly, CancellationToken.None);
        await Store.PruneAsync(end + Store.CastFor + Instantly, CancellationToken.None);

        foreach (var id in new[] { over, stopped, paused })
        {
            await TallyShouldBeAsync(id, (Fate.Delivered, 2), (Fate.Unknown, 1));
        }

        (await Casts.WhoAsync(over, Fate.Delivered, 9, CancellationToken.None)).ShouldBeEmpty();
        (await Casts.WhoAsync(stopped, Fate.Unknown, 9, CancellationToken.None)).ShouldBeEmpty();
        (await Casts.WhoAsync(paused, Fate.Delivered, 9, CancellationToken.None)).ShouldBe([1, 2]);
        (await Casts.AgainAsync(over, Noon, Noon, CancellationToken.None)).ShouldBe(0);
        (await Casts.FindAsync(over, CancellationToken.None))!.State.ShouldBe(BroadcastState.Done);
    }

    [Fact]
    public async Task A_long_ledger_is_folded_in_slices_and_its_counts_are_whole()
    {
        long[] chats = [.. Enumerable.Range(1, 20_001).Select(n => (long)n)];
        await WriteAsync(new TurnWrite { Members = [.. chats.Select(chat => Person(chat, "en"))] });
        var (first, eleventh) = (await StartedAsync(1), 0L);
        for (var order = 2; order <= 11; order++)
        {
            eleventh = await StartedAsync(order);
        }

        foreach (var id in new[] { first, eleventh })
        {
            await MarkAsync(id, id == first ? chats : [7]);
            await MarkAsync(id, [], cursor: null, [.. (id == first ? chats : [7]).Select(chat => new Met(chat, chat % 2 == 0 ? Fate.Delivered : Fate.Unreachable))]);
            await Casts.MoveAsync(id, [BroadcastState.Running], BroadcastState.Done, CancellationToken.None);
        }

        await Casts.FoldAsync(Noon + Duration.FromDays(2), CancellationToken.None);

        await TallyShouldBeAsync(first, (Fate.Delivered, 10_000), (Fate.Unreachable, 10_001));
        await TallyShouldBeAsync(eleventh, (Fate.Unreachable, 1));
        (await Casts.WhoAsync(first, Fate.Delivered, 9, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_old_edition_nobody_may_go_back_to_gives_up_its_content_and_is_still_known()
    {
        var (inForce, _) = await AddAsync(1);
        var (way, _) = await AddAsync(2);
        var (old, _) = await AddAsync(3);
        var (young, _) = await Store.AddEditionAsync([4], Noon + Instantly, CancellationToken.None);
        await Store.MoveEditionAsync(inForce, CancellationToken.None);
        var later = Noon + Store.EditionFor + Instantly;

        await Store.PruneEditionsAsync([way], later - Instantly, CancellationToken.None);
        (await Store.EditionAsync(old, CancellationToken.None)).ShouldNotBeNull();
        await Store.PruneEditionsAsync([way], later, CancellationToken.None);

        (await Store.EditionAsync(old, CancellationToken.None)).ShouldBeNull();
        foreach (var kept in new[] { inForce, way, young })
        {
            (await Store.EditionAsync(kept, CancellationToken.None)).ShouldNotBeNull();
        }

        (await Store.AddEditionAsync([3], later, CancellationToken.None)).ShouldBe((old, false));
        await Store.PruneEditionsAsync([way], later, CancellationToken.None);
        (await Store.EditionAsync(old, CancellationToken.None)).ShouldNotBeNull().Content.ShouldBe([3]);
    }

    private async Task<long> CastAsync(long order, BroadcastState end)
    {
        await Store.TurnAsync(
            new TurnRequest([1, 2, 3], [], Noon),
            load => (new TurnWrite { Members = [.. new long[] { 1, 2, 3 }.Where(chat => !load.Members.ContainsKey(chat)).Select(chat => Person(chat, "en"))] }, 0),
            CancellationToken.None);
        var id = await StartedAsync(order);
        await MarkAsync(id, [1, 2, 3]);
        await MarkAsync(id, [], cursor: null, new Met(1, Fate.Delivered), new Met(2, Fate.Delivered), new Met(3, Fate.Unknown));
        await Casts.MoveAsync(id, [BroadcastState.Running], end, CancellationToken.None);
        return id;
    }
}
