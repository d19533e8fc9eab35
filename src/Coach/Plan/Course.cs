using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>How the six months go: which month it is, what is open in it, what goes along from earlier ones. Pure.</summary>
internal static class Course
{
    /// <summary>The plan's own item of the checklist: the coach counts it, nobody is asked.</summary>
    public const string Counted = "P1";

    /// <summary>What the review compares with.</summary>
    private static readonly string[] Compared = ["G2", "G3", "C3"];

    /// <summary>Steps about score and limit only: someone with debts to sort out first is not asked for them.</summary>
    private static readonly string[] OfLimits = ["G2", "G3", "G4"];

    /// <summary>
    /// The plan as of today: one month after the other up to the day's, what is passed marked as passed, first figures kept.
    /// Without a plan, or after its review, nothing changes.
    /// </summary>
    public static Member Settled(Member member, DialogSet set, Standing now)
    {
        if (member.SixMonths is not { Runs: true } plan)
        {
            return member;
        }

        var month = Math.Max(plan.Month, plan.MonthOn(now.Today));
        var before = Compared.Where(item => !plan.Before.ContainsKey(item) && member.Answers.GetValueOrDefault(item) is { } answer && IsFigure(item, answer))
            .Aggregate(plan.Before, (kept, item) => kept.SetItem(item, member.Answers[item]));
        plan = plan with { Month = month, Before = before };
        member = member with { SixMonths = plan };
        var passed = set.Months.Take(month).Where(one => ExitTests.Hold(one, member, set, now)).Select(one => one.Id);
        return member with { SixMonths = plan with { Passed = plan.Passed.Union(passed) } };
    }

    /// <summary>This month's steps; for someone with debts first none that are about score and limit alone.</summary>
    public static IReadOnlyList<PlanStep> Own(Member member, DialogSet set) =>
        member.SixMonths is { } plan ? [.. set.Months[plan.Month - 1].Steps.Where(step => Fits(step, member, set))] : [];

    /// <summary>What goes along: open steps of earlier months that have not passed, and the focus of the last review, oldest first.</summary>
    public static IReadOnlyList<PlanStep> Carried(Member member, DialogSet set, Standing now)
    {
        if (member.SixMonths is not { } plan)
        {
            return [];
        }

        var own = Own(member, set);
        return
        [
            .. set.Months.SelectMany(month => month.Steps).Where(step => step.Id == plan.Focus)
                .Concat(set.Months.Take(plan.Month - 1).Where(month => !plan.Passed.Contains(month.Id)).SelectMany(month => month.Steps))
                .Where(step => Fits(step, member, set) && !own.Contains(step) && !IsDone(step, member, set, now))
                .Distinct(),
        ];
    }

    /// <summary>What can still be done now: what came along first, since it is older.</summary>
    public static IReadOnlyList<PlanStep> Open(Member member, DialogSet set, Standing now) =>
        [.. Carried(member, set, now).Concat(Own(member, set).Where(step => !IsDone(step, member, set, now)))];

    /// <summary>Its items stand well; or the person said so, and no answer since speaks against it.</summary>
    public static bool IsDone(PlanStep step, Member member, DialogSet set, Standing now)
    {
        if (member.SixMonths is not { } plan)
        {
            return false;
        }

        if (plan.Ticked.TryGetValue(step.Id, out var ticked))
        {
            return step.Items.All(item => IsWell(item, member, set, now) || !member.Answers.TryGetValue(item, out var answer) || answer.At <= ticked);
        }

        return step.Items.All(item => IsWell(item, member, set, now));
    }

    public static Member Tick(Member member, string step, Instant now) =>
        member.SixMonths is { } plan ? member with { SixMonths = plan with { Ticked = plan.Ticked.SetItem(step, now) } } : member;

    /// <summary>The step a person works on when they act on an item: of this month first, then of what went along.</summary>
    public static PlanStep? StepOf(Member member, DialogSet set, Standing now, string item) =>
        Own(member, set).Concat(Carried(member, set, now)).FirstOrDefault(step => step.Items.Contains(item));

    /// <summary>How much of this month's plan is done, as the checklist counts it; null without a plan.</summary>
    public static string? Share(Member member, DialogSet set, Standing now)
    {
        if (member.SixMonths is not { Runs: true })
        {
            return null;
        }

        var open = Open(member, set, now).Count;
        return open == 0 ? "all" : Own(member, set).Any(step => IsDone(step, member, set, now)) ? "part" : "none";
    }

    /// <summary>Of a step's items the one to act on: the first that does not stand well, else the first.</summary>
    public static string ItemOf(PlanStep step, Member member, DialogSet set, Standing now) =>
        step.Items.FirstOrDefault(item => !IsWell(item, member, set, now) && set.Find(item)?.Plans.Count > 0)
        ?? step.Items.FirstOrDefault(item => !IsWell(item, member, set, now))
        ?? step.Items[0];

    public static bool IsWell(string item, Member member, DialogSet set, Standing now)
    {
        if (item == Item.AutoRepay && member.Bills.Count == 0 && member.Answers.GetValueOrDefault(Item.BillCalendar)?.Option == "none")
        {
            return true;
        }

        if (!member.Answers.TryGetValue(item, out var answer) || answer.Option == Answer.Skipped || !set.Items.TryGetValue(item, out var known))
        {
            return false;
        }

        return item switch
        {
            Item.BillCalendar => ExitTests.All["bills_dated"](member, set, now),
            "C3" => answer.Option is "none" or "le20" or "le36",
            "C7" => answer.Option is "m1" or "m3",

            // A look at a figure is done for this plan's month only.
            "G2" or "G3" or "G4" => answer.Option is not ("later" or "unsure") && member.SixMonths is { } plan && answer.At >= MonthBegan(plan, now),
            "P2" => answer.Option is "yes" or "na",
            _ => ItemScores.ShareOf(known, answer) is Checklist.Share.Of { Value: 1 } or Checklist.Share.NotApplicable or Checklist.Share.Declined,
        };
    }

    // In UTC: half a day either way does not matter to “this month”.
    private static Instant MonthBegan(SixMonths plan, Standing now) =>
        Instant.Min(plan.Start.PlusMonths(plan.Month - 1).AtMidnight().InUtc().ToInstant() - Duration.FromHours(14), now.Now);

    private static bool Fits(PlanStep step, Member member, DialogSet set) => !Trouble.Is(member) || !step.Items.All(OfLimits.Contains) || set.Months[^1].Steps.Contains(step);

    private static bool IsFigure(string item, Answer answer) => answer.Number is not null || (item == "C3" && answer.Option is not ("unsure" or "decline" or Answer.Skipped));
}
