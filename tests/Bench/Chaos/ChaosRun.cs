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

    public static async Task<int> RunAsync(int kills, int number, int seed, bool postgres)
    {
        await using var house = await House.PrepareAsync(Instant.FromUtc(2026, 11, 22, 4, 0), postgres);
        try
        {
            return await RunAsync(house, kills, number, seed);
        }
        catch (TimeoutException trouble)
        {
            Print($"Somebody waits for ever. {trouble.Message}");
            Tell(house);
            return 1;
        }
    }

    private static async Task<int> RunAsync(House house, int kills, int number, int seed)
    {
        await house.StartedAsync();
        house.Emulator.Faults.Random(seed, Faulty, Mix);
        var rest = new Rest();
        var people = new People(house, rest, number, seed);
        var calm = new Calm(house, rest, people.Diaries);
        using var enough = new CancellationTokenSource();
        var walking = people.Begin(enough.Token);
#pragma warning disable RS0030 // A seed is given.
        var disturbing = new Disturbing(house, calm, new Random(seed));
#pragma warning restore RS0030
        await disturbing.RunAsync(kills, () => walking.Exists(one => one.IsFaulted));
        if (walking.Find(one => one.IsFaulted) is { } stuck)
        {
            await stuck;
        }

        house.Emulator.Faults.Clear();
        await enough.CancelAsync();
        await Task.WhenAll(walking);
        await calm.ComesAsync(CancellationToken.None);

        var problems = await people.GoOnAsync(calm);
        await house.EndAsync();
        await using var store = await house.LookAsync();
        var audit = new Audit(house, store);
        await audit.RunAsync(people.Diaries);
        problems.AddRange(audit.Problems);
        Tell(house, people, audit);
        Tell(house, problems);
        return problems.Count == 0 ? 0 : 1;
    }

    private static void Tell(House house, People people, Audit audit)
    {
        var calls = house.Emulator.Journal.Calls;
        var faults = calls.Where(call => call.Fault is not null)
            .GroupBy(call => (call.Fault!.GetType().Name, Poll: call.Method == "getUpdates")).OrderBy(kind => kind.Key)
            .Select(kind => $"{kind.Count()} {kind.Key.Name}{(kind.Key.Poll ? " of polls" : "")}");
        var repeated = house.Repeats + house.Emulator.Webhook.Postings.Count(posting => posting.Attempt > 1);
        Print($"{house.Emulator.Real.TotalSeconds:F0} s, {people.Diaries.Count} people; {List(house.Troubles.GroupBy(trouble => trouble.Kind).Select(kind => $"{kind.Count()} {kind.Key}"))}; {house.BegunAgain} starts met a restarting database");
        Print($"{calls.Count} calls; faults: {List(faults)}; {repeated} updates came again");
        Print($"{audit.Turns} inputs and {audit.Wakes} wakes, each took effect once; history: {List(audit.Kinds.Select(kind => $"{kind.Value} {kind.Key}"))}; {audit.Forgotten} forgotten; {people.Facts} facts of clerks looked up beside");
        Print($"{audit.Mail.Came} messages and edits came, in order; {audit.Mail.Copies} messages twice, each for one of {house.Emulator.Journal.LostAnswers.Count} lost answers or at most {audit.Mail.LongestUnrecorded.TotalMilliseconds:F0} ms before a kill; {audit.Mail.GivenUp} given up after two broken tries; {people.WentOn} people went on");
    }

    /// <summary>What of a run that stuck may say why.</summary>
    private static void Tell(House house)
    {
        foreach (var line in house.DroppedSoFar)
        {
            Console.WriteLine($"  {line}");
        }

        foreach (var tap in house.Emulator.Journal.Unanswered)
        {
            Print($"  tap {tap.Id} of chat {tap.ChatId} is not answered:");
            foreach (var call in house.Emulator.Journal.CallsOf("answerCallbackQuery").Where(call => call["callback_query_id"] == tap.Id))
            {
                Print($"    #{call.Number} {call.Arrived.TotalSeconds:F3} {call.Outcome} {call.Fault}");
            }
        }

        foreach (var trouble in house.Troubles)
        {
            Print($"  {trouble.From.TotalSeconds:F3} to {trouble.Until.TotalSeconds:F3} {trouble.Kind}");
        }
    }

    private static void Tell(House house, List<string> problems)
    {
        Print($"{problems.Count} problems");
        foreach (var problem in problems.Take(Shown))
        {
            Console.WriteLine(problem);
        }

        foreach (var trouble in problems.Count > 0 ? house.Troubles : [])
        {
            Print($"  {trouble.From.TotalSeconds:F3} to {trouble.Until.TotalSeconds:F3} {trouble.Kind}");
        }

        // Whose chat shows what happened.
        foreach (var who in problems.Select(problem => long.TryParse(problem.Split(':')[0], out var id) ? id : 0).Where(id => id > 0).Distinct().Take(Chats))
        {
            Console.WriteLine(house.Emulator.Person("", who).Chat);
            foreach (var call in house.Emulator.Journal.InChat(who))
            {
                Print($"  #{call.Number} {call.Arrived.TotalSeconds:F3} {call.Method} {Mail.Short(call["text"])} {call.Outcome} {call.Fault}");
            }
        }
    }

    private static string List(IEnumerable<string> parts) => string.Join(", ", parts);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
