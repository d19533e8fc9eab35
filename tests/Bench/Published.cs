using System.Diagnostics;
using Ontime.Dialogs;

namespace Ontime.Bench;

/// <summary>The bot as an operator runs it: published from this repository, compiled beforehand.</summary>
internal static class Published
{
    /// <summary>The bench's own program, for the other parts that processes of their own play.</summary>
    public static string Bench { get; } = Path.Combine(AppContext.BaseDirectory, "Bench.dll");

    /// <summary>The folder that holds Bot.sln.</summary>
    public static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The bench runs out of its own repository: no Bot.sln above it.");
    }

    /// <summary>The shipped dialogs.</summary>
    public static DialogSet Dialogs()
    {
        var dialogs = Path.Combine(Repository(), "dialogs");
        var files = Directory.EnumerateFiles(dialogs, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(dialogs, file).Replace('\\', '/'), File.ReadAllText);
        var (set, faults) = DialogSet.Read(files);
        return set ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    /// <summary>Publishes where something has changed, and gives the path of the program.</summary>
    public static async Task<string> BotAsync()
    {
        var into = Path.Combine(AppContext.BaseDirectory, "published");
        var bot = Path.Combine(Repository(), "src", "Bot");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", bot, "-c", "Release", "-o", into, "-v", "quiet", "--nologo"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(into, "ontime.dll") : throw new InvalidOperationException("The bot could not be published.");
    }
}
