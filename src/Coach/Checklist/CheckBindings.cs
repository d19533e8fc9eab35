using System.Collections.Frozen;
using System.Globalization;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>What the dialogs of the checklist name.</summary>
internal static class CheckBindings
{
    private static readonly NodaTime.Duration PassedFor = NodaTime.Duration.FromDays(7);
    private const string Another = "another";
    private static readonly NodaTime.Duration AskedBefore = NodaTime.Duration.FromDays(21);
    private const int MostExtras = 3;
    private static readonly string[] Extras = ["C3", "U2", "I1", "I2", "I3"];

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["figure"] = talk => Sum(talk).Shown is not null,
        ["overdue"] = talk => Trouble.IsOverdue(talk.Member),
        ["in_trouble"] = talk => Trouble.NeedsRelief(talk.Member),
        ["tips_silent"] = talk => Trouble.Is(talk.Member),
        ["held"] = talk => Sum(talk).Gates.Count > 0,
        ["first_session"] = talk => talk.Frames.Exists(frame => frame.Dialog == "first"),
        ["no_debts_told"] = talk => talk.Answers.TryGetValue("C3", out var load) && load.Option == "none",
        ["action"] = talk => Next(talk) is not null,
        ["month_card"] = talk => MonthCard(talk).Count >= 2,
        ["extras_left"] = talk => Extra(talk) is not null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        // Kept by the machine itself; the word in the dialog says so.
        ["keep"] = _ => { },
        ["mark"] = talk => talk.Member = talk.Given is null
            ? talk.Member
            : talk.Member with { Answers = talk.Answers.SetItem(talk.Top.Step, new Answer(Answer.Value, talk.Now)) },
        ["no_debts"] = talk =>
        {
            if (talk.Given?.Option == "none")
            {
                Answering.Put(talk, "C3", new Answer("none", talk.Now));
            }
        },
        ["count_question"] = Count,
        ["work_out_load"] = WorkOutLoad,
        ["same_as_before"] = talk =>
        {
            if (talk.Given?.Option == "same")
            {
                foreach (var item in MonthCard(talk))
                {
                    Answering.Put(talk, item, talk.Answers[item] with { At = talk.Now });
                }
            }
        },
        ["another_step"] = talk =>
        {
            if (talk.Given?.Option == "another")
            {
                var passed = int.TryParse(talk.Top.Note(Another), CultureInfo.InvariantCulture, out var count) ? count : 0;
                talk.Replace(talk.Top.With(Another, (passed + 1).ToString(CultureInfo.InvariantCulture)));
            }
        },
        ["edit_pillar"] = talk => talk.Replace(talk.Top.With("pillar", talk.Given!.Option)),
        ["edit_item"] = talk => talk.Replace(talk.Top.With("item", talk.Given!.Option)),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, string?>> Picks = new Dictionary<string, Func<Talk, string?>>
    {
        ["question"] = talk => Ask(talk, int.MaxValue, [.. Questions.Next(talk.Set.Items, talk.Standing, 1, Allowed(talk))]),
        ["daily"] = talk => Ask(talk, Limits.QuestionsADay, [.. Questions.Next(talk.Set.Items, talk.Standing, 1, Allowed(talk))]),
        ["stale"] = talk => Ask(talk, Limits.QuestionsADay, [.. Stale(talk).Take(1)]),
        ["stale_gate"] = talk => Ask(talk, Limits.QuestionsADay, [.. Stale(talk).Where(item => item is Item.Overdue or Item.BorrowingToRepay).Take(1)]),
        ["gate"] = talk => Of(talk).Gates is [var gate, ..] ? gate.ItemId == "D5" ? "scam.steps" : gate.ItemId : null,
        ["extra"] = talk =>
        {
            var before = talk.Top.Note("extras")?.Length ?? 0;
            talk.Replace(talk.Top.With("extras", new string('+', before + 1)));
            return before < MostExtras ? Extra(talk) : null;
        },
        ["for_figure"] = talk => Questions.ForAFigure(talk.Set.Items, talk.Set.Rules, talk.Standing, Allowed(talk)) is [var item, ..] ? item : null,
        ["edited"] = talk => talk.Top.Note("item"),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, IReadOnlyList<Listed>>> Lists = new Dictionary<string, Func<Talk, IReadOnlyList<Listed>>>
    {
        ["pillars"] = talk => [.. talk.Set.Items.Values.Select(item => item.Pillar).Distinct()
            .OrderBy(pillar => talk.Set.Rules.Pillars.Select(one => one.Id).TakeWhile(id => id != pillar).Count())
            .ThenBy(pillar => pillar, StringComparer.Ordinal)
            .Select(pillar => new Listed(pillar, talk.Line($"pillar.{pillar}")))],
        ["items_of_pillar"] = talk => [.. talk.Set.Dialog("items")!.Steps
            .Where(step => step.Item?.Pillar == talk.Top.Note("pillar") && step.Id != Item.PaymentRecord && (!step.Amounts || talk.Amounts is not null))
            .Select(step => new Listed(step.Id, talk.Line($"{step.Id}.name")))],
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["readiness"] = talk => Of(talk).Shown is { } shown ? new Arg.Number(shown) : null,
        ["coverage"] = talk => new Arg.Number(Math.Round(Of(talk).Coverage * 100)),
        ["headline"] = talk => Card.Headline(talk, Of(talk)),
        ["pillars"] = talk => Card.Pillars(talk, Of(talk)),
        ["card_note"] = talk => Card.Note(talk, Of(talk)),
        ["lines"] = talk => Card.Lines(talk, Of(talk)),
        ["sum"] = talk => Card.Sum(talk, Of(talk)),
        ["how"] = Card.How,
        ["more"] = talk => new Arg.Number(Questions.ForAFigure(talk.Set.Items, talk.Set.Rules, talk.Standing, Allowed(talk)).Count),
        ["first_thing"] = talk => Picks["for_figure"](talk) is { } item ? new Arg.Text($"{item}.name") : new Arg.Text("R1.name"),
        ["action"] = talk => Next(talk) is { } action ? new Arg.Block([Card.Action(talk, action.ItemId)]) : null,
        ["action_why"] = talk => Next(talk) is { } action ? Card.Why(talk, action) : null,
        ["action_by"] = talk => talk.Date(talk.Today.PlusDays(7)),
        ["action_effort"] = talk => Next(talk) is { } action ? new Arg.Text($"effort.{(int)action.Effort}") : null,
        ["month_list"] = talk => new Arg.Block([.. MonthCard(talk).Select(item => talk.Line(
            "month.line", ("name", new Arg.Text($"{item}.name")), ("answer", AnswerWords.Of(talk, talk.Set.Find(item)!, talk.Answers[item]) ?? new Arg.Text("band.none"))))]),
        ["stale_things"] = talk => Math.Max(1, StaleCount(talk)) is var things ? new Arg.Text($"house.stale.{things}") : null,
        ["until"] = talk => talk.Date(talk.Today.PlusDays(90)),
    }.ToFrozenDictionary();

    /// <summary>The figure, where something of this turn needed it; false: nothing did.</summary>
    public static bool Known(Talk talk, out int? figure)
    {
        figure = talk.Known("sum") is IndexSum sum ? sum.Shown : (talk.Known("readiness") as Readiness)?.Shown;
        return figure is not null || talk.Known("sum") is not null || talk.Known("readiness") is not null;
    }

    /// <summary>The figure without the card that explains it.</summary>
    private static IndexSum Sum(Talk talk) => talk.Once("sum", () => ReadinessIndex.Sum(talk.Set.Items, talk.Set.Rules, talk.Standing));

    public static Readiness Of(Talk talk) => talk.Once("readiness", () => ReadinessIndex.Compute(talk.Set.Items, talk.Set.Rules, talk.Standing));

    /// <summary>The one next step, or the one after it for each time that another was wished for.</summary>
    public static NextAction? Next(Talk talk)
    {
        var all = talk.Once("actions", () => NextAction.All(talk.Set.Items, talk.Set.Rules, talk.Standing));
        var passed = talk.Member.Top?.Note(Another) is { } note && int.TryParse(note, CultureInfo.InvariantCulture, out var count) ? count : 0;
        return all.Count == 0 ? null : all[passed % all.Count];
    }

    /// <summary>The items that may be asked of this member: those about amounts only with the second consent, none about limits while there are debts to sort out.</summary>
    /// <remarks>
    /// What was passed by is left alone for a few days, as the house line promises. What an earlier answer shuts off (auto-repay of bills that were
    /// skipped) would be passed over unasked, and picked again for ever.
    /// </remarks>
    public static IReadOnlySet<string> Allowed(Talk talk) => talk.Set.Dialog("items")!.Steps
        .Where(step => step.Item is not null && step.Id != Plan.Course.Counted && Guards.Hold(talk, step) && !(Trouble.Is(talk.Member) && step.Id is "G3" or "G4" or "D4")
            && !(talk.Member.Passed.TryGetValue(step.Id, out var passed) && talk.Now - passed < PassedFor))
        .Select(step => step.Id).ToHashSet();

    /// <summary>How many things a person who comes back is asked: an open bill and what went stale, at most three.</summary>
    public static int StaleCount(Talk talk) => Math.Min(
        Limits.QuestionsADay, Stale(talk).Count + (Bills.OpenCycles.Oldest(talk) is null ? 0 : 1));

    /// <summary>What has gone stale. Who has just said how the open bill ended is not asked a second time whether anything is overdue.</summary>
    private static List<string> Stale(Talk talk) =>
    [
        .. Questions.Stale(talk.Set.Items, talk.Standing, Allowed(talk))
            .Where(item => item != Item.Overdue || !talk.Frames.Exists(frame => frame.Note("back.bill") is "on_time" or "late" or "not_paid")),
    ];

    /// <summary>Only what was asked again before goes on one card: the first time each is asked for itself.</summary>
    private static List<string> MonthCard(Talk talk) =>
    [
        .. Questions.MonthlyCard(talk.Set.Items, talk.Standing, Allowed(talk)).Where(item => talk.Answers[item].At - talk.Member.Joined >= AskedBefore),
    ];

    private static string? Extra(Talk talk) =>
        Sum(talk).Shown is null ? Extras.FirstOrDefault(item => !talk.Answers.ContainsKey(item)) : null;

    /// <summary>Counts the short questions of the day: the cap holds over all sessions.</summary>
    private static string? Ask(Talk talk, int cap, IReadOnlyList<string> next)
    {
        var today = talk.Member.QuestionsOn == talk.Today ? talk.Member.QuestionsToday : 0;
        if (next.Count == 0 || today >= cap)
        {
            return null;
        }

        Count(talk);
        return next[0];
    }

    /// <summary>What share of the pay the repayments take, once both are known.</summary>
    private static void WorkOutLoad(Talk talk)
    {
        if (talk.Answers.GetValueOrDefault("C3.debt")?.Number is { } debt
            && talk.Given?.Number is > 0 and var income
            && talk.Set.Find("C3")?.Doing is Doing.Asking { Ask: var ask }
            && Math.Ceiling(debt * 100 / income) is var load
            && ask.BandOf(load) is { } band)
        {
            Answering.Put(talk, "C3", new Answer(band, talk.Now, load));
        }
    }

    private static void Count(Talk talk) => talk.Member = talk.Member with
    {
        QuestionsOn = talk.Today,
        QuestionsToday = talk.Member.QuestionsOn == talk.Today ? talk.Member.QuestionsToday + 1 : 1,
    };
}
