using System.Collections.Frozen;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>A number to call.</summary>
/// <param name="For">What it is for, by language code.</param>
/// <param name="Hours">When somebody answers, by language code.</param>
public sealed record Helpline(string Number, FrozenDictionary<string, string> For, FrozenDictionary<string, string> Hours);

/// <summary>Numbers to call, by name in the order of the file, and the day on which they were last checked.</summary>
public sealed record Helplines(IReadOnlyList<KeyValuePair<string, Helpline>> Lines, LocalDate Checked)
{
    public string? Number(string name) => Lines.FirstOrDefault(line => line.Key == name).Value?.Number;
}

/// <summary>Reads <c>helplines.yaml</c>.</summary>
internal static class HelplinesReader
{
    /// <summary>The names that texts use as placeholders.</summary>
    private static readonly string[] Needed = ["police", "ambulance", "fraud", "distress", "regulator"];

    public static Helplines Read(string content, List<Fault> faults)
    {
        var yaml = new Yaml("helplines.yaml", faults);
        if (Yaml.Root("helplines.yaml", content, faults) is not { } root)
        {
            return new Helplines([], LocalDate.MinIsoValue);
        }

        yaml.Only(root, "checked", "lines");
        var on = LocalDatePattern.Iso.Parse(yaml.Word(Yaml.At(root, "checked")) ?? "");
        if (!on.Success)
        {
            yaml.Fault(root, "“checked” says the day on which the numbers were last checked, such as 2026-11-22");
        }

        var lines = yaml.Entries(Yaml.At(root, "lines")).Select(entry => KeyValuePair.Create(entry.Key, ReadLine(yaml, entry.Node))).ToList();
        foreach (var name in Needed.Where(name => lines.TrueForAll(line => line.Key != name)))
        {
            yaml.Fault(root, $"the number for “{name}” is missing below “lines:”");
        }

        return new Helplines(lines, on.Success ? on.Value : LocalDate.MinIsoValue);
    }

    private static Helpline ReadLine(Yaml yaml, YamlNode node)
    {
        yaml.Only(node, "number", "for", "hours");
        var line = new Helpline(
            yaml.Word(Yaml.At(node, "number")) ?? "", StepReader.Map(yaml, Yaml.At(node, "for")), StepReader.Map(yaml, Yaml.At(node, "hours")));
        foreach (var code in Enum.GetValues<Language>().Select(language => language.Code()).Where(code => !line.For.ContainsKey(code) || !line.Hours.ContainsKey(code)))
        {
            yaml.Fault(node, $"“for” and “hours” are needed in {code}");
        }

        return line;
    }
}
