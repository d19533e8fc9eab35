using System.Collections.Frozen;
using Ontime.Admin;
using Ontime.Bills;
using Ontime.Capacity;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Plan;
using Ontime.Scores;
using Ontime.Shield;
using Ontime.Usage;

namespace Ontime.Dialogs;

/// <summary>An option made in C#: its id and what stands on its button.</summary>
internal sealed record Listed(string Id, Line Label)
{
    /// <summary>The id without the mark of a tick.</summary>
    public string Option => Id is ['+' or '-', .. var option] ? option : Id;
}

/// <summary>
/// Everything a dialog can name that is bound in C#. Each folder brings its own; a completeness test holds that every name used in
/// <c>dialogs/</c> stands here and every name here is used.
/// </summary>
internal static class Bindings
{
    /// <summary>Conditions for “when”.</summary>
    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts =
        Join(CheckBindings.Facts, BillBindings.Facts, ListBindings.Facts, MemberBindings.Facts, PlanBindings.Facts, MonthlyBindings.Facts, ScoreBindings.Facts, CapacityBindings.Facts, UsageBindings.Facts, FeedbackBindings.Facts);

    /// <summary>Actions for “do”, run when the step is answered, or passed where it asks nothing.</summary>
    public static readonly FrozenDictionary<string, Action<Talk>> Actions =
        Join(CheckBindings.Actions, BillBindings.Actions, ListBindings.Actions, MemberBindings.Actions, PlanBindings.Actions, CourseBindings.Actions, ReviewBindings.Actions, MonthlyBindings.Actions, ShieldBindings.Actions, ScoreBindings.Actions, CapacityBindings.Actions, UsageBindings.Actions, FeedbackBindings.Actions);

    /// <summary>What “call: {pick: …}” runs: a step's id, or null for none.</summary>
    public static readonly FrozenDictionary<string, Func<Talk, string?>> Picks = Join(CheckBindings.Picks, CourseBindings.Picks, CapacityBindings.Picks);

    /// <summary>The options of “from: …”.</summary>
    public static readonly FrozenDictionary<string, Func<Talk, IReadOnlyList<Listed>>> Lists = Join(CheckBindings.Lists, ListBindings.Lists, CourseBindings.Lists, UsageBindings.Lists);

    /// <summary>What stands for a {placeholder} where the text's own place gives nothing. Null leaves it visible, which the transcripts find.</summary>
    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values =
        Join(CheckBindings.Values, BillBindings.Values, ListBindings.Values, MemberBindings.Values, PlanBindings.Values, ShieldBindings.Values, CourseBindings.Values, ReviewBindings.Values, MonthlyBindings.Values, ScoreBindings.Values, CapacityBindings.Values, UsageBindings.Values, FeedbackBindings.Values, Reminders.DatedWords.Values);

    private static FrozenDictionary<string, T> Join<T>(params IReadOnlyDictionary<string, T>[] parts) =>
        parts.SelectMany(part => part).ToFrozenDictionary(pair => pair.Key, pair => pair.Value);
}
