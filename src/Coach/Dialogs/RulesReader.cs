using Ontime.Checklist;

namespace Ontime.Dialogs;

/// <summary>Reads <c>index.yaml</c>: the pillars in the order shown, the order of ties, the bands.</summary>
internal static class RulesReader
{
    public static IndexRules? Read(string content, List<Fault> faults)
    {
        var yaml = new Yaml("index.yaml", faults);
        if (Yaml.Root("index.yaml", content, faults) is not { } root)
        {
            return null;
        }

        yaml.Only(root, "pillars", "ties", "good", "watch", "minimum_coverage", "first_look", "pillar_known");
        var pillars = yaml.Entries(Yaml.At(root, "pillars")).Select(entry => new Pillar(entry.Key, yaml.Whole(entry.Node) ?? 0)).ToList();
        var ties = yaml.Words(Yaml.At(root, "ties"));
        if (pillars.Count == 0 || !pillars.Select(pillar => pillar.Id).Order().SequenceEqual(ties.Order()))
        {
            yaml.Fault(root, "ties must name each of the pillars once");
        }

        return new IndexRules(pillars, ties, Part("good"), Part("watch"), Part("minimum_coverage"), Part("first_look"), Part("pillar_known"));

        decimal Part(string key)
        {
            var value = yaml.Number(Yaml.At(root, key));
            if (value is null or < 0 or > 1)
            {
                yaml.Fault(root, $"{key} must be a number from 0 to 1");
            }

            return value ?? 0;
        }
    }
}
