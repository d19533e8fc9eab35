using System.Diagnostics;
using System.Globalization;
using Ontime.Bot.Tests.Storage;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>What a thousand members cost, and what many do: disk, who is due, the admin's figures, start, a tap, memory.</summary>
internal static class Scale
{
    private const int Few = 1_000, Wanted = 1_000, Looks = 50, Starts = 12, Rounds = 3, Seconds = 4, Crowd = 100;

    public static async Task<int> RunAsync(int members, bool postgres)
    {
        var coach = new Coach(Published.Dialogs(), new Operator(null, null, null));
        var (fresh, typical) = (Example.Fresh(coach), Example.Typical(coach));
        await Sizes.PrintAsync(fresh, typical);
        await using var cluster = postgres ? await PostgresCluster.StartAsync(durable: true) : null;
        await using var small = await Place.MakeAsync(cluster);
        await using var large = await Place.MakeAsync(cluster);
        (Place Place, int Members, string Name)[] sizes = [(small, Few, $"{Few:N0} members"), (large, members, $"{members:N0} members")];
        foreach (var (place, size, name) in sizes)
        {
            await FillAsync(place, fresh, typical, size);
            await LookAsync(place, size);
            await Desk.MeasureAsync(name, place.Environment);
            await StartAsync(place, name, inOrder: postgres);
        }

        return await TapAsync(sizes) == 0 ? 0 : 1;
    }

    private static async Task FillAsync(Place place, Example fresh, Example typical, int size)
    {
        var filling = Stopwatch.StartNew();
        await using (var store = await place.OpenAsync())
        {
            // A third came and went no further, as people do.
            await Seeding.FillAsync(store, fresh, 0, size / 3, history: true);
            await Seeding.FillAsync(store, typical, size / 3, size - (size / 3), history: false);
        }

        await place.RestAsync();
        Say($"{size:N0} members: {await place.BytesAsync() / 1_048_576:F0} MB, filled in {filling.Elapsed.TotalSeconds:F0} s; load {Machine.Load}");
    }

    private static async Task LookAsync(Place place, int size)
    {
        await using var store = await place.OpenAsync();
        await TimeAsync($"{size:N0} members: who is due, {Wanted:N0}", Looks, async () =>
            await store.DueAsync(Seeding.FirstDue + NodaTime.Duration.FromDays(31), Math.Min(size, Wanted), CancellationToken.None));
        await TimeAsync($"{size:N0} members: an audience counted", 5, () => store.Broadcasts.CountAsync(new Audience("active"), CancellationToken.None));
    }

    private static async Task StartAsync(Place place, string name, bool inOrder)
    {
        await using var bots = await Bots.PrepareAsync(more: place.Environment);
        var load = Machine.Load;
        var times = await Start.TimesAsync(bots, Starts, inOrder);
        Machine.Report($"{name}: process start → first getUpdates, the first {times[0]:F0} ms, load {load} to {Machine.Load}, then", times[1..]);
    }

    /// <summary>By turns, so that whoever else works on the machine disturbs both alike; the medians are compared.</summary>
    /// <returns>How many calls were refused.</returns>
    private static async Task<int> TapAsync((Place Place, int Members, string Name)[] sizes)
    {
        var program = await Published.BotAsync();
        var before = 1; // the admin's updates
        var refused = 0;
        foreach (var people in new[] { 1, Crowd })
        {
            var runs = sizes.Select(_ => new List<Load.Run>()).ToList();
            for (var round = 0; round < Rounds; round++, before++)
            {
                foreach (var (size, found) in sizes.Zip(runs))
                {
                    found.Add(await Load.OneAsync(program, people, Seconds, size.Place.Environment, $"{size.Members}", $"{before}"));
                }
            }

            refused += runs.Sum(size => size.Sum(run => run.Seen.Refused));
            var (few, many) = (Load.Run.Median(runs[0]), Load.Run.Median(runs[1]));
            Say($"{people} tapping: p50 {few.Seen.P50:F2} ms with {sizes[0].Name}, {many.Seen.P50:F2} ms with {sizes[1].Name}: {many.Seen.P50 / few.Seen.P50:F2} ×; memory {few.Megabytes:F0} and {many.Megabytes:F0} MB, at its peak {few.Peak:F0} and {many.Peak:F0}; load {Machine.Load}");
        }

        return refused;
    }

    private static async Task TimeAsync(string what, int times, Func<Task> look)
    {
        var took = new List<double>();
        for (var n = 0; n < times; n++)
        {
            var began = Stopwatch.GetTimestamp();
            await look();
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Machine.Report(what, took);
    }

    private static void Say(FormattableString what) => Console.WriteLine(what.ToString(CultureInfo.InvariantCulture));
}
