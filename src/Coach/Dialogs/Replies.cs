using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>What stands in place of an answered question: what was answered, and one sentence to it.</summary>
internal static class Replies
{
    public static Echo Echo(Talk talk, Step step, Given given)
    {
        var lines = new List<Line>();
        var args = Args(talk, step, given);
        if (EchoLine(talk, step, given, args) is { } echo)
        {
            lines.Add(Prompts.Numbered(talk, echo));
        }

        if (Reply(talk, step, given, args) is { } reply)
        {
            lines.Add(reply);
        }

        return new Echo(given.Typed ? null : talk.TappedMessage, given.Typed, lines.Count == 0 ? null : new Message(lines, Undo(talk, step, given)), step.Inside);
    }

    /// <summary>A bubble for a step that was passed by.</summary>
    public static Echo Skipped(Talk talk, Step step, bool typed)
    {
        var name = talk.Texts.Has($"{step.Id}.name") ? Prompts.Numbered(talk, talk.Line("house.echo_skipped", ("name", new Arg.Text($"{step.Id}.name")))) : null;
        var house = talk.Line("house.skipped");
        return new Echo(typed ? null : talk.TappedMessage, typed, new Message(name is null ? [house] : [name, house], Message.NoButtons));
    }

    private static Line? EchoLine(Talk talk, Step step, Given given, (string Name, Arg Arg)[] args)
    {
        string[] keys = BesideMoments(step, given) ? [$"{step.Id}.{given.Option}.echo"] : [$"{step.Id}.{given.Option}.echo", $"{step.Id}.echo"];
        foreach (var key in keys)
        {
            if (talk.Texts.Find(key) is { } text && (!text.Contains("{answer}") || args.Any(arg => arg.Name == "answer")))
            {
                return talk.Line(key, args);
            }
        }

        if (step.Item is null || !talk.Texts.Has($"{step.Id}.name") || args.All(arg => arg.Name != "answer"))
        {
            return null;
        }

        // No tick beside trouble: a bad answer is noted, not celebrated.
        return talk.Line(Weight(step, given) is Share.Of { Value: 0 } ? "house.echo_plain" : "house.echo", args);
    }

    /// <summary>The option's own sentence; else the general one its share or the step's “reply” names; else the house line for what does not count.</summary>
    private static Line? Reply(Talk talk, Step step, Given given, (string Name, Arg Arg)[] args)
    {
        var worst = given.Many is { Count: > 0 } ? Worst(step, given.Many) : given.Option;
        if (talk.Texts.Has($"{step.Id}.{worst}.say"))
        {
            return talk.Line($"{step.Id}.{worst}.say", args);
        }

        if (given.Many is [] && step.Doing is Doing.Asking { Ask.Kind: AskKind.Card } && talk.Texts.Has($"{step.Id}.none"))
        {
            return talk.Line($"{step.Id}.none");
        }

        var general = Judge(talk, step, given, worst);
        return general is not null && talk.Texts.Has(general) ? talk.Line(general, args) : null;
    }

    private static string? Judge(Talk talk, Step step, Given given, string option)
    {
        if (step.Reply.TryGetValue(option, out var named))
        {
            return $"{step.Id}.{named}";
        }

        if (BesideMoments(step, given))
        {
            return null;
        }

        if (step.Item is null)
        {
            return given.Option == Answer.Value || !talk.Texts.Has($"{step.Id}.bad") ? $"{step.Id}.good" : null;
        }

        return Weight(step, given) switch
        {
            Share.Of { Value: 1 } => $"{step.Id}.good",
            Share.Of => $"{step.Id}.bad",
            Share.Unknown => "house.unknown",
            Share.Declined => "house.declined",
            Share.NotApplicable => "house.na",
            _ when given.Number is { } number && Figures.IsDoubtful(step.Id, number) => $"{step.Id}.bad",
            _ => step.StandsForItself(given) ? $"{step.Id}.good" : null,
        };
    }

    /// <summary>“Another step”, “not now”: nothing was agreed on.</summary>
    private static bool BesideMoments(Step step, Given given) =>
        step.Doing is Doing.Asking { Ask: { Kind: AskKind.Plan } ask } && ask.Options.Contains(given.Option);

    private static bool StandsForItself(this Step step, Given given) => given.Option == Answer.Value || step.Doing is Doing.Asking { Ask.Kind: AskKind.Bill };

    private static Share? Weight(Step step, Given given) => step.Item switch
    {
        null => null,
        { Combine: not null } item when given.Many is { } many => ItemScores.ShareOf(item, new Answer(given.Option, default, Many: many)),
        { } item => item.Shares.GetValueOrDefault(given.Option),
    };

    private static string Worst(Step step, IReadOnlyList<string> many) =>
        many.MinBy(option => step.Item?.Shares.GetValueOrDefault(option) is Share.Of share ? share.Value : 2)!;

    private static (string Name, Arg Arg)[] Args(Talk talk, Step step, Given given)
    {
        var args = new List<(string, Arg)>();
        if (talk.Texts.Has($"{step.Id}.name"))
        {
            args.Add(("name", new Arg.Text($"{step.Id}.name")));
        }

        if (given.Number is { } number)
        {
            args.Add(("n", new Arg.Number(number)));
            args.Add(("score", new Arg.Number(number)));
            args.Add(("diff", new Arg.Number((talk.Before?.Number ?? number) - number)));
        }

        var answer = given.Day is { } day ? new Arg.Day(day)
            : given.Time is { } time ? new Arg.Clock(time)
            : given.Words is { } words ? new Arg.Words(words)
            : AnswerWords.Of(talk, step, new Answer(given.Option, talk.Now, given.Number, given.Many, given.Date));
        if (answer is not null)
        {
            args.Add(("answer", answer));
        }

        return [.. args];
    }

    /// <summary>Typed amounts and dates, and what stands for more than was typed, can be taken back with one tap: the coach may have read them wrong.</summary>
    private static IReadOnlyList<IReadOnlyList<Button>> Undo(Talk talk, Step step, Given given) =>
        step.Do.Contains("remember_plan") && !BesideMoments(step, given) && Plan.PlanBindings.Last(talk)?.At is not null ? [[new Button("c:plan_time", talk.Line("button.change_time"))]] :
        given.Typed && talk.Answers.ContainsKey(step.Id) && (given.Guessed || given.Date is not null || given.Day is not null || (given.Number is not null && step.Doing is Doing.Asking { Ask.Kind: AskKind.Money or AskKind.Score }))
            ? [[new Button(Undos.Data(talk, step), talk.Line("button.change"))]]
            : Message.NoButtons;
}
