namespace Ontime.Tests.Dialogs;

/// <summary>A piece of a shipped dialog after an editor's slip, in a set that is otherwise clean and small: a round takes a fraction of a millisecond.</summary>
internal static class SlipsOfThePen
{
    private const int Window = 10;

    private static readonly string[] Bits =
        ["{", "}", "[", "]", ":", ": ", "-", "\n", "  ", "\t", "'", "\"", "#", "&a ", "*a", "!!x ", "|", ">", "~", "?", "%", "@", "`", ",", "\0", "\ud800", "yes", "-1", "1e9", "end"];

    /// <summary>The other files, as short as they can be: a round takes a fraction of a millisecond.</summary>
    private static readonly Dictionary<string, string> Around = new(SmallSet.Files())
    {
        ["talk.yaml"] = "dialog: talk\nsteps:\n  menu:\n    say: true\n    go: end\n",
        ["text/en.yaml"] = "menu: Menu\n",
        ["text/zh-Hans.yaml"] = "menu: 菜单\n",
    };

    public static Dictionary<string, string> Of(string name, string content, Random random)
    {
        var files = new Dictionary<string, string>(Around) { [name] = Slip(random, Cut(random, content)) };
        if (files.Count > Around.Count)
        {
            // A dialog of its own: the other one is not needed.
            files.Remove("talk.yaml");
        }

        return files;
    }

    /// <summary>A few lines of the file below its head, so that a round stays short.</summary>
    private static string Cut(Random random, string content)
    {
        var lines = content.Split('\n');
        var head = Array.FindIndex(lines, line => line.StartsWith("steps:", StringComparison.Ordinal)) + 1;
        var from = Math.Max(head, random.Next(lines.Length));
        while (head > 0 && from > head && from < lines.Length && !lines[from].StartsWith("  ", StringComparison.Ordinal))
        {
            from--;
        }

        return string.Join('\n', lines.Take(head).Concat(lines.Skip(from).Take(Window)));
    }

    private static string Slip(Random random, string text)
    {
        for (var slips = random.Next(1, 4); slips > 0 && text.Length > 0; slips--)
        {
            var at = random.Next(text.Length);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, Math.Min(random.Next(1, 6), text.Length - at)),
                1 => text.Insert(at, Bits[random.Next(Bits.Length)]),
                2 => text.Insert(at, text.Substring(at, Math.Min(random.Next(1, 40), text.Length - at))),
                _ => string.Concat(text.AsSpan(0, at), Bits[random.Next(Bits.Length)], text.AsSpan(at + 1)),
            };
        }

        return text;
    }
}
