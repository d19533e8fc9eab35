using Ontime.Checklist;
using Ontime.Dialogs;

namespace Ontime.Plan;

/// <summary>The moments offered for an action: “when …, I will …”.</summary>
internal static class Cues
{
    public sealed record Cue(string Item, string Id, NodaTime.LocalTime? At);

    /// <summary>The cues of the item an ask names, or of the next action's.</summary>
    public static IReadOnlyList<Cue> Of(Talk talk, Ask ask)
    {
        var item = ask.PlanOf is null or "next" ? CheckBindings.Next(talk)?.ItemId : ask.PlanOf;
        return item is null || talk.Set.Find(item) is not { } step ? [] : [.. step.Plans.Select(cue => new Cue(item, cue.Id, cue.At))];
    }
}
