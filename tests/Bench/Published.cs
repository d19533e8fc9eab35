using System.Diagnostics;
using Ontime.Bot;
using Ontime.Dialogs;

namespace Ontime.Bench;

/// <summary>The bot as an operator runs it: published from this repository, compiled beforehand.</summary>
internal static class Published
{
    /// <summary>The bench's own program, for the other parts that processes of their own play.</summary>
    public static string Bench { get; } = Path.Combine(AppContext.BaseDirectory, "Bench.dll");

    /// <summary>The shipped dialogs.</summary>
    public static DialogSet Dialogs()
    {
        var (set, faults) = DialogFolder.Load(DialogFolder.Default());
        return set ?? throw new InvalidOperationException(string.Join('\n', faults));
    }

    /// <summary>Publishes where something has changed, and gives the path of the program.</summary>
    public static async Task<string> BotAsync()
    {
        var into = Path.Combine(AppContext.BaseDirectory, "published");
        var bot = Path.Combine(DialogFolder.Default(), "..", "src", "Bot");
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", bot, "-c", "Release", "-o", into, "-v", "quiet", "--nologo"]))!;
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0 ? Path.Combine(into, "ontime.dll") : throw new InvalidOperationException("The bot could not be published.");
    }
}
