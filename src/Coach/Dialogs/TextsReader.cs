using System.Collections.Frozen;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>Reads the wording of one language: a flat map of keys to sentences or to lists of words.</summary>
internal static class TextsReader
{
    public static Texts Read(string file, IReadOnlyDictionary<string, string> files, List<Fault> faults)
    {
        var sentences = new Dictionary<string, string>();
        var words = new Dictionary<string, IReadOnlyList<string>>();
        var lines = new Dictionary<string, int>();
        var yaml = new Yaml(file, faults);
        if (!files.TryGetValue(file, out var content))
        {
            faults.Add(new Fault(file, 0, null, "the file is missing; it holds every sentence of this language"));
        }
        else if (Yaml.Root(file, content, faults) is { } root)
        {
            foreach (var (key, node) in yaml.Entries(root))
            {
                lines[key] = (int)node.Start.Line;
                if (node is YamlSequenceNode)
                {
                    words[key] = yaml.Words(node);
                }
                else
                {
                    sentences[key] = (yaml.Word(node) ?? "").TrimEnd('\n');
                }
            }
        }

        return new Texts(sentences.ToFrozenDictionary(), words.ToFrozenDictionary(), lines.ToFrozenDictionary());
    }
}
