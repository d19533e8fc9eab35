using NodaTime;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>One due date that is to be spoken of now.</summary>
/// <param name="Number">The step of the chain whose words are used: see <see cref="Chain.Of"/>.</param>
/// <param name="Asked">The person asked for it at this moment.</param>
public sealed record Telling(Bill Bill, Cycle Cycle, int Number, bool Asked);

/// <summary>What a look at the bills gives.</summary>
/// <param name="Tell">Everything to be said in one message; empty: nothing.</param>
/// <param name="Marked">Each due date with its new marks: those that are told, and those of which a step passed that is not worth telling.</param>
/// <param name="Next">When to look again; after the marks were kept always later than now. Null: nothing to wait for.</param>
public sealed record BillLook(IReadOnlyList<Telling> Tell, IReadOnlyList<(int Bill, Cycle Cycle)> Marked, Instant? Next);

/// <summary>
/// Which bills to speak of, out of a member and a moment alone. Everything due is looked at together: of each due date only the latest step is
/// told and the earlier ones are marked, so that quiet hours and downtime end in one message and never in a burst.
/// </summary>
public static class BillAgenda
{
    private const int Confirmed = 3;

    public static BillLook Look(Member member, Instant now)
    {
        if (!member.Reachable || member.Paused == Paused.All || member.Bills.IsEmpty)
        {
            return new BillLook([], [], null);
        }

        if (member.QuietUntil is { } until && until > now)
        {
            return new BillLook([], [], until);
        }

        var zone = Zones.Find(member.Zone);
        var quiet = Quiet.Of(member);
        var today = now.InZone(zone).Date;
        var looks = new List<(Telling? Tell, (int, Cycle)? Marked, Instant? Next)>();
        foreach (var (bill, cycle) in OpenCycles.Of(member, today, zone))
        {
            if (!bill.Muted)
            {
                looks.Add(One(member, bill, cycle, now, zone, quiet));
            }
        }

        return Held(looks, member, now, zone, quiet);
    }

    /// <summary>One due date: what to tell of it now, its marks afterwards, when to look again.</summary>
    private static (Telling? Tell, (int, Cycle)? Marked, Instant? Next) One(Member member, Bill bill, Cycle cycle, Instant now, DateTimeZone zone, Quiet quiet)
    {
        var today = now.InZone(zone).Date;
        if (cycle.Snooze is { } snooze && snooze > now)
        {
            return (null, null, snooze);
        }

        var asked = cycle.Snooze is not null;
        int? latest = null;
        var told = cycle.Told;
        Instant? next = null;
        for (var number = 0; number < Chain.Count; number++)
        {
            if (Chain.IsTold(cycle, number) || Chain.At(bill, cycle.Due, number, zone, quiet) is not { } at)
            {
                continue;
            }

            var wanted = Wanted(member, bill, cycle, number);
            if (at > now)
            {
                next = wanted && (next is null || at < next) ? at : next;
                if (wanted && Chain.RestIsLater(number))
                {
                    break;
                }

                continue;
            }

            told |= 1 << number;
            if (wanted && today >= Chain.Since(cycle.Due, number) && today <= Chain.Until(cycle.Due, number))
            {
                latest = number;
            }
        }

        if (asked)
        {
            latest ??= Chain.Words(cycle.Due, today);
        }

        var marked = cycle with { Told = told, Snooze = null };
        return (
            latest is { } tell ? new Telling(bill, marked, tell, cycle.Snooze is { } moment && Pace.InTime(moment, now)) : null,
            marked == cycle ? null : (bill.Id, marked),
            next);
    }

    /// <summary>Whether this step is worth telling this person.</summary>
    private static bool Wanted(Member member, Bill bill, Cycle cycle, int number) => Chain.Of(number) switch
    {
        _ when cycle.State == CycleState.CantPay && number < (int)ChainStep.Weekly => false,
        ChainStep.Before => !cycle.Ready,
        ChainStep.Eve => !(cycle.Ready && AutoDebit.Of(member, bill) != false) && !AlwaysConfirms(bill),
        _ => true,
    };

    /// <summary>Who has said “paid” on time three times running needs no word the evening before.</summary>
    private static bool AlwaysConfirms(Bill bill) =>
        bill.Past.Count >= Confirmed && bill.Past.Take(Confirmed).All(past => past is { State: CycleState.Paid, DaysLate: 0 });

    private static BillLook Held(
        List<(Telling? Tell, (int, Cycle)? Marked, Instant? Next)> looks, Member member, Instant now, DateTimeZone zone, Quiet quiet)
    {
        Instant? next = looks.Count == 0 ? null : looks.Min(look => look.Next);
        var said = new List<Telling>();
        var marks = new List<(int, Cycle)>();
        foreach (var look in looks)
        {
            if (look.Tell is { } tell && Hold(tell, member, now, zone, quiet) is { } held)
            {
                // Not marked: it is looked at afresh when the hold ends, and told if it is still worth telling.
                next = next is null || held < next ? held : next;
                continue;
            }

            if (look.Tell is { } now1)
            {
                said.Add(now1);
            }

            if (look.Marked is { } mark)
            {
                marks.Add(mark);
            }
        }

        return new BillLook(said, marks, next);
    }

    /// <summary>Until when nothing may be said of it; null: it may be said now. What was asked for at this moment knows no quiet hours.</summary>
    private static Instant? Hold(Telling tell, Member member, Instant now, DateTimeZone zone, Quiet quiet)
    {
        if (Pace.AnsweringUntil(member, now) is { } answered && !(tell.Asked && member.Top?.Open is null))
        {
            return answered;
        }

        return tell.Asked ? null
            : quiet.Holds(now, zone) ? quiet.End(now, zone)
            : Pace.BrokenUntil(member, now);
    }
}
