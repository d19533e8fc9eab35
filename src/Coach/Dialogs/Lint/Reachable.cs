namespace Ontime.Dialogs;

/// <summary>Every step can be reached: from the start of a dialog, a call, or what C# opens and picks.</summary>
internal static class Reachable
{
    public static IEnumerable<Fault> Check(DialogSet set, Bound bound)
    {
        foreach (var entry in bound.Entries.Where(entry => !Entries.Steps(set, entry).Any()))
        {
            yield return new Fault(".", 0, null, $"the program opens “{entry}”, and no step is called so; give the step its name back, or change the program");
        }

        var reached = new HashSet<string>();
        var open = new Stack<Step>(set.Dialogs.Select(dialog => set.Find(dialog.Start)).OfType<Step>());
        foreach (var step in bound.Entries.SelectMany(entry => Entries.Steps(set, entry)))
        {
            open.Push(step);
        }

        while (open.TryPop(out var step))
        {
            if (!reached.Add(step.Id))
            {
                continue;
            }

            var called = step.Doing is Doing.Call { Target: { } target } ? set.Entry(target) : null;
            foreach (var next in step.Targets().Select(set.Find).Append(called).OfType<Step>())
            {
                open.Push(next);
            }
        }

        foreach (var (_, step) in set.Steps().Where(pair => !reached.Contains(pair.Step.Id)))
        {
            yield return set.Fault(step, "nothing leads here; let another step go to it, or take it away");
        }
    }
}
