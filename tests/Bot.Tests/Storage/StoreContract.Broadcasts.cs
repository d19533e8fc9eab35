using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    private static readonly Audience Everyone = new("active");

    private static readonly LocalDate Today = new(2026, 11, 22);

    private Broadcasts Casts => Store.Broadcasts;

    [Fact]
    public async Task A_broadcast_comes_back_field_by_field_and_an_order_makes_one_only()
    {
        var audience = new Audience("active", "zh-Hans", Today, Today.PlusDays(-3), "R4 🪜", 1, 2, 4);
        var draft = Draft(77) with { Audience = audience, Language = "zh-Hans", Content = [1, 2] };

        var kept = await Casts.DraftAsync(draft, CancellationToken.None);
        var again = await Casts.DraftAsync(draft with { Content = [9] }, CancellationToken.None);

        again.Content.ShouldBe([1, 2]);
        (again with { Content = kept.Content }).ShouldBe(kept);
        (kept with { Content = draft.Content }).ShouldBe(draft with { Id = kept.Id, Cursor = long.MinValue });
        (await Casts.DraftAsync(Draft(78), CancellationToken.None)).Id.ShouldBeGreaterThan(kept.Id);
        (await Casts.ListAsync(10, CancellationToken.None)).Select(row => row.Order).ShouldBe([78, 77]);
        (await Casts.FindAsync(kept.Id + 100, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_broadcast_is_aimed_and_started_as_a_draft_only_and_moves_between_states()
    {
        var id = (await Casts.DraftAsync(Draft(1), CancellationToken.None)).Id;
        await Casts.AimAsync(id, Everyone with { Language = "en" }, CancellationToken.None);
        (await Casts.RunningAsync(CancellationToken.None)).ShouldBeNull();

        (await Casts.StartAsync(id, 12, Noon, 5, CancellationToken.None)).ShouldBeTrue();
        (await Casts.StartAsync(id, 13, Noon, 6, CancellationToken.None)).ShouldBeFalse();
        await Casts.AimAsync(id, Everyone, CancellationToken.None);
        await Casts.ShowAsync(id, 7, CancellationToken.None);

        var running = (await Casts.RunningAsync(CancellationToken.None)).ShouldNotBeNull();
        (running.Audience.Language, running.Total, running.Until, running.MessageId).ShouldBe(("en", 12, Noon, 7));
        (await Casts.MoveAsync(id, [BroadcastState.Paused], BroadcastState.Running, CancellationToken.None)).ShouldBeFalse();
        (await Casts.MoveAsync(id, [BroadcastState.Running, BroadcastState.Paused], BroadcastState.Paused, CancellationToken.None)).ShouldBeTrue();
        (await Casts.RunningAsync(CancellationToken.None)).ShouldBeNull();
        (await Casts.FindAsync(id, CancellationToken.None))!.State.ShouldBe(BroadcastState.Paused);
    }

    [Fact]
    public async Task A_group_is_counted_by_language_status_and_who_is_left_out()
    {
        await WriteAsync(new TurnWrite
        {
            Members =
            [
                Person(1, "zh-Hans", traits: 1), Person(2, "zh-Hans", traits: 1 | 4), Person(3, "en", traits: 1 | 2), Person(4, "en"),
                Person(5, "zh-Hans", traits: 1) with { Status = "paused" }, Person(6, "en", traits: 1) with { SeenDay = Today.PlusDays(-40) },
                Person(-7, "en", traits: 1) with { SeenDay = null, Step = "R7" },
            ],
        });

        (await CountAsync(Everyone)).ShouldBe("en/active:4 zh-Hans/active:2 zh-Hans/paused:1");
        (await CountAsync(Everyone with { With = 1, Without = 4 })).ShouldBe("en/active:3 zh-Hans/active/out:1 zh-Hans/active:1 zh-Hans/paused:1");
        (await CountAsync(Everyone with { Language = "en", Lacking = 2 })).ShouldBe("en/active:3");
        (await CountAsync(Everyone with { SeenSince = Today.PlusDays(-30) })).ShouldBe("en/active:2 zh-Hans/active:2 zh-Hans/paused:1");
        (await CountAsync(Everyone with { SeenBefore = Today.PlusDays(-3) })).ShouldBe("en/active:1");
        (await CountAsync(Everyone with { Step = "R7" })).ShouldBe("en/active:1");
        (await Casts.StepsAsync(Everyone with { Without = 4 }, 10, CancellationToken.None)).ShouldBe([("R4", 4), ("R7", 1)]);
    }

    [Fact]
    public async Task Those_ahead_come_page_by_page_in_order_and_only_those_of_the_audience()
    {
        await WriteAsync(new TurnWrite
        {
            Members = [Person(9, "en"), Person(-3, "en"), Person(4, "zh-Hans"), Person(5, "en", traits: 4), Person(6, "en") with { Status = "paused" }, Person(7, "en")],
        });
        var audience = Everyone with { Language = "en", Without = 4 };

        var (seen, cursor) = (new List<long>(), long.MinValue);
        for (var page = await Casts.AheadAsync(audience, cursor, 2, CancellationToken.None); !page.Last; page = await Casts.AheadAsync(audience, cursor, 2, CancellationToken.None))
        {
            page.Members.Count.ShouldBeLessThanOrEqualTo(2);
            page.Cursor.ShouldBeGreaterThan(cursor);
            cursor = page.Cursor;
            seen.AddRange(page.Members.Select(member => member.ChatId));
        }

        seen.ShouldBe([-3, 7, 9]);
    }

    [Fact]
    public async Task Nobody_is_marked_twice_and_only_who_is_still_active()
    {
        await WriteAsync(new TurnWrite { Members = [Person(1, "en"), Person(2, "en"), Person(3, "en") with { Status = "paused" }, Person(4, "en")] });
        var id = await StartedAsync(1);

        (await MarkAsync(id, [1, 2, 3, 99], cursor: 2)).ShouldBe([1, 2], ignoreOrder: true);
        (await MarkAsync(id, [1, 2, 4], cursor: 4, new Met(1, Fate.Delivered))).ShouldBe([4]);
        (await MarkAsync(id, [1, 2, 4])).ShouldBeEmpty();

        (await Casts.FindAsync(id, CancellationToken.None))!.Cursor.ShouldBe(4);
        await TallyShouldBeAsync(id, (Fate.Delivered, 1), (Fate.Marked, 2));
        (await MarkAsync(await StartedAsync(2), [1])).ShouldBe([1]);
    }

    [Fact]
    public async Task Who_is_put_off_waits_for_the_moment_and_is_taken_once()
    {
        await WriteAsync(new TurnWrite { Members = [Person(1, "en", document: [8]), Person(2, "en"), Person(3, "en")] });
        var id = await StartedAsync(1);
        (await Casts.NextWaitingAsync(id, CancellationToken.None)).ShouldBeNull();
        await MarkAsync(id, [3], cursor: 3, new Met(1, Fate.Waiting, Noon), new Met(2, Fate.Waiting, Noon + Duration.FromHours(8)), new Met(99, Fate.Waiting, Noon));
        await MarkAsync(id, [], cursor: null, new Met(3, Fate.Waiting, Noon - Duration.FromHours(1)));

        (await Casts.NextWaitingAsync(id, CancellationToken.None)).ShouldBe(Noon - Duration.FromHours(1));
        var due = await Casts.WaitingAsync(id, Noon, 10, CancellationToken.None);
        due.Select(member => member.ChatId).ShouldBe([3, 1]);
        due[1].Document.ShouldBe([8]);
        (await MarkAsync(id, [1, 3])).ShouldBe([1, 3], ignoreOrder: true);
        (await MarkAsync(id, [1, 3])).ShouldBeEmpty();
        (await Casts.WaitingAsync(id, Noon, 10, CancellationToken.None)).ShouldBeEmpty();
        (await Casts.FindAsync(id, CancellationToken.None))!.Cursor.ShouldBe(3);
        await TallyShouldBeAsync(id, (Fate.Marked, 2), (Fate.Waiting, 1));
    }

    [Fact]
    public async Task What_a_dead_process_had_marked_is_unknown_and_can_be_sent_again()
    {
        await WriteAsync(new TurnWrite { Members = [Person(1, "en"), Person(2, "en"), Person(3, "en")] });
        var id = await StartedAsync(1);
        await MarkAsync(id, [1, 2, 3]);
        await MarkAsync(id, [], cursor: null, new Met(1, Fate.Delivered));

        (await Casts.RecoverAsync(CancellationToken.None)).ShouldBe(2);

        (await Casts.WhoAsync(id, Fate.Unknown, 10, CancellationToken.None)).ShouldBe([2, 3]);
        (await Casts.AgainAsync(id, Noon, Noon, CancellationToken.None)).ShouldBe(0);
        await Casts.MoveAsync(id, [BroadcastState.Running], BroadcastState.Done, CancellationToken.None);
        (await Casts.AgainAsync(id, Noon, Noon + Duration.FromHours(30), CancellationToken.None)).ShouldBe(2);
        (await Casts.RunningAsync(CancellationToken.None))!.Until.ShouldBe(Noon + Duration.FromHours(30));
        (await Casts.WaitingAsync(id, Noon, 10, CancellationToken.None)).Select(member => member.ChatId).ShouldBe([2, 3], ignoreOrder: true);
        (await MarkAsync(id, [1, 2, 3])).ShouldBe([2, 3], ignoreOrder: true);
    }

    [Fact]
    public async Task Who_got_another_broadcast_lately_is_known()
    {
        await WriteAsync(new TurnWrite { Members = [Person(1, "en"), Person(2, "en"), Person(3, "en")] });
        var (first, second) = (await StartedAsync(1), await StartedAsync(2));
        await MarkAsync(first, [1, 2], cursor: 2, new Met(3, Fate.Waiting, Noon));
        await MarkAsync(first, [], cursor: null, new Met(2, Fate.Unreachable));

        (await Casts.ReceivedAsync(second, [1, 2, 3], Noon - Duration.FromDays(1), CancellationToken.None)).ShouldBe([(1, Noon)]);
        (await Casts.ReceivedAsync(first, [1, 2, 3], Noon - Duration.FromDays(1), CancellationToken.None)).ShouldBeEmpty();
        (await Casts.ReceivedAsync(second, [1, 2, 3], Noon, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forgetting_reaches_the_ledger_and_a_late_note_brings_nothing_back()
    {
        await WriteAsync(new TurnWrite { Members = [Person(1, "en"), Person(2, "en")] });
        var id = await StartedAsync(1);
        await MarkAsync(id, [1, 2]);

        await WriteAsync(new TurnWrite { Forgotten = [1] });
        await MarkAsync(id, [], cursor: null, new Met(1, Fate.Delivered), new Met(2, Fate.Delivered));

        (await Casts.WhoAsync(id, Fate.Delivered, 10, CancellationToken.None)).ShouldBe([2]);
        await TallyShouldBeAsync(id, (Fate.Delivered, 1));
    }

    private static MemberRow Person(long chat, string language, int traits = 0, byte[]? document = null) =>
        new(chat, 1, document ?? [1], null, "active", language, "R4", Today) { Traits = traits };

    private static BroadcastRow Draft(long order) => new(0, order, 1L << 51, "en", BroadcastState.Draft, Noon, null, 0, 0, null, Everyone, [5]);

    private async Task<long> StartedAsync(long order)
    {
        var id = (await Casts.DraftAsync(Draft(order), CancellationToken.None)).Id;
        (await Casts.StartAsync(id, 10, Noon + Duration.FromDays(1), null, CancellationToken.None)).ShouldBeTrue();
        return id;
    }

    private Task<IReadOnlyList<long>> MarkAsync(long id, long[] taken, long? cursor = null, params Met[] met) =>
        Casts.MarkAsync(id, new Marking(Noon, cursor, taken, met), CancellationToken.None);

    private async Task TallyShouldBeAsync(long id, params (Fate, long)[] expected) =>
        (await Casts.TallyAsync(id, CancellationToken.None)).Select(pair => (pair.Key, pair.Value)).ShouldBe(expected, ignoreOrder: true);

    private async Task<string> CountAsync(Audience audience) => string.Join(' ', (await Casts.CountAsync(audience, CancellationToken.None))
        .Select(row => $"{row.Language}/{row.Status}{(row.LeftOut ? "/out" : "")}:{row.People}").Order(StringComparer.Ordinal));
}
