using Ontime.Bot.Tests.Repository;
using YamlDotNet.RepresentationModel;

namespace Ontime.Bot.Tests.Packaging;

/// <summary>docker-compose.yml as its readers see it: anchors and merge keys resolved.</summary>
internal sealed class Compose
{
    private readonly YamlMappingNode _root;

    public Compose()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Tree.At("docker-compose.yml"));
        stream.Load(text);
        _root = (YamlMappingNode)stream.Documents.ShouldHaveSingleItem().RootNode;
    }

    public IEnumerable<string> Names(string section) => Entries((YamlMappingNode)_root.Children[section]).Keys;

    public IReadOnlyDictionary<string, YamlNode> Service(string name) => Entries((YamlMappingNode)Entries((YamlMappingNode)_root.Children["services"])[name]);

    /// <summary>What a container gets as environment, <c>${NAME:-}</c> filled from <paramref name="shell"/>.</summary>
    public IReadOnlyDictionary<string, string> Environment(string service, IReadOnlyDictionary<string, string> shell) =>
        Service(service).TryGetValue("environment", out var environment)
            ? Entries((YamlMappingNode)environment).ToDictionary(pair => pair.Key, pair => Filled(((YamlScalarNode)pair.Value).Value ?? "", shell))
            : new Dictionary<string, string>();

    /// <summary>Secrets by the name of the file inside the container.</summary>
    public IReadOnlyDictionary<string, string> Secrets(string service) =>
        !Service(service).TryGetValue("secrets", out var secrets) ? new Dictionary<string, string>()
        : ((YamlSequenceNode)secrets).Children.ToDictionary(
            secret => secret is YamlMappingNode named ? Word(named, "target") : secret.ToString(),
            secret => secret is YamlMappingNode named ? Word(named, "source") : secret.ToString());

    public static IEnumerable<string> Words(YamlNode list) => ((YamlSequenceNode)list).Children.Select(word => word.ToString());

    private static string Word(YamlMappingNode node, string key) => node.Children[key].ToString();

    private static string Filled(string value, IReadOnlyDictionary<string, string> shell) =>
        value.StartsWith("${", StringComparison.Ordinal) && value.EndsWith(":-}", StringComparison.Ordinal) ? shell.GetValueOrDefault(value[2..^3], "") : value;

    private static Dictionary<string, YamlNode> Entries(YamlMappingNode node)
    {
        var merged = node.Children.TryGetValue("<<", out var below) ? Entries((YamlMappingNode)below) : [];
        foreach (var (key, value) in node.Children.Where(pair => pair.Key.ToString() != "<<"))
        {
            merged[key.ToString()] = value;
        }

        return merged;
    }
}
