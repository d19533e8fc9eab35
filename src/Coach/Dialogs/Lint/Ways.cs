namespace Ontime.Dialogs;

/// <summary>Every step has a way on for all that can happen to it, and a way that ends.</summary>
internal static class Ways
{
    public static IEnumerable<Fault> Check(DialogSet set)
    {
        var reach = set.Steps().ToDictionary(pair => pair.Step.Id, pair => Reach(set, pair.Step));
        foreach (var (_, step) in set.Steps())
        {
            if (step.Go is { By.Count: > 0, Else: null } && Unanswered(step) is { } what)
            {
                yield return set.Fault(step, $"{what} leads nowhere; add it to go, or an else");
            }

            // The step of a trap, not those that only lead into it.
            if (!reach[step.Id].Contains(Go.End) && step.Doing is Doing.Asking && reach[step.Id].All(other => reach.TryGetValue(other, out var back) && back.Contains(step.Id)))
            {
                yield return set.Fault(step, "there is no way out: whatever is answered leads back here; let one option lead to “end” or on");
            }
        }
    }

    /// <summary>The first thing that can happen to a step and has no way in its “go”.</summary>
    private static string? Unanswered(Step step)
    {
        var ask = step.Ask();
        if (ask is null)
        {
            return step.Doing is Doing.Call ? "what the call ends with" : "this step";
        }

        if (step.When.Count > 0 || step.Amounts)
        {
            return "the step, when it is passed over,";
        }

        return ask.Options.FirstOrDefault(option => !step.Go.By.ContainsKey(option)) is { } option ? $"the option “{option}”"
            : ask.From is not null || ask.Ticks || ask.Kind == AskKind.Plan || ask.Values.Count > 0 || (ask.Typing is not null && ask.Bands.Count == 0 && ask.Kind is not (AskKind.YesNo or AskKind.Payment))
            ? "an answer that is none of the options"
            : null;
    }

    /// <summary>Everything a step can come to, “end” among it; targets that are no step are faults of their own and end.</summary>
    private static HashSet<string> Reach(DialogSet set, Step from)
    {
        var seen = new HashSet<string>();
        var open = new Stack<Step>([from]);
        while (open.TryPop(out var step))
        {
            foreach (var target in step.Targets())
            {
                var next = set.Find(target);
                if (seen.Add(next is null ? Go.End : target) && next is not null)
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
