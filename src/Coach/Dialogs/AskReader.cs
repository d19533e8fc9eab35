using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>Reads how a question can be answered.</summary>
internal static class AskReader
{
    private static readonly FrozenDictionary<string, AskKind> Kinds = new Dictionary<string, AskKind>
    {
        ["choice"] = AskKind.Choice,
        ["yesno"] = AskKind.YesNo,
        ["many"] = AskKind.Many,
        ["percent"] = AskKind.Percent,
        ["months"] = AskKind.Months,
        ["per_week"] = AskKind.PerWeek,
        ["count"] = AskKind.Count,
        ["money"] = AskKind.Money,
        ["score"] = AskKind.Score,
        ["day_of_month"] = AskKind.DayOfMonth,
        ["date"] = AskKind.Date,
        ["date_past"] = AskKind.DatePast,
        ["time"] = AskKind.Time,
        ["payment"] = AskKind.Payment,
        ["categories"] = AskKind.Categories,
        ["card"] = AskKind.Card,
        ["plan"] = AskKind.Plan,
        ["bill"] = AskKind.Bill,
        ["zone"] = AskKind.Zone,
        ["text"] = AskKind.Text,
    }.ToFrozenDictionary();

    public static Ask Read(Yaml yaml, YamlNode node)
    {
        yaml.Only(node, [.. Kinds.Keys, "band", "range", "values", "alone", "sets", "not", "takes"]);
        var named = yaml.Entries(node).Where(entry => Kinds.ContainsKey(entry.Key)).ToList();
        if (named.Count != 1)
        {
            yaml.Fault(node, $"an ask names one kind of answer; known are {string.Join(", ", Kinds.Keys.Order())}");
        }

        var kind = named.Count > 0 ? Kinds[named[0].Key] : AskKind.Choice;
        var value = named.Count > 0 ? named[0].Node : null;
        var from = yaml.Word(Yaml.At(value, "from"));
        yaml.Only(value, "from");
        return new Ask(
            kind,
            from is not null ? [] : kind == AskKind.Plan ? [.. yaml.Words(value).Skip(1)] : yaml.Words(value),
            from,
            yaml.Words(Yaml.At(node, "values")),
            Bands(yaml, Yaml.At(node, "band")),
            Range(yaml, Yaml.At(node, "range")),
            yaml.Words(Yaml.At(node, "alone")),
            StepReader.Map(yaml, Yaml.At(node, "sets")),
            kind == AskKind.Plan && yaml.Words(value) is [var item, ..] ? item : null)
        {
            Not = [.. Others(yaml, Yaml.At(node, "not"))],
            Takes = StepReader.Map(yaml, Yaml.At(node, "takes")),
        };
    }

    private static IEnumerable<AskKind> Others(Yaml yaml, YamlNode? node)
    {
        foreach (var word in yaml.Words(node))
        {
            if (Kinds.TryGetValue(word, out var kind))
            {
                yield return kind;
            }
            else
            {
                yaml.Fault(node!, $"“{word}” is no kind of answer; known are {string.Join(", ", Kinds.Keys.Order())}");
            }
        }
    }

    private static FrozenDictionary<string, (decimal?, decimal?)> Bands(Yaml yaml, YamlNode? node) =>
        yaml.Entries(node).ToFrozenDictionary(entry => entry.Key, entry => Pair(yaml, entry.Node));

    private static (decimal, decimal)? Range(Yaml yaml, YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (Pair(yaml, node) is ({ } min, { } max) && min <= max)
        {
            return (min, max);
        }

        yaml.Fault(node, "a range is two numbers, the lower one first");
        return null;
    }

    private static (decimal?, decimal?) Pair(Yaml yaml, YamlNode node)
    {
        if (node is YamlSequenceNode { Children: [var min, var max] })
        {
            return (yaml.Number(min), yaml.Number(max));
        }

        yaml.Fault(node, "two numbers are wanted here, such as [20, 36], or ~ for an open end");
        return (null, null);
    }
}
