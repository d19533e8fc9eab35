using System.Collections.Frozen;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>When a month of the plan is done: tests on the member, named in <c>months.yaml</c>.</summary>
internal static class ExitTests
{
    private const string Load = "C3";
    private static readonly string[] Loads = ["none", "le20", "le36", "le43", "le55", "gt55"];

    public static readonly FrozenDictionary<string, Func<Member, DialogSet, Standing, bool>> All = new Dictionary<string, Func<Member, DialogSet, Standing, bool>>
    {
        ["nothing_overdue"] = (member, _, now) => NothingOverdue(member, now),
        ["bills_dated"] = (member, _, _) => BillsDated(member),
        ["identity_true"] = (member, _, _) => Is(member, "I1", "yes") && Is(member, "I2", "valid", "permanent") && Is(member, "I3", "yes"),

        // A reason is as good as a link: it is the person's own choice.
        ["income_settled"] = (member, _, _) => Is(member, "C2", "linked", "no", "no_entry", "decline"),
        ["two_clean_months"] = (member, _, _) => NothingToRepay(member) || CleanMonths(member) >= 2,
        ["three_on_time_months"] = (member, _, _) => NothingToRepay(member) || CleanMonths(member) >= 3,
        ["load_light_or_falling"] = (member, _, _) => Is(member, Load, "none", "le20", "le36") || IsFalling(member),
        ["no_gate"] = (_, set, now) => ReadinessIndex.Compute(set.Items, set.Rules, now).Gates.Count == 0,
        ["reviewed"] = (member, _, _) => member.SixMonths is { Runs: false },
    }.ToFrozenDictionary();

    public static bool Hold(PlanMonth month, Member member, DialogSet set, Standing now) => month.DoneWhen.All(test => All[test](member, set, now));

    /// <summary>Months in a row in which every bill was paid in full and on time; before there is a record, as the person says.</summary>
    public static int CleanMonths(Member member)
    {
        if (member.Months.Count > 0)
        {
            return member.Months.TakeWhile(month => month.Paid == month.Due).Count();
        }

        return member.Answers.GetValueOrDefault(Item.MonthsOnTime)?.Option is ['m', var digit] && char.IsAsciiDigit(digit) ? digit - '0' : 0;
    }

    private static bool NothingOverdue(Member member, Standing now) =>
        Is(member, Item.Overdue, "none")
        && !member.Bills.Exists(bill => bill.Cycles.Exists(cycle => cycle.Due < now.Today && cycle.State is CycleState.NotPaid or CycleState.CantPay or CycleState.Part));

    private static bool BillsDated(Member member) =>
        member.Bills.Count == 0 ? NothingToRepay(member) : member.Bills.TrueForAll(bill => bill.Day is not null);

    private static bool NothingToRepay(Member member) => member.Bills.Count == 0 && Is(member, Item.BillCalendar, "none");

    private static bool IsFalling(Member member) =>
        member.SixMonths?.Before.GetValueOrDefault(Load) is { } before
        && member.Answers.GetValueOrDefault(Load) is { } now
        && Place(now) >= 0
        && (Place(now) < Place(before) || (now.Number < before.Number));

    private static int Place(Answer answer) => Array.IndexOf(Loads, answer.Option);

    private static bool Is(Member member, string item, params string[] options) =>
        member.Answers.TryGetValue(item, out var answer) && options.Contains(answer.Option);
}
