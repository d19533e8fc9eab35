using NodaTime;
using Ontime.Bot.Tests.Host;
using Ontime.Emulator;
using Ontime.Members;

namespace Ontime.Bot.Tests.Broadcasting;

using static Crowd;

public sealed class BroadcastPaceTests
{
    /// <summary>Few a second, so that there is time to press something in the middle.</summary>
    private static readonly Delivery Slow = new(0, 40, 0);

    [Fact]
    public async Task B35_No_second_sees_more_than_the_limit_and_the_progress_is_one_message()
    {
        var (run, people, admin) = await PrepareAsync(300, new Delivery(300, 200, 1));
        await using var _ = run;
        run.StartBot();

        await SendAsync(admin);
        await ReadsAsync(admin, "done, 300 of 300");

        people.ShouldAllBe(person => Copies(person) == 1);
        run.Emulator.Journal.PeakRate(TimeSpan.FromSeconds(1), call => call.Method == "sendMessage" && call.Chat != Admin).ShouldBeLessThanOrEqualTo(200);
        admin.Chat.FromBot.Count(message => message.Text.Contains("300 of 300")).ShouldBe(1);
        admin.Chat.FromBot.Count.ShouldBe(3);
        await run.EndAsync();
    }

    [Fact]
    public async Task B34_A_429_holds_the_broadcast_while_replies_go_on_and_the_same_person_is_tried_again()
    {
        var (run, people, admin) = await PrepareAsync(40, Slow);
        await using var _ = run;
        run.Emulator.Faults.Next("sendMessage", 10, 1, new Fault.Throttle(30));
        run.StartBot();
        await SendAsync(admin);
        await Until.TrueAsync(() => run.Log.All.Contains("Throttled"), TimeSpan.FromSeconds(15));

        var before = people.Sum(Copies);
        await people[30].SayAsync("/help");
        people[30].LastMessage!.Text.ShouldNotContain("sundry");
        await Task.Delay(300);
        people.Sum(Copies).ShouldBeInRange(before, before + 1);

        run.Advance(Duration.FromSeconds(31));
        run.Advance(Duration.FromMinutes(11));
        await ReadsAsync(admin, "done, 40 of 40");
        people.ShouldAllBe(person => Copies(person) == 1);
        run.Emulator.Journal.Early.ShouldBeEmpty();
        await run.EndAsync();
    }

    [Fact]
    public async Task It_is_paused_stays_so_over_a_restart_and_goes_on()
    {
        var (run, people, admin) = await PrepareAsync(60, Slow);
        await using var _ = run;
        run.Emulator.Allow("message is not modified");
        run.StartBot();
        await SendAsync(admin);
        await Until.TrueAsync(() => people.Sum(Copies) >= 8, TimeSpan.FromSeconds(15));

        await admin.WaitFor(chat => chat.Button("Pause") is not null);
        admin.Tap("Pause");
        await ReadsAsync(admin, "paused");
        var sent = people.Sum(Copies);
        sent.ShouldBeLessThan(60);
        (await run.StopBotAsync()).ShouldBe(0);
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        run.StartBot();
        await run.CallsAsync("getUpdates", polls + 1);
        await Task.Delay(200);
        people.Sum(Copies).ShouldBe(sent);

        admin.Tap("Go on");
        await ReadsAsync(admin, "done, 60 of 60");
        people.ShouldAllBe(person => Copies(person) == 1);
        admin.Chat.FromBot.Single(message => message.Text.Contains("done")).Text.ShouldContain("Delivered: 60");
        await run.EndAsync();
    }

    [Fact]
    public async Task Those_marked_in_a_group_and_not_called_yet_are_not_lost_by_a_pause()
    {
        // Above the usual pace people are marked by twenties.
        var (run, people, admin) = await PrepareAsync(300, new Delivery(0, 210, 0));
        await using var _ = run;
        run.Emulator.Allow("message is not modified");
        run.StartBot();
        await SendAsync(admin);
        await Until.TrueAsync(() => people.Sum(Copies) >= 30, TimeSpan.FromSeconds(15));

        await PressAsync(admin, "Pause");
        await PressAsync(admin, "Go on");
        await ReadsAsync(admin, "done, 300 of 300");

        people.ShouldAllBe(person => Copies(person) == 1);
        admin.Chat.FromBot.Single(message => message.Text.Contains("done")).Text.ShouldContain("Delivered: 300");
        await run.EndAsync();
    }

    [Fact]
    public async Task It_is_stopped_and_the_report_says_how_far_it_came()
    {
        var (run, people, admin) = await PrepareAsync(60, Slow);
        await using var _ = run;
        run.Emulator.Allow("message is not modified");
        run.StartBot();
        await SendAsync(admin);
        await Until.TrueAsync(() => people.Sum(Copies) >= 8, TimeSpan.FromSeconds(15));

        admin.Tap("Stop");
        await ReadsAsync(admin, "stopped at");
        var sent = people.Sum(Copies);
        sent.ShouldBeLessThan(60);
        var report = admin.Chat.FromBot.Single(message => message.Text.Contains("stopped at"));
        report.Text.ShouldContain($"Delivered: {sent}");
        report.Text.ShouldContain($"Not sent: {60 - sent}");
        report.Keyboard.ShouldBeEmpty();
        await Task.Delay(200);
        people.Sum(Copies).ShouldBe(sent);
        await run.EndAsync();
    }

    [Fact]
    public async Task A_stop_of_the_program_in_the_middle_loses_nobody_and_repeats_nothing()
    {
        var (run, people, admin) = await PrepareAsync(60, Slow);
        await using var _ = run;
        run.Emulator.Allow("message is not modified");
        run.StartBot();
        await SendAsync(admin);
        await Until.TrueAsync(() => people.Sum(Copies) >= 8, TimeSpan.FromSeconds(15));

        (await run.StopBotAsync()).ShouldBe(0);
        run.StartBot();
        await ReadsAsync(admin, "done, 60 of 60");

        people.ShouldAllBe(person => Copies(person) == 1);
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Who_sleeps_gets_it_in_the_morning_and_who_cannot_get_it_in_a_day_is_told_as_not_sent(string engine)
    {
        // 23:00 in Shanghai, 15:00 in London.
        var start = Instant.FromUtc(2026, 11, 22, 15, 0);
        var (run, people, admin) = await PrepareAsync(
            12, start: start, engine: engine, change: (n, member) => n switch
            {
                <= 6 => member with { Zone = "Europe/London" },
                7 => member with { QuietUntil = start + Duration.FromDays(10) },
                _ => member,
            });
        await using var _ = run;
        run.Emulator.Allow("message is not modified");
        run.StartBot();
        await SendAsync(admin);

        await ReadsAsync(admin, "The rest is not due yet; the next in 9 h");
        people.Select(Copies).ShouldBe([1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0]);
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        (await run.StopBotAsync()).ShouldBe(0);
        run.StartBot();
        await run.CallsAsync("getUpdates", polls + 1);
        run.Advance(Duration.FromMinutes(8 * 60 + 50));
        await Task.Delay(100);
        people.Skip(6).Sum(Copies).ShouldBe(0);

        run.Advance(Duration.FromMinutes(11));
        await ReadsAsync(admin, "done, 12 of 12");
        people.Select(Copies).ShouldBe([1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1]);
        var report = admin.Chat.FromBot.Single(message => message.Text.Contains("done")).Text;
        report.ShouldContain("Delivered: 11");
        report.ShouldContain("Not sent: 1");
        await run.EndAsync();
    }
}
