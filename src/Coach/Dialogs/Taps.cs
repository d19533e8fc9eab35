using System.Globalization;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>Buttons of the open question.</summary>
internal static class Taps
{
    private static readonly NodaTime.Duration AskedAgain = NodaTime.Duration.FromSeconds(30);

    /// <summary>Takes <c>q&lt;number&gt;:&lt;option&gt;</c>.</summary>
    /// <returns>A line that passes by, or null.</returns>
    public static Line? Press(Talk talk, string data)
    {
        var colon = data.IndexOf(':');
        if (colon < 2 || !int.TryParse(data.AsSpan(1, colon - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return Stale(talk);
        }

        if (talk.Member.Top?.Open is not { } open || number != open.Number)
        {
            // A second tap on the question just answered is no stale one: it gets its line and nothing else.
            return number == talk.Member.Answered ? talk.Line("toast.taken") : Stale(talk);
        }

        var step = talk.Set.Find(talk.Top.Step);
        return step?.Doing is Doing.Asking { Ask: var ask } ? Press(talk, step, ask, data[(colon + 1)..]) : Stale(talk);
    }

    private static Line? Press(Talk talk, Step step, Ask ask, string option)
    {
        switch (option)
        {
            case Prompts.Skip:
                Asides.Skip(talk, step, typed: false);
                return null;
            case Prompts.Why:
                Asides.Why(talk, step);
                return null;
            case Prompts.Example:
                Asides.Example(talk, step, ask);
                return null;
            case Prompts.Cancel:
                Machine.Leave(talk);
                return talk.Line("toast.cancelled");
            case Prompts.Stop:
                Sessions.Stop(talk);
                return null;
            case Prompts.Yes when talk.Top.Open!.Pending is { } pending:
                Machine.Take(talk, step, new Given(pending));
                return null;
            case Prompts.No when talk.Top.Open!.Pending is { } pending && step.Confirm.TryGetValue(pending, out var no):
                Machine.Take(talk, step, new Given(no));
                return null;
            case Prompts.No when talk.Top.Open!.Pending is not null:
                Asides.Deny(talk);
                return null;
            case Prompts.Done when ask.Ticks:
                return Done(talk, step, ask);
        }

        if (ask.Ticks && option.Length > 1 && option[0] is '+' or '-')
        {
            return Tick(talk, step, ask, option[1..], option[0] == '+');
        }

        if (!ask.Options.Contains(option) && Options.Of(talk, step, ask).All(listed => listed.Id != option))
        {
            // A forged button, or one of an edition that has gone.
            return Stale(talk);
        }

        Machine.Take(talk, step, option[0] == '=' ? Prefills.Read(ask, option[1..]) ?? new Given(option) : new Given(option));
        return null;
    }

    private static Line? Tick(Talk talk, Step step, Ask ask, string option, bool on)
    {
        if (!ask.Options.Contains(option))
        {
            return Stale(talk);
        }

        var before = Options.Ticked(talk.Top);
        var after = !on ? before.Where(ticked => ticked != option)
            : ask.Alone.Contains(option) ? [option]
            : before.Where(ticked => !ask.Alone.Contains(ticked)).Append(option).Distinct();
        var ticks = string.Join(' ', ask.Options.Where(after.ToHashSet().Contains));
        if (ticks != string.Join(' ', before))
        {
            talk.Replace(talk.Top.With("ticks", ticks.Length == 0 ? null : ticks));
            talk.Effects.Add(new Effect.Edit("q", talk.TappedMessage, Prompts.Compose(talk, step, ask)));
        }

        return null;
    }

    private static Line? Done(Talk talk, Step step, Ask ask)
    {
        var ticked = Options.Ticked(talk.Top);
        if (ticked.Count == 0 && ask.Kind != AskKind.Card)
        {
            return talk.Line("toast.tick_first");
        }

        Machine.Take(talk, step, new Given(Answer.Value, Many: ticked));
        return null;
    }

    /// <summary>A button of last week: its keyboard goes, and the open question comes again, at most once in 30 seconds.</summary>
    public static Line Stale(Talk talk)
    {
        talk.Effects.Add(new Effect.Strip("old", talk.TappedMessage));
        if (talk.Member.Top is { Open: { } open } top
            && talk.Now - open.Shown >= AskedAgain
            && talk.Set.Find(top.Step) is { Doing: Doing.Asking { Ask: var ask } } step)
        {
            talk.Effects.Add(new Effect.Strip("q", null));
            Machine.AskAgain(talk, step, ask);
            return talk.Line("house.old_button");
        }

        return talk.Line("toast.old");
    }
}
