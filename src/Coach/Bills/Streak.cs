using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>Months in a row without a late payment, and beside it how many of all were on time: one miss does not undo the rest.</summary>
internal static class Streak
{
    private static readonly int[] Milestones = [1, 3, 6, 12];

    /// <summary>The months in a row up to a day. What was paid before the record began counts by the person's word.</summary>
    public static int Months(Member member, LocalDate upTo)
    {
        var months = member.Months.Where(month => month.Month.CompareTo(upTo.ToYearMonth()) <= 0).OrderByDescending(month => month.Month).ToList();
        var whole = months.TakeWhile(IsWhole).Count();
        return whole == months.Count ? whole + SaidBefore(member) : whole;
    }

    /// <summary>Bills on time and all bills, of the months on record.</summary>
    public static (int OnTime, int All) Record(Member member) =>
        (member.Months.Sum(month => month.Due - month.Late), member.Months.Sum(month => month.Due));

    /// <summary>The milestone that a streak has just reached and that was never told; null: none.</summary>
    public static int? Reached(Member member, int months) =>
        Array.IndexOf(Milestones, months) >= 0 && months > member.Milestone ? months : null;

    private static bool IsWhole(PaidMonth month) => month.Late <= month.Kept;

    private static int SaidBefore(Member member) =>
        member.Answers.TryGetValue(Item.MonthsOnTime, out var answer) && answer.Option is ['m', var digit] && char.IsAsciiDigit(digit) ? digit - '0' : 0;
}
