using NodaTime;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Plan;

/// <summary>What the plan comes with unasked.</summary>
internal enum PlanOccasion { Review, Month, CheckIn, Offer }

/// <summary>When the plan comes by itself: at the person's own hour, one thing a day, and never on a day on which the coach already spoke.</summary>
internal static class PlanDue
{
    /// <summary>A check-in this many days late is left for the next month.</summary>
    private const int Grace = 3;

    /// <summary>Short questions stop after three without an answer; the plan comes seldom enough to be tried a few times more.</summary>
    private const int Patience = 6;

    /// <summary>A person of a few days has nothing to look back on.</summary>
    private const int Settled = 7;

    /// <summary>An hour missed by this much is still that evening's.</summary>
    private static readonly Duration Late = Duration.FromHours(2);

    /// <summary>Conversations that nothing of the plan cuts into.</summary>
    private static readonly string[] NotNow = ["first", "relief", "scam", "danger", "shield"];

    /// <summary>The next occasion and its moment, which is past where it is due by now; null: none.</summary>
    public static (PlanOccasion Occasion, Instant At)? Next(Member member, DateTimeZone zone, Instant now)
    {
        if (member.Hour is not { } hour
            || Pace.Silent(member, now)
            || member.Ignored >= Patience
            || member.Frames.Exists(frame => NotNow.Contains(frame.Dialog)))
        {
            return null;
        }

        var today = now.InZone(zone).Date;
        var free = member.LastUnasked is { } spoke && spoke.InZone(zone).Date == today ? today.PlusDays(1) : today;
        return Enum.GetValues<PlanOccasion>()
            .Select(occasion => (Occasion: occasion, Day: Day(member, occasion, zone, today, free)))
            .Where(due => due.Day is not null)
            .Select(due => (due.Occasion, At: At(due.Day!.Value, hour, free, member, zone, now)))
            .OrderBy(due => due.At)
            .Select(due => ((PlanOccasion, Instant)?)due)
            .FirstOrDefault();
    }

    /// <summary>The day it falls on by itself; null where there is nothing of the kind.</summary>
    private static LocalDate? Day(Member member, PlanOccasion occasion, DateTimeZone zone, LocalDate today, LocalDate free) => occasion switch
    {
        PlanOccasion.Review => member.SixMonths is { Runs: true, ReviewTold: null } plan ? plan.ReviewOn : null,
        PlanOccasion.Month => member.SixMonths is { Runs: true, Month: < SixMonths.Length } plan ? plan.Start.PlusMonths(plan.Month) : null,
        PlanOccasion.CheckIn => CheckInOn(member, zone, today, free),
        _ => member is { SixMonths: null, PlanOffered: null, HourAsked: true } ? Joined(member, zone).PlusDays(Settled) : null,
    };

    /// <summary>The 7th, or the day chosen, that was not told yet; one that is days past is left for the next month.</summary>
    private static LocalDate? CheckInOn(Member member, DateTimeZone zone, LocalDate today, LocalDate free)
    {
        var mark = member.CheckIn ?? new CheckIn();
        if (mark.Off)
        {
            return null;
        }

        var on = new LocalDate(today.Year, today.Month, mark.Day).PlusMonths(-1);
        while (on.PlusDays(Grace) < free || on <= mark.On || on < Joined(member, zone).PlusDays(Settled))
        {
            on = on.PlusMonths(1);
        }

        return on;
    }

    private static Instant At(LocalDate day, LocalTime hour, LocalDate free, Member member, DateTimeZone zone, Instant now)
    {
        var date = day > free ? day : free;
        var at = Pace.May(member, Clocks.At(date, hour, zone), now, ownHour: false);

        // Missed by more than that, or only found again in the quiet hours: the next day.
        var missed = at + Late < now || (at < now && Quiet.Of(member).Holds(now, zone));
        return missed ? Pace.May(member, Clocks.At(date.PlusDays(1), hour, zone), now, ownHour: false) : at;
    }

    private static LocalDate Joined(Member member, DateTimeZone zone) => member.Joined.InZone(zone).Date;
}
