using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;

namespace Ontime.Dialogs;

/// <summary>Numbers to call, by what they are for, and the day on which they were last checked.</summary>
public sealed record Helplines(FrozenDictionary<string, string> Numbers, LocalDate? Checked);

/// <summary>Reads <c>helplines.yaml</c>.</summary>
internal static class HelplinesReader
{
    public static Helplines Read(string content, List<Fault> faults)
    {
        var yaml = new Yaml("helplines.yaml", faults);
        if (Yaml.Root("helplines.yaml", content, faults) is not { } root)
        {
            return new Helplines(FrozenDictionary<string, string>.Empty, null);
        }

        yaml.Only(root, "checked", "lines");
        var on = LocalDatePattern.Iso.Parse(yaml.Word(Yaml.At(root, "checked")) ?? "");
        if (!on.Success)
        {
            yaml.Fault(root, "“checked” says the day on which the numbers were last checked, such as 2026-11-22");
        }

        var numbers = yaml.Entries(Yaml.At(root, "lines"))
            .ToFrozenDictionary(entry => entry.Key, entry => yaml.Word(Yaml.At(entry.Node, "number")) ?? "");
        foreach (var name in Needed.Where(name => !numbers.ContainsKey(name)))
        {
            yaml.Fault(root, $"the number for “{name}” is missing below “lines:”");
        }

        return new Helplines(numbers, on.Success ? on.Value : null);
    }

    private static readonly string[] Needed = ["police", "ambulance", "fraud", "distress", "regulator"];
}
