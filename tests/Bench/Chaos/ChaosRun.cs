using System.Globalization;
using NodaTime;
using Ontime.Emulator;

namespace Ontime.Bench.Chaos;

/// <summary>
/// People walk through everything while the bot is killed again and again and the line to Telegram is bad. In the end every accepted answer,
/// payment and setting is there once, nothing waits, and everybody can go on. What happens when follows from the seed, as far as several processes
/// allow.
/// </summary>
internal static class ChaosRun
{
    private const double Faulty = 0.05;
    private const int Shown = 30, Chats = 3;

    private static readonly Fault[] Mix =
    [
        new Fault.Throttle(1), new Fault.ServerError(), new Fault.BadGateway(), new Fault.EmptyBody(), new Fault.TruncatedJson(),
        new Fault.DropBefore(), new Fault.DropAfter(), new Fault.Delay(TimeSpan.FromMilliseconds(300)),
    ];

    private static readonly TimeSpan BeyondTheLease = TimeSpan.FromSeconds(11.5);

    /// <summary>What passes when the clock is set; reminders of all kinds fall due.</summary>
    private static readonly Duration[] Passing = [Duration.FromMinutes(20), Duration.FromHours(7), Duration.FromDays(1), Duration.FromHours(30), Duration.FromDays(3)];

    public static async Task<int> RunAsync(int kills, int people, int seed, bool postgres)
    {
        var start = Instant.FromUtc(2026, 11, 22, 4, 0);
        await using var house = await House.PrepareAsync(start, postgres);
        await house.StartedAsync();
        house.Emulator.Faults.Random(seed, Faulty, Mix);
        var rest = new Rest();
        var pace = TimeSpan.FromMilliseconds(Math.Max(postgres ? 600 : 150, people * 5));
        var (diaries, clerks, wanderers) = (new List<Diary>(), new List<Clerk>(), new List<Wanderer>());
        for (var n = 1; n <= people; n++)
        {
            var chinese = n % 4 == 0;
            var code = chinese ? "zh-hans" : "en";
            var diary = new Diary(house.Emulator.Person("Lin", n, code), code, () => house.Clock.Now, lines: postgres);
            diaries.Add(diary);
            if (n % 4 == 1)
            {
                clerks.Add(new Clerk(diary, rest, Dice(seed, n), pace, () => house.Clock.Now.InUtc().Date));
            }
            else
            {
                wanderers.Add(new Wanderer(diary, rest, Dice(seed, n), chinese, pace));
            }
        }

        using var enough = new CancellationTokenSource();
        List<Task> working = [.. clerks.Select(clerk => clerk.WorkAsync(enough.Token)), .. wanderers.Select(wanderer => wanderer.WalkAsync(enough.Token))];
        var calm = new Calm(house, rest, diaries);
        await DisturbAsync(house, calm, kills, Dice(seed, 0), () => working.Exists(one => one.IsFaulted));
        house.Emulator.Faults.Clear();
        await enough.CancelAsync();
        await Task.WhenAll(working);
        await calm.ComesAsync(CancellationToken.None);

        var troubled = house.Emulator.Real;
        await using var store = await house.LookAsync();
        var (problems, asked) = (new List<string>(), new List<(long Who, Task<LocalTime?> Hour)>());
        foreach (var diary in diaries)
        {
            asked.Add((diary.Person.Id, GoingOn.AskAsync(diary, await store.MemberAsync(diary.Person.Id, CancellationToken.None) is not null, Dice(seed, (int)diary.Person.Id))));
        }

        await Task.WhenAll(asked.Select(one => one.Hour));
        await calm.ComesAsync(CancellationToken.None);
        foreach (var (who, hour) in asked)
        {
            problems.AddRange(await GoingOn.CheckAsync(store, who, await hour) is { } stuck ? [stuck] : []);
        }

        foreach (var clerk in clerks)
        {
            problems.AddRange(await clerk.AuditAsync(store));
        }

        var audit = new Audit(house, store);
        await house.EndAsync();
        await audit.RunAsync(diaries);
        problems.AddRange(audit.Problems);
        Tell(house, audit, troubled, people, clerks.Sum(clerk => clerk.Facts), asked.Count(one => one.Hour.IsCompletedSuccessfully), problems);
        return problems.Count == 0 ? 0 : 1;
    }

    private static async Task DisturbAsync(House house, Calm calm, int kills, Random dice, Func<bool> stuck)
    {
        using var over = new CancellationTokenSource();
        var (passing, every) = (Task.CompletedTask, Math.Clamp(kills / 14, 2, 15));
        for (var kill = 1; kill <= kills && !stuck() && !passing.IsFaulted; kill++)
        {
            await Task.Delay(dice.Next(0, 700));
            if (dice.Next(8) > 0)
            {
                await house.StartedAsync();
                await Task.Delay(dice.Next(100, 1500));
            }

            if (kill % every == 0 && passing.IsCompleted)
            {
                passing = calm.PassAsync(Passing[dice.Next(Passing.Length)], over.Token);
            }

            await AskewAsync(house, dice);
            await house.KillAsync(leader: dice.Next(4) == 0, dice);
        }

        if (stuck())
        {
            await over.CancelAsync();
            return;
        }

        await passing;
    }

    /// <summary>What 5 % of the calls do not meet by chance: polls and sends that are never answered, webhook answers that are lost, and the database.</summary>
    private static async Task AskewAsync(House house, Random dice)
    {
        switch (dice.Next(house.Shared ? 24 : 8))
        {
            case 0:
                house.Emulator.Faults.Next("sendMessage", new Fault.HalfOpen());
                await Task.Delay(dice.Next(500));
                break;
            case 1 when !house.Shared:
                house.Emulator.Faults.Next("getUpdates", new Fault.HalfOpen());
                await Task.Delay(dice.Next(2) == 0 ? 6500 : 500);
                break;
            case 1 or 2 or 3 when house.Shared:
                house.Emulator.Webhook.LoseAnswers += 3;
                break;
            case 8:
                await house.SleepAsync(BeyondTheLease);
                break;
            case 9:
                await house.CutAsync(BeyondTheLease);
                break;
            case 10:
                await house.RestartDatabaseAsync(immediate: false);
                break;
            case 11:
                await house.RestartDatabaseAsync(immediate: true);
                break;
        }
    }

    private static void Tell(House house, Audit audit, TimeSpan troubled, int people, int facts, int asked, List<string> problems)
    {
        var calls = house.Emulator.Journal.Calls;
        var told = string.Join(", ", house.Troubles.GroupBy(trouble => trouble.Kind).Select(kind => $"{kind.Count()} {kind.Key}"));
        var faults = string.Join(", ", calls.Where(call => call.Fault is not null)
            .GroupBy(call => (call.Fault!.GetType().Name, Poll: call.Method == "getUpdates")).OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Count()} {kind.Key.Name}{(kind.Key.Poll ? " of polls" : "")}"));
        Print($"{troubled.TotalSeconds:F0} s, {people} people: {told}");
        Print($"{calls.Count} calls, faulty: {faults}; lost answers of the webhook {house.Emulator.Webhook.Postings.Count(posting => posting.Attempt > 1)} repeats");
        Print($"{audit.Turns} inputs and {audit.Wakes} wakes took effect once, {facts} facts of clerks beside; events: {string.Join(", ", audit.Kinds.Select(kind => $"{kind.Value} {kind.Key}"))}; {audit.Forgotten} times forgotten; {asked} went on");
        Print($"{audit.Mail.Came} messages and edits in order, {audit.Mail.Copies} copies, each explained by a kill or a lost answer ({house.Emulator.Journal.LostAnswers.Count} lost, at most {audit.Mail.LongestUnrecorded.TotalMilliseconds:F0} ms before a kill); {audit.Mail.GivenUp} given up after two broken tries; {problems.Count} problems");
        foreach (var problem in problems.Take(Shown))
        {
            Console.WriteLine(problem);
        }

        // Whose chat shows what happened.
        foreach (var who in problems.Select(problem => long.TryParse(problem.Split(':')[0], out var id) ? id : 0).Where(id => id > 0).Distinct().Take(Chats))
        {
            Console.WriteLine(house.Emulator.Person("", who).Chat);
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

#pragma warning disable RS0030 // A seed is given.
    private static Random Dice(int seed, int n) => new(unchecked((seed * 7919) + n));
#pragma warning restore RS0030
}
