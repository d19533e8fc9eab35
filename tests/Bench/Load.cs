using System.Diagnostics;
using System.Globalization;

namespace Ontime.Bench;

/// <summary>A hundred people who tap as fast as they are answered.</summary>
internal static class Load
{
    private const int People = 100;

    /// <summary>The flood guard lets so many through at once.</summary>
    private const int Most = 25;

    public static async Task<int> RunAsync(int each)
    {
        await using var bots = await Bots.PrepareAsync();
        bots.Start();
        await bots.CallsAsync("getUpdates", 1);
        var walkers = Enumerable.Range(1, People).Select(n => new Walker(bots.Emulator.Person("Lin", n, "en"))).ToList();
        await Task.WhenAll(walkers.Select(walker => walker.BeginAsync()));

        var steps = Math.Min(each, Most);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(walkers.Select(async walker =>
        {
            for (var n = 0; n < steps; n++)
            {
                await walker.StepAsync();
            }
        }));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var calls = bots.Emulator.Journal.Calls.Count;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{People} people, {People * steps} updates in {seconds:F2} s: {People * steps / seconds:F0} a second; {calls} calls, {bots.Memory / 1048576} MB, refused {bots.Emulator.Refusals.Count}"));
        foreach (var refusal in bots.Emulator.Refusals.GroupBy(refusal => (refusal.Method, refusal.Reason)))
        {
            Console.WriteLine($"  {refusal.Count()} × {refusal.First()}");
        }

        return bots.Emulator.Refusals.Count == 0 ? 0 : 1;
    }
}
