using System.Diagnostics;
using System.Runtime.InteropServices;
using Ontime.Bot;

namespace Ontime.Bench.Chaos;

/// <summary>The bot as the chaos runs and kills it: the whole of it, by a clock that is set, and a little less patient with a poll.</summary>
internal static class Victim
{
    public const string Verb = "bot";

    /// <summary>A poll that is never answered is to be given up within a run.</summary>
    private static readonly TimeSpan PollPatience = TimeSpan.FromSeconds(4);

    public static async Task<int> RunAsync(string clockFile)
    {
        // With its parent it ends too.
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            Process.GetCurrentProcess().Kill();
        });
        var (settings, faults) = SettingsReader.Read(Sources.Read([]));
        if (settings is null)
        {
            throw new InvalidOperationException(string.Join('\n', faults));
        }

        using var clock = SharedClock.Open(clockFile);
        using var ending = new CancellationTokenSource();
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            ending.Cancel();
        });
#pragma warning disable RS0030 // A process begins here; what jitters is no part of what is looked up.
        var around = new Surroundings(
            clock, Random.Shared.NextDouble, new LogSink(Console.Out, json: false, clock), (set, who) => new Coach(set, who).Handle, PollPatience);
#pragma warning restore RS0030
        return await new BotHost(settings, DialogFolder.LoadAsync(settings.DialogsPath), around).RunAsync(ending.Token);
    }
}
