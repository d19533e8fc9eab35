using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>The dry count of a broadcast among many members, and how long another look-up waits while it runs.</summary>
internal static class Counting
{
    private const int Batch = 10_000, Rounds = 5;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    // About what a person of a few weeks takes.
    private static readonly byte[] Document = new byte[1_300];

    public static async Task RunAsync(int members)
    {
        var folder = Directory.CreateTempSubdirectory("ontime-count-");
        try
        {
            var path = Path.Combine(folder.FullName, "coach.db");
            await using var store = await Store.OpenAsync(path, CancellationToken.None);
            for (var from = 1; from <= members; from += Batch)
            {
                long[] chats = [.. Enumerable.Range(from, Math.Min(Batch, members - from + 1)).Select(n => (long)n)];
                await store.TurnAsync(
                    new TurnRequest(chats, [], Now), _ => (new TurnWrite { Members = [.. chats.Select(Member)] }, 0), CancellationToken.None);
            }

            foreach (var (name, audience) in Groups())
            {
                await MeasureAsync(store, $"{members:N0} members, {name}", audience);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string, Audience)> Groups()
    {
        var everybody = new Audience("active", Without: 4);
        yield return ("all", everybody);
        yield return ("has bills", everybody with { With = 1 });
        yield return ("seen in 30 days, Chinese", everybody with { Language = "zh-Hans", SeenSince = Now.InUtc().Date.PlusDays(-30) });
        yield return ("stalled at a step", everybody with { Step = "R7", SeenBefore = Now.InUtc().Date.PlusDays(-3) });
    }

    private static async Task MeasureAsync(Store store, string what, Audience audience)
    {
        var (counts, looks, found) = (new List<double>(), new List<double>(), 0L);
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var counting = store.Broadcasts.CountAsync(audience, CancellationToken.None);
            while (!counting.IsCompleted)
            {
                var look = Stopwatch.GetTimestamp();
                await store.PostsAsync(1, CancellationToken.None);
                looks.Add(Stopwatch.GetElapsedTime(look).TotalMilliseconds);
            }

            found = (await counting).Where(row => row is { Status: "active", LeftOut: false }).Sum(row => row.People);
            counts.Add(watch.Elapsed.TotalMilliseconds);
        }

        Machine.Report(string.Create(CultureInfo.InvariantCulture, $"{what}: dry count ({found:N0} found)"), counts);
        Machine.Report($"{what}: another look-up meanwhile", looks);
    }

    private static MemberRow Member(long chat) => new(
        chat, 1, Document, null, chat % 20 == 0 ? "paused" : "active", chat % 3 == 0 ? "en" : "zh-Hans", chat % 7 == 0 ? "R7" : "",
        Now.InUtc().Date.PlusDays(-(int)(chat % 90))) { Traits = (int)(chat % 8) };
}
