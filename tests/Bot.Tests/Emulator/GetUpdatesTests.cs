namespace Ontime.Bot.Tests;

using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NodaTime;
using Ontime.Emulator;

public sealed class GetUpdatesTests : EmulatorFacts
{
    private const int First = 900_000_001;

    [Fact]
    public async Task An_offset_confirms_what_is_below_it()
    {
        Say(3);
        (await PollAsync(0)).ShouldBe([First, First + 1, First + 2]);
        (await PollAsync(First + 2)).ShouldBe([First + 2]);
        (await PollAsync(0)).ShouldBe([First + 2]);
        Emulator.Queue.Pending.ShouldBe(1);
    }

    [Fact]
    public async Task A_negative_offset_keeps_the_last_ones()
    {
        Say(5);
        (await PollAsync(-2)).ShouldBe([First + 3, First + 4]);
        (await PollAsync(0)).ShouldBe([First + 3, First + 4]);
    }

    [Fact]
    public async Task An_offset_far_in_the_future_or_the_past_starts_at_the_head_and_confirms_nothing()
    {
        Say(2);
        (await PollAsync(First + 1000)).ShouldBe([First, First + 1]);
        (await PollAsync(17)).ShouldBe([First, First + 1]);
    }

    [Fact]
    public async Task The_limit_is_held_between_1_and_100()
    {
        Say(105);
        (await Bot.PollAsync(new { limit = 2 })).Length.ShouldBe(2);
        (await Bot.PollAsync(new { limit = 0 })).Length.ShouldBe(1);
        (await Bot.PollAsync(new { limit = 500 })).Length.ShouldBe(100);
    }

    [Fact]
    public async Task Ids_may_jump_and_go_down()
    {
        Say(1);
        Emulator.Queue.NextUpdateId = 4711;
        Say(1);
        (await PollAsync(First + 1)).ShouldBe([4711]);
        (await PollAsync(4712)).ShouldBeEmpty();
        Emulator.Queue.NextUpdateId = 2_000_000_000;
        Say(1);
        (await PollAsync(4712)).ShouldBe([2_000_000_000]);
    }

    [Fact]
    public async Task A_batch_over_a_step_down_is_confirmed_by_its_last_id()
    {
        Say(1);
        Emulator.Queue.NextUpdateId = 4711;
        Say(2);
        (await PollAsync(0)).ShouldBe([First, 4711, 4712]);
        (await PollAsync(4713)).ShouldBeEmpty();
        Emulator.Queue.Pending.ShouldBe(0);
    }

    [Fact]
    public async Task An_empty_poll_waits_and_is_woken_by_an_update()
    {
        var poll = PollAsync(0, timeout: 50);
        Lin.Say("hello");
        (await poll).ShouldBe([First]);
    }

    [Fact]
    public async Task An_empty_poll_ends_after_the_longest_wait()
    {
        var since = Stopwatch.GetTimestamp();
        (await PollAsync(0, timeout: 50)).ShouldBeEmpty();
        Stopwatch.GetElapsedTime(since).ShouldBeInRange(TimeSpan.FromMilliseconds(290), TimeSpan.FromSeconds(4));
        (await PollAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_older_of_two_waiting_polls_gets_a_conflict()
    {
        var older = Bot.CallAsync("getUpdates", new { timeout = 50 });
        await ArrivedAsync("getUpdates");
        var newer = PollAsync(0, timeout: 50);
        var answer = await older;
        (answer.Status, answer.Description).ShouldBe(
            (409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        Lin.Say("hello");
        (await newer).ShouldBe([First]);
        Emulator.Refusals.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_poll_whose_client_went_away_is_no_conflict()
    {
        using var giveUp = new CancellationTokenSource();
        var gone = Bot.Http.GetAsync(new Uri(Bot.Base + "getUpdates?timeout=50", UriKind.Relative), giveUp.Token);
        await ArrivedAsync("getUpdates");
        await giveUp.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => gone);
        await Until.TrueAsync(() => Emulator.Journal.Calls[0].Outcome == CallOutcome.Abandoned);
        (await PollAsync(0)).ShouldBeEmpty();
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_polls_that_need_not_wait_get_the_same_batch()
    {
        Say(2);
        var (one, other) = (PollAsync(0, timeout: 50), PollAsync(0, timeout: 50));
        (await one).ShouldBe(await other);
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_clock_stands_until_it_is_set_or_runs_where_asked()
    {
        var start = Options.Start;
        Emulator.Now.ShouldBe(start);
        Emulator.Advance(Duration.FromHours(1));
        Lin.Say("hello");
        Lin.Chat.Messages[0].Date.ShouldBe(start + Duration.FromHours(1));
        await using var running = await EmulatorServer.StartAsync(Options with { ClockRuns = true });
        await Until.TrueAsync(() => running.Now > start);
        running.Now = start + Duration.FromDays(1);
        running.Now.ShouldBeInRange(start + Duration.FromDays(1), start + Duration.FromDays(1) + Duration.FromMinutes(1));
    }

    [Fact]
    public async Task A_webhook_and_getUpdates_exclude_each_other()
    {
        var waiting = Bot.CallAsync("getUpdates", new { timeout = 50 });
        await ArrivedAsync("getUpdates");
        await Bot.DoAsync("setWebhook", new { url = "https://coach.example/hook", secret_token = "s-1", max_connections = 10 });
        (await waiting).Description.ShouldBe("Conflict: terminated by setWebhook request");
        Emulator.Profile.Webhook!["secret_token"].GetString().ShouldBe("s-1");
        await RefusedAsync(
            "getUpdates",
            new { },
            409,
            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        Say(2);
        (await Bot.DoAsync("getWebhookInfo", new { })).GetProperty("pending_update_count").GetInt32().ShouldBe(2);
        await Bot.DoAsync("deleteWebhook", new { drop_pending_updates = true });
        (await PollAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Allowed_updates_stick_and_count_when_the_update_is_made()
    {
        Lin.Say("before");
        await Bot.PollAsync(new { allowed_updates = new[] { "callback_query" } });
        Lin.Say("not asked for");
        (await PollAsync(0)).ShouldBe([First]);
        Lin.ForgeTap("x", 1);
        (await PollAsync(First + 1)).ShouldBe([First + 1]);
        await Bot.PollAsync(new { allowed_updates = Array.Empty<string>() });
        Lin.Say("asked for again");
        (await PollAsync(0)).ShouldBe([First + 1, First + 2]);
    }

    [Fact]
    public async Task Messages_are_kept_24_hours_and_taps_150_seconds()
    {
        Lin.Say("hello");
        var tap = Lin.ForgeTap("x", 1);
        Emulator.Journal.Unanswered.ShouldBe([tap]);
        Emulator.Advance(Duration.FromSeconds(151));
        (await PollAsync(0)).ShouldBe([First]);
        Emulator.Journal.Unanswered.ShouldBeEmpty();
        Emulator.Advance(Duration.FromHours(24));
        (await PollAsync(0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Updates_come_twice_on_order()
    {
        Emulator.Queue.DeliverTwice = true;
        Say(2);
        (await PollAsync(0)).ShouldBe([First, First, First + 1, First + 1]);
        Emulator.Queue.DeliverTwice = false;
        (await PollAsync(First + 2)).ShouldBeEmpty();
        Emulator.Queue.Redeliver(1);
        (await PollAsync(First + 2, timeout: 0)).ShouldBeEmpty();
        Emulator.Queue.Redeliver(1);
        (await PollAsync(0)).ShouldBe([First + 1]);
    }

    [Fact]
    public async Task A_repeated_offset_brings_one_update_where_the_option_is_on()
    {
        await using var strict = await EmulatorServer.StartAsync(Options with { ThrottleSameOffset = true });
        using var bot = new RawBot(strict);
        var person = strict.Person("王", id: 1002);
        person.Say("1");
        person.Say("2");
        (await bot.PollAsync(new { })).Length.ShouldBe(2);
        (await bot.PollAsync(new { })).Length.ShouldBe(1);
        strict.Advance(Duration.FromSeconds(1));
        (await bot.PollAsync(new { })).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Anything_can_be_pushed_as_an_update()
    {
        Emulator.Push("""{"surprise":{"x":1}}""").ShouldBe(First);
        Emulator.Push("""{}""");
        Emulator.Push("""{"update_id":7,"message":"no object"}""", updateId: 7);
        (await PollAsync(0)).ShouldBe([First, First + 1, 7]);
        Emulator.Push("""{"message":{"text":"\ud83d"}}""");
        Emulator.Push("{broken");
        var raw = await Bot.Http.GetByteArrayAsync(new Uri(Bot.Base + "getUpdates?offset=8", UriKind.Relative));
        Encoding.UTF8.GetString(raw).ShouldBe($$$"""{"ok":true,"result":[{"update_id":{{{First + 2}}},"message":{"text":"\ud83d"}},{broken]}""");
    }

    private void Say(int times)
    {
        for (var n = 1; n <= times; n++)
        {
            Lin.Say($"{n}");
        }
    }

    private async Task<int[]> PollAsync(long offset, int timeout = 0) =>
        [.. (await Bot.PollAsync(new { offset, timeout })).Select(static u => u.GetProperty("update_id").GetInt32())];

    private Task ArrivedAsync(string method) => Until.TrueAsync(() => Emulator.Journal.CallsOf(method).Count > 0 && Emulator.Waiting);
}
