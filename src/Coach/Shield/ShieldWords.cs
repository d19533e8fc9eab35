using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ontime.Shield;

/// <summary>A fault in dialogs/shield.yaml.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public readonly record struct ShieldFault(int Line, string Sentence);

/// <summary>Words that alarm, and longer ones around them that do not (不想活 and 不想活动).</summary>
public sealed record AlarmWords(IReadOnlyList<string> Words, IReadOnlyList<string> Not);

/// <summary>The words of dialogs/shield.yaml, folded as <see cref="Folded.Text"/> folds a text.</summary>
/// <param name="Scam">Pairs of word lists: a word of each together alarms.</param>
public sealed record ShieldWords(AlarmWords Danger, IReadOnlyList<(IReadOnlyList<string> One, IReadOnlyList<string> Other)> Scam, AlarmWords Check)
{
    private const int ShortestWord = 2;

    /// <summary>Reads the file's text; with faults the words are those that could be read.</summary>
    public static (ShieldWords Words, IReadOnlyList<ShieldFault> Faults) Read(string yaml)
    {
        var faults = new List<ShieldFault>();
        if (Root(yaml, faults) is not { } root)
        {
            return (new ShieldWords(new AlarmWords([], []), [], new AlarmWords([], [])), faults);
        }

        Known(root, "shield.yaml", ["danger", "groups", "scam", "check"], faults);
        var groups = Groups(Child(root, "groups", faults) as YamlMappingNode, faults);
        var words = new ShieldWords(Alarms(root, "danger", faults), Pairs(Child(root, "scam", faults), groups, faults), Alarms(root, "check", faults));
        return (words, faults);
    }

    private static YamlMappingNode? Root(string yaml, List<ShieldFault> faults)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            faults.Add(new ShieldFault(1, "The file must be one mapping with the keys danger, groups, scam and check."));
        }
        catch (Exception e)
        {
            // On some slips the parser itself stumbles, without saying where.
            faults.Add(new ShieldFault(e is YamlException at ? (int)at.Start.Line : 1, $"This is not YAML: {e.Message}"));
        }

        return null;
    }

    private static AlarmWords Alarms(YamlMappingNode root, string key, List<ShieldFault> faults)
    {
        if (Child(root, key, faults) is not YamlMappingNode node)
        {
            return new AlarmWords([], []);
        }

        Known(node, key, ["words", "not"], faults);
        return new AlarmWords(List(Child(node, "words", faults), $"{key}: words", faults), List(Child(node, "not", faults), $"{key}: not", faults));
    }

    private static Dictionary<string, IReadOnlyList<string>> Groups(YamlMappingNode? node, List<ShieldFault> faults)
    {
        var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (key, value) in node ?? [])
        {
            groups[Text(key)] = List(value, $"groups: {Text(key)}", faults);
        }

        return groups;
    }

    private static List<(IReadOnlyList<string>, IReadOnlyList<string>)> Pairs(YamlNode? node, Dictionary<string, IReadOnlyList<string>> groups, List<ShieldFault> faults)
    {
        var pairs = new List<(IReadOnlyList<string>, IReadOnlyList<string>)>();
        foreach (var pair in (node as YamlSequenceNode)?.Children ?? [])
        {
            if (pair is not YamlSequenceNode { Children: [var one, var other] })
            {
                faults.Add(new ShieldFault(Line(pair), "A pair of scam is two names of groups: [asks, gains]."));
            }
            else if (new[] { one, other }.FirstOrDefault(n => !groups.ContainsKey(Text(n))) is { } unknown)
            {
                faults.Add(new ShieldFault(Line(unknown), $"scam names the group “{Text(unknown)}”, which is not under groups. Add it or correct the name."));
            }
            else
            {
                pairs.Add((groups[Text(one)], groups[Text(other)]));
            }
        }

        return pairs;
    }

    private static List<string> List(YamlNode? node, string where, List<ShieldFault> faults)
    {
        var words = new List<string>();
        if (node is null)
        {
            return words;
        }

        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            faults.Add(new ShieldFault(Line(node), $"{where} must be a list with at least one word."));
            return words;
        }

        foreach (var child in list)
        {
            var word = Folded.Text(Text(child));
            if (word.Length < ShortestWord)
            {
                faults.Add(new ShieldFault(Line(child), $"{where}: “{Text(child)}” is too short; it would alarm everywhere."));
            }
            else if (words.Contains(word))
            {
                faults.Add(new ShieldFault(Line(child), $"{where}: “{Text(child)}” stands there twice."));
            }
            else
            {
                words.Add(word);
            }
        }

        return words;
    }

    private static YamlNode? Child(YamlMappingNode node, string key, List<ShieldFault> faults)
    {
        if (node.Children.TryGetValue(new YamlScalarNode(key), out var child))
        {
            return child;
        }

        faults.Add(new ShieldFault(Line(node), $"The key “{key}” is missing."));
        return null;
    }

    private static void Known(YamlMappingNode node, string where, string[] keys, List<ShieldFault> faults)
    {
        foreach (var key in node.Children.Keys.Where(k => !keys.Contains(Text(k))))
        {
            faults.Add(new ShieldFault(Line(key), $"{where} has the unknown key “{Text(key)}”. Known are {string.Join(", ", keys)}."));
        }
    }

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value ?? string.Empty;

    private static int Line(YamlNode node) => Math.Max(1, (int)node.Start.Line);
}
