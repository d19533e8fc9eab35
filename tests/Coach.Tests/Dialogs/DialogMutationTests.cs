using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>Whatever an editor's hand does to the files, the reader and lint answer with faults and never throw.</summary>
public sealed class DialogMutationTests
{
    private const int Rounds = 10_000, Window = 10;

    private static readonly string[] Bits =
        ["{", "}", "[", "]", ":", ": ", "-", "\n", "  ", "\t", "'", "\"", "#", "&a ", "*a", "!!x ", "|", ">", "~", "?", "%", "@", "`", ",", "\0", "\ud800", "yes", "-1", "1e9", "end"];

    /// <summary>The other files, as short as they can be: a round takes a fraction of a millisecond.</summary>
    private static readonly Dictionary<string, string> Around = new(SmallSet.Files())
    {
        ["talk.yaml"] = "dialog: talk\nsteps:\n  menu:\n    say: true\n    go: end\n",
        ["text/en.yaml"] = "menu: Menu\n",
        ["text/zh-Hans.yaml"] = "menu: 菜单\n",
    };

    [Fact]
    public void Ten_thousand_slips_of_the_pen_never_throw()
    {
        var random = new Random(20261122);
        var shipped = DialogFiles.Shipped.Where(file => !file.Key.StartsWith("tests/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).ToList();
        var (read, refused) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (name, content) = shipped[random.Next(shipped.Count)];
            var files = new Dictionary<string, string>(Around) { [name] = Slip(random, Cut(random, content)) };
            if (files.Count > Around.Count)
            {
                // A dialog of its own: the other one is not needed.
                files.Remove("talk.yaml");
            }

            var (set, faults) = DialogSet.Read(files);

            if (set is null)
            {
                (faults.Count > 0 && faults.All(fault => fault.File.Length > 0 && fault.Line >= 0 && fault.Sentence.Length > 0)).ShouldBeTrue();
                refused++;
            }
            else
            {
                Lint.Check(set).ShouldNotBeNull();
                read++;
            }
        }

        // Both ways are walked often enough to mean something.
        read.ShouldBeGreaterThan(500);
        refused.ShouldBeGreaterThan(500);
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
