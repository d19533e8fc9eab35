using Ontime.Dialogs;

namespace Ontime.Bot.Tests.Host;

using Person = Ontime.Emulator.Person;

/// <summary>The finished bot with the shipped dialogs.</summary>
public sealed class ConversationTests
{
    private static readonly string[] Words =
    [
        "yes", "no", "3", "10号", "650分", "¥1,200", "/help", "/index", "/next", "/check", "/cancel", "back", "skip", "why", "月底", "昨天", "12:30",
        "blah blah", "😀", "\u202Eabc", "110101199003074512", "花呗 10号", "/settings", "/privacy", "/edit", "8", "last day", "/how", "0", "-5", "not sure",
    ];

    private static readonly DialogSet Shipped = Load();

    [Theory]
    [InlineData("en", "Readiness", Engine.Sqlite)]
    [InlineData("zh-hans", "准备度", Engine.Sqlite)]
    [InlineData("zh-hans", "准备度", Engine.Postgres)]
    public async Task A_newcomer_taps_from_start_to_an_index(string language, string index, string engine)
    {
        await using var run = await HostRun.StartAsync(dialogs: Shipped, engine: engine);
        var lin = run.Emulator.Person("Lin", 1, language);
        await lin.SayAsync("/start");
        for (var steps = 0; steps < 25 && !lin.Chat.FromBot.Any(message => message.Text.StartsWith(index)); steps++)
        {
            var message = lin.Chat.FromBot.Last(message => message.Keyboard.Count > 0);
            var last = message.Keyboard.SelectMany(row => row).ToList();

            // The tick card is left by its own button, the fourth; everywhere else the first one goes on.
            await lin.TapAsync(message, (last[0].Label.StartsWith('☐') ? last[3] : last[0]).Data!);
            lin.LastTap!.Answered.ShouldBeTrue();
        }

        lin.Chat.FromBot.ShouldContain(message => message.Text.StartsWith(index));
        await run.EndAsync();
    }

    [Theory]
    [InlineData(1, Engine.Sqlite)]
    [InlineData(2, Engine.Sqlite)]
    [InlineData(3, Engine.Postgres)]
    public async Task Twenty_people_at_random_never_find_silence_or_a_fault(int seed, string engine)
    {
        await using var run = await HostRun.StartAsync(dialogs: Shipped, engine: engine);
        var faults = new[] { Language.En, Language.ZhHans }.Select(language => Shipped.Texts(language).Find("house.fault")!).ToList();
        await Task.WhenAll(Enumerable.Range(1, 20).Select(async n =>
        {
#pragma warning disable RS0030 // A seed is given.
            var dice = new Random((seed * 100) + n);
#pragma warning restore RS0030
            var person = run.Emulator.Person("Lin", n, n % 2 == 0 ? "en" : "zh-hans");
            await person.SayAsync("/start");
            for (var step = 0; step < 25; step++)
            {
                await StepAsync(run, person, dice, step);
                person.Chat.FromBot.ShouldAllBe(message => !faults.Contains(message.Text));
            }
        }));
        run.Emulator.Queue.Pending.ShouldBe(0);
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Twenty_people_on_a_bad_line_are_all_answered_in_the_end(string engine)
    {
        await using var run = await HostRun.StartAsync(dialogs: Shipped, engine: engine);
        run.Emulator.Allow("message is not modified");
        run.Emulator.Allow("query is too old");

        // A deletion whose answer was lost is tried once more, and there is nothing left to delete.
        run.Emulator.Allow("message to delete not found");
        run.Emulator.Faults.Random(5, 0.15);
        using var over = new CancellationTokenSource();
        var passing = PassTimeAsync(run, over.Token);
        var people = Enumerable.Range(1, 20).Select(n => run.Emulator.Person("Lin", n, n % 2 == 0 ? "en" : "zh-hans")).ToList();
        await Task.WhenAll(people.Select(async person =>
        {
#pragma warning disable RS0030 // A seed is given.
            var dice = new Random((int)person.Id);
#pragma warning restore RS0030
            person.Say("/start");
            for (var step = 0; step < 12; step++)
            {
                Press(person, dice);
                await Task.Delay(20);
            }
        }));
        run.Emulator.Faults.Clear();
        await Until.TrueAsync(() => run.Emulator.Queue.Pending == 0, TimeSpan.FromSeconds(20));
        await Until.TrueAsync(() => run.Emulator.Journal.Unanswered.Count == 0, TimeSpan.FromSeconds(20));
        foreach (var person in people)
        {
            await person.SettledAsync();
            var before = run.Emulator.Journal.InChat(person.Id).Count;
            person.Say("/help");
            await person.WaitFor(_ => run.Emulator.Journal.InChat(person.Id).Count > before);
        }

        await over.CancelAsync();
        await passing;
        await run.EndAsync();
        await using var store = await run.LookAsync();
        (await store.DeadLettersAsync(10, CancellationToken.None)).ShouldBeEmpty();
        (await store.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    private static void Press(Person person, Random dice)
    {
        if (dice.Next(3) > 0 && person.Chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0) is { } message)
        {
            var buttons = message.Keyboard.SelectMany(row => row).ToList();
            person.Tap(message, buttons[dice.Next(buttons.Count)].Data!);
        }
        else
        {
            person.Say(Words[dice.Next(Words.Length)]);
        }
    }

    /// <summary>Fifteen times as fast, so that nobody waits for the pauses between two tries.</summary>
    private static async Task PassTimeAsync(HostRun run, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            run.Advance(NodaTime.Duration.FromMilliseconds(300));
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static async Task StepAsync(HostRun run, Person person, Random dice, int step)
    {
        var pressable = person.Chat.FromBot.Where(message => message.Keyboard.Count > 0).ToList();
        if (pressable.Count > 0 && (step < 2 || dice.Next(10) < 7))
        {
            var message = dice.Next(8) > 0 ? pressable[^1] : pressable[dice.Next(pressable.Count)];
            var buttons = message.Keyboard.SelectMany(row => row).ToList();
            var tap = await person.TapAsync(message, (step < 2 ? buttons[0] : buttons[dice.Next(buttons.Count)]).Data!);
            tap.Answered.ShouldBeTrue();
            return;
        }

        var calls = run.Emulator.Journal.InChat(person.Id).Count;
        var word = Words[dice.Next(Words.Length)];
        person.Say(word);

        // Silence would end here, with the whole chat printed.
        await person.WaitFor(_ => run.Emulator.Journal.InChat(person.Id).Skip(calls).Any(call => call.Method is "sendMessage" or "editMessageText"));
        await person.SettledAsync();
    }

    private static DialogSet Load()
    {
        var (set, faults) = DialogFolder.Load(DialogFolder.Default());
        return set ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
