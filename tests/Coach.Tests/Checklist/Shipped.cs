using System.Collections.Frozen;
using Ontime.Checklist;
using Ontime.Dialogs;

namespace Ontime.Tests.Checklist;

/// <summary>The checklist that ships: the figures below are those of today's weights.</summary>
internal static class Shipped
{
    public static readonly FrozenDictionary<string, Item> Items = ReadItems();

    public static readonly IndexRules Rules = ReadRules();

    public static readonly IReadOnlySet<string> All = Items.Keys.ToHashSet();

    private static FrozenDictionary<string, Item> ReadItems()
    {
        var faults = new List<Fault>();
        var yaml = new Yaml("items.yaml", faults);
        var root = Yaml.Root("items.yaml", Content("items.yaml"), faults)!;
        var items = yaml.Entries(Yaml.At(root, "steps"))
            .Select(step => ItemReader.Read(yaml, step.Key, step.Node))
            .OfType<Item>()
            .ToFrozenDictionary(item => item.Id);
        faults.ShouldBeEmpty();
        return items;
    }

    private static IndexRules ReadRules()
    {
        var faults = new List<Fault>();
        var rules = RulesReader.Read(Content("index.yaml"), faults);
        faults.ShouldBeEmpty();
        return rules.ShouldNotBeNull();
    }

    private static string Content(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the solution's folder; Bot.sln was not found above them.");
        }

        return File.ReadAllText(Path.Combine(folder.FullName, "dialogs", file));
    }
}
