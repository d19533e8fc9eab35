using System.Globalization;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>How a question looks: its words, its buttons.</summary>
internal static class Prompts
{
    public const string Skip = "~skip", Why = "~why", Example = "~example", Done = "~done", Stop = "~stop", Cancel = "~cancel", Yes = "~yes", No = "~no";

    /// <summary>Options that leave all as it is: beside them a “cancel” would only be a riddle.</summary>
    private static readonly string[] Leaving = ["done", "keep"];

    /// <summary>Asks: in the answered message where the step is inside of it and it was tapped, else as a new message.</summary>
    public static void Ask(Talk talk, Step step, Ask ask)
    {
        var number = talk.Top.Open?.Number ?? talk.Asked + 1;
        var open = talk.Top with { Open = new Open(number, 0, null, talk.Now) };
        talk.Asked = Math.Max(talk.Asked, number);
        talk.Replace(open);
        var message = Compose(talk, step, ask);
        if (step.Inside && talk.Echo is { Typed: false } echo)
        {
            talk.Echo = null;
            talk.Effects.Add(new Effect.Edit("q", echo.MessageId, message));
            return;
        }

        talk.FlushEcho();
        talk.Effects.Add(new Effect.Say("q", message));
    }

    /// <summary>The open question as a message.</summary>
    public static Message Compose(Talk talk, Step step, Ask ask)
    {
        var number = talk.Top.Open!.Number;
        var wording = Wording(talk, step);
        var progress = Sessions.Progress(talk);
        List<Line> lines = talk.Lead is { } lead ? [Numbered(progress, lead), wording] : [step.Inside ? wording : Numbered(progress, wording)];
        talk.Lead = null;
        if (progress is (1, _) && step.Item is not null)
        {
            lines.Add(new Line("house.first_note"));
        }

        if (step.Item is not null && ask.Kind != AskKind.Bill && talk.Answers.TryGetValue(step.Id, out var last) && AnswerWords.Of(talk, step, last) is { } words)
        {
            lines.Add(talk.Line("house.last_time", ("answer", words)));
        }
        else if (talk.Texts.Has($"{step.Id}.hint"))
        {
            lines.Add(talk.Line($"{step.Id}.hint"));
        }

        var options = Options.Shown(talk, step, ask);
        var buttons = new List<Button>(options.Count);
        foreach (var option in options)
        {
            buttons.Add(new Button($"q{number}:{option.Id}", option.Label));
        }

        var rows = Rows.Arrange(talk, buttons);
        if (ask.Ticks)
        {
            rows.Add([new Button($"q{number}:{Done}", talk.Line("button.done"))]);
        }

        if (Small(talk, step, ask, number, options) is { Count: > 0 } small)
        {
            rows.Add(small);
        }

        return new Message(lines, rows);
    }

    /// <summary>“3/8 ” in front of a line while a session's part is asked.</summary>
    public static Line Numbered(Talk talk, Line line) => Numbered(Sessions.Progress(talk), line);

    private static Line Numbered((int Number, int Total)? progress, Line line) => progress is var (number, total)
        ? new Line("word.part", new Dictionary<string, Arg>
        {
            ["n"] = Sessions.Number(number), ["total"] = Sessions.Number(total), ["line"] = new Arg.Block([line]),
        })
        : line;

    /// <summary>The way out of every question: skip and why under those of the checklist, cancel in a menu, enough in a loop of questions.</summary>
    private static List<Button> Small(Talk talk, Step step, Ask ask, int number, IReadOnlyList<Listed> options)
    {
        var small = new List<Button>();
        if (CanSkip(step, ask))
        {
            small.Add(new Button($"q{number}:{Skip}", talk.Line("button.skip")));
        }

        if (talk.Texts.Has($"{step.Id}.why"))
        {
            small.Add(new Button($"q{number}:{Why}", talk.Line("button.why")));
        }

        if (talk.Frames.Exists(frame => frame.Dialog is "check" or "daily"))
        {
            small.Add(new Button($"q{number}:{Stop}", talk.Line("button.stop")));
        }
        else if (talk.Frames.Exists(frame => frame.Interrupt) && step.Dialog != "shield" && !options.Any(option => Leaving.Contains(option.Id)))
        {
            small.Add(new Button($"q{number}:{Cancel}", talk.Line("button.cancel")));
        }

        return small;
    }

    /// <summary>Questions of the checklist and their parts can be passed; a menu is cancelled instead.</summary>
    public static bool CanSkip(Step step, Ask ask) => step.Item is not null || ask.Kind == AskKind.Card || step.Dialog == "items";

    private static Line Wording(Talk talk, Step step) =>
        talk.Bills.Count == 1 && talk.Texts.Has($"{step.Id}.one") && talk.Set.Find($"{step.Id}.one") is null ? talk.Line($"{step.Id}.one") : talk.Line(step.Id);
}

/// <summary>The options of a question, in the order shown.</summary>
internal static class Options
{
    /// <summary>Without those that make no sense for this person.</summary>
    public static IReadOnlyList<Listed> Shown(Talk talk, Step step, Ask ask)
    {
        var shown = Of(talk, step, ask);
        foreach (var (fact, hidden) in step.Hide)
        {
            shown = Bindings.Facts[fact](talk) ? Without(shown, hidden) : shown;
        }

        return shown;
    }

    private static List<Listed> Without(IReadOnlyList<Listed> shown, IReadOnlyList<string> hidden) => [.. shown.Where(option => !hidden.Contains(option.Id))];

    public static IReadOnlyList<Listed> Of(Talk talk, Step step, Ask ask)
    {
        if (ask.From is { } list)
        {
            return Bindings.Lists[list](talk);
        }

        var ticked = ask.Ticks ? Ticked(talk.Top) : [];
        var cues = ask.Kind == AskKind.Plan ? Plan.Cues.Of(talk, ask) : [];
        var listed = new List<Listed>(cues.Count + ask.Values.Count + ask.Options.Count);
        foreach (var cue in cues)
        {
            listed.Add(new Listed(cue.Id, talk.Line($"{cue.Item}.plan.{cue.Id}.button")));
        }

        foreach (var value in ask.Ticks || ask.Kind == AskKind.Plan ? [] : ask.Values)
        {
            listed.Add(new Listed($"={value}", Value(talk, step, ask, value)));
        }

        foreach (var option in ask.Options)
        {
            var label = ask.Kind == AskKind.Card ? $"{option}.tick" : $"{step.Id}.{option}";
            listed.Add(ask.Ticks ? Tick(talk, option, label, ticked.Contains(option)) : new Listed(option, talk.Line(label)));
        }

        return listed;
    }

    /// <summary>What is ticked so far.</summary>
    public static IReadOnlyList<string> Ticked(Frame frame) => frame.Note("ticks") is { Length: > 0 } ticks ? ticks.Split(' ') : [];

    // A tick carries the state it wants, not a toggle: two fast taps, or the same tap twice, do the same thing.
    private static Listed Tick(Talk talk, string id, string label, bool on) =>
        new(on ? $"-{id}" : $"+{id}", talk.Line(on ? "word.ticked" : "word.unticked", ("label", new Arg.Block([talk.Line(label)]))));

    private static Line Value(Talk talk, Step step, Ask ask, string value) => ask.Kind switch
    {
        AskKind.DayOfMonth when value == "last" => talk.Line($"{step.Id}.last"),
        AskKind.Time when Prefills.Read(ask, value) is { Time: { } time } => talk.Line("word.value", ("value", new Arg.Clock(time))),
        _ => talk.Line("word.value", ("value", new Arg.Number(decimal.Parse(value, CultureInfo.InvariantCulture)))),
    };
}

/// <summary>Values of buttons and of notes, as answers.</summary>
internal static class Prefills
{
    /// <summary>The other way; null: an answer of another kind.</summary>
    public static string? Word(Given given) => given.Option != Answer.Value ? null : given.Day?.ToString() ?? given.Number?.ToString(CultureInfo.InvariantCulture);

    /// <summary>A due day as a note keeps it: of every month, or a date of which the day may be meant; null: neither.</summary>
    public static Given? Day(string value) =>
        DueDay.TryParse(value, out var day) ? new Given(Answer.Value, Day: day)
        : LocalDatePattern.Iso.Parse(value) is { Success: true, Value: var date } ? new Given(Answer.Value, Date: date, Day: DueDay.Of(date.Day)) : null;

    /// <returns>Null where the text is no value of this kind.</returns>
    public static Given? Read(Ask ask, string value) => ask.Kind switch
    {
        AskKind.DayOfMonth => Day(value),
        AskKind.Time => LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(value) is { Success: true } time
            ? new Given(Answer.Value, Time: time.Value)
            : null,
        AskKind.Zone => new Given(Answer.Value, Words: value),
        AskKind.Money => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) ? new Given(Answer.Value, yuan, Typed: true) : null,
        _ => null,
    };
}
