using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>Due dates that have passed without a word of how they ended.</summary>
internal static class OpenCycles
{
    public static (Bill Bill, Cycle Cycle)? Oldest(Talk talk)
    {
        var open = talk.Member.Bills
            .SelectMany(bill => bill.Cycles.Where(cycle => cycle.State == CycleState.Open && cycle.Due < talk.Today).Select(cycle => (bill, cycle)))
            .OrderBy(pair => pair.cycle.Due)
            .ToList();
        return open.Count == 0 ? null : open[0];
    }
}
