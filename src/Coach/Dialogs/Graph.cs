using System.Text;

namespace Ontime.Dialogs;

/// <summary>A dialog as a Mermaid state diagram.</summary>
public static class Graph
{
    /// <summary>The same dialog always gives the same text. A call is a note beside its step.</summary>
    public static string Mermaid(Dialog dialog)
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var step in dialog.Steps)
        {
            text.Append($"    state \"{step.Id}{Mark(step)}\" as {Id(step.Id)}\n");
        }

        text.Append($"    [*] --> {Id(dialog.Start)}\n");
        foreach (var step in dialog.Steps)
        {
            foreach (var (target, label) in Ways(step))
            {
                text.Append($"    {Id(step.Id)} --> {(target == Go.End ? "[*]" : Id(target))}{(label.Length == 0 ? "" : $" : {label}")}\n");
            }

            if (step.Doing is Doing.Call call)
            {
                text.Append($"    note right of {Id(step.Id)} : calls {call.Target ?? $"what {call.Pick} picks"}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>One edge a target, in the order in which the options name them; what is left goes last.</summary>
    private static IEnumerable<(string Target, string Label)> Ways(Step step)
    {
        var order = step.Doing is Doing.Asking { Ask: var ask } ? ask.Options.ToList() : [];
        var named = step.Go.By
            .OrderBy(way => order.IndexOf(way.Key) is var at and >= 0 ? at : order.Count).ThenBy(way => way.Key, StringComparer.Ordinal)
            .GroupBy(way => way.Value)
            .Select(ways => (ways.Key, string.Join(", ", ways.Select(way => way.Key))));
        return step.Go.Else is { } other ? named.Append((other, step.Go.By.Count > 0 ? "else" : "")) : named;
    }

    private static string Mark(Step step) => step.Doing switch
    {
        Doing.Asking => "?",
        Doing.Say => " …",
        Doing.Call => " ( )",
        _ => "",
    };

    // A dot begins a style in Mermaid, and “end” is one of its own words. Doubled, an underscore stays apart from a dot.
    private static string Id(string step) => $"s_{step.Replace("_", "__").Replace('.', '_')}";
}
