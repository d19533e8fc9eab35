using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Ontime.Bot.Verbs;

/// <summary><c>run</c>: the bot, until SIGTERM or Ctrl+C.</summary>
internal static class RunVerb
{
    /// <summary>
    /// SIGXFSZ: a file would pass the limit of the shell or the unit (ulimit -f, LimitFSIZE). Unheard it kills without a word; heard, the write fails,
    /// and that is told like any trouble of the disk.
    /// </summary>
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    public static async Task<int> RunAsync(Settings settings, TimeProvider time, Func<double> jitter, ILogger log, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var tooLarge = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true);
        using var export = Otlp.Start(settings.Telemetry);
        var around = new Surroundings(time, jitter, log, (set, who) => new Coach(set, who).Handle);
        return await new BotHost(settings, DialogFolder.LoadAsync(settings.DialogsPath), around).RunAsync(ending.Token);

        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            ending.Cancel();
        }
    }
}
