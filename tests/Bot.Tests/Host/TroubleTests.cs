using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Emulator;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Host;

public sealed class TroubleTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task B06_A_server_that_ignores_the_offset_is_not_asked_faster_than_once_a_second()
    {
        await using var run = await HostRun.PrepareAsync();
        await using var deaf = await DeafServer.StartAsync();
        run.StartBot(deaf.BaseUrl);
        await Until.TrueAsync(() => run.Log.All.Contains("it ignores the offset"));
        var polls = deaf.Polls;
        await Task.Delay(300);
        (deaf.Polls - polls).ShouldBeLessThanOrEqualTo(1);
        deaf.Sent.ShouldBe(1);
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task B08_A_poll_that_never_comes_back_is_given_up_after_a_minute()
    {
        await using var run = await HostRun.PrepareAsync();
        run.Emulator.Faults.Next("getUpdates", new Fault.HalfOpen());
        LongPoll.ClientTimeout.ShouldBeInRange(TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(65));
        run.StartBot();
        (await run.CallsAsync("getUpdates", 1))[0]["timeout"].ShouldBe("50");
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task B08_After_a_poll_that_never_came_back_the_next_one_works()
    {
        await using var run = await HostRun.PrepareAsync();
        run.Emulator.Faults.Next("getUpdates", new Fault.HalfOpen());
        run.StartBot(pollPatience: TimeSpan.FromMilliseconds(400));
        await Until.TrueAsync(() => run.Log.All.Contains("Polling: NoConnection"));
        run.Advance(Duration.FromSeconds(2));
        var lin = await run.MemberAsync(1);
        lin.LastMessage!.Text.ShouldBe("Question 1");
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task B15_A_stop_with_sends_that_hang_takes_less_than_five_seconds_and_loses_nothing(string engine)
    {
        await using var run = await HostRun.StartAsync(engine: engine);
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", new Fault.HalfOpen());
        lin.Say("one");
        await run.CallsAsync("sendMessage", 2);
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        (await run.StopBotAsync()).ShouldBe(0);
        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(Soon);
        run.StartBot();
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        await run.EndAsync();
    }

    [Fact]
    public async Task B09_Another_poller_is_lived_with()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("getUpdates", null, 3, new Fault.Custom(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        lin.Say("one");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        await Until.TrueAsync(() => run.Log.All.Contains("OtherPoller"));
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldContain("updates: OtherPoller");
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        for (var n = 0; n < 3; n++)
        {
            run.Advance(Duration.FromSeconds(12));
            await run.CallsAsync("getUpdates", ++polls);
        }

        await lin.SayAsync("two");
        lin.LastMessage!.Text.ShouldBe("Question 3");
        (await run.Bot.Health.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        run.Log.Lines.Count(line => line.Text.Contains("OtherPoller")).ShouldBe(2);
        await run.EndAsync();
    }

    [Fact]
    public async Task B10_A_webhook_that_appears_is_told_once_and_never_deleted_silently()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("getUpdates", null, 2, new Fault.Custom(
            409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"));
        lin.Say("one");
        await Until.TrueAsync(() => run.Log.All.Contains("WebhookActive"));
        run.Emulator.Journal.CallsOf("deleteWebhook").Count.ShouldBe(1);
        run.Log.Lines.Count(line => line.Level == LogLevel.Error && line.Text.Contains("WebhookActive")).ShouldBe(1);
        await run.StopBotAsync();
    }

    [Fact]
    public async Task B12_A_revoked_token_stops_the_hot_loop_and_turns_readiness_red()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next(null, null, 50, new Fault.Unauthorized());
        lin.Say("one");
        await Until.TrueAsync(() => run.Log.All.Contains("Polling: Unauthorized"));
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldContain("updates: Unauthorized");
        var calls = run.Emulator.Journal.Calls.Count;
        await Task.Delay(100);
        (run.Emulator.Journal.Calls.Count - calls).ShouldBeLessThan(3);
        await run.EndAsync();
    }

    public static TheoryData<string> Broken => ["500", "502", "empty", "cut", "dropped", "lost"];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task B13_An_answer_that_is_none_is_asked_for_again(string kind)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        Fault fault = kind switch
        {
            "500" => new Fault.ServerError(),
            "502" => new Fault.BadGateway(),
            "empty" => new Fault.EmptyBody(),
            "cut" => new Fault.TruncatedJson(),
            "dropped" => new Fault.DropBefore(),
            _ => new Fault.DropAfter(),
        };
        run.Emulator.Faults.Next("getUpdates", null, 2, fault);
        lin.Say("one");
        for (var n = 0; n < 100 && lin.LastMessage!.Text != "Question 2"; n++)
        {
            run.Advance(Duration.FromSeconds(2));
            await Task.Delay(20);
        }

        await lin.SayAsync("two");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 2", "Question 3"]);
        await run.EndAsync();
    }

    [Theory]
    [InlineData("502")]
    [InlineData("dropped")]
    public async Task An_outage_of_a_minute_before_Telegram_loses_no_reply(string kind)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        Fault fault = kind == "502" ? new Fault.BadGateway() : new Fault.DropBefore();
        foreach (var method in (string[])["sendMessage", "getMe"])
        {
            run.Emulator.Faults.Next(method, null, 1000, fault);
        }

        lin.Say("one");
        await run.CallsAsync("sendMessage", 2);
        for (var second = 0; second < 60; second++)
        {
            run.Advance(Duration.FromSeconds(1));
            await Task.Delay(5);
        }

        run.Emulator.Faults.Clear();
        await Until.TrueAsync(
            () =>
            {
                run.Advance(Duration.FromSeconds(1));
                return lin.LastMessage!.Text == "Question 2";
            },
            TimeSpan.FromSeconds(20));
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 2"]);
        await run.EndAsync();
    }

    [Fact]
    public async Task B14_A_throttled_poll_waits_as_long_as_it_was_told()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("getUpdates", new Fault.Throttle(7));
        lin.Say("one");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        var throttled = await run.CallsAsync("getUpdates", 3);
        lin.Say("two");
        await Task.Delay(100);
        run.Emulator.Journal.CallsOf("getUpdates").Count.ShouldBe(throttled.Count);
        run.Advance(Duration.FromSeconds(8));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 3");
        run.Emulator.Journal.Early.ShouldBeEmpty();
        await run.EndAsync();
    }

    [Fact]
    public async Task The_question_whether_Telegram_answers_again_waits_as_long_as_it_was_told()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", new Fault.BadGateway());
        run.Emulator.Faults.Next("getMe", new Fault.Throttle(9));
        lin.Say("one");
        await Until.TrueAsync(
            () =>
            {
                run.Advance(Duration.FromMilliseconds(500));
                return lin.LastMessage!.Text == "Question 2";
            },
            Soon);
        run.Emulator.Journal.CallsOf("getMe").Count.ShouldBe(3);
        run.Emulator.Journal.Early.ShouldBeEmpty();
        await run.EndAsync();
    }

    [Fact]
    public async Task A_token_that_is_refused_at_the_start_is_told_with_what_to_do()
    {
        await using var run = await HostRun.PrepareAsync();
        run.Emulator.Faults.Next("getMe", new Fault.Unauthorized());
        run.StartBot();
        await Until.TrueAsync(() => run.Log.All.Contains("getMe failed at the start: Unauthorized"));
        run.Log.All.ShouldContain("get a new one from BotFather");
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task B15_A_stop_in_the_middle_of_a_long_poll_takes_less_than_five_seconds_and_loses_nothing()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        lin.Say("one");
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        (await run.StopBotAsync()).ShouldBe(0);
        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(Soon);
        run.StartBot();
        await lin.SayAsync("two");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 2", "Question 3"]);
        await run.EndAsync();
    }

    [Fact]
    public async Task B49_The_command_menu_is_set_in_both_languages_and_not_again()
    {
        await using var run = await HostRun.StartAsync();
        await run.CallsAsync("setMyCommands", 3);
        var menus = run.Emulator.Profile.Commands;
        menus[("all_private_chats", "zh")].ShouldBe([("start", "begin zh"), ("help", "help zh")]);
        menus[("all_private_chats", "")].ShouldBe([("start", "begin en"), ("help", "help en")]);
        var calls = run.Emulator.Journal.CallsOf("setMyCommands").Count;
        await run.StopBotAsync();
        run.StartBot();
        await run.CallsAsync("getMe", 2);
        await run.MemberAsync(1);
        run.Emulator.Journal.CallsOf("setMyCommands").Count.ShouldBe(calls);
        await run.EndAsync();
    }

    [Fact]
    public async Task B52_No_trouble_puts_the_token_into_log_store_or_health()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Random(7, 0.4);
        for (var n = 0; n < 30; n++)
        {
            lin.Say("poison");
            run.Advance(Duration.FromSeconds(5));
            await Task.Delay(10);
        }

        var health = string.Join('\n', await run.Bot!.Health!.TroublesAsync(CancellationToken.None));
        await run.StopBotAsync();
        var secret = run.Emulator.Token.Split(':')[1];
        (run.Log.All + health).ShouldNotContain(secret);
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(run.StorePath)!))
        {
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(secret);
        }
    }

    [Theory]
    [InlineData("http")]
    [InlineData("socks5")]
    public async Task B58_Every_call_goes_through_the_proxy(string scheme)
    {
        await using var run = await HostRun.PrepareAsync();
        await using var proxy = new CountingProxy(run.Emulator.BaseUrl.Port);
        run.StartBot(new Uri("http://api.invalid"), $"{scheme}://127.0.0.1:{proxy.Port}");
        var lin = await run.MemberAsync(1);
        await lin.TapAsync("Yes");
        await lin.SayAsync("export");
        lin.Chat.FromBot.Count(message => message.Kind == "document").ShouldBe(2);
        await run.EndAsync();
        await Until.TrueAsync(() => proxy.Calls == run.Emulator.Journal.Calls.Count);
    }

    [Fact]
    public async Task B58_A_proxy_that_is_down_is_waited_for()
    {
        await using var run = await HostRun.PrepareAsync();
        run.StartBot(proxy: "http://user:hunter2@127.0.0.1:1");
        await Until.TrueAsync(() => run.Log.All.Contains("getMe failed"));
        run.Emulator.Journal.Calls.ShouldBeEmpty();
        (await run.StopBotAsync()).ShouldBe(0);
        run.Log.All.ShouldNotContain("hunter2");
    }
}
