using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>Two processes that do the same at the same moment.</summary>
public sealed class PostgresRaceTests : PostgresPair
{
    [Fact]
    public async Task An_update_that_comes_to_both_at_once_is_fresh_for_one_even_under_different_chats()
    {
        for (var update = 1; update <= 30; update++)
        {
            var id = update;
            var turns = await Task.WhenAll(
                Task.Run(() => TakeAsync(One, 5, id)), Task.Run(() => TakeAsync(Other, 6, id)), Task.Run(() => TakeAsync(Other, 5, id)));
            turns.Count(taken => taken).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_repeat_that_comes_while_the_first_one_is_handled_waits_and_is_no_more_fresh()
    {
        using var inside = new SemaphoreSlim(0);
        using var decided = new ManualResetEventSlim();
        var first = Task.Run(() => One.TurnAsync(
            new TurnRequest([5], [70], Noon),
            load =>
            {
                inside.Release();
                decided.Wait(TimeSpan.FromSeconds(10));
                return (new TurnWrite { Handled = [70], Members = [Member(5)] }, load.Fresh.Count);
            },
            CancellationToken.None));
        await inside.WaitAsync();
        var second = Other.TurnAsync(new TurnRequest([5], [70], Noon), load => (new TurnWrite(), load), CancellationToken.None);

        (await Task.WhenAny(second, Task.Delay(100))).ShouldNotBe(second);
        decided.Set();

        (await first).Result.ShouldBe(1);
        (await second).Result.Fresh.ShouldBeEmpty();
        (await second).Result.Members[5].Version.ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_first_one_fails_the_repeat_is_fresh()
    {
        using var inside = new SemaphoreSlim(0);
        using var decided = new ManualResetEventSlim();
        var first = Task.Run(() => One.TurnAsync<int>(
            new TurnRequest([5], [70], Noon),
            _ =>
            {
                inside.Release();
                decided.Wait(TimeSpan.FromSeconds(10));
                throw new FormatException("a bug");
            },
            CancellationToken.None));
        await inside.WaitAsync();
        var second = TakeAsync(Other, 5, 70);
        decided.Set();

        await Should.ThrowAsync<FormatException>(() => first);
        (await second).ShouldBeTrue();
    }

    [Fact]
    public async Task Somebody_new_who_speaks_to_both_at_once_is_one_member()
    {
        for (var chat = 1; chat <= 20; chat++)
        {
            var who = chat;
            await Task.WhenAll(Task.Run(() => NextAsync(One, who)), Task.Run(() => NextAsync(Other, who)));
            (await One.MemberAsync(who, CancellationToken.None))!.Version.ShouldBe(2);
        }
    }

    [Fact]
    public async Task Forgetting_and_speaking_at_once_leave_nothing_or_a_new_beginning()
    {
        for (var round = 1; round <= 20; round++)
        {
            await NextAsync(One, 5);
            await Task.WhenAll(
                Task.Run(() => WriteAsync(One, new TurnWrite { Forgotten = [5] })),
                Task.Run(() => NextAsync(Other, 5)));

            var member = await One.MemberAsync(5, CancellationToken.None);
            var events = await One.EventsAsync(5, CancellationToken.None);
            events.Count.ShouldBe(member is null ? 0 : (int)member.Version);
            await WriteAsync(One, new TurnWrite { Forgotten = [5] });
        }
    }

    [Fact]
    public async Task A_delivery_that_is_noted_while_its_person_is_forgotten_leaves_no_post()
    {
        for (var round = 1; round <= 30; round++)
        {
            var row = (await WriteAsync(One, new TurnWrite { Members = [Member(5)], Outbox = [Out(5)] })).Outbox[0];
            await Task.WhenAll(
                Task.Run(() => One.RecordAsync(new Deliveries([row.Id], [], [new PostRow(5, "q", 1)]), CancellationToken.None)),
                Task.Run(() => WriteAsync(Other, new TurnWrite { Forgotten = [5] })));

            (await One.PostsAsync(5, CancellationToken.None)).ShouldBeEmpty();
            (await One.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Turns_over_the_same_chats_in_any_order_never_block_each_other_for_good()
    {
        long[] chats = [1, 2, 3, 4, 5, 6];
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            for (var i = 0; i < 15; i++)
            {
                var mine = chats.OrderBy(chat => (chat * (n + 3) * 7) % 11).Take(4).ToArray();
                await (n % 2 == 0 ? One : Other).TurnAsync(
                    new TurnRequest(mine, [(n * 100) + i], Noon),
                    load => (new TurnWrite { Members = [.. mine.Select(chat => Member(chat, (load.Members.GetValueOrDefault(chat)?.Version ?? 0) + 1))] }, 0),
                    CancellationToken.None);
            }
        })));

        var versions = await Task.WhenAll(chats.Select(chat => One.MemberAsync(chat, CancellationToken.None)));
        versions.Sum(member => member?.Version ?? 0).ShouldBe(8 * 15 * 4);
    }

    [Fact]
    public async Task A_process_that_is_cut_off_in_the_middle_of_a_turn_lets_go_and_what_it_decided_does_not_count()
    {
        await using var frozen = await OpenAsync(";Options=-c idle_in_transaction_session_timeout=300ms");
        using var thaw = new ManualResetEventSlim();
        using var inside = new SemaphoreSlim(0);
        var cutOff = Task.Run(() => frozen.TurnAsync(
            new TurnRequest([5], [70], Noon),
            _ =>
            {
                inside.Release();
                thaw.Wait(TimeSpan.FromSeconds(20));
                return (new TurnWrite { Handled = [70], Members = [Member(5)], Outbox = [Out(5, 1)] }, 0);
            },
            CancellationToken.None));
        await inside.WaitAsync();

        (await TakeAsync(Other, 5, 70)).ShouldBeTrue();
        thaw.Set();

        (await Should.ThrowAsync<StoreException>(() => cutOff)).IsTransient.ShouldBeTrue();
        (await One.MemberAsync(5, CancellationToken.None)).ShouldBeNull();
        (await One.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    private static async Task<bool> TakeAsync(Store store, long chat, long update) => (await store.TurnAsync(
        new TurnRequest([chat], [update], Noon), load => (new TurnWrite { Handled = [.. load.Fresh] }, load.Take(update)), CancellationToken.None)).Result;

    private static Task<Turned<int>> NextAsync(Store store, long chat) => store.TurnAsync(
        new TurnRequest([chat], [], Noon),
        load =>
        {
            var version = (load.Members.GetValueOrDefault(chat)?.Version ?? 0) + 1;
            return (new TurnWrite { Members = [Member(chat, version)], Events = [new EventRow(chat, version, 0, Noon, "said", [])] }, 0);
        },
        CancellationToken.None);
}
