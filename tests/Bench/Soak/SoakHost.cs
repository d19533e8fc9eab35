using System.Diagnostics;
using System.Text.Json;
using NodaTime;
using Ontime.Bot;
using Ontime.Bot.Tests.Host;

namespace Ontime.Bench.Soak;

/// <summary>What the bot's process weighs at one moment.</summary>
/// <param name="Resident">Bytes of memory, before anything was collected.</param>
/// <param name="Heap">Bytes that are still held after a collection of everything.</param>
internal sealed record Weight(long Resident, long Heap, int Threads, int Files)
{
    public static Weight Now()
    {
        using var process = Process.GetCurrentProcess();
        return new Weight(
            process.WorkingSet64, GC.GetTotalMemory(forceFullCollection: true), process.Threads.Count,
            Directory.Exists("/proc/self/fd") ? Directory.EnumerateFileSystemEntries("/proc/self/fd").Count() : 0);
    }
}

/// <summary>
/// The bot as a process of its own whose clock is set forward by whoever started it: <c>pass</c> and milliseconds, <c>weigh</c>, and the end of the
/// input. All else is as an operator runs it.
/// </summary>
internal static class SoakHost
{
    /// <summary>Who says this makes the core fail, so that there are dead letters.</summary>
    public const string Poison = "soak: fail";

    public const string LogFile = "bot.log";

    public static async Task<int> RunAsync(Instant start)
    {
        var (settings, faults) = SettingsReader.Read(Sources.Read([]));
        if (settings is null)
        {
            await Console.Error.WriteLineAsync(string.Join('\n', faults));
            return 2;
        }

        var time = new TestTime(start);
        await using var log = new StreamWriter(LogFile) { AutoFlush = true };
        var around = new Surroundings(time, () => 0.5, new LogSink(log, json: false, time), (set, who) => Failing(new Coach(set, who).Handle));
        using var stop = new CancellationTokenSource();
        var running = new BotHost(settings, DialogFolder.LoadAsync(settings.DialogsPath), around).RunAsync(stop.Token);
        while (!running.IsCompleted && await Console.In.ReadLineAsync(CancellationToken.None) is { } order)
        {
            switch (order.Split(' '))
            {
                case ["pass", var milliseconds]:
                    time.Advance(TimeSpan.FromMilliseconds(long.Parse(milliseconds)));
                    Console.WriteLine("passed");
                    break;
                default:
                    Console.WriteLine(JsonSerializer.Serialize(Weight.Now()));
                    break;
            }
        }

        await stop.CancelAsync();
        return await running;
    }

    private static Handle Failing(Handle core) => (member, input, now) =>
        input is Input.Said { Text: Poison } ? throw new InvalidOperationException("Asked for.") : core(member, input, now);
}
