using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Ontime.Dialogs;

/// <summary>Reads one transcript; every fault with its line.</summary>
public static class TranscriptReader
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    /// <returns>The transcript, or null with what is wrong with it.</returns>
    public static (Transcript? Transcript, IReadOnlyList<Fault> Faults) Read(string file, string content)
    {
        var faults = new List<Fault>();
        if (Yaml.Root(file, content, faults) is not { } root)
        {
            return (null, faults);
        }

        var yaml = new Yaml(file, faults);
        yaml.Only(root, "title", "language", "at", "zone", "admin", "turns");
        var title = yaml.Word(Yaml.At(root, "title")) ?? "";
        var language = Languages.Parse(yaml.Word(Yaml.At(root, "language")));
        var at = Minute.Parse(yaml.Word(Yaml.At(root, "at")) ?? "");
        var zone = yaml.Word(Yaml.At(root, "zone")) ?? "Asia/Shanghai";
        var admin = Yaml.At(root, "admin") is { } flag && yaml.Flag(flag);
        Need(title.Length > 0, "“title” says in a few words what happens");
        Need(language is not null, "“language” is en or zh-Hans");
        Need(at.Success, "“at” is a local time such as 2026-11-22T12:00");
        Need(DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is not null, $"“{zone}” is no time zone of the tz database, such as Asia/Shanghai");
        var turns = Turns(yaml, root).ToList();
        Need(turns.FirstOrDefault()?.IsInput == true, "“turns” begins with what the person does: you, tap or wait");
        return faults.Count > 0 ? (null, faults) : (new Transcript(title, language!.Value, at.Value, zone, turns, admin, Note(content)), faults);

        void Need(bool holds, string sentence)
        {
            if (!holds)
            {
                yaml.Fault(root, sentence);
            }
        }
    }

    private static IEnumerable<Beat> Turns(Yaml yaml, YamlMappingNode root)
    {
        if (Yaml.At(root, "turns") is not YamlSequenceNode turns)
        {
            yield break;
        }

        foreach (var node in turns.Children)
        {
            var entries = yaml.Entries(node).ToList();
            if (entries.Count != 1)
            {
                yaml.Fault(node, "each turn is one key, such as “- you: text”");
                continue;
            }

            if (Turn(yaml, entries[0].Key, entries[0].Node, (int)node.Start.Line) is { } beat)
            {
                yield return beat;
            }
        }
    }

    private static Beat? Turn(Yaml yaml, string key, YamlNode node, int line)
    {
        switch (key)
        {
            case "you":
                return new Beat.You(yaml.Word(node) ?? "", line);
            case "tap":
                return new Beat.Tap(yaml.Word(node) ?? "", line);
            case "coach":
                return new Beat.Coach(Text(yaml, node), line);
            case "edit":
                return new Beat.Edit(Text(yaml, node), line);
            case "toast":
                return new Beat.Toast(Text(yaml, node), line);
            case "deleted":
                _ = yaml.Flag(node);
                return new Beat.Deleted(line);
            case "wait" when yaml.Word(node) is { } time:
                if (Span(time) is null)
                {
                    yaml.Fault(node, $"“{time}” is no time; write 40d, 12h or 45m");
                }

                return new Beat.Wait(time, line);
            case "buttons" when node is YamlSequenceNode rows:
                return new Beat.Buttons([.. rows.Children.Select(yaml.Words)], line);
            default:
                yaml.Fault(node, $"“{key}” is no turn; known are you, tap, coach, edit, buttons: [[a, b], [c]], toast, wait, deleted");
                return null;
        }
    }

    /// <summary>“40d”, “12h”, “45m”; null for anything else.</summary>
    internal static Duration? Span(string time) =>
        time.Length is < 2 or > 6 || !int.TryParse(time[..^1], System.Globalization.NumberStyles.None, null, out var number) ? null
        : time[^1] switch
        {
            'd' => Duration.FromDays(number),
            'h' => Duration.FromHours(number),
            'm' => Duration.FromMinutes(number),
            _ => null,
        };

    private static string Text(Yaml yaml, YamlNode node) => (yaml.Word(node) ?? "").TrimEnd('\n');

    private static string Note(string content) => string.Concat(content.Split('\n').TakeWhile(line => line.StartsWith('#')).Select(line => $"{line.TrimEnd('\r')}\n"));
}
