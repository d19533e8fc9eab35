using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;

namespace Ontime.Plan;

/// <summary>The moments offered for an action: “when …, I will …”.</summary>
internal static class Cues
{
    private static readonly LocalTime Morning = new(10, 0), Breakfast = new(8, 30), Evening = new(20, 0);

    /// <summary>After a moment nobody can foresee, one word by the date the action was set for.</summary>
    private const int Within = 7;

    /// <param name="Id">As in the item's “plans”.</param>
    /// <param name="At">The local time at which it naturally comes today, or null.</param>
    public sealed record Cue(string Item, string Id, LocalTime? At);

    /// <summary>The cues of the item an ask names, of the next action's, or of the step chosen in the plan.</summary>
    public static IReadOnlyList<Cue> Of(Talk talk, Ask ask)
    {
        var item = ask.PlanOf switch
        {
            null or "next" => CheckBindings.Next(talk)?.ItemId,
            "step" => CourseBindings.Chosen(talk) is { } step ? Course.ItemOf(step, talk.Member, talk.Set, talk.Standing) : null,
            var named => named,
        };
        return item is null || talk.Set.Find(item) is not { } found ? [] : [.. found.Plans.Select(cue => new Cue(item, cue.Id, cue.At))];
    }

    /// <summary>The local day and time to remind at; null where only the person can know the moment.</summary>
    public static LocalDateTime? Moment(Cue cue, LocalDateTime now, LocalTime? hour) => cue.Id switch
    {
        _ when cue.At is { } time => Upcoming(now.Date, time, now, 1),
        "weekend" => Upcoming(now.Date.DayOfWeek is IsoDayOfWeek.Saturday ? now.Date : now.Date.Next(IsoDayOfWeek.Saturday), Morning, now, 7),
        "breakfast7" => Seventh(now, Breakfast),
        "evening7" => Seventh(now, Evening),
        "payday" => now.Date.PlusDays(Within).At(hour ?? Evening),
        _ => null,
    };

    private static LocalDateTime Upcoming(LocalDate day, LocalTime time, LocalDateTime now, int again) =>
        day.At(time) > now.PlusMinutes(15) ? day.At(time) : day.PlusDays(again).At(time);

    private static LocalDateTime Seventh(LocalDateTime now, LocalTime time)
    {
        var here = new LocalDate(now.Year, now.Month, CheckIn.Usual).At(time);
        return here > now ? here : here.PlusMonths(1);
    }
}
