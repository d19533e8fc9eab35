using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>
/// One YAML file being read, and the faults found in it. Nothing throws: a wrong value is reported with its line and read as if it were
/// absent, so that one run finds all faults.
/// </summary>
internal sealed class Yaml(string file, List<Fault> faults)
{
    public string File { get; } = file;

    /// <summary>The step being read, for the faults.</summary>
    public string? Step { get; set; }

    /// <summary>The map at the top of a file; null where there is none, with the fault noted.</summary>
    public static YamlMappingNode? Root(string file, string content, List<Fault> faults)
    {
        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(content);
            stream.Load(reader);
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode map)
            {
                return map;
            }

            faults.Add(new Fault(file, 1, null, "the file must be one map of keys; it is empty or something else"));
        }
        catch (YamlException broken)
        {
            faults.Add(new Fault(file, (int)broken.Start.Line, null, $"this is no YAML: {broken.Message}"));
        }
        catch (Exception broken)
        {
            // On some slips the parser itself stumbles, without saying where.
            faults.Add(new Fault(file, 1, null, $"this is no YAML ({broken.GetType().Name}); look for a bracket or a quote that is not closed"));
        }

        return null;
    }

    public void Fault(YamlNode at, string sentence) => faults.Add(new Fault(File, (int)at.Start.Line, Step, sentence));

    /// <summary>The entries of a map in order; keys that are no plain words are faults.</summary>
    public IEnumerable<(string Key, YamlNode Node)> Entries(YamlNode? node)
    {
        if (node is null)
        {
            yield break;
        }

        if (node is not YamlMappingNode map)
        {
            Fault(node, "a map of keys is wanted here, such as {a: 1, b: 2}");
            yield break;
        }

        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { Length: > 0 } name })
            {
                yield return (name, value);
            }
            else
            {
                Fault(key, "a key must be a word");
            }
        }
    }

    /// <summary>A word, or the words of a list.</summary>
    public IReadOnlyList<string> Words(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlScalarNode { Value: { } one }:
                return one.Length == 0 ? [] : [one];
            case YamlSequenceNode list:
                return list.Children.Select(Word).OfType<string>().ToList();
            default:
                Fault(node, "a word or a list such as [a, b] is wanted here");
                return [];
        }
    }

    public string? Word(YamlNode? node)
    {
        if (node is null)
        {
            return null;
        }

        if (node is YamlScalarNode { Value: { } word })
        {
            return word;
        }

        Fault(node, "a word is wanted here");
        return null;
    }

    public bool Flag(YamlNode? node)
    {
        var word = Word(node);
        if (node is not null && word is not ("true" or "false"))
        {
            Fault(node, "true or false is wanted here");
        }

        return word == "true";
    }

    public decimal? Number(YamlNode? node)
    {
        var word = Word(node);
        if (word is null or "~")
        {
            return null;
        }

        if (decimal.TryParse(word, System.Globalization.NumberStyles.AllowDecimalPoint | System.Globalization.NumberStyles.AllowLeadingSign, null, out var number))
        {
            return number;
        }

        Fault(node!, $"a number is wanted here, not “{word}”");
        return null;
    }

    public int? Whole(YamlNode? node)
    {
        var number = Number(node);
        if (number is { } value && (value != Math.Floor(value) || Math.Abs(value) > 1_000_000))
        {
            Fault(node!, "a whole number is wanted here");
            return null;
        }

        return (int?)number;
    }

    /// <summary>Notes keys that nobody reads: a slip of the pen would otherwise do nothing in silence.</summary>
    public void Only(YamlNode? node, params IReadOnlyList<string> known)
    {
        if (node is not YamlMappingNode map)
        {
            return;
        }

        foreach (var key in map.Children.Keys.OfType<YamlScalarNode>().Where(key => !known.Contains(key.Value)))
        {
            Fault(key, $"“{key.Value}” is not known here; known are {string.Join(", ", known)}");
        }
    }

    public static YamlNode? At(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
}
