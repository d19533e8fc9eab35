using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>Months in a row without a late payment, and beside it how many of all were on time: one miss does not undo the rest.</summary>
internal static class Streak
{
    private const int AskedAfter = 1;
    private static readonly int[] Milestones = [1, 3, 6, 12];

    /// <summary>
    /// The months in a row up to a day. What was paid before the record began counts by the person's word. A due date of which nothing is known
    /// ends the row: it begins anew after its month.
    /// </summary>
    public static int Months(Member member, LocalDate upTo) => Months(member, upTo, upTo);

    /// <summary>The months in a row as they stand: what was paid ahead counts already, and what only falls due ahead is no gap yet.</summary>
    public static int Present(Member member, LocalDate today) =>
        Months(member, member.Bills.SelectMany(bill => bill.Past).Select(past => past.Due).Append(today).Max(), today);

    private static int Months(Member member, LocalDate upTo, LocalDate today)
    {
        var zone = Zones.Find(member.Zone);
        var unknown = member.Bills.SelectMany(bill => Unknown(bill, zone, today)).Select(due => (LocalDate?)due).Max()?.ToYearMonth();
        var months = member.Months
            .Where(month => month.Month.CompareTo(upTo.ToYearMonth()) <= 0 && (unknown is not { } after || month.Month.CompareTo(after) > 0))
            .OrderByDescending(month => month.Month).ToList();
        var whole = months.TakeWhile(IsWhole).Count();
        return unknown is null && whole == months.Count ? whole + SaidBefore(member) : whole;
    }

    /// <summary>True where a bill is past its date and not paid, or nobody said: then no row is spoken of, only “11 of 12”.</summary>
    public static bool IsInDoubt(Member member, LocalDate today)
    {
        var zone = Zones.Find(member.Zone);
        return member.Bills.Exists(bill => Unknown(bill, zone, today).Intersect(Cycles.Open(bill, today, zone).Select(cycle => cycle.Due)).Any());
    }

    /// <summary>Bills on time and all bills, of the months on record.</summary>
    public static (int OnTime, int All) Record(Member member) =>
        (member.Months.Sum(month => month.Due - month.Late), member.Months.Sum(month => month.Due));

    /// <summary>The milestone that a streak has just reached and that was never told; null: none.</summary>
    public static int? Reached(Member member, int months) =>
        Array.IndexOf(Milestones, months) >= 0 && months > member.Milestone ? months : null;

    /// <summary>
    /// Due dates before a day that have not ended: those left open by the person's word, and those without a word the day after they were asked
    /// for. Of a muted bill nobody is asked.
    /// </summary>
    private static IEnumerable<LocalDate> Unknown(Bill bill, DateTimeZone zone, LocalDate day) =>
        bill.Cycles.Where(cycle => cycle.State != CycleState.Open || (!bill.Muted && cycle.Due < day.PlusDays(-AskedAfter)))
            .Select(cycle => cycle.Due).Where(due => due < day)
            .Concat(bill.Muted ? [] : Passed(bill, zone, day.PlusDays(-AskedAfter)))
            .Where(due => bill.Past.All(past => past.Due != due));

    /// <summary>The due dates of a bill before a day, as far back as what became of them is kept.</summary>
    private static IEnumerable<LocalDate> Passed(Bill bill, DateTimeZone zone, LocalDate before)
    {
        var from = bill.From ?? bill.Added.InZone(zone).Date;
        if (bill.Past.Count == Bill.PastKept)
        {
            from = LocalDate.Max(from, bill.Past[^1].Due);
        }

        IEnumerable<LocalDate> dates = bill.Once is { } once ? [once]
            : bill.Day is { } day ? Enumerable.Range(0, Bill.PastKept).Select(back => day.In(before.ToYearMonth().PlusMonths(-back)))
            : [];
        return dates.Where(due => due >= from && due < before);
    }

    private static bool IsWhole(PaidMonth month) => month.Late <= month.Kept;

    private static int SaidBefore(Member member) =>
        member.Answers.TryGetValue(Item.MonthsOnTime, out var answer) && answer.Option is ['m', var digit] && char.IsAsciiDigit(digit) ? digit - '0' : 0;
}
