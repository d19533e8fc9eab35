using System.Globalization;
using NodaTime;

namespace Ontime.Tests.Simulation;

/// <summary>Messages about bills that are decided and not yet sent, as a store keeps them: by what they are about, taken back by that.</summary>
internal sealed class Mail(Truth truth)
{
    private readonly List<Letter> _waiting = [];

    /// <summary>How many messages were taken back, or replaced, before they were sent.</summary>
    public int TakenBack { get; private set; }

    public Letter Put(Effect.Say say, IReadOnlyList<(int Bill, LocalDate Due, string Step)> told)
    {
        var letter = new Letter(say.About!, told) { Say = say };
        _waiting.Add(letter);
        return letter;
    }

    public void Take(Turn turn)
    {
        foreach (var taken in turn.Withdrawn)
        {
            foreach (var letter in _waiting.Where(letter => letter.About == taken.About && letter.Say is not null))
            {
                TakenBack++;
                letter.Say = taken.Instead;
            }
        }
    }

    /// <summary>It is sent now: of nothing that has ended, and of everything that has not and was decided.</summary>
    /// <returns>False where nothing is left of it.</returns>
    public bool Send(Instant now, Letter letter)
    {
        _waiting.Remove(letter);
        var spoken = letter.Say is { } say ? Spoken(say) : [];
        foreach (var bill in letter.Told.GroupBy(one => one.Bill))
        {
            var ended = bill.Count(one => truth.Of(one.Bill, one.Due).EndedAt(now) is not null);
            if (spoken.Count(one => one == bill.Key) > bill.Count() - ended)
            {
                truth.Problem(now, $"bill {bill.Key}: spoken of when it had been marked paid");
            }

            if (bill.Count(one => truth.StillMatters(now, one.Bill, one.Due, one.Step)) > spoken.Count(one => one == bill.Key))
            {
                truth.Problem(now, $"bill {bill.Key}: lost with a message that was taken back");
            }
        }

        return letter.Say is not null;
    }

    /// <summary>The bills whose due dates its buttons stand for.</summary>
    private static List<int> Spoken(Effect.Say say)
    {
        var data = say.Message.Rows.SelectMany(row => row).Select(button => button.Data).First(data => data.StartsWith('d'));
        return [.. data[1..data.IndexOf(':')].Split('.').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
    }
}

/// <summary>A message about bills that waits to be sent.</summary>
internal sealed class Letter(string about, IReadOnlyList<(int Bill, LocalDate Due, string Step)> told)
{
    public string About { get; } = about;

    public IReadOnlyList<(int Bill, LocalDate Due, string Step)> Told { get; } = told;

    /// <summary>Null: taken back, and nothing in its place.</summary>
    public Effect.Say? Say { get; set; }
}
