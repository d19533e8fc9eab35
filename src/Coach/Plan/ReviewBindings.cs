using System.Collections.Frozen;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>What the dialog of the review names: what the six months were, and how they are settled.</summary>
internal static class ReviewBindings
{
    private const string Score = "G2", Limit = "G3", Enough = "G4", Applications = "D1", Income = "C2", Six = "six";

    private static readonly FrozenDictionary<string, string?> Focuses = new Dictionary<string, string?>
    {
        ["lighter"] = "lighten.load",
        ["cushion"] = "lighten.cushion",
        ["going"] = null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["review_need"] = talk =>
        {
            if (talk.Given?.Option is "enough" or "none")
            {
                Answering.Put(talk, Enough, new Answer(talk.Given.Option, talk.Now));
            }
        },
        ["review_debts"] = talk => talk.Member = talk.Member with { TipsSilent = talk.Member.TipsSilent || talk.Given?.Option == "debts" },
        ["review_settle"] = Settle,
        ["review_focus"] = talk =>
        {
            Log(talk, Six);
            CourseBindings.Begin(talk, talk.Given is { } given ? Focuses.GetValueOrDefault(given.Option) : null);
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["review_done"] = Done,
        ["review_platform"] = Platform,
        ["review_choice"] = talk => new Arg.Text($"review.choice.{Choice(talk)}"),
    }.ToFrozenDictionary();

    /// <summary>Reminders only, or everything stops; six more months are begun once their focus is chosen.</summary>
    private static void Settle(Talk talk)
    {
        switch (talk.Given?.Option)
        {
            case "reminders":
                Log(talk, "reminders");
                talk.Member = talk.Member with { CheckIn = (talk.Member.CheckIn ?? new CheckIn()) with { Off = true } };
                break;
            case "both":
                Log(talk, "both");
                break;
            case "stop":
                Log(talk, "stop");
                talk.Member = talk.Member with { Paused = Paused.All };
                talk.Happened(EventKinds.Changed, ("what", "paused"), ("to", nameof(Paused.All)));
                break;
        }
    }

    private static void Log(Talk talk, string outcome)
    {
        if (talk.Member.SixMonths is not { } plan)
        {
            return;
        }

        var passed = talk.Set.Months[^1].Id;
        talk.Member = talk.Member with { SixMonths = plan with { Outcome = outcome, Passed = plan.Passed.Add(passed) } };
        talk.Happened(EventKinds.Planned, ("step", "review"), ("plan", outcome));
    }

    private static string Choice(Talk talk) => talk.Member.SixMonths switch
    {
        { Outcome: { } outcome } => outcome,
        { Focus: "lighten.load" } => "lighter",
        { Focus: "lighten.cushion" } => "cushion",
        _ => Six,
    };

    private static Arg.Block Done(Talk talk)
    {
        if (talk.Member.SixMonths is not { } plan)
        {
            return new Arg.Block([]);
        }

        var lines = new List<Line>();
        var record = talk.Member.Months.Where(month => month.Month >= plan.Start.ToYearMonth()).ToList();
        if (record.Count > 0)
        {
            lines.Add(talk.Line("review.bills", ("n", Sessions.Number(record.Sum(month => month.Due))), ("m", new Arg.Number(Math.Floor(record.Sum(month => month.Paid))))));
            if (ExitTests.CleanMonths(talk.Member) is > 1 and var clean)
            {
                lines.Add(talk.Line("review.clean", ("n", Sessions.Number(clean))));
            }
        }

        lines.AddRange(new[] { Applications, Income }.Select(item => Answered(talk, item)).OfType<Line>());
        lines.Add(talk.Line("review.months", ("n", Sessions.Number(plan.Passed.Count)), ("of", Sessions.Number(SixMonths.Length - 1))));
        return new Arg.Block(lines);
    }

    private static Line? Answered(Talk talk, string item) =>
        talk.Set.Find(item) is { } step && talk.Member.Answers.TryGetValue(item, out var answer) && AnswerWords.Of(talk, step, answer) is { } words
            ? talk.Line("month.line", ("name", new Arg.Text($"{item}.name")), ("answer", words))
            : null;

    /// <summary>The platform's side, as the person logged it. Someone with debts first hears nothing of it.</summary>
    private static Arg.Block Platform(Talk talk)
    {
        var lines = Trouble.Is(talk.Member) ? [] : new[] { Score, Limit }.Select(item => Moved(talk, item)).OfType<Line>().ToList();
        return new Arg.Block(lines.Count == 0 ? [talk.Line("review.rule")] : [talk.Line("review.platform"), .. lines, talk.Line("review.their_decision")]);
    }

    private static Line? Moved(Talk talk, string item)
    {
        if (talk.Member.SixMonths?.Before.GetValueOrDefault(item)?.Number is not { } before || talk.Member.Answers.GetValueOrDefault(item)?.Number is not { } now)
        {
            return null;
        }

        var name = ("name", (Arg)new Arg.Text($"{item}.name"));
        return before == now
            ? talk.Line("review.same", name)
            : talk.Line("review.moved", name, ("from", Figure(item, before)), ("to", Figure(item, now)));
    }

    private static Arg Figure(string item, decimal value) => item == Limit ? new Arg.Money(value) : new Arg.Number(value);
}
