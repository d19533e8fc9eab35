using System.Collections.Frozen;
using Ontime.Checklist;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>Reads what a checklist item earns, how it ages and what it gates.</summary>
internal static class ItemReader
{
    private static readonly string[] Belonging = ["fresh", "gate", "combine", "stand_in"];

    /// <returns>Null where the step is no item.</returns>
    public static Item? Read(Yaml yaml, string id, YamlNode step)
    {
        var node = Yaml.At(step, "item");
        if (node is null)
        {
            foreach (var key in Belonging.Where(key => Yaml.At(step, key) is not null))
            {
                yaml.Fault(step, $"“{key}” belongs to a step with “item”");
            }

            return null;
        }

        yaml.Only(node, "pillar", "points", "share", "effort", "recommend");
        var pillar = yaml.Word(Yaml.At(node, "pillar"));
        if (pillar is null)
        {
            yaml.Fault(node, "an item belongs to a pillar");
        }

        return new Item(
            id,
            pillar ?? "",
            yaml.Whole(Yaml.At(node, "points")) ?? 0,
            yaml.Entries(Yaml.At(node, "share")).ToFrozenDictionary(entry => entry.Key, entry => ReadShare(yaml, entry.Node)),
            yaml.Entries(Yaml.At(step, "gate")).ToFrozenDictionary(entry => entry.Key, entry => ReadGate(yaml, id, entry.Key, entry.Node)),
            ReadCombine(yaml, Yaml.At(step, "combine")),
            ReadFresh(yaml, Yaml.At(step, "fresh")),
            ReadEffort(yaml, Yaml.At(node, "effort")),
            yaml.Flag(Yaml.At(node, "recommend")),
            yaml.Entries(Yaml.At(step, "stand_in")).ToFrozenDictionary(entry => entry.Key, entry => yaml.Whole(entry.Node) ?? 0));
    }

    private static Share ReadShare(Yaml yaml, YamlNode node)
    {
        switch (yaml.Word(node))
        {
            case "unknown":
                return new Share.Unknown();
            case "declined":
                return new Share.Declined();
            case "na":
                return new Share.NotApplicable();
        }

        var share = yaml.Number(node) ?? 0;
        if (share is < 0 or > 1)
        {
            yaml.Fault(node, "a share is a number from 0 to 1, or unknown, declined, na");
        }

        return new Share.Of(Math.Clamp(share, 0, 1));
    }

    private static Gate ReadGate(Yaml yaml, string id, string option, YamlNode node)
    {
        var cap = yaml.Whole(node) ?? 0;
        if (cap is < 0 or > 100)
        {
            yaml.Fault(node, "a gate is a cap from 0 to 100");
        }

        return new Gate($"{id}.{option}", cap);
    }

    private static Combine? ReadCombine(Yaml yaml, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: "worst" })
        {
            return new Combine.ByWorst();
        }

        yaml.Only(node, "count");
        var steps = yaml.Entries(Yaml.At(node, "count"))
            .Select(entry => (AtLeast: int.TryParse(entry.Key, out var count) ? count : -1, Share: yaml.Number(entry.Node) ?? 0))
            .OrderByDescending(step => step.AtLeast).ToList();
        if (steps.Count == 0 || steps[^1].AtLeast != 0)
        {
            yaml.Fault(node, "combine is “worst”, or {count: {3: 1, 1: 0.5, 0: 0}} down to 0");
        }

        return new Combine.ByCount(steps);
    }

    private static Freshness ReadFresh(Yaml yaml, YamlNode? node)
    {
        yaml.Only(node, "days", "bad", "bad_days", "once");
        var days = yaml.Whole(Yaml.At(node, "days"));
        var once = yaml.Flag(Yaml.At(node, "once"));
        if (node is not null && once == days is not null)
        {
            yaml.Fault(node, "fresh says either how many days an answer holds, or once: true");
        }

        var bad = Yaml.At(node, "bad");
        if (bad is not null && yaml.Word(bad) != "stays")
        {
            yaml.Fault(bad, "bad can only be “stays”");
        }

        return new Freshness(days, bad is not null) { BadDays = yaml.Whole(Yaml.At(node, "bad_days")) };
    }

    private static Effort? ReadEffort(Yaml yaml, YamlNode? node)
    {
        var effort = yaml.Whole(node);
        if (effort is not (null or 1 or 2 or 3))
        {
            yaml.Fault(node!, "effort is 1 (a tap), 2 (ten minutes) or 3 (weeks)");
            return null;
        }

        return (Effort?)effort;
    }
}
