using System.Diagnostics;

namespace Ontime.Bench;

/// <summary>
/// From the moment a tap is there to its answer, which is sent only when the tap is durable; nothing else happens meanwhile. People take turns,
/// since one alone would soon tap faster than the flood guard lets anybody.
/// </summary>
internal static class Taps
{
    private const int People = 60;
    private const int Warm = 60;

    public static async Task<int> RunAsync(int count)
    {
        await using var bots = await Bots.PrepareAsync();
        bots.Start();
        await bots.CallsAsync("getUpdates", 1);
        var walkers = Enumerable.Range(1, People).Select(n => new Walker(bots.Emulator.Person("Lin", n, "en"))).ToList();
        foreach (var walker in walkers)
        {
            await walker.BeginAsync();
        }

        List<double> times = [];
        for (var n = 0; times.Count < count; n++)
        {
            var walker = walkers[n % People];
            var began = Stopwatch.GetTimestamp();
            var tapped = await walker.StepAsync();
            var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            if (tapped && n >= Warm)
            {
                times.Add(took);
            }

            await walker.SettledAsync();
        }

        Machine.Report("tap → durable and answered", times);
        return 0;
    }
}
