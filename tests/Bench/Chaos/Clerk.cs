using NodaTime;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

using Person = Ontime.Emulator.Person;

/// <summary>
/// Somebody whose every word can be looked up afterwards: adds bills, pays them, moves the hour of the check-ins. All of it is typed, so what
/// must stand in the store in the end follows from what was said alone, in whatever order the answers came.
/// </summary>
/// <param name="today">The day of the run.</param>
internal sealed class Clerk(Person person, Random dice, LocalDate today)
{
    private const int Bills = 20;
    private static readonly string[] Greeting = ["/start", "Start", "I’m 18+ and I agree"];

    private readonly List<string> _said = [];
    private readonly List<string> _bills = [];
    private readonly HashSet<string> _paid = [];
    private LocalTime? _hour;

    public int Said => _said.Count;

    public int Told => _bills.Count + _paid.Count + (_hour is null ? 0 : 1);

    /// <summary>Messages the bot sent beyond those it decided: below zero, some never came.</summary>
    public int Copies(Coach coach)
    {
        var (member, decided, now) = ((Member?)null, 0, Instant.FromUtc(2026, 11, 22, 4, 0));
        foreach (var sentence in _said)
        {
            var turn = coach.Handle(member, new Input.Said(new Ontime.Person(person.Id, person.Name, "en"), sentence, 1, now), now += Duration.FromSeconds(1));
            (member, decided) = (turn.Member, decided + turn.Effects.Count(effect => effect is Effect.Say));
        }

        return person.Chat.FromBot.Count - decided;
    }

    /// <summary>Goes on until told to stop, then finishes the matter at hand.</summary>
    public async Task WorkAsync(CancellationToken enough)
    {
        await SayAsync(Greeting);
        while (!enough.IsCancellationRequested)
        {
            switch (dice.Next(3))
            {
                case 0 when _bills.Count < Bills:
                    var name = $"Card {"ABCDEFGHJKLMNOPQRSTU"[_bills.Count]}{dice.Next(10, 99)}";
                    await SayAsync("/bills", "Add one", $"{name} {Soon().Day}th", "no", "salary card", "Done");
                    _bills.Add(name);
                    break;
                case 1 when _bills.Find(bill => !_paid.Contains(bill)) is { } open:
                    await SayAsync($"paid {open}");
                    _paid.Add(open);
                    break;
                default:
                    var hour = new LocalTime(dice.Next(9, 20), dice.Next(60));
                    await SayAsync("/settings", "Your hour", hour.ToString("H:mm", null), "Done");
                    _hour = hour;
                    break;
            }
        }
    }

    /// <summary>Says once more something, and must be answered.</summary>
    public async Task AskAsync()
    {
        await person.SettledAsync();
        var before = person.Chat.FromBot.Count;
        person.Say("/help");
        _said.Add("/help");
        await person.WaitFor(chat => chat.FromBot.Count > before);
    }

    /// <summary>What the store lacks of what was said, or has twice; a line each.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(Store store)
    {
        if (await store.MemberAsync(person.Id, CancellationToken.None) is not { } row)
        {
            return [$"{person.Id}: nobody of that id is in the store"];
        }

        var member = MemberCodec.Read(row.Document);
        List<string> wrong = [];
        wrong.AddRange(member.Bills.Select(bill => bill.Name).Except(_bills).Select(name => $"{person.Id}: {name} was never added"));
        foreach (var name in _bills)
        {
            var kept = member.Bills.Where(bill => bill.Name == name).ToList();
            if (kept.Count != 1)
            {
                wrong.Add($"{person.Id}: {name} is there {kept.Count} times");
            }
            else if (kept[0].Past.Count != (_paid.Contains(name) ? 1 : 0))
            {
                wrong.Add($"{person.Id}: {name} has {kept[0].Past.Count} payments, {(_paid.Contains(name) ? 1 : 0)} was told");
            }
        }

        if (_hour is { } hour && member.Hour != hour)
        {
            wrong.Add($"{person.Id}: the hour is {member.Hour}, {hour} was said");
        }

        return wrong;
    }

    /// <summary>A due day that every month has, near enough to be paid already.</summary>
    private LocalDate Soon()
    {
        var day = today.PlusDays(dice.Next(2, 14));
        return day.Day > 28 ? day.PlusDays(4) : day;
    }

    private async Task SayAsync(params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            person.Say(sentence);
            _said.Add(sentence);
            await Task.Delay(dice.Next(20, 120));
        }

        // Everything fetched and done before the next matter: never beyond the flood guard, however long the bot was away.
        await person.SettledAsync();
    }
}
