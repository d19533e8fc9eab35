using Ontime.Bot.Tests.Host;
using Ontime.Bot.Tests.Storage;
using Ontime.Emulator;

namespace Ontime.Bot.Tests.Replicas;

/// <summary>One process on PostgreSQL whose lease is taken by somebody else, who does nothing with it.</summary>
public sealed class LeaseLossTests
{
    [Fact]
    public async Task B11_With_the_lease_the_poll_and_the_sending_end_and_with_the_lease_they_come_back()
    {
        await using var database = await Servers.DatabaseAsync();
        await using var run = await HostRun.PrepareAsync();
        run.Postgres = database.Connection;
        run.StartBot();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", new Fault.HalfOpen());
        lin.Say("one");
        await run.CallsAsync("sendMessage", 2);
        await Until.TrueAsync(() => run.Emulator.Queue.Pending == 0 && run.Emulator.Waiting);

        await database.RunAsync("UPDATE lease SET holder = 'somebody else', epoch = epoch + 1, until = clock_timestamp() + interval '10 s'");
        await Until.TrueAsync(() => run.Log.All.Contains("leads no more"), TimeSpan.FromSeconds(10));
        await Until.TrueAsync(() => !run.Emulator.Waiting);
        var calls = run.Emulator.Journal.Calls;
        calls.Where(call => call.Method is "getUpdates" or "sendMessage").GroupBy(call => call.Method).Select(group => group.Last().Outcome)
            .ShouldBe([CallOutcome.Abandoned, CallOutcome.Abandoned]);
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        lin.Say("two");
        await Task.Delay(300);
        run.Emulator.Journal.Calls.Count.ShouldBe(calls.Count);

        await database.RunAsync("UPDATE lease SET until = clock_timestamp()");
        await lin.WaitFor(chat => chat.LastMessage?.Text == "Question 3");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 2", "Question 3"]);
        await run.EndAsync();
    }

    [Fact]
    public async Task B15_Who_stops_in_order_leaves_the_lease_to_the_next_at_once()
    {
        await using var database = await Servers.DatabaseAsync();
        await using var run = await HostRun.PrepareAsync();
        run.Postgres = database.Connection;
        run.StartBot();
        var lin = await run.MemberAsync(1);
        await run.StopBotAsync();
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        run.StartBot();
        lin.Say("one");
        await lin.WaitFor(chat => chat.LastMessage?.Text == "Question 2");
        System.Diagnostics.Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(8));
        await run.EndAsync();
    }

    [Fact]
    public async Task B60_Who_does_not_hear_of_the_lease_is_not_ready()
    {
        await using var database = await Servers.DatabaseAsync();
        await using var run = await HostRun.PrepareAsync();
        await using var wire = new Wire(new Npgsql.NpgsqlConnectionStringBuilder(database.Cluster.Over(database.Name)).Port);
        run.Postgres = new Npgsql.NpgsqlConnectionStringBuilder(database.Cluster.Over(database.Name)) { Port = wire.Port, CommandTimeout = 2 }.ConnectionString;
        run.StartBot();
        await run.MemberAsync(1);
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        wire.Cut();
        run.Time.Advance(TimeSpan.FromSeconds(11));
        await Until.TrueAsync(() => run.Log.All.Contains("leads no more"), TimeSpan.FromSeconds(15));
        (await run.Bot.Health.TroublesAsync(CancellationToken.None)).ShouldContain(trouble => trouble.StartsWith("lease: no answer for"));
        wire.Mend();
        await Until.TrueAsync(() => run.Log.All.Split("leads now").Length == 3, TimeSpan.FromSeconds(30));
        (await run.Bot.Health.TroublesAsync(CancellationToken.None)).ShouldNotContain(trouble => trouble.StartsWith("lease"));
        await run.StopBotAsync();
    }
}
