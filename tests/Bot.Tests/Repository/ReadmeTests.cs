namespace Ontime.Bot.Tests.Repository;

public sealed class ReadmeTests
{
    [Theory]
    [InlineData("dotnet test Bot.sln -c Release")]
    [InlineData("dotnet run --project src/Bot -- chat")]
    [InlineData("dotnet run --project src/Bot -- lint")]
    [InlineData("dotnet run --project src/Bot -- test")]
    public void A_command_of_the_readme_is_run_by_the_gates(string command)
    {
        Tree.Lines("README.md").ShouldContain(line => line.Trim() == command);
        Tree.Lines(".ci/run").ShouldContain(line => !line.TrimStart().StartsWith('#') && !line.Contains("echo", StringComparison.Ordinal)
            && line.Contains(command, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_verb_of_the_readme_is_known_and_every_verb_is_in_the_readme() =>
        Cells("## Verbs").Select(cell => cell.Split(' ')[0]).Order()
            .ShouldBe(["backup", "chat", "doctor", "export", "graph", "lint", "parse", "restore", "run", "test"]);

    [Fact]
    public void Every_setting_of_the_readme_is_read()
    {
        var reader = string.Join('\n', Tree.Lines("src/Bot/Options/SettingsReader.cs"));

        var keys = Cells("## Configuration").ToList();
        keys.Count.ShouldBeGreaterThan(10);
        keys.ShouldAllBe(key => reader.Contains($"(\"{key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public void What_the_documents_link_to_exists()
    {
        string[] documents = ["README.md", .. Directory.EnumerateFiles(Tree.At("docs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Tree.Root, file))];

        var missing = documents.SelectMany(document => Links(document)
            .Where(link => !Path.Exists(Path.Combine(Tree.Root, Path.GetDirectoryName(document)!, link)))
            .Select(link => $"{document}: {link}"));
        documents.Length.ShouldBeGreaterThan(5);
        missing.ShouldBeEmpty();
    }

    /// <summary>What stands in code marks in the first column of the table below a heading.</summary>
    private static IEnumerable<string> Cells(string heading) =>
        Tree.Lines("README.md").SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(line => line.Split('|')[1].Split('`').Where((_, n) => n % 2 == 1));

    private static IEnumerable<string> Links(string document) =>
        Tree.Lines(document).SelectMany(line => line.Split("](").Skip(1)).Select(rest => rest.Split(')')[0].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));
}
