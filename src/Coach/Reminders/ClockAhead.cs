using System.Collections.Immutable;
using System.Numerics;
using NodaTime;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>
/// Takes back what was noted by a clock that was days ahead, once it is put right: what lies ahead was not told yet, and without this the person
/// would hear nothing until the day of the wrong clock.
/// </summary>
internal static class ClockAhead
{
    /// <summary>A moment can move by so many days when the zone or the quiet hours change.</summary>
    private const int Moves = 2;

    /// <summary>Nobody pays for longer in advance.</summary>
    private const int Year = 366;

    public static Member Undo(Member member, Instant now, DateTimeZone zone)
    {
        var last = now.InZone(zone).Date.PlusDays(Moves);
        if (member.QuestionsOn > last || member.RestUntil > last.PlusDays(Moves) || Later(member.LastUnasked, now) || Later(member.Returned, now) || Later(member.RetentionTold, now))
        {
            member = member with
            {
                QuestionsOn = member.QuestionsOn > last ? null : member.QuestionsOn,
                RestUntil = member.RestUntil > last.PlusDays(Moves) ? null : member.RestUntil,
                LastUnasked = Now(member.LastUnasked, now),
                Returned = Now(member.Returned, now),
                RetentionTold = Now(member.RetentionTold, now),
            };
        }

        foreach (var (step, told) in member.DatesTold)
        {
            member = told > last ? member with { DatesTold = member.DatesTold.Remove(step) } : member;
        }

        foreach (var bill in member.Bills)
        {
            var mended = Untold(bill, last);
            member = ReferenceEquals(mended, bill) ? member : member with { Bills = member.Bills.Replace(bill, mended) };
        }

        return member;
    }

    private static Bill Untold(Bill bill, LocalDate last)
    {
        foreach (var cycle in bill.Cycles)
        {
            if (IsAhead(cycle, last))
            {
                bill = bill with { Cycles = Untold(bill.Cycles, last) };
                break;
            }
        }

        // What was said of a month of the wrong clock would stand before all true ones.
        var far = last.PlusDays(Year);
        return bill.Day is not null && Reaches(bill, far) ? Until(bill, far) : bill;
    }

    private static bool Reaches(Bill bill, LocalDate far)
    {
        foreach (var past in bill.Past)
        {
            if (past.Due > far)
            {
                return true;
            }
        }

        return bill.Cycles is [.., var youngest] && youngest.Due > far;
    }

    private static Bill Until(Bill bill, LocalDate far) =>
        bill with { Cycles = bill.Cycles.RemoveAll(cycle => cycle.Due > far), Past = bill.Past.RemoveAll(past => past.Due > far) };

    /// <summary>Whoever wants to hear no more of a bill that is overdue has all its steps marked.</summary>
    private static bool IsAhead(Cycle cycle, LocalDate last) => cycle.Told != 0
        && Chain.Day(cycle.Due, BitOperations.Log2((uint)cycle.Told)) > last
        && !(cycle.Told == Chain.UpTo(Chain.Count - 1) && cycle.Due <= last);

    private static ImmutableList<Cycle> Untold(ImmutableList<Cycle> cycles, LocalDate last) =>
        [.. cycles.Select(cycle => IsAhead(cycle, last) ? cycle with { Told = Untold(cycle, last) } : cycle).Where(cycle => cycle != new Cycle(cycle.Due, CycleState.Open))];

    private static int Untold(Cycle cycle, LocalDate last) =>
        Enumerable.Range(0, Chain.Count).Where(number => Chain.IsTold(cycle, number) && Chain.Day(cycle.Due, number) <= last).Aggregate(0, (told, number) => told | (1 << number));

    private static bool Later(Instant? at, Instant now) => at > now + Duration.FromDays(Moves);

    private static Instant? Now(Instant? at, Instant now) => Later(at, now) ? null : at;
}
