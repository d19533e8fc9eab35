using System.Reflection;
using Microsoft.Extensions.Logging;
using Ontime.Bot.Tests.Repository;

namespace Ontime.Bot.Tests.Watching;

/// <summary>What the bot logs and what docs/log.md says about it are one list.</summary>
public sealed class LogCatalogueTests
{
    private static readonly List<(int Id, string Level, string Name)> Logged =
        [.. typeof(Log).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => (method.Name, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(entry => entry.Message is not null)
            .Select(entry => (entry.Message!.EventId, LogSink.Name(entry.Message.Level), entry.Name))
            .OrderBy(entry => entry.EventId)];

    [Fact]
    public void Every_line_has_an_id_of_its_own() => Logged.Select(entry => entry.Id).ShouldBeUnique();

    [Fact]
    public void Every_line_stands_in_the_catalogue_with_its_level_what_it_means_and_what_to_do()
    {
        var rows = Tree.Lines("docs/log.md").Where(line => line.StartsWith("| ", StringComparison.Ordinal) && char.IsAsciiDigit(line[2]))
            .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList()).ToList();

        Logged.Count.ShouldBeGreaterThan(20);
        var described = rows.Select(row => (int.Parse(row[0]), row[1], row[2].Trim('`'))).ToList();
        Logged.Except(described).ShouldBeEmpty("docs/log.md lacks these");
        described.ShouldBe(Logged);
        rows.ShouldAllBe(row => row.Count == 5 && row[3].Length > 10 && row[4].Length > 3);
    }
}
