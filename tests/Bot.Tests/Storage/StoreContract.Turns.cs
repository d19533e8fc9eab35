using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_turn_loads_the_members_it_asks_for_and_only_those()
    {
        await WriteAsync(new TurnWrite { Members = [Member(1), Member(2), Member(3)] });

        var turned = await Store.TurnAsync(
            new TurnRequest([3, 1, 3, 9], [], Noon), load => (new TurnWrite(), load.Members.Keys.Order().ToArray()), CancellationToken.None);

        turned.Result.ShouldBe([1, 3]);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(3)]
    public async Task A_member_is_written_only_as_the_version_after_the_stored_one(long version)
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)] });

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new TurnWrite { Members = [Member(5, version, document: [8])] }));

        ShouldBeSame(await MemberAsync(5), Member(5));
    }

    [Fact]
    public async Task A_new_member_begins_with_version_one()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new TurnWrite { Members = [Member(5, 2)] }));

        (await MemberAsync(5)).ShouldBeNull();
    }

    [Fact]
    public async Task A_member_that_was_not_locked_or_stands_twice_is_refused()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new TurnWrite { Members = [Member(5), Member(5, 2)] }));
        await Should.ThrowAsync<InvalidOperationException>(() => DecideAsync([6], new TurnWrite { Members = [Member(5)] }));
        await Should.ThrowAsync<InvalidOperationException>(() => DecideAsync([6], new TurnWrite { Forgotten = [5] }));
    }

    [Fact]
    public async Task Where_decide_throws_nothing_is_changed_and_the_caller_gets_that_very_exception()
    {
        var fault = new FormatException("a bug");

        var caught = await Should.ThrowAsync<FormatException>(
            () => Store.TurnAsync<int>(new TurnRequest([5], [70], Noon), _ => throw fault, CancellationToken.None));

        caught.ShouldBeSameAs(fault);
        (await FreshAsync(70)).ShouldBe([70]);
        await WriteAsync(new TurnWrite { Members = [Member(5)] });
    }

    [Fact]
    public async Task Where_one_row_cannot_be_written_none_is()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)], Events = [Event(5)], Outbox = [Out(5, 1, "bill")] });
        var kept = (await PendingAsync()).Single();

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new TurnWrite
        {
            Members = [Member(5, 2), Member(6)],
            Outbox = [Out(5, 2)],
            Handled = [70],
            Withdrawn = [new Withdrawal(5, "bill")],
            Delivered = new Deliveries([], [new Attempt(kept.Id, 1, "tried")], [new PostRow(5, "q", 1)]),
            DeadLetters = [new DeadLetter(Noon, 5, null, "text", null, "X")],
            Events = [Event(6), Event(5)], // the second is there already
        }));

        ShouldBeSame(await MemberAsync(5), Member(5));
        (await MemberAsync(6)).ShouldBeNull();
        (await Store.EventsAsync(6, CancellationToken.None)).ShouldBeEmpty();
        (await PendingAsync()).Select(row => (row.Id, row.Attempts, row.State)).ShouldBe([(kept.Id, 0, null)]);
        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBeEmpty();
        (await Store.DeadLettersAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await FreshAsync(70)).ShouldBe([70]);
    }

    [Fact]
    public async Task An_update_is_fresh_until_a_turn_marks_it_as_handled()
    {
        (await FreshAsync(70, 71)).ShouldBe([70, 71]);
        await WriteAsync(new TurnWrite { Handled = [70] });

        (await FreshAsync(70, 71)).ShouldBe([71]);
    }

    [Fact]
    public async Task An_update_that_stands_twice_in_one_turn_is_taken_once()
    {
        var turned = await Store.TurnAsync(
            new TurnRequest([], [70, 70, 69], Noon),
            load => (new TurnWrite { Handled = [70] }, (bool[])[load.Take(70), load.Take(70), load.Take(69), load.Take(1)]),
            CancellationToken.None);

        turned.Result.ShouldBe([true, false, true, false]);
    }

    [Fact]
    public async Task An_update_cannot_be_marked_twice_nor_where_it_is_not_fresh()
    {
        await WriteAsync(new TurnWrite { Handled = [70] });

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new TurnWrite { Handled = [70] }));
        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(new TurnWrite { Handled = [71, 71] }));
    }

    [Fact]
    public async Task Of_many_turns_at_once_exactly_one_finds_an_update_fresh()
    {
        var turns = Enumerable.Range(0, 20).Select(_ => Store.TurnAsync(
            new TurnRequest([5], [70], Noon), load => (new TurnWrite { Handled = [.. load.Fresh] }, load.Take(70)), CancellationToken.None));

        (await Task.WhenAll(turns)).Count(turned => turned.Result).ShouldBe(1);
    }

    [Fact]
    public async Task A_thousand_turns_at_once_lose_no_write()
    {
        long[] chats = [1, 2, 3, 4, 5];
        async Task Run(int seed)
        {
            for (var i = 0; i < 50; i++)
            {
                var chat = chats[(seed + i) % chats.Length];
                await Store.TurnAsync(new TurnRequest([chat], [], Noon), load => (Next(load, chat), 0), CancellationToken.None);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(seed => Task.Run(() => Run(seed))));

        foreach (var chat in chats)
        {
            (await MemberAsync(chat))!.Version.ShouldBe(200);
            (await Store.EventsAsync(chat, CancellationToken.None)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 200).Select(v => (long)v));
        }

        static TurnWrite Next(TurnLoad load, long chat)
        {
            var version = (load.Members.GetValueOrDefault(chat)?.Version ?? 0) + 1;
            return new TurnWrite { Members = [Member(chat, version)], Events = [Event(chat, version)] };
        }
    }

    [Fact]
    public async Task Update_ids_are_forgotten_after_two_days()
    {
        await WriteAsync(new TurnWrite { Handled = [70] }, Noon);
        await WriteAsync(new TurnWrite { Handled = [71] }, Noon + Duration.FromMinutes(1));

        (await Store.PruneAsync(Noon + Store.HandledFor, CancellationToken.None)).ShouldBe(0);
        (await Store.PruneAsync(Noon + Store.HandledFor + Duration.FromMilliseconds(1), CancellationToken.None)).ShouldBe(1);

        (await FreshAsync(70, 71)).ShouldBe([70]);
    }

    [Fact]
    public async Task Pruning_takes_many_in_several_bites()
    {
        await WriteAsync(new TurnWrite { Handled = [.. Enumerable.Range(1, 10_000).Select(i => (long)i)] });

        (await Store.PruneAsync(Noon + Duration.FromDays(3), CancellationToken.None)).ShouldBe(10_000);
    }

    [Fact]
    public async Task A_cancelled_call_changes_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Should.ThrowAsync<OperationCanceledException>(
            () => Store.TurnAsync(new TurnRequest([5], [], Noon), _ => (new TurnWrite { Members = [Member(5)] }, 0), cancelled));

        (await MemberAsync(5)).ShouldBeNull();
    }

    [Fact]
    public async Task A_closed_store_says_so_and_may_be_closed_again()
    {
        await Store.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => MemberAsync(5));
        await Store.DisposeAsync();
    }

    private Task<Turned<int>> DecideAsync(long[] chats, TurnWrite write) =>
        Store.TurnAsync(new TurnRequest(chats, [], Noon), _ => (write, 0), CancellationToken.None);

    private async Task<long[]> FreshAsync(params long[] ids) => (await Store.TurnAsync(
        new TurnRequest([], ids, Noon), load => (new TurnWrite(), load.Fresh.Order().ToArray()), CancellationToken.None)).Result;
}
