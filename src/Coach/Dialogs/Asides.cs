using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>What every question takes besides an answer: skip, why, an example, and what to do when nothing was understood.</summary>
internal static class Asides
{
    public static void Skip(Talk talk, Step step, bool typed)
    {
        if (step.Doing is not Doing.Asking { Ask: var ask } || !Prompts.CanSkip(step, ask))
        {
            // A menu is left; the moment for a step is not picked; a question that is part of a session is passed.
            if (!Sessions.Is(talk.Top.Dialog) && step.Ask()?.Kind != AskKind.Plan)
            {
                Machine.Leave(talk);
            }
            else
            {
                Machine.PassOver(talk, step, new Echo(typed ? null : talk.TappedMessage, typed, null));
            }

            return;
        }

        Answering.Skip(talk, step);
        Machine.PassOver(talk, step, Replies.Skipped(talk, step, typed));
    }

    /// <summary>The question stays open and where it is; its reason comes below.</summary>
    public static void Why(Talk talk, Step step) => talk.Say(talk.Texts.Has($"{step.Id}.why") ? $"{step.Id}.why" : "house.no_reason");

    public static void Example(Talk talk, Step step, Ask ask) =>
        talk.Say(ExampleKey(talk, step, ask));

    /// <summary>First says what it wants, then offers to skip, to say why, and an example; the third time the question comes again, as it has long left the screen.</summary>
    /// <param name="bare">A yes or no, or “two or three”, under a question that wants more than that.</param>
    /// <param name="several">Several answers, where one is wanted.</param>
    public static void Missed(Talk talk, Step step, Ask ask, bool bare, bool several)
    {
        var open = talk.Top.Open!;
        talk.Replace(talk.Top with { Open = open with { Misses = open.Misses + 1 } });
        if (open.Misses == 0)
        {
            talk.Effects.Add(new Effect.Say("n", new Message(talk.Line(several ? "house.one_by_one" : bare ? "house.which_one" : "house.not_understood_1"), talk.Line(ExampleKey(talk, step, ask)))));
            return;
        }

        if (open.Misses > 1)
        {
            Saying.Resume(talk);
            return;
        }

        var row = new List<Button> { Small(Prompts.Skip, "button.skip") };
        if (talk.Texts.Has($"{step.Id}.why"))
        {
            row.Add(Small(Prompts.Why, "button.why"));
        }

        row.Add(Small(Prompts.Example, "button.example"));
        talk.SayWith([row], "house.not_understood_2");

        Button Small(string data, string label) => new($"q{open.Number}:{data}", talk.Line(label));
    }

    /// <summary>A typed “yes” where yes is the bad answer, or an answer that was not quite sure.</summary>
    public static void Confirm(Talk talk, Step step, string option)
    {
        var open = talk.Top.Open!;
        talk.Replace(talk.Top with { Open = open with { Pending = option } });
        var (own, yes) = (step.Confirm.ContainsKey(option), $"{step.Id}.{option}.confirm.yes");
        talk.SayWith(
            [[new Button($"q{open.Number}:{Prompts.Yes}", talk.Line(talk.Texts.Has(yes) ? yes : "button.right")), new Button($"q{open.Number}:{Prompts.No}", talk.Line(own ? $"{step.Id}.{option}.confirm.no" : "button.not_so"))]],
            own ? $"{step.Id}.{option}.confirm" : "house.sure", ("answer", new Arg.Text($"{step.Id}.{option}")));
    }

    /// <summary>What was asked back is not so: the question comes again.</summary>
    public static void Deny(Talk talk)
    {
        talk.Replace(talk.Top with { Open = talk.Top.Open! with { Pending = null } });
        Saying.Resume(talk);
    }

    private static string ExampleKey(Talk talk, Step step, Ask ask) =>
        talk.Texts.Has($"{step.Id}.example") ? $"{step.Id}.example" : $"house.example.{Kind(ask)}";

    /// <summary>The example for a kind of question, by the name the kind has in a dialog.</summary>
    private static string Kind(Ask ask) => ask.Kind switch
    {
        AskKind.YesNo => "yesno",
        AskKind.Percent => "percent",
        AskKind.Months => "months",
        AskKind.PerWeek => "per_week",
        AskKind.Count => "count",
        AskKind.Money => "money",
        AskKind.Score => "score",
        AskKind.DayOfMonth => "day_of_month",
        AskKind.Date => "date",
        AskKind.DatePast => "date_past",
        AskKind.Time => "time",
        AskKind.Payment => "payment",
        AskKind.Categories => "categories",
        AskKind.Many or AskKind.Card => "many",
        AskKind.Bill => "bill",
        AskKind.Zone => "zone",
        _ => "choice",
    };
}
