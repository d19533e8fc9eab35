namespace Ontime.Dialogs;

/// <summary>Every name of a step must be one: in go, call, when, plan, and in what a step was called before.</summary>
internal static class Targets
{
    public static IEnumerable<Fault> Check(DialogSet set)
    {
        var renamed = new Dictionary<string, Step>();
        foreach (var (_, step) in set.Steps())
        {
            foreach (var target in step.Go.By.Values.Append(step.Go.Else).OfType<string>().Distinct().Where(target => target != Go.End && set.Find(target) is null))
            {
                yield return set.Fault(step, $"go leads to “{target}”, which is no step; name a step, or “end”");
            }

            if (step.Doing is Doing.Call { Target: { } called } && set.Entry(called) is null)
            {
                yield return set.Fault(step, $"call names “{called}”, which is no step and no dialog");
            }

            if (step.Ask() is { Kind: AskKind.Plan, PlanOf: { } item } && item is not ("next" or "step") && set.Find(item) is not { Plans.Count: > 0 })
            {
                yield return set.Fault(step, $"“{item}” has no plans; name a step with “plans”, or next");
            }

            foreach (var old in step.RenamedFrom)
            {
                if (set.Find(old) is not null)
                {
                    yield return set.Fault(step, $"renamed_from names “{old}”, which still is a step; take one of the two away");
                }
                else if (!renamed.TryAdd(old, step))
                {
                    yield return set.Fault(step, $"renamed_from names “{old}”, as step {renamed[old].Id} does; only one can take its place");
                }
            }
        }
    }
}
