using Ontime.Dialogs;

namespace Ontime.Plan;

/// <summary>One month of the plan: its theme is the text <c>month.&lt;id&gt;</c>.</summary>
/// <param name="DoneWhen">Names of tests in <see cref="ExitTests"/>; all must hold.</param>
public sealed record PlanMonth(string Id, IReadOnlyList<PlanStep> Steps, IReadOnlyList<string> DoneWhen)
{
    public string Key => $"month.{Id}";

    public string ExitKey => $"{Key}.done_when";
}

/// <summary>One step of a month.</summary>
/// <param name="Id">With its month in front, such as “foundation.bills”: unique over the plan.</param>
/// <param name="Items">The items of the checklist that show whether it is done.</param>
public sealed record PlanStep(string Id, IReadOnlyList<string> Items)
{
    public string Key => $"month.{Id}";
}

/// <summary>Reads <c>months.yaml</c>.</summary>
internal static class MonthsReader
{
    public static IReadOnlyList<PlanMonth> Read(string content, List<Fault> faults)
    {
        var yaml = new Yaml("months.yaml", faults);
        if (Yaml.Root("months.yaml", content, faults) is not { } root)
        {
            return [];
        }

        var months = new List<PlanMonth>();
        foreach (var (id, node) in yaml.Entries(root))
        {
            yaml.Only(node, "steps", "done_when");
            var tests = yaml.Words(Yaml.At(node, "done_when"));
            foreach (var unknown in tests.Where(test => !ExitTests.All.ContainsKey(test)))
            {
                yaml.Fault(node, $"“{unknown}” is no test of a month; known are {string.Join(", ", ExitTests.All.Keys.Order(StringComparer.Ordinal))}");
            }

            months.Add(new PlanMonth(id, [.. yaml.Entries(Yaml.At(node, "steps")).Select(step => new PlanStep($"{id}.{step.Key}", yaml.Words(step.Node)))], tests));
        }

        if (months.Count != SixMonths.Length || months.Exists(month => month.Steps.Count == 0 || month.DoneWhen.Count == 0))
        {
            yaml.Fault(root, $"the plan has {SixMonths.Length} months, each with steps and done_when");
        }

        return months;
    }
}
