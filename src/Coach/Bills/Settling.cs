using System.Collections.Immutable;
using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>How a due date that has ended enters the payment record, and how it is taken out again.</summary>
internal static class Settling
{
    private const int MonthsKept = 12, Repairable = 3;

    /// <summary>True for the states that end a due date; the others leave it open.</summary>
    public static bool Ends(CycleState state) => state is CycleState.Paid or CycleState.PaidLate or CycleState.Minimum or CycleState.NothingDue;

    /// <param name="paidOn">The day it was paid; null where only the state is known.</param>
    public static Member Settle(Member member, int billId, LocalDate due, CycleState ended, LocalDate? paidOn)
    {
        var bill = member.Bills.Find(one => one.Id == billId)!;
        var late = ended == CycleState.PaidLate ? Math.Max(1, paidOn is { } on ? Period.DaysBetween(due, on) : 1) : 0;
        var kept = late is > 0 and <= Repairable && CanRepair(member, due) && Streak.Months(member, due) > 0;
        var settled = new Settled(due, ended, late, kept);
        ImmutableList<Settled> past = [.. bill.Past.Where(one => one.Due != due).Append(settled).OrderByDescending(one => one.Due).Take(Bill.PastKept)];
        var changed = bill with { Cycles = bill.Cycles.RemoveAll(cycle => cycle.Due == due), Past = past };
        return member with { Bills = member.Bills.Replace(bill, changed), Months = Counted(member.Months, settled, 1) };
    }

    /// <summary>Takes the end of a due date out of the record again.</summary>
    public static Member TakeBack(Member member, int billId, LocalDate due)
    {
        var bill = member.Bills.Find(one => one.Id == billId)!;
        var settled = bill.Past.Find(one => one.Due == due)!;
        return member with { Bills = member.Bills.Replace(bill, bill with { Past = bill.Past.Remove(settled) }), Months = Counted(member.Months, settled, -1) };
    }

    /// <summary>One repair in a year of due dates.</summary>
    private static bool CanRepair(Member member, LocalDate due) =>
        member.Bills.SelectMany(bill => bill.Past).All(past => !past.Kept || past.Due.PlusYears(1) <= due);

    private static ImmutableList<PaidMonth> Counted(ImmutableList<PaidMonth> months, Settled settled, int sign)
    {
        if (settled.State == CycleState.NothingDue)
        {
            return months;
        }

        var month = settled.Due.ToYearMonth();
        var before = months.Find(one => one.Month == month) ?? new PaidMonth(month, 0, 0);
        var after = new PaidMonth(
            month,
            before.Due + sign,
            before.Paid + (sign * Worth(settled.State)),
            before.Late + (settled.DaysLate > 0 ? sign : 0),
            before.Kept + (settled.Kept ? sign : 0));
        return [.. months.Remove(before).Append(after).Where(one => one.Due > 0).OrderByDescending(one => one.Month).Take(MonthsKept)];
    }

    /// <summary>The payment record: in full and on time 1, the minimum a half, late nothing.</summary>
    private static decimal Worth(CycleState ended) => ended switch
    {
        CycleState.Paid => 1,
        CycleState.Minimum => 0.5m,
        _ => 0,
    };
}
