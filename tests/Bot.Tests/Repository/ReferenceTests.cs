using System.Reflection;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Repository;

/// <summary>Who may import whom. The compiler writes down only what is used, so this sees real use and not what a project file lists.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void The_coach_needs_two_packages_and_nothing_of_ours() =>
        Foreign(typeof(DialogSet).Assembly).ShouldBe(["NodaTime", "YamlDotNet"]);

    [Fact]
    public void The_store_knows_neither_the_coach_nor_Telegram() =>
        Foreign(typeof(Store).Assembly).ShouldBe(["Microsoft.Data.Sqlite", "NodaTime", "Npgsql", "SQLitePCLRaw.batteries_v2", "SQLitePCLRaw.core"]);

    [Fact]
    public void The_Bot_API_client_needs_only_the_framework() => Foreign(typeof(BotApi).Assembly).ShouldAllBe(name =>
        name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal));

    [Fact]
    public void Only_the_executable_knows_all_three() =>
        Foreign(typeof(Turns).Assembly).Where(name => name.StartsWith("Ontime", StringComparison.Ordinal))
            .ShouldBe(["Ontime.Coach", "Ontime.Storage", "Ontime.Telegram"]);

    /// <summary>What an assembly refers to besides the base library, in order.</summary>
    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name is not "netstandard" && !name.StartsWith("System", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
