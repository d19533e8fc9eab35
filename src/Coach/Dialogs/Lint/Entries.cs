using Ontime.Checklist;

namespace Ontime.Dialogs;

/// <summary>
/// The dialogs and steps that C# opens or picks. A test holds that each <c>Machine.Open</c> with a name has it here.
/// </summary>
internal static class Entries
{
    /// <summary>Any item of the checklist: what is asked next, what went stale, what is corrected.</summary>
    public const string Items = "(items)";

    public static readonly IReadOnlyList<string> Opened =
    [
        Items, "lesson.*", "about", "amounts", "back", "bills", "bills.add", "bills.edit", "bills.one", "bills.same", "bills.amount", "bills.calendar", "bills.import", "upcoming", "relief", "card", "card.nothing", "card.sum_up", "check", "daily", "danger", "edit", "feedback", "first", "forget", "monthly", "plan.month", "plan.offer", "plan.step", "plan_time",
        "relief.follow", "review", "scam", "scam.check", "score.sure", "living", "settings", "welcome",
        "scores", "limit", "log", "capacity", "cap.debt", "cap.owed", "cap.sum", Item.BillCalendar, "I1", "I2", "S1",
    ];

    /// <summary>The steps an entry stands for; none where no step is called so.</summary>
    public static IEnumerable<Step> Steps(DialogSet set, string entry) => entry switch
    {
        Items => set.Items.Keys.Select(set.Find).OfType<Step>(),
        [.. var family, '.', '*'] => set.Steps().Select(pair => pair.Step).Where(step => step.Id.StartsWith($"{family}.", StringComparison.Ordinal)),
        _ => set.Entry(entry) is { } step ? [step] : [],
    };
}
