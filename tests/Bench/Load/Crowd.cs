using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Ontime.Emulator;

namespace Ontime.Bench;

/// <summary>What one crowd saw within its window.</summary>
/// <param name="P50">Milliseconds from a tap to the next question.</param>
internal sealed record Seen(int Updates, int Calls, double Seconds, double P50, double P95, double P99, int Refused);

/// <summary>
/// Telegram and its people, as a process of its own: the strict emulator, and so many people at once who tap as soon as they are asked.
/// Who has come to the last question makes room for somebody new, who has consented before the clock runs.
/// On its standard output it says where it listens, that it begins, and that it has ended, with what was seen.
/// </summary>
internal static class Crowd
{
    /// <summary>Before the clock runs: so many taps, by so many at once, that the runtime has compiled what it compiles.</summary>
    private const int WarmTaps = 90_000, AtOnce = 50;

    private const int NewPeopleASecond = 150;

    /// <summary>More than one run sends.</summary>
    private const int Updates = 10_000_000;

    /// <param name="among">How many seeded members they join among; 0: none.</param>
    /// <param name="before">How many runs the bot's store has behind it: nobody and no update of theirs comes again.</param>
    public static async Task<int> RunAsync(int people, int seconds, int among, int before)
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions
        {
            ClockRuns = true,
            LongestPoll = TimeSpan.FromSeconds(50),
            Patience = TimeSpan.FromMinutes(2),
        });
        emulator.Queue.NextUpdateId += before * Updates;
        Console.WriteLine($"{emulator.BaseUrl} {emulator.Token}");
        var ready = new ConcurrentQueue<Walker>();
        var all = people + (NewPeopleASecond * seconds) + (WarmTaps / Walker.Taps);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(Enumerable.Range(1, all), parallel, async (n, _) =>
        {
            var walker = new Walker(emulator.Person("Lin", among == 0 ? n : Seeding.Newcomer((before * all) + n, among), "en"));
            await walker.BeginAsync();
            ready.Enqueue(walker);
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, WarmTaps / Walker.Taps), parallel, async (_, _) =>
        {
            for (ready.TryDequeue(out var walker); walker!.Asked;)
            {
                await walker.TapAsync();
            }
        });

        // What came before must not be swept away within the window.
        GC.Collect();
        var calls = Calls(emulator);
        Console.WriteLine("begin");
        var times = new ConcurrentBag<double>();
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        var ended = new TaskCompletionSource();
        await using var ending = end.Token.Register(ended.SetResult);
        var began = Stopwatch.GetTimestamp();
        var walks = Enumerable.Range(0, people).Select(_ => WalkAsync(ready, times, end)).ToList();
        await Task.WhenAny(ended.Task, Task.WhenAll(walks));
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(Figures([.. times], Calls(emulator) - calls, took, emulator.Refusals.Count)));
        foreach (var refusal in emulator.Refusals.GroupBy(refusal => (refusal.Method, refusal.Reason)))
        {
            await Console.Error.WriteLineAsync($"{refusal.Count()} × {refusal.First()}");
        }

        // The bot is stopped first: it must not see its Telegram go.
        await Console.In.ReadLineAsync(CancellationToken.None);
        return 0;
    }

    private static async Task WalkAsync(ConcurrentQueue<Walker> ready, ConcurrentBag<double> times, CancellationTokenSource end)
    {
        while (!end.IsCancellationRequested && ready.TryDequeue(out var walker))
        {
            while (!end.IsCancellationRequested && walker.Asked)
            {
                var time = await walker.TapAsync();
                if (!end.IsCancellationRequested)
                {
                    times.Add(time);
                }
            }
        }

        // Nobody is left to take the place: with fewer at once it would be another measurement.
        await end.CancelAsync();
    }

    private static int Calls(EmulatorServer emulator) => emulator.Journal.Calls.Count(call => call.Method != "getUpdates" && call.Answered is not null);

    private static Seen Figures(double[] times, int calls, double seconds, int refused)
    {
        Array.Sort(times);
        return new Seen(times.Length, calls, seconds, At(0.5), At(0.95), At(0.99), refused);

        double At(double share) => times[(int)Math.Min(times.Length - 1, Math.Floor(times.Length * share))];
    }
}
