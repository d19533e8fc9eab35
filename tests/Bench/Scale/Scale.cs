using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Ontime.Bot.Tests.Storage;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>What a thousand members cost, and what many do: disk, memory, start, who is due, a tap, a count of an audience.</summary>
internal static class Scale
{
    private const int Few = 1_000, Wanted = 1_000, Looks = 50, Starts = 5, Seconds = 5;

    public static async Task<int> RunAsync(int members, bool postgres)
    {
        var coach = new Coach(Published.Dialogs(), new Operator(null, null, null));
        var (fresh, typical) = (Example.Fresh(coach), Example.Typical(coach));
        await using var cluster = postgres ? await PostgresCluster.StartAsync(durable: true) : null;
        await Sizes.PrintAsync(fresh, typical);
        foreach (var size in new[] { Few, members })
        {
            var folder = Directory.CreateTempSubdirectory("ontime-scale-");
            await using var database = cluster is null ? null : await cluster.MakeAsync();
            try
            {
                await MeasureAsync(new Place(folder.FullName, database?.Connection), fresh, typical, size);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(Place place, Example fresh, Example typical, int size)
    {
        var filling = Stopwatch.StartNew();
        await using (var store = await place.OpenAsync())
        {
            // A third came and went no further, as people do.
            await Seeding.FillAsync(store, fresh, 0, size / 3, history: true);
            await Seeding.FillAsync(store, typical, size / 3, size - (size / 3), history: false);
            Say($"{size:N0} members: {await place.BytesAsync() / 1_048_576:F0} MB, filled in {filling.Elapsed.TotalSeconds:F0} s");
            await TimeAsync($"{size:N0} members: who is due, {Wanted:N0}", Looks, async () =>
                await store.DueAsync(Seeding.FirstDue + NodaTime.Duration.FromDays(31), Math.Min(size, Wanted), CancellationToken.None));
            await TimeAsync($"{size:N0} members: an audience counted", 5, () => store.Broadcasts.CountAsync(new Audience("active"), CancellationToken.None));
        }

        await using (var bots = await Bots.PrepareAsync(more: place.Environment))
        {
            Machine.Report($"{size:N0} members: process start → first getUpdates", await Start.TimesAsync(bots, Starts));
        }

        await Load.OneAsync(await Published.BotAsync(), people: 1, Seconds, place.Environment);
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

    /// <summary>Where the members are kept.</summary>
    /// <param name="Connection">Null: SQLite, in the folder.</param>
    private sealed record Place(string Folder, string? Connection)
    {
        private string File => Path.Combine(Folder, "coach.db");

        public Dictionary<string, string> Environment =>
            Connection is null ? new() { ["Storage__Path"] = File } : new() { ["Storage__Postgres"] = Connection };

        public Task<Store> OpenAsync() => Connection is null
            ? Store.OpenAsync(File, CancellationToken.None)
            : Store.OpenPostgresAsync(Connection, Seal.None, CancellationToken.None);

        public async Task<double> BytesAsync()
        {
            if (Connection is null)
            {
                return new DirectoryInfo(Folder).EnumerateFiles("coach.db*").Sum(file => file.Length);
            }

            await using var source = NpgsqlDataSource.Create(Connection);
            await using var command = source.CreateCommand("SELECT pg_database_size(current_database())");
            return (long)(await command.ExecuteScalarAsync())!;
        }
    }
}
