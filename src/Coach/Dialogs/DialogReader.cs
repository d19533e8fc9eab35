using System.Collections.Frozen;
using Ontime.Checklist;
using Ontime.Plan;
using Ontime.Shield;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>Reads a folder of dialogs: every file, every fault.</summary>
internal static class DialogReader
{
    public static (DialogSet? Set, IReadOnlyList<Fault> Faults) Read(IReadOnlyDictionary<string, string> files)
    {
        var faults = new List<Fault>();
        var dialogs = new List<Dialog>();
        foreach (var (file, content) in files.OrderBy(entry => entry.Key, StringComparer.Ordinal).Where(entry => !entry.Key.Contains('/')))
        {
            if (Parts.ContainsKey(file))
            {
                continue;
            }

            if (Yaml.Root(file, content, faults) is { } root)
            {
                dialogs.Add(ReadDialog(new Yaml(file, faults), root));
            }
        }

        if (dialogs.Count == 0)
        {
            faults.Add(new Fault(".", 0, null, "no dialog was found; each file that begins with “dialog: name” is one"));
        }

        Twice(dialogs, faults);
        var texts = Enum.GetValues<Language>().ToFrozenDictionary(
            language => language, language => TextsReader.Read($"text/{language.Code()}.yaml", files, faults));
        var rules = RulesReader.Read(Content(files, "index.yaml", faults), faults);
        var cities = CitiesReader.Read(Content(files, "cities.yaml", faults), faults);
        var (shield, shieldFaults) = ShieldWords.Read(Content(files, "shield.yaml", faults));
        faults.AddRange(shieldFaults.Select(fault => new Fault("shield.yaml", fault.Line, null, fault.Sentence)));
        var helplines = HelplinesReader.Read(Content(files, "helplines.yaml", faults), faults);
        var months = MonthsReader.Read(Content(files, "months.yaml", faults), faults);

        // Of a file that is missing, nothing in it is missing too.
        faults.RemoveAll(fault => fault.Line > 0 && !files.ContainsKey(fault.File));
        return faults.Count > 0 || rules is null
            ? (null, faults)
            : (new DialogSet(dialogs, texts, rules, shield, cities, helplines, months), faults);
    }

    /// <summary>The files that are no dialogs, and what they hold.</summary>
    public static readonly FrozenDictionary<string, string> Parts = new Dictionary<string, string>
    {
        ["index.yaml"] = "pillars, bands and tie order of the index",
        ["months.yaml"] = "the months of the plan, their steps and when they are done",
        ["cities.yaml"] = "what people call a place",
        ["shield.yaml"] = "the words the shield looks for",
        ["helplines.yaml"] = "numbers to call, and when they were checked",
    }.ToFrozenDictionary();

    private static string Content(IReadOnlyDictionary<string, string> files, string file, List<Fault> faults)
    {
        if (files.TryGetValue(file, out var content))
        {
            return content;
        }

        faults.Add(new Fault(file, 0, null, $"the file is missing; it holds {Parts[file]}"));
        return "{}";
    }

    private static Dialog ReadDialog(Yaml yaml, YamlMappingNode root)
    {
        yaml.Only(root, "dialog", "start", "steps");
        var id = yaml.Word(Yaml.At(root, "dialog"));
        if (id is null)
        {
            yaml.Fault(root, "the file must begin with “dialog: name”");
            id = yaml.File;
        }

        var steps = new List<Step>();
        foreach (var (name, node) in yaml.Entries(Yaml.At(root, "steps")))
        {
            steps.Add(StepReader.Read(yaml, id, name, node));
        }

        yaml.Step = null;
        if (steps.Count == 0)
        {
            yaml.Fault(root, "a dialog has one step at least, below “steps:”");
        }

        var start = yaml.Word(Yaml.At(root, "start")) ?? steps.FirstOrDefault()?.Id ?? "";
        if (steps.Count > 0 && steps.All(step => step.Id != start))
        {
            yaml.Fault(root, $"the start “{start}” is no step of this dialog");
        }

        return new Dialog(id, start, steps, yaml.File);
    }

    private static void Twice(List<Dialog> dialogs, List<Fault> faults)
    {
        var seen = new Dictionary<string, Step>();
        var files = dialogs.GroupBy(dialog => dialog.Id).ToDictionary(group => group.Key, group => group.First().File);
        foreach (var twin in dialogs.GroupBy(dialog => dialog.Id).Where(group => group.Count() > 1))
        {
            faults.Add(new Fault(twin.Last().File, 1, null, $"the dialog {twin.Key} stands in {twin.First().File} too; give it another name"));
        }

        foreach (var (dialog, step) in dialogs.SelectMany(dialog => dialog.Steps.Select(step => (dialog, step))))
        {
            if (!seen.TryAdd(step.Id, step))
            {
                var first = seen[step.Id];
                faults.Add(new Fault(dialog.File, step.Line, step.Id, $"a step of this id stands in {files[first.Dialog]}:{first.Line} too; ids are unique over all dialogs"));
            }
        }
    }
}
