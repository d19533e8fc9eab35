using System.Globalization;
using System.Text.Json;

namespace Ontime.Bench;

/// <summary>
/// The bot and the floor by turns, each against a fresh crowd: whoever else works on the machine disturbs both alike. Three processes take
/// part, and only the bot's (or the floor's) own time counts as its own.
/// </summary>
internal static class Load
{
    /// <summary>The floor runs with the bot's settings of the runtime.</summary>
    public static readonly IReadOnlyDictionary<string, string> Runtime = new Dictionary<string, string>
    {
        ["DOTNET_gcConcurrent"] = "0", ["DOTNET_GCgen0MaxBudget"] = "600000", ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0",
    };

    public static async Task<int> RunAsync(IReadOnlyList<int> sizes, int seconds, int rounds)
    {
        var program = await Published.BotAsync();
        var commit = await Commits.MedianAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one commit of one tap: median {commit:F2} ms"));
        var refused = 0;
        foreach (var people in sizes)
        {
            var (floors, bots) = (new List<Run>(), new List<Run>());
            for (var round = 0; round < rounds; round++)
            {
                floors.Add(await OneAsync(null, people, seconds));
                bots.Add(await OneAsync(program, people, seconds));
            }

            var (floor, bot) = (Run.Median(floors), Run.Median(bots));
            refused += bots.Sum(run => run.Seen.Refused);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{people} people: {bot.Rate / floor.Rate:P0} of the floor’s updates a second, {bot.Micros / floor.Micros:F2} × its processor time an update, p50 + {bot.Seen.P50 - floor.Seen.P50:F2} ms, p99 × {bot.Seen.P99 / floor.Seen.P99:F2}"));
        }

        return refused == 0 ? 0 : 1;
    }

    /// <summary>One run; prints its figures.</summary>
    /// <param name="bot">Null: the floor.</param>
    /// <param name="more">Further settings of the bot; null: none.</param>
    /// <param name="crowd">Further words for the crowd: among how many seeded members people join, and how many runs there were on this store before.</param>
    public static async Task<Run> OneAsync(string? bot, int people, int seconds, IReadOnlyDictionary<string, string>? more = null, params string[] crowd)
    {
        var folder = Directory.CreateTempSubdirectory("ontime-load-").FullName;
        try
        {
            using var tapping = Child.Start(Published.Bench, ["crowd", $"{people}", $"{seconds}", .. crowd], folder, new Dictionary<string, string>(), quiet: false);
            var where = (await tapping.LineAsync()).Split(' ');
            using var measured = bot is not null
                ? Child.Start(bot, ["run"], folder, Bots.Environment(new Uri(where[0]), where[1], more), quiet: true)
                : Child.Start(Published.Bench, ["floor", .. where], folder, Runtime, quiet: true);
            await tapping.LineAsync();
            var before = measured.Processor;
            var seen = JsonSerializer.Deserialize<Seen>(await tapping.LineAsync())!;
            var run = new Run(seen, (measured.Processor - before).TotalMicroseconds / seen.Updates, measured.MemoryMegabytes, measured.PeakMegabytes);
            Console.WriteLine(run.Line($"{people} people, {(bot is null ? "floor" : "bot")}"));
            if (crowd.Length > 0)
            {
                // In order: what it left unsent would go to people whom the next crowd does not know.
                await measured.EndAsync();
            }

            return run;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="Micros">Processor time of an update, in microseconds.</param>
    /// <param name="Peak">Megabytes, at their most since the start.</param>
    internal sealed record Run(Seen Seen, double Micros, double Megabytes, double Peak)
    {
        public double Rate { get; private init; } = Seen.Updates / Seen.Seconds;

        public static Run Median(IReadOnlyList<Run> runs)
        {
            return new Run(
                new Seen(0, 0, 1, Middle(run => run.Seen.P50), Middle(run => run.Seen.P95), Middle(run => run.Seen.P99), 0),
                Middle(run => run.Micros), Middle(run => run.Megabytes), runs.Max(run => run.Peak)) { Rate = Middle(run => run.Rate) };

            double Middle(Func<Run, double> figure)
            {
                var ordered = runs.Select(figure).Order().ToList();
                return (ordered[(runs.Count - 1) / 2] + ordered[runs.Count / 2]) / 2;
            }
        }

        public string Line(string what) => string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: {Rate:F0} updates and {Seen.Calls / Seen.Seconds:F0} calls a second, tap to next question p50 {Seen.P50:F2} p95 {Seen.P95:F2} p99 {Seen.P99:F2} ms, {Micros:F0} µs of processor an update, {Megabytes:F0} MB, {Peak:F0} at its peak, refused {Seen.Refused}");
    }
}
