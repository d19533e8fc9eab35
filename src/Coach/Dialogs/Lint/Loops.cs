namespace Ontime.Dialogs;

/// <summary>No step comes back to itself without a question in between: such a loop would run until the coach gives up.</summary>
internal static class Loops
{
    public static IEnumerable<Fault> Check(DialogSet set)
    {
        var silent = Silent(set);
        var told = new HashSet<string>();
        foreach (var (_, step) in set.Steps())
        {
            if (!told.Contains(step.Id) && Circle(step.Id, silent) is { } circle)
            {
                told.UnionWith(circle);
                yield return set.Fault(step, $"the steps {string.Join(" → ", circle)} → {step.Id} run in a circle without a question; let one of them ask or end");
            }
        }
    }

    /// <summary>Where each step can go without anybody being asked. A called part counts when it can end unasked.</summary>
    private static Dictionary<string, HashSet<string>> Silent(DialogSet set)
    {
        var ways = set.Steps().ToDictionary(pair => pair.Step.Id, pair => new HashSet<string>(Own(pair.Step)));
        bool more;
        do
        {
            more = false;
            foreach (var (_, step) in set.Steps())
            {
                if (step.Doing is not Doing.Call { Target: { } target } || set.Entry(target) is not { } called)
                {
                    continue;
                }

                more |= ways[step.Id].Add(called.Id);
                if (Ends(called.Id, ways))
                {
                    more |= step.Targets().Aggregate(false, (any, next) => ways[step.Id].Add(next) || any);
                }
            }
        }
        while (more);
        return ways;
    }

    private static IEnumerable<string> Own(Step step)
    {
        var passed = step.Go.After(null);
        return step.Doing switch
        {
            Doing.Say or Doing.Pass => [passed],
            Doing.Call { Pick: not null } => [step.Go.After("none")],

            // A part that was answered lately is passed over.
            Doing.Call when step.Part => [passed],
            _ when step.When.Count > 0 || step.Amounts => [passed],
            _ => [],
        };
    }

    private static bool Ends(string step, Dictionary<string, HashSet<string>> ways) => After(step, ways).Contains(Go.End);

    private static List<string>? Circle(string step, Dictionary<string, HashSet<string>> ways)
    {
        if (!After(step, ways).Contains(step))
        {
            return null;
        }

        var circle = After(step, ways).Where(other => other == step || (ways.ContainsKey(other) && After(other, ways).Contains(step))).Order(StringComparer.Ordinal).ToList();
        circle.Remove(step);
        return [step, .. circle];
    }

    private static HashSet<string> After(string step, Dictionary<string, HashSet<string>> ways)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>([step]);
        while (open.TryPop(out var at))
        {
            foreach (var next in ways.GetValueOrDefault(at) ?? [])
            {
                if (seen.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return seen;
    }
}
