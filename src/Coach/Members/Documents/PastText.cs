using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>
/// Due dates that have ended, newest first. “2610PPM” is a run: the bill's day of October 2026 and of the two months before, paid, paid, the minimum. What
/// fits no run stands alone with its date, the days late, and “k” where the streak was kept: “261005L3k”. Commas between them.
/// </summary>
internal static class PastText
{
    private const int MonthDigits = 4;

    public static void Append(ref DefaultInterpolatedStringHandler line, ImmutableList<Settled> past, DueDay? day)
    {
        YearMonth? next = null;
        var first = true;
        foreach (var settled in past)
        {
            var month = settled.Due.ToYearMonth();
            var plain = settled is { DaysLate: 0, Kept: false } && day?.In(month) == settled.Due && Days.IsShort(settled.Due.Year);
            if (!plain || next != month)
            {
                line.AppendLiteral(first ? "" : ",");
                if (plain)
                {
                    line.AppendFormatted(Days.Number(month), "D4");
                }
                else
                {
                    Days.Append(ref line, settled.Due);
                }
            }

            line.AppendFormatted(CycleText.Letter(settled.State));
            if (!plain)
            {
                line.AppendFormatted(settled.DaysLate);
                line.AppendLiteral(settled.Kept ? "k" : "");
            }

            (next, first) = (plain ? month.PlusMonths(-1) : null, false);
        }
    }

    /// <exception cref="InvalidOperationException">A run, and the bill has no day.</exception>
    public static ImmutableList<Settled> Read(ReadOnlySpan<char> text, DueDay? day)
    {
        var past = ImmutableList.CreateBuilder<Settled>();
        foreach (var part in text.Split(','))
        {
            var one = text[part];
            if (CycleText.Digits(one) == MonthDigits && one.IndexOf('-') < 0)
            {
                var month = Days.Month(Days.Whole(one[..MonthDigits]));
                foreach (var letter in one[MonthDigits..])
                {
                    past.Add(new Settled(day!.Value.In(month), CycleText.State(letter)));
                    month = month.PlusMonths(-1);
                }
            }
            else
            {
                var due = Days.Take(ref one);
                var kept = one.EndsWith("k");
                past.Add(new Settled(due, CycleText.State(one.IsEmpty ? '\0' : one[0]), Days.Whole(one[1..^(kept ? 1 : 0)]), kept));
            }
        }

        return past.ToImmutable();
    }
}
