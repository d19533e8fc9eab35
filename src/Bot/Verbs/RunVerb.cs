using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Ontime.Bot.Verbs;

/// <summary><c>run</c>: the bot, until SIGTERM or Ctrl+C.</summary>
internal static class RunVerb
{
    public static async Task<int> RunAsync(Settings settings, TimeProvider time, Func<double> jitter, ILogger log, CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
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
