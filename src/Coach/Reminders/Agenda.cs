using NodaTime;
using Ontime.Bills;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Plan;

namespace Ontime.Reminders;

/// <summary>
/// What is due for a member, and when to look again. Marks are stored, not plans: everything here is computed afresh from the member,
/// so that nothing has to be repaired when an answer, a bill or a zone changes.
/// </summary>
public static class Agenda
{
    private static readonly Duration Day = Duration.FromDays(1), Away = Duration.FromDays(30), Grace = Duration.FromHours(2);

    private const int Week = 7, DaysApart = 2;

    /// <summary>The next moment this member waits for; null: none.</summary>
    public static Instant? Next(Member member) => member.DueAt;

    /// <summary>The next moment at which something falls due, never before now.</summary>
    internal static Instant? Look(Talk talk)
    {
        if (talk.Member.Banned is not null)
        {
            return Instant.Max(Retention.At(talk), talk.Now + Duration.FromSeconds(1));
        }

        ReadOnlySpan<Instant?> moments =
        [
            PlanAt(talk), NudgeAt(talk), QuestionsAt(talk), ReturnAt(talk), PlanDue.Next(talk.Member, talk.Zone, talk.Now)?.At,
            BillsAt(talk), QuietEnds(talk), Retention.At(talk), DatedWords.Next(talk)?.At,
        ];
        Instant? next = null;
        foreach (var at in moments)
        {
            next = next is null || at < next ? at ?? next : next;
        }

        return next is { } soonest ? Instant.Max(soonest, talk.Now + Duration.FromSeconds(1)) : null;
    }

    /// <summary>An input may come between the moment of a reminder and its wake: what is still to be told then is due at once.</summary>
    private static Instant? BillsAt(Talk talk) => BillAgenda.Look(talk.Member, talk.Now) is { Tell.Count: 0 } look ? look.Next : talk.Now;

    /// <summary>The next “when …, I will …” that asked to be reminded of. What comes long after its moment waits for the end of quiet hours.</summary>
    internal static Instant? PlanAt(Talk talk)
    {
        if (talk.Member.Paused == Paused.All || !talk.Member.Reachable || talk.Member.Plans.IsEmpty || talk.Member.Plans.Min(plan => plan.At) is not { } at)
        {
            return null;
        }

        var open = talk.Member.QuietUntil is { } until && until > at ? until : at;
        var quiet = Quiet.Of(talk.Member);
        if (open < talk.Now && !Pace.InTime(at, talk.Now) && quiet.Holds(talk.Now, talk.Zone))
        {
            return quiet.End(talk.Now, talk.Zone);
        }

        return talk.Member.Top?.Open is not null && Pace.AnsweringUntil(talk.Member, talk.Now) is { } answered ? Instant.Max(open, answered) : open;
    }

    /// <summary>A first session left half-way is mentioned once, the next day at the same hour.</summary>
    internal static Instant? NudgeAt(Talk talk) =>
        Pace.Silent(talk.Member, talk.Now) || talk.Member.Nudged is not null || Unfinished(talk.Member) is not { Open: { } open }
            ? null
            : Pace.May(talk.Member, open.Shown + Day, talk.Now, ownHour: false);

    /// <summary>Short questions at the person's own hour, while nothing else is open.</summary>
    internal static Instant? QuestionsAt(Talk talk)
    {
        var member = talk.Member;
        if (member.Hour is not { } hour || Pace.Silent(member, talk.Now) || member.Top is not null || IsInRelief(member) || Pace.Gap(member, talk.Now) is not { } gap)
        {
            return null;
        }

        var first = member.QuestionsOn is { } last ? last.PlusDays(gap) : member.Joined.InZone(talk.Zone).Date.PlusDays(1);
        var earliest = member.RestUntil is { } rest && rest > first ? rest : first;
        return Upcoming(talk, earliest, hour);
    }

    /// <summary>After a month without a word: what is open and what went stale, three questions, then nothing for another month.</summary>
    internal static Instant? ReturnAt(Talk talk)
    {
        var member = talk.Member;
        if (member.Hour is not { } hour || Pace.Silent(member, talk.Now))
        {
            return null;
        }

        var since = member.Returned is { } returned && returned > member.LastInput ? returned : member.LastInput;
        return Upcoming(talk, Apart(talk, (since + Away).InZone(talk.Zone).Date), hour);
    }

    /// <summary>Coming back begins with the open bill: not beside the day on which its own chain asks for it.</summary>
    private static LocalDate Apart(Talk talk, LocalDate earliest)
    {
        if (OpenCycles.Oldest(talk) is not var (bill, cycle) || bill.Muted)
        {
            return earliest;
        }

        var from = earliest > talk.Today ? earliest : talk.Today;
        var asked = Chain.Days(bill, cycle.Due, talk.Zone, Quiet.Of(talk.Member));
        return Enumerable.Range(0, Week).Select(from.PlusDays).FirstOrDefault(day => !asked.Any(on => Math.Abs(Period.DaysBetween(on, day)) < DaysApart), from);
    }

    /// <summary>Who is about to talk to a lender is asked nothing else until that is done.</summary>
    private static bool IsInRelief(Member member) => member.Plans.Exists(plan => plan.At is not null && plan.Item.StartsWith("relief", StringComparison.Ordinal));

    internal static Frame? Unfinished(Member member) =>
        member.Frames is [{ Dialog: "first" }, ..] ? member.Frames.LastOrDefault(frame => frame.Open is not null) : null;

    /// <summary>What waited for the end of the silence after words of distress.</summary>
    private static Instant? QuietEnds(Talk talk) => talk.Member.QuietUntil is { } until && until > talk.Now ? until : null;

    /// <summary>The hour of the first day from then on. A wake comes a little late: what passed within the last two hours is still today's.</summary>
    private static Instant Upcoming(Talk talk, LocalDate earliest, LocalTime hour)
    {
        var date = earliest > talk.Today ? earliest : talk.Today;
        var at = Pace.May(talk.Member, Clocks.At(date, hour, talk.Zone), talk.Now, ownHour: true);
        return at > talk.Now - Grace && at.InZone(talk.Zone).Date == date ? at : Pace.May(talk.Member, Clocks.At(date.PlusDays(1), hour, talk.Zone), talk.Now, ownHour: true);
    }
}
