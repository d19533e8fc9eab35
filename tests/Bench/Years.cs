using System.Diagnostics;
using System.Globalization;
using Ontime.Tests.Simulation;

namespace Ontime.Bench;

/// <summary>The simulated year of the tests, for as many people as wanted; on all cores.</summary>
internal static class Years
{
    private const int Shown = 50, Batch = 20;

    public static int Run(int people)
    {
        var began = Stopwatch.GetTimestamp();
        var set = Published.Dialogs();
        var figures = Enumerable.Range(0, people).Chunk(Batch).AsParallel().Select(numbers => Year.Of(new Coach(set, new Operator(null, null, null)), numbers)).ToList().Aggregate(Figures.Sum);
        Console.WriteLine(figures);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s"));
        foreach (var problem in figures.Problems.Take(Shown))
        {
            Console.WriteLine(problem);
        }

        return figures.Problems.Count == 0 ? 0 : 1;
    }
}
