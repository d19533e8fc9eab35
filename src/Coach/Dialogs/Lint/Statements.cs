namespace Ontime.Dialogs;

/// <summary>Every statement of the two articles is carried by some step.</summary>
internal static class Statements
{
    public static IEnumerable<Fault> Check(DialogSet set, Bound bound)
    {
        var carried = new HashSet<string>();
        foreach (var (_, step) in set.Steps())
        {
            carried.UnionWith(step.From);
            foreach (var unknown in step.From.Where(statement => !bound.Statements.Contains(statement)))
            {
                yield return set.Fault(step, $"from names “{unknown}”, which is no statement; they are Z1 to Z35 and E1 to E18");
            }
        }

        foreach (var lost in bound.Statements.Except(carried))
        {
            yield return new Fault(".", 0, null, $"no step carries the statement {lost}; name it in the “from” of the step that says it");
        }
    }
}
