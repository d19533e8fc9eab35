using System.Text.RegularExpressions;
using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

/// <summary>The lists that lint keeps of the program, compared with the source itself.</summary>
public sealed partial class SourceTests
{
    private static readonly string Source = string.Concat(DialogFiles.Below("src", "*.cs")
        .Where(file => !file.Key.Contains("/obj/") && !file.Key.Contains("/bin/") && !file.Key.Contains("Dialogs/Lint/"))
        .Select(file => file.Value));

    private static readonly DialogSet Set = SmallSet.Read(DialogFiles.Shipped);

    private static readonly List<string> Literals = Literal().Matches(Source).Select(match => Hole().Replace(match.Groups["text"].Value, "*")).Distinct().ToList();

    [Fact]
    public void Every_text_that_the_program_names_is_listed()
    {
        var named = Literals.Where(text => IsKey(text) && Set.Find(text) is null && !Pillars(text));

        named.Where(text => !SaidByCode.Keys.Any(key => Fits(text, key))).ShouldBeEmpty("list them in SaidByCode");
    }

    [Fact]
    public void Every_listed_text_is_named_by_the_program() =>
        SaidByCode.Keys.Where(key => !Literals.Any(text => Fits(text, key))).ShouldBeEmpty("take them out of SaidByCode");

    [Fact]
    public void Every_listed_argument_is_filled_by_the_program() =>
        SaidByCode.Arguments.Where(name => !Source.Contains($"(\"{name}\", ") && !Source.Contains($"[\"{name}\"] = ") && !Source.Contains($"\", \"{name}\", new Arg."))
            .ShouldBeEmpty("take them out of SaidByCode");

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

        Bindings.Facts.Keys.Except(steps.SelectMany(step => step.When).OfType<Guard.Fact>().Select(fact => fact.Name)).ShouldBeEmpty("facts");
        Bindings.Actions.Keys.Except(steps.SelectMany(step => step.Do)).ShouldBeEmpty("actions");
        Bindings.Picks.Keys.Except(steps.Select(step => (step.Doing as Doing.Call)?.Pick!)).ShouldBeEmpty("picks");
        Bindings.Lists.Keys.Except(steps.Select(step => (step.Doing as Doing.Asking)?.Ask.From!)).ShouldBeEmpty("lists");
        Bindings.Values.Keys.Where(name => !templates.Any(template => template.Contains($"{{{name}}}"))).ShouldBeEmpty("values");
    }

    private static bool IsKey(string text) => text.Contains('.') && !text.EndsWith(".yaml", StringComparison.Ordinal)
        && SaidByCode.Families.Contains(text[..text.IndexOf('.')]) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '.' or '_' or '*');

    private static bool Pillars(string text) => text == "pillar.*";

    /// <summary>“bar.*” fits “bar.3”; a literal that ends in a dot is put together with a name.</summary>
    private static bool Fits(string text, string key)
    {
        var parts = (text.EndsWith('.') ? $"{text}*" : text).Split('*');
        return parts.Length == 1 ? text == key : key.StartsWith(parts[0], StringComparison.Ordinal) && parts[0].Contains('.') && key.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    [GeneratedRegex("\"(?<text>[a-z][a-z_]*\\.[^\"\\n]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]*\}?", RegexOptions.NonBacktracking)]
    private static partial Regex Hole();

    [GeneratedRegex("Machine\\.Open\\(talk, \"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opened();
}
