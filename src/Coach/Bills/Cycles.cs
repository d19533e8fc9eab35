using NodaTime;

namespace Ontime.Bills;

/// <summary>The open due dates of a bill: those with marks, and those that follow from its day.</summary>
internal static class Cycles
{
    public const int Most = 2;

    /// <summary>Due dates that have not ended, oldest first: what was told and not answered, the latest one past, the next one.</summary>
    public static IReadOnlyList<Cycle> Open(Bill bill, LocalDate today, DateTimeZone zone)
    {
        var from = bill.From ?? bill.Added.InZone(zone).Date;
        var settled = LocalDate.MinIsoValue;
        var open = new List<Cycle>(bill.Cycles);
        foreach (var past in bill.Past)
        {
            settled = LocalDate.Max(settled, past.Due);
            Remove(open, past.Due);
        }

        foreach (var due in Dates(bill, today))
        {
            // One date that was settled in advance is not asked for again; nor one older than what is already open.
            if (due >= from && due > settled && Fits(open, due, today))
            {
                open.Add(new Cycle(due, CycleState.Open));
            }
        }

        open.Sort(static (one, other) => one.Due.CompareTo(other.Due));
        return open;
    }

    private static void Remove(List<Cycle> open, LocalDate due) => open.RemoveAll(cycle => cycle.Due == due);

    /// <summary>Not open yet, and either still to come or younger than all that is.</summary>
    private static bool Fits(List<Cycle> open, LocalDate due, LocalDate today)
    {
        foreach (var cycle in open)
        {
            if (cycle.Due == due || (cycle.Due > due && due < today))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The next due date that has not ended; null where none is known.</summary>
    public static LocalDate? Next(Bill bill, LocalDate today)
    {
        var after = today;
        foreach (var past in bill.Past)
        {
            after = LocalDate.Max(after, past.Due.PlusDays(1));
        }

        return bill.Day is { } day ? DueDates.Next(day, after) : bill.Once is { } once && once >= after ? once : null;
    }

    /// <summary>
    /// Keeps the marks of a due date. Where two others are open already, the oldest of them has been asked for long enough: never the one that is kept,
    /// or it would be told again at once.
    /// </summary>
    public static (Bill Bill, Cycle? Dropped) Keep(Bill bill, Cycle cycle)
    {
        var at = bill.Cycles.FindIndex(one => one.Due == cycle.Due);
        var cycles = at >= 0 ? bill.Cycles.SetItem(at, cycle) : [.. bill.Cycles.Add(cycle).OrderBy(one => one.Due)];
        var oldest = cycles[0].Due == cycle.Due ? 1 : 0;
        return cycles.Count > Most ? (bill with { Cycles = cycles.RemoveAt(oldest) }, cycles[oldest]) : (bill with { Cycles = cycles }, null);
    }

    private static LocalDate[] Dates(Bill bill, LocalDate today)
    {
        if (bill.Once is { } once)
        {
            return [once];
        }

        if (bill.Day is not { } day)
        {
            return [];
        }

        // The one after next too where the next was settled in advance: nothing else would look for it until then.
        var next = DueDates.Next(day, today);
        var after = next == today ? DueDates.Next(day, today.PlusDays(1)) : Next(bill, today)!.Value;
        return [day.In(next.ToYearMonth().PlusMonths(-1)), next, after];
    }
}
