using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>Open due dates of all bills.</summary>
internal static class OpenCycles
{
    public static IEnumerable<(Bill Bill, Cycle Cycle)> Of(Member member, LocalDate today, DateTimeZone zone) =>
        member.Bills.SelectMany(bill => Cycles.Open(bill, today, zone).Select(cycle => (bill, cycle)));

    /// <summary>The oldest that has passed without a word of how it ended.</summary>
    public static (Bill Bill, Cycle Cycle)? Oldest(Talk talk)
    {
        var open = Of(talk.Member, talk.Today, talk.Zone)
            .Where(pair => pair.Cycle.State == CycleState.Open && pair.Cycle.Due < talk.Today)
            .OrderBy(pair => pair.Cycle.Due)
            .ToList();
        return open.Count == 0 ? null : open[0];
    }
}
