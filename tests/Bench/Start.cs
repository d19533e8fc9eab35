using System.Diagnostics;

namespace Ontime.Bench;

/// <summary>From the start of the process to the arrival of its first getUpdates; the first round sets the command menu, the others do not.</summary>
internal static class Start
{
    public static async Task<int> RunAsync(int rounds)
    {
        await using var bots = await Bots.PrepareAsync();
        var times = await TimesAsync(bots, rounds);
        Console.WriteLine($"first start: {times[0]:F0} ms");
        Machine.Report("process start → first getUpdates", times[1..]);
        return 0;
    }

    /// <param name="inOrder">False: each is killed, and leaves the next one something to tidy up. On PostgreSQL that is a lease, which has to run out first.</param>
    public static async Task<List<double>> TimesAsync(Bots bots, int rounds, bool inOrder = false)
    {
        List<double> times = [];
        for (var round = 0; round < rounds; round++)
        {
            var polls = bots.Emulator.Journal.CallsOf("getUpdates").Count;
            var began = Stopwatch.GetTimestamp();
            bots.Start();
            await bots.CallsAsync("getUpdates", polls + 1);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (inOrder)
            {
                await bots.EndAsync();
            }

            bots.Stop();
        }

        return times;
    }
}
