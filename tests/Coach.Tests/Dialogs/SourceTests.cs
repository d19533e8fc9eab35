using System.Text.RegularExpressions;
using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>The lists that lint keeps of the program, compared with the source itself.</summary>
public sealed partial class SourceTests
{
    private static readonly string List = Path.Combine(DialogFiles.Root.FullName, "src/Coach/Dialogs/Lint/SaidByCode.cs");

    private static readonly string Source = string.Concat(DialogFiles.Below("src", "*.cs")
        .Where(file => !file.Key.Contains("/obj/") && !file.Key.Contains("/bin/") && !file.Key.Contains("Dialogs/Lint/"))
        .OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => file.Value));

    private static readonly DialogSet Set = SmallSet.Read(DialogFiles.Shipped);

    /// <summary>Literals in the shape of a key; what is filled in at run time is a star.</summary>
    private static readonly List<string> Literals = Literal().Matches(Source).Select(match => Hole().Replace(match.Groups["text"].Value, "*"))
        .Select(text => text.EndsWith('.') ? $"{text}*" : text).Where(IsKey).Distinct().Order(StringComparer.Ordinal).ToList();

    [Fact]
    public void The_texts_that_the_program_names_are_listed()
    {
        var whole = Literals.Where(text => !text.Contains('*') && Set.Find(text) is null)
            .GroupBy(text => text[..text.LastIndexOf('.')], text => text[(text.LastIndexOf('.') + 1)..])
            .SelectMany(family => family.Chunk(10).Select(names => $"{family.Key}: {string.Join(' ', names)}"));

        Same("private const string Whole = \"\"\"\n", "        \"\"\";", [.. whole.Select(line => $"        {line}")]);
    }

    [Fact]
    public void Every_listed_placeholder_is_filled_by_the_program()
    {
        var filled = Argument().Matches(Source).Select(match => match.Groups["name"].Value).ToHashSet();

        SaidByCode.Arguments.Where(name => !filled.Contains(name)).ShouldBeEmpty("take them out of SaidByCode.Arguments");
    }

    [Fact]
    public void Texts_put_together_in_the_program_are_listed() =>
        Literals.Where(text => text.Contains('*') && text != "pillar.*" && !SaidByCode.Keys.Any(key => Fits(text, key))).ShouldBeEmpty("list them in SaidByCode.Made");

    [Fact]
    public void Whatever_is_listed_is_named_by_the_program() =>
        SaidByCode.Keys.Where(key => !Literals.Any(text => Fits(text, key))).ShouldBeEmpty("take them out of SaidByCode.Made");

    [Fact]
    public void Every_step_that_the_program_opens_is_listed() =>
        Opened().Matches(Source).Select(match => match.Groups["name"].Value).Where(name => !Entries.Opened.Contains(name)).ShouldBeEmpty("list them in Entries");

    [Fact]
    public void Every_listed_step_is_named_by_the_program() =>
        Entries.Opened.Where(entry => entry != Entries.Items && !Source.Contains($"\"{entry.Replace(".*", "s")}\"")).ShouldBeEmpty("take them out of Entries");

    [Fact]
    public void Whatever_is_bound_is_used_by_a_dialog()
    {
        var steps = Set.Dialogs.SelectMany(dialog => dialog.Steps).ToList();
        var templates = Enum.GetValues<Language>().SelectMany(language => Set.Texts(language).Sentences).Select(text => text.Value).ToList();

        new[]
        {
            Bindings.Facts.Keys.Except(steps.SelectMany(step => step.When).OfType<Guard.Fact>().Select(fact => fact.Name)).Except(steps.SelectMany(step => step.Hide.Keys)).Select(name => $"fact {name}"),
            Bindings.Actions.Keys.Except(steps.SelectMany(step => step.Do)).Select(name => $"action {name}"),
            Bindings.Picks.Keys.Except(steps.Select(step => (step.Doing as Doing.Call)?.Pick!)).Select(name => $"pick {name}"),
            Bindings.Lists.Keys.Except(steps.Select(step => (step.Doing as Doing.Asking)?.Ask.From!)).Select(name => $"list {name}"),
            Bindings.Values.Keys.Where(name => !templates.Any(template => template.Contains($"{{{name}}}"))).Select(name => $"value {name}"),
        }.SelectMany(names => names).ShouldBeEmpty("nobody uses these: take them out of the bindings");
    }

    private static void Same(string begins, string ends, IReadOnlyList<string> expected)
    {
        var content = File.ReadAllText(List);
        var from = content.IndexOf(begins, StringComparison.Ordinal) + begins.Length;
        var to = content.IndexOf(ends, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(List, $"{content[..from]}{string.Concat(expected.Select(line => $"{line}\n"))}{content[to..]}");
            return;
        }

        content[from..to].Split('\n', StringSplitOptions.RemoveEmptyEntries).Except(expected).ShouldBeEmpty("no longer so: run the tests once with UPDATE_SNAPSHOTS=1");
        expected.Except(content[from..to].Split('\n')).ShouldBeEmpty("not yet listed: run the tests once with UPDATE_SNAPSHOTS=1");
    }

    private static bool IsKey(string text) => !text.EndsWith(".yaml", StringComparison.Ordinal)
        && (SaidByCode.Families.Contains(text[..text.IndexOf('.')]) || Set.Texts(Language.En).Has(text.Replace("*", "en")))
        && text.All(letter => char.IsAsciiLetter(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '*');

    private static bool Fits(string text, string key) => text.Split('*') is [var before, var after]
        ? key.StartsWith(before, StringComparison.Ordinal) && key.EndsWith(after, StringComparison.Ordinal) && key.IndexOf('.', before.Length) < 0
        : text == key;

    [GeneratedRegex("\"(?<text>[A-Za-z][A-Za-z0-9_]*\\.[^\"\\n]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}?", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    [GeneratedRegex("\\(\"(?<name>[a-z_]+)\", |\\[\"(?<name>[a-z_]+)\"\\] = |[\"a-z], \"(?<name>[a-z_]+)\", new Arg", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Argument();

    [GeneratedRegex("(Machine\\.Open|FrameAt)\\(talk, \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opened();
}
