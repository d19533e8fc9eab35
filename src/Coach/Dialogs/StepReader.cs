using System.Collections.Frozen;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>Reads one step of a dialog.</summary>
internal static class StepReader
{
    private static readonly string[] Keys =
    [
        "renamed_from", "when", "say", "call", "ask", "part", "inside", "lead", "hide", "item", "from", "fresh", "gate", "combine", "stand_in",
        "confirm", "reply", "plans", "at", "needs", "do", "go",
    ];

    public static Step Read(Yaml yaml, string dialog, string id, YamlNode node)
    {
        yaml.Step = id;
        yaml.Only(node, Keys);
        if (id.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('_' or '.')) || id.Length > Limits.StepId)
        {
            yaml.Fault(node, $"a step's id has letters, digits, dots and underscores only, at most {Limits.StepId}");
        }

        var needs = Yaml.At(node, "needs");
        if (needs is not null && yaml.Word(needs) != "amounts")
        {
            yaml.Fault(needs, "needs can only be “amounts”");
        }

        return new Step(
            id,
            dialog,
            (int)node.Start.Line,
            yaml.Words(Yaml.At(node, "renamed_from")),
            yaml.Entries(Yaml.At(node, "when")).Select(entry => Guard(yaml, entry.Key, entry.Node)).ToList(),
            Doing(yaml, node),
            ItemReader.Read(yaml, id, node),
            yaml.Flag(Yaml.At(node, "part")),
            yaml.Flag(Yaml.At(node, "inside")),
            yaml.Flag(Yaml.At(node, "lead")),
            yaml.Entries(Yaml.At(node, "hide")).ToFrozenDictionary(entry => entry.Key, entry => yaml.Words(entry.Node)),
            needs is not null,
            yaml.Words(Yaml.At(node, "from")),
            Map(yaml, Yaml.At(node, "confirm")),
            Map(yaml, Yaml.At(node, "reply")),
            Plans(yaml, node),
            yaml.Words(Yaml.At(node, "do")),
            Way(yaml, node));
    }

    public static FrozenDictionary<string, string> Map(Yaml yaml, YamlNode? node) =>
        yaml.Entries(node).ToFrozenDictionary(entry => entry.Key, entry => yaml.Word(entry.Node) ?? "");

    private static Doing Doing(Yaml yaml, YamlNode node)
    {
        var (say, call, ask) = (Yaml.At(node, "say"), Yaml.At(node, "call"), Yaml.At(node, "ask"));
        if (new[] { say, call, ask }.Count(one => one is not null) > 1)
        {
            yaml.Fault(node, "a step does one thing: say, call or ask");
        }

        if (ask is not null)
        {
            return new Doing.Asking(AskReader.Read(yaml, ask));
        }

        if (call is YamlMappingNode)
        {
            yaml.Only(call, "pick");
            return new Doing.Call(null, yaml.Word(Yaml.At(call, "pick")));
        }

        if (call is not null)
        {
            return new Doing.Call(yaml.Word(call), null);
        }

        return yaml.Flag(say) ? new Doing.Say() : new Doing.Pass();
    }

    private static Guard Guard(Yaml yaml, string name, YamlNode node) => yaml.Words(node) switch
    {
        ["known"] => new Guard.Known(name),
        ["true"] => new Guard.Fact(name, true),
        ["false"] => new Guard.Fact(name, false),
        var options => new Guard.Answered(name, options),
    };

    private static Go Way(Yaml yaml, YamlNode node)
    {
        switch (Yaml.At(node, "go"))
        {
            case null:
                yaml.Fault(node, "the step has no way out; say “go: end” or name the next step");
                return new Go(FrozenDictionary<string, string>.Empty, null);
            case YamlMappingNode ways:
                var map = Map(yaml, ways);
                return new Go(map.Where(entry => entry.Key != "else").ToFrozenDictionary(), map.GetValueOrDefault("else"));
            case var one:
                return new Go(FrozenDictionary<string, string>.Empty, yaml.Word(one));
        }
    }

    private static List<IfThenCue> Plans(Yaml yaml, YamlNode node)
    {
        var times = Yaml.At(node, "at");
        var plans = yaml.Words(Yaml.At(node, "plans"));
        foreach (var (cue, at) in yaml.Entries(times).Where(entry => !plans.Contains(entry.Key)))
        {
            yaml.Fault(at, $"“{cue}” is none of the plans");
        }

        return plans.Select(plan =>
        {
            var at = Yaml.At(times, plan);
            var time = at is null ? null : LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(yaml.Word(at) ?? "");
            if (time is { Success: false })
            {
                yaml.Fault(at!, "a time such as \"20:00\" is wanted here");
            }

            return new IfThenCue(plan, time is { Success: true } ? time.Value : null);
        }).ToList();
    }
}
