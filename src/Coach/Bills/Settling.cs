using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>How a due date that has ended enters the payment record.</summary>
internal static class Settling
{
    private const int MonthsKept = 12;

    /// <summary>Settles one due date. “Not paid yet” leaves it open; “nothing due” is not counted.</summary>
    public static Member Settle(Member member, Bill bill, Cycle cycle, CycleState ended, LocalDate today)
    {
        var cycles = bill.Cycles.Remove(cycle);
        var stays = ended is CycleState.NotPaid or CycleState.CantPay or CycleState.Part;
        if (stays)
        {
            cycles = cycles.Insert(0, cycle with { State = ended });
        }

        var next = bill.Day is { } day ? DueDates.Next(day, Max(cycle.Due.PlusDays(1), today)) : (LocalDate?)null;
        if (next is { } due && cycles.All(one => one.Due != due))
        {
            cycles = cycles.Add(new Cycle(due, CycleState.Open));
        }

        var months = stays || ended == CycleState.NothingDue ? member.Months : Counted(member, cycle.Due.ToYearMonth(), Worth(ended));
        return member with { Bills = member.Bills.Replace(bill, bill with { Cycles = cycles }), Months = months };
    }

    /// <summary>The payment record: in full and on time 1, the minimum a half, late nothing.</summary>
    private static decimal Worth(CycleState ended) => ended switch
    {
        CycleState.Paid => 1,
        CycleState.Minimum => 0.5m,
        _ => 0,
    };

    private static System.Collections.Immutable.ImmutableList<PaidMonth> Counted(Member member, YearMonth month, decimal worth)
    {
        var at = member.Months.FindIndex(one => one.Month == month);
        var months = at >= 0
            ? member.Months.SetItem(at, member.Months[at] with { Due = member.Months[at].Due + 1, Paid = member.Months[at].Paid + worth })
            : member.Months.Add(new PaidMonth(month, 1, worth));
        return [.. months.OrderByDescending(one => one.Month).Take(MonthsKept)];
    }

    private static LocalDate Max(LocalDate one, LocalDate other) => one > other ? one : other;
}
