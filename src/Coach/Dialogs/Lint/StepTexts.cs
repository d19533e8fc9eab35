using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>The texts of a step, as the machine looks for them: those it cannot do without, and those it uses where they stand.</summary>
internal static class StepTexts
{
    public static IEnumerable<string> Needed(DialogSet set, Step step)
    {
        if (step.Doing is Doing.Say or Doing.Asking || step.Lead)
        {
            yield return step.Id;
        }

        foreach (var key in Labels(set, step).Concat(OfItem(step)))
        {
            yield return key;
        }

        foreach (var named in step.Reply.Values.Where(named => named is "good" or "bad").Distinct())
        {
            yield return $"{step.Id}.{named}";
        }

        foreach (var option in step.Confirm.Keys)
        {
            yield return $"{step.Id}.{option}.confirm";
        }
    }

    /// <summary>Texts that stand on buttons.</summary>
    public static IEnumerable<string> Labels(DialogSet set, Step step)
    {
        var ask = step.Ask();
        var options = ask switch
        {
            null => [],
            { Kind: AskKind.Card } => ask.Options.Where(set.Items.ContainsKey).Select(item => $"{item}.tick"),
            _ => ask.Options.Concat(ask.Values.Where(value => value == "last")).Select(option => $"{step.Id}.{option}"),
        };
        return
        [
            .. options,
            .. step.Plans.Select(plan => $"{step.Id}.plan.{plan.Id}.button"),
            .. step.Confirm.Keys.Select(option => $"{step.Id}.{option}.confirm.no"),
        ];
    }

    /// <summary>Texts that are used where they stand; with the needed ones these are all that a step can have.</summary>
    public static IEnumerable<string> Possible(Step step)
    {
        string[] general = step.Doing is Doing.Asking
            ? ["name", "name.typed", "why", "hint", "good", "bad", "echo", "example", "line", "line_more", "tick", "one", "action"]
            : ["name"];
        if (step.Ask() is { Kind: AskKind.Card })
        {
            yield return $"{step.Id}.none";
        }

        if (step.Confirm.Count > 0)
        {
            yield return $"{step.Id}.past";
        }

        foreach (var option in step.Confirm.Keys)
        {
            yield return $"{step.Id}.{option}.confirm.yes";
        }

        foreach (var one in general)
        {
            yield return $"{step.Id}.{one}";
        }

        foreach (var option in step.Ask() is { } ask ? ask.Options.Append(Answer.Value) : [])
        {
            foreach (var one in new[] { "say", "echo", "line", "typed" })
            {
                yield return $"{step.Id}.{option}.{one}";
            }
        }
    }

    private static IEnumerable<string> OfItem(Step step)
    {
        if (step.Item is not { } item)
        {
            yield break;
        }

        yield return $"{step.Id}.name";
        yield return $"{step.Id}.why";
        if (item.Recommend)
        {
            yield return $"{step.Id}.action";
        }

        foreach (var plan in step.Plans)
        {
            yield return $"{step.Id}.plan.{plan.Id}";
        }

        foreach (var option in item.Gates.Keys)
        {
            yield return $"{step.Id}.{option}.gate";
            yield return $"{step.Id}.{option}.release";
        }
    }
}
