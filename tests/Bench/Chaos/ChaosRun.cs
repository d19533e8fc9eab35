using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Ontime.Bot;
using Ontime.Emulator;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>
/// People walk through everything while the bot is killed again and again and the line to Telegram is bad. In the end every accepted answer,
/// payment and setting is there once, nothing waits, and everybody can go on. What happens when follows from the seed, as far as two processes allow.
/// </summary>
internal static class ChaosRun
{
    private const double Faulty = 0.05;

    public static async Task<int> RunAsync(int kills, int people, int seed)
    {
#pragma warning disable RS0030 // A seed is given; the bot's clock is the machine's.
        var dice = new Random(seed);
        var start = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow());
#pragma warning restore RS0030
        await using var bots = await Bots.PrepareAsync(start);
        var emulator = bots.Emulator;
        foreach (var expected in (string[])["message is not modified", "query is too old", "message to delete not found", "message to edit not found"])
        {
            emulator.Allow(expected);
        }

        emulator.Faults.Random(seed, Faulty);
        bots.Start();
        var clerks = Enumerable.Range(1, Math.Max(1, people / 2)).Select(n => new Clerk(emulator.Person("Lin", n, "en"), Dice(seed, n), start.InUtc().Date)).ToList();
        var wanderers = Enumerable.Range(1000, Math.Max(1, people / 2)).Select(n => new Wanderer(emulator.Person("Lin", n, n % 2 == 0 ? "en" : "zh-hans"), Dice(seed, n))).ToList();
        using var enough = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var working = Task.WhenAll([.. clerks.Select(clerk => clerk.WorkAsync(enough.Token)), .. wanderers.Select(wanderer => wanderer.WalkAsync(enough.Token))]);
        for (var kill = 0; kill < kills && !working.IsCompleted; kill++)
        {
            var polls = emulator.Journal.CallsOf("getUpdates").Count;
            await bots.CallsAsync("getUpdates", polls + 1);
            await Task.Delay(dice.Next(100, 1500));
            bots.Stop();
            bots.Start();
        }

        emulator.Faults.Clear();
        await enough.CancelAsync();
        await working;
        foreach (var asked in clerks.Select(clerk => clerk.AskAsync()).Concat(wanderers.Select(wanderer => wanderer.AskAsync())).ToList())
        {
            await asked;
        }

        await bots.EndAsync();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var problems = await ProblemsAsync(bots, clerks);
        var (set, _) = DialogFolder.Load(DialogFolder.Default());
        var coach = new Coach(set!, new Operator(null, null, emulator.BotUsername));
        var copies = clerks.Select(clerk => clerk.Copies(coach)).ToList();
        problems.AddRange(copies.Where(count => count < 0).Select(count => $"{-count} messages to one person never came"));

        // A kill may double the one message of a chat that was under way.
        var explained = emulator.Journal.LostAnswers.Count + (kills * clerks.Count);
        if (copies.Sum() > explained)
        {
            problems.Add($"{copies.Sum()} messages came twice, and only {explained} of them can be explained");
        }

        var sent = emulator.Journal.CallsOf("sendMessage").Where(call => call.Effect).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills in {seconds:F0} s, {Faulty:P0} of the calls faulty, {clerks.Count + wanderers.Count} people: {clerks.Sum(clerk => clerk.Said)} sentences with {clerks.Sum(clerk => clerk.Told)} facts looked up, {wanderers.Sum(wanderer => wanderer.Done)} steps wandered"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sent.Count} messages, {emulator.Journal.LostAnswers.Count} answers lost on the way, {copies.Sum()} copies among those of the people looked up; {problems.Count} problems"));
        foreach (var problem in problems.Take(30))
        {
            Console.WriteLine(problem);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    private static async Task<List<string>> ProblemsAsync(Bots bots, List<Clerk> clerks)
    {
        List<string> problems = [.. bots.Emulator.Refusals.Select(refusal => $"refused: {refusal}")];
        if (bots.Emulator.Queue.Pending > 0)
        {
            problems.Add($"{bots.Emulator.Queue.Pending} updates were never confirmed");
        }

        problems.AddRange(bots.Emulator.Journal.Unanswered.Select(tap => $"a tap of {tap.ChatId} was never answered"));
        await using var store = await Store.OpenAsync(bots.StorePath, CancellationToken.None);
        problems.AddRange((await store.PendingAsync(0, 100, CancellationToken.None)).Select(row => $"row {row.Id} for {row.ChatId} still waits"));
        problems.AddRange((await store.DeadLettersAsync(100, CancellationToken.None)).Select(letter => $"dead letter of {letter.ChatId} at {letter.Step}: {letter.Fault}"));
        foreach (var clerk in clerks)
        {
            problems.AddRange(await clerk.AuditAsync(store));
        }

        return problems;
    }

#pragma warning disable RS0030 // A seed is given.
    private static Random Dice(int seed, int n) => new(unchecked((seed * 7919) + n));
#pragma warning restore RS0030
}
