using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>Whatever stands beside the options of a question must name one of them.</summary>
internal static class OptionKeys
{
    public static IEnumerable<Fault> Check(DialogSet set) =>
        set.Steps().SelectMany(pair => Of(pair.Step).Select(sentence => set.Fault(pair.Step, sentence)));

    private static IEnumerable<string> Of(Step step)
    {
        var ask = step.Ask();
        IReadOnlyList<string> options = ask?.Options ?? [];
        foreach (var (key, names) in Keys(step, ask))
        {
            foreach (var name in names.Except(options).Order(StringComparer.Ordinal))
            {
                yield return $"{key} names “{name}”, which is no option of this question";
            }
        }

        foreach (var (option, named) in step.Reply.Where(reply => reply.Value is not ("good" or "bad")).OrderBy(reply => reply.Key, StringComparer.Ordinal))
        {
            yield return $"reply of “{option}” is good or bad, not “{named}”";
        }

        foreach (var option in options.GroupBy(option => option).Where(group => group.Count() > 1))
        {
            yield return $"the option “{option.Key}” stands here twice";
        }
    }

    private static IEnumerable<(string Key, IEnumerable<string> Names)> Keys(Step step, Ask? ask)
    {
        // Options that C# makes, or that a called step ends with, are not known here.
        if (step.Doing is not Doing.Call && ask is not { From: not null } and not { Kind: AskKind.Plan })
        {
            yield return ("go", step.Go.By.Keys.Where(option => option != Answer.Value));
        }

        yield return ("confirm", step.Confirm.Keys.Concat(step.Confirm.Values));
        yield return ("reply", step.Reply.Keys);
        yield return ("share", step.Item?.Shares.Keys.AsEnumerable() ?? []);
        yield return ("gate", step.Item?.Gates.Keys.AsEnumerable() ?? []);
        yield return ("stand_in", step.Item?.StandIn.Keys.AsEnumerable() ?? []);
        yield return ("band", ask?.Bands.Keys.AsEnumerable() ?? []);
        yield return ("hide", step.Hide.Values.SelectMany(hidden => hidden));
        yield return ("alone", ask?.Alone ?? []);
        yield return ("sets", ask?.Sets.Keys.AsEnumerable() ?? []);
    }
}
