using System.Diagnostics;
using Ontime.Emulator;

namespace Ontime.Bot.Tests.Replicas;

/// <summary>Real processes on a real server, killed and cut off.</summary>
public sealed class ReplicaTests
{
    private const int People = 8;
    private const int Taps = 12;

    /// <summary>From the kill of a leader to the first call of the next one.</summary>
    private static readonly TimeSpan MostTakeover = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task B11_Three_replicas_behind_a_webhook_lose_no_tap_when_the_leader_and_another_one_are_killed()
    {
        await using var run = await ReplicaRun.StartAsync(3, webhook: true);
        var tapped = 0;
        var people = Enumerable.Range(1, People).Select(id => run.TapsAsync(id, Taps, () => Interlocked.Increment(ref tapped))).ToList();

        await run.UntilAsync(() => tapped > People * 3, "nobody taps");
        var leader = await run.LeaderAsync();
        var killed = Stopwatch.GetTimestamp();
        await leader.KillAsync();
        var (_, at) = await run.SuccessorAsync(leader, killed);
        Tell("after a kill", killed, at);

        await run.UntilAsync(() => tapped > People * 6, "nobody taps after the first kill");
        leader = await run.LeaderAsync();
        await run.Running.First(one => one != leader).KillAsync();
        run.StartOne();
        await run.UntilAsync(() => tapped > People * 9, "nobody taps after the second kill");

        var done = await Task.WhenAll(people);
        await run.CheckAsync(done, Taps);
    }

    [Fact]
    public async Task B11_A_leader_cut_off_from_the_store_falls_silent_before_the_next_one_speaks()
    {
        await using var run = await ReplicaRun.StartAsync(3, webhook: true);
        var tapped = 0;
        var people = Enumerable.Range(1, People).Select(id => run.TapsAsync(id, Taps, () => Interlocked.Increment(ref tapped))).ToList();

        await run.UntilAsync(() => tapped > People * 3, "nobody taps");
        var leader = await run.LeaderAsync();
        var cut = Stopwatch.GetTimestamp();
        leader.ToDatabase.Cut();
        var (next, at) = await run.SuccessorAsync(leader, cut);
        Tell("after a cut", cut, at);
        leader.ToTelegram.Sent[^1].ShouldBeLessThan(at);
        var before = leader.ToTelegram.Sent.Count;

        await run.UntilAsync(() => tapped > People * 6, "nobody taps while one is cut off");
        leader.ToTelegram.Sent.Count.ShouldBe(before);
        leader.ToDatabase.Mend();
        var done = await Task.WhenAll(people);
        (await run.LeaderAsync()).ShouldBe(next);
        leader.ToTelegram.Sent.Count.ShouldBe(before);
        await run.CheckAsync(done, Taps);
    }

    [Fact]
    public async Task B11_A_leader_that_was_asleep_says_nothing_when_it_wakes()
    {
        await using var run = await ReplicaRun.StartAsync(2, webhook: true);
        var tapped = 0;
        var people = Enumerable.Range(1, People).Select(id => run.TapsAsync(id, Taps, () => Interlocked.Increment(ref tapped))).ToList();

        await run.UntilAsync(() => tapped > People * 3, "nobody taps");
        var leader = await run.LeaderAsync();
        await leader.SignalAsync("STOP");
        var asleep = Stopwatch.GetTimestamp();
        var (next, at) = await run.SuccessorAsync(leader, asleep);
        Tell("after a sleep", asleep, at);
        var before = leader.ToTelegram.Sent.Count;

        await leader.SignalAsync("CONT");
        var done = await Task.WhenAll(people);
        leader.ToTelegram.Sent.Count.ShouldBe(before);
        (await run.LeaderAsync()).ShouldBe(next);
        await run.CheckAsync(done, Taps);
    }

    [Fact]
    public async Task B11_Of_two_replicas_that_poll_only_the_leader_does()
    {
        await using var run = await ReplicaRun.StartAsync(2, webhook: false);
        var tapped = 0;
        var people = Enumerable.Range(1, People).Select(id => run.TapsAsync(id, Taps, () => Interlocked.Increment(ref tapped))).ToList();

        await run.UntilAsync(() => tapped > People * 3, "nobody taps");
        var leader = await run.LeaderAsync();
        var other = run.Running.Single(one => one != leader);
        var asked = other.ToTelegram.Sent.Count;
        await run.UntilAsync(() => tapped > People * 6, "nobody taps any more");
        other.ToTelegram.Sent.Count.ShouldBe(asked);

        var killed = Stopwatch.GetTimestamp();
        await leader.KillAsync();
        var (next, at) = await run.SuccessorAsync(leader, killed);
        next.ShouldBe(other);
        Tell("after a kill, by poll", killed, at);
        var done = await Task.WhenAll(people);
        await run.CheckAsync(done, Taps);
        run.Emulator.Journal.CallsOf("getUpdates").ShouldAllBe(call => call.Outcome != CallOutcome.Refused);
    }

    private static void Tell(string when, long from, long to)
    {
        var took = Stopwatch.GetElapsedTime(from, to);
        TestContext.Current.TestOutputHelper?.WriteLine($"{when} another one spoke in {took.TotalSeconds:F1} s");
        took.ShouldBeLessThan(MostTakeover);
    }
}
