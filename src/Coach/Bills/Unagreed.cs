using System.Globalization;
using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>Amounts typed with several bills before amounts were agreed to: they wait in a dialog for the answer, and go with it.</summary>
internal static class Unagreed
{
    private const string Note = "unagreed";

    public static bool Waits(Talk talk) => talk.Top.Note(Note) is not null;

    /// <param name="amounts">Of each bill its number and its amount; empty: nothing is asked.</param>
    public static void Ask(Talk talk, IReadOnlyList<(int Bill, decimal Amount)> amounts)
    {
        if (amounts.Count == 0)
        {
            return;
        }

        if (talk.Member.Top is { Dialog: "settings", Step: "amounts", Open: not null })
        {
            // It is being asked already, for an amount of the same line.
            Keep(talk, amounts);
            return;
        }

        Machine.Open(talk, "amounts", (Note, Words(amounts)));
    }

    /// <summary>The dialog that talks asks by a step of its own.</summary>
    public static void Keep(Talk talk, IReadOnlyList<(int Bill, decimal Amount)> amounts) =>
        talk.Replace(talk.Top.With(Note, amounts.Count == 0 ? talk.Top.Note(Note) : $"{talk.Top.Note(Note)} {Words(amounts)}".Trim()));

    /// <summary>The answer was given.</summary>
    public static void Settle(Talk talk, bool agreed)
    {
        foreach (var words in talk.Member.Frames.Select(frame => frame.Note(Note)).OfType<string>())
        {
            foreach (var pair in words.Split(' '))
            {
                if (agreed && pair.Split(':') is [var bill, var amount])
                {
                    Calendar.Change(talk, bill, one => one with { Amount = decimal.Parse(amount, CultureInfo.InvariantCulture) });
                }
            }
        }

        talk.Member = talk.Member with { Frames = talk.Member.Frames.ConvertAll(frame => frame.With(Note, null)) };
    }

    private static string Words(IReadOnlyList<(int Bill, decimal Amount)> amounts) =>
        string.Join(' ', amounts.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Bill}:{one.Amount}")));
}
