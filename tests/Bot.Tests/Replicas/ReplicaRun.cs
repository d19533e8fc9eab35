using System.Diagnostics;
using Ontime.Bot.Tests.Storage;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Replicas;

using Person = Ontime.Emulator.Person;

/// <summary>Several processes on one PostgreSQL, behind the emulator; by webhook they are reached in turn.</summary>
internal sealed class ReplicaRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<ReplicaProcess> _all = [];
    private readonly bool _webhook;

    private ReplicaRun(EmulatorServer emulator, PostgresDatabase database, bool webhook) => (Emulator, Database, _webhook) = (emulator, database, webhook);

    public EmulatorServer Emulator { get; }

    public PostgresDatabase Database { get; }

    public IReadOnlyList<ReplicaProcess> Running => [.. _all.Where(one => one.Runs)];

    public static async Task<ReplicaRun> StartAsync(int replicas, bool webhook)
    {
        var database = await Servers.DatabaseAsync();
        var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30), Patience = Patience });

        // After a kill what was on its way may be sent once more.
        emulator.Allow("message is not modified");
        emulator.Allow("it was answered before");
        var run = new ReplicaRun(emulator, database, webhook);
        for (var n = 0; n < replicas; n++)
        {
            run.StartOne();
        }

        await run.LeaderAsync();
        await run.UntilAsync(() => run._all.All(one => one.Said.Contains("Started as")), "not all started");
        return run;
    }

    public ReplicaProcess StartOne()
    {
        var one = new ReplicaProcess(Emulator, Database, _webhook);
        _all.Add(one);
        Emulator.Webhook.Targets = [.. Running.Select(replica => replica.Hook)];
        return one;
    }

    /// <summary>The one that leads, once there is exactly one.</summary>
    public async Task<ReplicaProcess> LeaderAsync()
    {
        await UntilAsync(() => Running.Count(one => one.Leads) == 1, "nobody leads");
        return Running.Single(one => one.Leads);
    }

    /// <summary>Waits until another replica than this one sent something to Telegram after the moment; gives that moment and the replica.</summary>
    public async Task<(ReplicaProcess Replica, long At)> SuccessorAsync(ReplicaProcess before, long after)
    {
        (ReplicaProcess? Replica, long At) found = default;
        await UntilAsync(
            () =>
            {
                found = _all.Where(one => one != before).SelectMany(one => one.ToTelegram.Sent.Where(at => at > after).Take(1).Select(at => (one, at)))
                    .OrderBy(one => one.at).FirstOrDefault();
                return found.Replica is not null;
            },
            "nobody took over");
        return found!;
    }

    public async Task UntilAsync(Func<bool> condition, string otherwise)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"{otherwise}\n{string.Join("\n---\n", _all.Select(one => one.Said))}\n{string.Join('\n', Emulator.Journal.Calls.TakeLast(10))}");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Somebody who answers question after question.</summary>
    public async Task<Person> TapsAsync(long id, int taps, Action tapped)
    {
        var person = Emulator.Person("Lin", id, "en");
        person.Say("hello");
        for (var n = 1; n <= taps; n++)
        {
            await person.WaitFor(chat => chat.LastMessage?.Text == $"Question {n}", Patience);
            await Task.Delay(100);
            person.Tap("Yes");
            tapped();
        }

        await person.WaitFor(chat => chat.LastMessage?.Text == $"Question {taps + 1}", Patience);
        return person;
    }

    /// <summary>
    /// Each tap took effect once and was answered; the messages came in their order, and none more than once again: what a leader had sent and not
    /// yet recorded at its end is sent once more, in order, by the next one.
    /// </summary>
    public async Task CheckAsync(IReadOnlyList<Person> people, int taps)
    {
        await using var store = await Store.OpenPostgresToReadAsync(Database.Connection, Seal.None, CancellationToken.None);
        var twice = 0;
        foreach (var person in people)
        {
            var member = (await store.MemberAsync(person.Id, CancellationToken.None))!.Member();
            (member.Asked, member.Answered).ShouldBe((taps + 1, taps));
            (await store.EventsAsync(person.Id, CancellationToken.None)).Count.ShouldBe(taps);
            var numbers = person.Chat.FromBot.Select(message => int.Parse(message.Text.Split(' ')[1])).ToList();
            numbers.Distinct().ShouldBe(Enumerable.Range(1, taps + 1));
            numbers.GroupBy(number => number).ShouldAllBe(same => same.Count() <= 2);
            twice += numbers.Count - numbers.Distinct().Count();
        }

        await UntilAsync(() => Emulator.Journal.Unanswered.Count == 0, "a tap was not answered");
        Emulator.Refusals.ShouldBeEmpty();
        TestContext.Current.TestOutputHelper?.WriteLine($"{twice} messages of {people.Count * (taps + 1)} stand there twice");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in _all)
        {
            await one.DisposeAsync();
        }

        await Emulator.DisposeAsync();
        await Database.DisposeAsync();
    }
}
