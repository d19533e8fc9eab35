using NodaTime;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>What the index looks at, out of the member document.</summary>
internal static class Standings
{
    public static Standing Of(Member member, LocalDate today, Instant now) => new(
        member.Answers,
        member.Months,
        member.Bills.Count,
        member.Bills.Count(bill => bill.Day is not null),
        member.Bills.Select(bill => DueDates.Next(bill, today)).Min(),
        today,
        now);
}
