using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>
/// The marks of a due date: “7r” is told 7 (the bits of the chain) and the money ready. A capital is a state other than open, “o” that the answer “something
/// is overdue” hangs on it, “s” and seconds since the person joined when to be reminded again.
/// </summary>
internal static class CycleText
{
    private static readonly (char Letter, CycleState State)[] Letters =
    [
        ('P', CycleState.Paid), ('L', CycleState.PaidLate), ('M', CycleState.Minimum), ('T', CycleState.Part), ('N', CycleState.NothingDue),
        ('C', CycleState.CantPay), ('U', CycleState.NotPaid),
    ];

    public static void Append(ref DefaultInterpolatedStringHandler line, Cycle cycle, Moments since)
    {
        line.AppendFormatted(cycle.Told);
        if (cycle.State != CycleState.Open)
        {
            line.AppendFormatted(Letter(cycle.State));
        }

        line.AppendLiteral(cycle.Ready ? "r" : "");
        line.AppendLiteral(cycle.Overdue ? "o" : "");
        if (cycle.Snooze is { } snooze)
        {
            line.AppendLiteral("s");
            Moments.Append(ref line, since.Milliseconds(snooze));
        }
    }

    public static Cycle Read(LocalDate due, ReadOnlySpan<char> text, Moments since)
    {
        var digits = Digits(text);
        var cycle = new Cycle(due, CycleState.Open, Days.Whole(text[..digits]));
        for (text = text[digits..]; !text.IsEmpty; text = text[1..])
        {
            switch (text[0])
            {
                case 'r':
                    cycle = cycle with { Ready = true };
                    break;
                case 'o':
                    cycle = cycle with { Overdue = true };
                    break;
                case 's':
                    return cycle with { Snooze = since.Instant(Moments.Parse(text[1..])) };
                default:
                    cycle = cycle with { State = State(text[0]) };
                    break;
            }
        }

        return cycle;
    }

    public static char Letter(CycleState state) => Array.Find(Letters, pair => pair.State == state).Letter;

    public static CycleState State(char letter) =>
        Array.Find(Letters, pair => pair.Letter == letter) is { Letter: not '\0', State: var state } ? state : throw new JsonException("No state of a due date here.");

    /// <summary>How many digits a text begins with.</summary>
    public static int Digits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') is >= 0 and var end ? end : text.Length;
}
