using System.Diagnostics;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>The due look-up of 1,000 among many members, for two sizes of store: it must not grow with the number of members.</summary>
internal static class Due
{
    private const int Wanted = 1_000, Batch = 10_000, Looks = 200;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    // About what a person of a few weeks takes.
    private static readonly byte[] Document = new byte[1_300];

    public static async Task<int> RunAsync(int members)
    {
        foreach (var size in new[] { members / 100, members })
        {
            var folder = Directory.CreateTempSubdirectory("ontime-due-");
            try
            {
                await MeasureAsync(Path.Combine(folder.FullName, "coach.db"), size);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return 0;
    }

    private static async Task MeasureAsync(string path, int size)
    {
        var filling = Stopwatch.StartNew();
        await using (var filled = await Store.OpenAsync(path, CancellationToken.None))
        {
            for (var from = 1; from <= size; from += Batch)
            {
                await FillAsync(filled, from, Math.Min(Batch, size - from + 1));
            }
        }

        filling.Stop();
        var opening = Stopwatch.StartNew();
        await using var store = await Store.OpenAsync(path, CancellationToken.None);
        var first = await LookAsync(store);
        opening.Stop();
        var times = new List<double>();
        for (var i = 0; i < Looks; i++)
        {
            times.Add(await LookAsync(store));
        }

        times.Sort();
        Console.WriteLine(
            $"{size:N0} members: due look-up of {Wanted:N0}: first {first:F2} ms, p50 {times[Looks / 2]:F2} ms, p95 {times[Looks * 95 / 100]:F2} ms; "
            + $"open and first look {opening.Elapsed.TotalMilliseconds:F0} ms; {new FileInfo(path).Length / 1_048_576.0:F0} MB on disk; "
            + $"{Environment.WorkingSet / 1_048_576.0:F0} MB in memory; filled in {filling.Elapsed.TotalSeconds:F0} s");
    }

    /// <summary>Due moments spread over thirty days, as bills and own hours do.</summary>
    private static async Task FillAsync(Store store, int from, int count)
    {
        var chats = Enumerable.Range(from, count).Select(chat => (long)chat).ToList();
        await store.TurnAsync(
            new TurnRequest(chats, [], Now),
            _ => (new TurnWrite { Members = [.. chats.Select(Member)] }, 0),
            CancellationToken.None);
    }

    private static MemberRow Member(long chat) => new(
        chat, 1, Document, Now + Duration.FromMinutes(chat * 7919 % 43_200) - Duration.FromHours(1), "active", "zh-Hans", "", null);

    private static async Task<double> LookAsync(Store store)
    {
        var watch = Stopwatch.StartNew();
        var due = await store.DueAsync(Now + Duration.FromDays(31), Wanted, CancellationToken.None);
        watch.Stop();
        return due.Count == Wanted ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("Fewer were due than wanted: the figure would flatter.");
    }
}
