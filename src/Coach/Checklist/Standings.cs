using NodaTime;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>What the index looks at, out of the member document.</summary>
internal static class Standings
{
    public static Standing Of(Member member, LocalDate today, Instant now)
    {
        var withDay = 0;
        LocalDate? next = null;
        foreach (var bill in member.Bills)
        {
            withDay += bill.Day is null ? 0 : 1;
            next = DueDates.Next(bill, today) is { } due && (next is null || due < next) ? due : next;
        }

        return new Standing(member.Answers, member.Months, member.Bills.Count, withDay, next, today, now);
    }
}
