using NodaTime;
using Ontime.Bot;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>
/// Somebody whose facts can be looked up without asking the core what they come to: bills by names of their own, each paid at most once. All
/// of it is typed.
/// </summary>
/// <param name="today">By the clock that is set.</param>
internal sealed class Clerk(Diary diary, Rest rest, Random dice, TimeSpan pace, Func<LocalDate> today)
{
    private const int Bills = 20;
    private static readonly string[] Greeting = ["/start", "Start", "I’m 18+ and I agree"];

    private readonly List<string> _bills = [];
    private readonly HashSet<string> _paid = [];

    public int Facts => _bills.Count + _paid.Count;

    /// <summary>Goes on until told to stop, then finishes the matter at hand.</summary>
    public async Task WorkAsync(CancellationToken enough)
    {
        await SayAsync(Greeting);
        while (!enough.IsCancellationRequested)
        {
            await rest.PassAsync(() => diary.Person.SettledAsync());
            switch (dice.Next(2))
            {
                case 0 when _bills.Count < Bills:
                    var name = $"Card {"ABCDEFGHJKLMNOPQRSTU"[_bills.Count]}{dice.Next(10, 99)}";
                    _bills.Add(name);
                    await SayAsync("/bills", "Add one", $"{name} {Soon().Day}th", "no", "salary card", "Done");
                    if (dice.Next(2) == 0)
                    {
                        // Before time passes: of an overdue one the coach asks what became of it.
                        _paid.Add(name);
                        await SayAsync($"paid {name}");
                    }

                    break;
                default:
                    await SayAsync("/settings", "Your hour", new LocalTime(dice.Next(9, 20), dice.Next(60)).ToString("H:mm", null), "Done");
                    break;
            }
        }
    }

    /// <summary>What the store lacks of what was said, or has twice; a line each.</summary>
    public async Task<IReadOnlyList<string>> AuditAsync(Store store)
    {
        var who = diary.Person.Id;
        if (await store.MemberAsync(who, CancellationToken.None) is not { } row)
        {
            return [$"{who}: nobody of that id is in the store"];
        }

        var member = row.Member();
        List<string> wrong = [.. member.Bills.Select(bill => bill.Name).Except(_bills).Select(name => $"{who}: {name} was never added")];
        wrong.AddRange(_bills.Select(name => (name, count: member.Bills.Count(bill => bill.Name == name))).Where(bill => bill.count != 1)
            .Select(bill => $"{who}: {bill.name} is there {bill.count} times"));
        var paid = (await store.EventsAsync(who, CancellationToken.None)).Count(happened => happened.Kind == EventKinds.Paid);
        if (paid != _paid.Count)
        {
            wrong.Add($"{who}: {paid} payments are in the history, {_paid.Count} were told");
        }

        return wrong;
    }

    /// <summary>A due day that every month has, near enough to be paid already.</summary>
    private LocalDate Soon()
    {
        var day = today().PlusDays(dice.Next(2, 14));
        return day.Day > 28 ? day.PlusDays(4) : day;
    }

    private async Task SayAsync(params string[] sentences)
    {
        foreach (var sentence in sentences)
        {
            await diary.SayAsync(sentence);
            await Task.Delay(pace * dice.NextDouble());
        }

        // Everything fetched and done before the next matter: never beyond the flood guard, however long the bot was away.
        await diary.Person.SettledAsync();
        await Task.Delay(pace);
    }
}
