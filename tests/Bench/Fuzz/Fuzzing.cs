using System.Diagnostics;
using System.Globalization;

namespace Ontime.Bench.Fuzz;

/// <summary>One kind of input: how many of a thousand inputs are of it, and what trying one came to.</summary>
internal interface ITarget
{
    string Name { get; }

    int Share { get; }

    /// <summary>Tries one input drawn from the dice and names the outcome. Whatever it throws is a finding.</summary>
    string Try(Random dice);
}

/// <summary>
/// Broken input of every kind: each ends in a clean run or a clear refusal, never in a crash, a hang or unbounded memory. Each round draws
/// from dice of its own, whose number is told with a finding.
/// </summary>
internal static class Fuzzing
{
    private const int Shown = 20;
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    public static int Run(int inputs, int seed)
    {
        using var stores = new Stores();
        ITarget[] targets = [new Updates(), new Conversations(), new Documents(), new Configuration(), new DialogFiles(), stores];
        var findings = 0;
        foreach (var target in targets)
        {
            var rounds = (int)Math.Max(1, (long)inputs * target.Share / 1000);
            var (outcomes, slowest, began) = (new SortedDictionary<string, int>(StringComparer.Ordinal), TimeSpan.Zero, Stopwatch.GetTimestamp());
            for (var round = 0; round < rounds; round++)
            {
                var at = Stopwatch.GetTimestamp();
                var outcome = Once(target, Dice(seed, round), ref findings);
                outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                var took = Stopwatch.GetElapsedTime(at);
                slowest = took > slowest ? took : slowest;
                if (took > Hang)
                {
                    Report(ref findings, target, Dice(seed, round), $"took {took.TotalSeconds:F1} s");
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Name}: {rounds} in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s, the slowest {slowest.TotalMilliseconds:F0} ms; {string.Join(", ", outcomes.Select(pair => $"{pair.Key} {pair.Value}"))}"));
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{findings} findings from seed {seed}; at most {self.PeakWorkingSet64 / 1048576} MB"));
        return findings == 0 ? 0 : 1;
    }

    private static int Dice(int seed, int round) => unchecked((seed * 1_000_003) + round);

    private static string Once(ITarget target, int seed, ref int findings)
    {
        try
        {
#pragma warning disable RS0030 // A seed is given.
            return target.Try(new Random(seed));
#pragma warning restore RS0030
        }
        catch (Exception fault)
        {
            Report(ref findings, target, seed, fault.ToString());
            return "FOUND";
        }
    }

    private static void Report(ref int findings, ITarget target, int seed, string what)
    {
        if (++findings <= Shown)
        {
            Console.WriteLine($"FOUND {target.Name}, dice {seed}: {what}");
        }
    }
}
