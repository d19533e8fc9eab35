using System.Collections.Frozen;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>What the dialogs name of the six months.</summary>
internal static class CourseBindings
{
    private const string Note = "step";
    private static readonly string[] Own = ["plan", "monthly", "review"];

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["plan_begin"] = talk =>
        {
            if (talk.Given?.Option == "start")
            {
                Begin(talk, null);
            }
        },
        ["plan_settle"] = Settle,
        ["plan_choose"] = talk => talk.Replace(talk.Top.With(Note, talk.Given?.Option)),
        ["plan_tick"] = talk =>
        {
            if (talk.Given?.Option == "done" && Chosen(talk) is { } step)
            {
                Tick(talk, step);
            }
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, string?>> Picks = new Dictionary<string, Func<Talk, string?>>
    {
        ["plan_entry"] = Entry,
        ["plan_act"] = talk => Chosen(talk) is { } step && !Course.IsDone(step, talk.Member, talk.Set, talk.Standing) ? "plan.step" : null,
        ["plan_unknown"] = talk => Chosen(talk)?.Items.FirstOrDefault(item =>
            Checklist.CheckBindings.Allowed(talk).Contains(item) && !talk.Member.Answers.ContainsKey(item) && talk.Set.Find(item) is { } step && Guards.Hold(talk, step)),

        // Called done: then the checklist hears of it too, unless it knows.
        ["plan_item"] = talk => Chosen(talk)?.Items.FirstOrDefault(item =>
            Checklist.CheckBindings.Allowed(talk).Contains(item) && !Course.IsWell(item, talk.Member, talk.Set, talk.Standing)),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, IReadOnlyList<Listed>>> Lists = new Dictionary<string, Func<Talk, IReadOnlyList<Listed>>>
    {
        ["plan_steps"] = talk =>
        [
            .. Course.Open(talk.Member, talk.Set, talk.Standing).Select(step => new Listed(step.Id, Label(talk, step))),
            new Listed("months", talk.Line("button.plan_months")),
            new Listed("enough", talk.Line("button.plan_enough")),
        ],
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["plan_month"] = talk => new Arg.Number(talk.Member.SixMonths?.Month ?? 1),
        ["plan_theme"] = talk => Theme(talk, Current(talk)),
        ["plan_done_when"] = talk => new Arg.Text(Worded(talk, Current(talk).ExitKey)),
        ["plan_state"] = State,
        ["plan_step"] = talk => Chosen(talk) is { } step ? new Arg.Block([Label(talk, step)]) : null,
        ["plan_action"] = talk => Chosen(talk) is { } step ? new Arg.Block([Do(talk, step)]) : null,
        ["plan_months"] = talk => new Arg.Block([.. talk.Set.Months.Select((month, at) => talk.Line(
            talk.Member.SixMonths?.Passed.Contains(month.Id) == true ? "plan.overview_passed" : at + 1 == talk.Member.SixMonths?.Month ? "plan.overview_now" : "plan.overview",
            ("n", new Arg.Number(at + 1)), ("name", Theme(talk, month))))]),
    }.ToFrozenDictionary();

    /// <summary>The dialog /plan leads to.</summary>
    public static string Entry(Talk talk)
    {
        Settle(talk);
        return talk.Member.SixMonths switch
        {
            { Runs: true } plan when plan.ReviewOn <= talk.Today => "review",
            { Runs: true } => "plan.month",
            _ => "plan.offer",
        };
    }

    /// <summary>/plan. Where the plan is talked about already, that talk begins anew instead of waiting below.</summary>
    public static void Open(Talk talk)
    {
        if (talk.Member.Top is not null && talk.Member.Frames.TrueForAll(frame => Own.Contains(frame.Dialog)))
        {
            talk.Effects.Add(new Effect.Strip("q", null));
            talk.Member = talk.Member with { Frames = [] };
        }

        Machine.Open(talk, Entry(talk));
    }

    /// <summary>The step chosen in the dialog of the plan, or null.</summary>
    public static PlanStep? Chosen(Talk talk) =>
        talk.Member.Frames.Select(frame => frame.Dialog == "plan" ? frame.Note(Note) : null).LastOrDefault(step => step is not null) is { } id
            ? talk.Set.Months.SelectMany(month => month.Steps).FirstOrDefault(step => step.Id == id)
            : null;

    public static void Begin(Talk talk, string? focus)
    {
        talk.Member = talk.Member with { SixMonths = SixMonths.From(talk.Today, focus), PlanOffered = talk.Member.PlanOffered ?? talk.Now };
        talk.Happened(EventKinds.Planned, ("step", "six_months"), ("plan", focus));
        Settle(talk);
    }

    public static void Tick(Talk talk, PlanStep step)
    {
        talk.Member = Course.Tick(talk.Member, step.Id, talk.Now);
        talk.Happened(EventKinds.Planned, ("step", step.Id), ("plan", "done"));
        Settle(talk);
    }

    /// <summary>Brings the plan to today, and counts what is done of it for the checklist.</summary>
    public static void Settle(Talk talk)
    {
        var before = talk.Member.SixMonths;
        talk.Member = Course.Settled(talk.Member, talk.Set, talk.Standing);
        foreach (var passed in talk.Member.SixMonths?.Passed.Except(before?.Passed ?? []) ?? [])
        {
            talk.Happened(EventKinds.Planned, ("step", passed), ("plan", "passed"));
        }

        if (Course.Share(talk.Member, talk.Set, talk.Standing) is { } share && talk.Set.Items.ContainsKey(Course.Counted)
            && (talk.Member.Answers.GetValueOrDefault(Course.Counted)?.Option != share || before?.Month != talk.Member.SixMonths?.Month))
        {
            Answering.Put(talk, Course.Counted, new Answer(share, talk.Now));
        }
    }

    private static PlanMonth Current(Talk talk) => talk.Set.Months[(talk.Member.SixMonths?.Month ?? 1) - 1];

    private static Arg.Text Theme(Talk talk, PlanMonth month) => new(Worded(talk, month.Key));

    private static Line Label(Talk talk, PlanStep step) => new(Worded(talk, step.Key));

    /// <summary>Other words where debts come first: nothing of limits.</summary>
    private static string Worded(Talk talk, string key) => Checklist.Trouble.Is(talk.Member) && talk.Texts.Has($"{key}.debts") ? $"{key}.debts" : key;

    private static Line Do(Talk talk, PlanStep step)
    {
        var item = Course.ItemOf(step, talk.Member, talk.Set, talk.Standing);
        return talk.Texts.Has($"{item}.action") && talk.Member.Answers.ContainsKey(item) && !Course.IsWell(item, talk.Member, talk.Set, talk.Standing) ? Checklist.Card.Action(talk, item) : Label(talk, step);
    }

    /// <summary>This month's steps with their ticks, then what came along.</summary>
    private static Arg.Block State(Talk talk)
    {
        var lines = Course.Own(talk.Member, talk.Set)
            .Select(step => Ticked(talk, step, Course.IsDone(step, talk.Member, talk.Set, talk.Standing)))
            .ToList();
        var carried = Course.Carried(talk.Member, talk.Set, talk.Standing).ToLookup(step => step.Id == talk.Member.SixMonths?.Focus);
        Add("plan.focus", carried[true]);
        Add("plan.carried", carried[false]);
        return new Arg.Block(lines);

        void Add(string head, IEnumerable<PlanStep> steps)
        {
            lines.AddRange(steps.Select((step, at) => (step, at)).SelectMany(one => one.at == 0
                ? new[] { talk.Line(head), Ticked(talk, one.step, done: false) }
                : [Ticked(talk, one.step, done: false)]));
        }
    }

    private static Line Ticked(Talk talk, PlanStep step, bool done) =>
        talk.Line(done ? "word.ticked" : "word.unticked", ("label", new Arg.Block([Label(talk, step)])));
}
