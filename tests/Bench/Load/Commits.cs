using System.Diagnostics;
using System.Globalization;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench;

/// <summary>What it takes to make one tap durable here: a member, an event, an effect, an update id, and the record of the delivery before.</summary>
internal static class Commits
{
    private const int Warm = 200, Times = 500;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    public static async Task<double> MedianAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-commit-");
        try
        {
            await using var store = await Store.OpenAsync(Path.Combine(folder.FullName, "coach.db"), CancellationToken.None);
            var settled = new List<long>();
            var times = new List<double>();
            for (var n = 1; n <= Warm + Times; n++)
            {
                var began = Stopwatch.GetTimestamp();
                var turned = await store.TurnAsync(new TurnRequest([1], [n], Now), _ => (Tap(n, settled), 0), CancellationToken.None);
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                settled = [.. turned.Outbox.Select(row => row.Id)];
            }

            return times.Skip(Warm).Order().ElementAt(Times / 2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static TurnWrite Tap(int n, IReadOnlyList<long> settled) => new()
    {
        Members = [new MemberRow(1, n, new byte[1_300], null, "active", "en", string.Create(CultureInfo.InvariantCulture, $"R{n}"), null)],
        Events = [new EventRow(1, n, 0, Now, "answered", new byte[40])],
        Outbox = [new OutboxRow(0, 1, 0, new byte[120], Now, null, null, 0, null)],
        Handled = [n],
        Delivered = new Deliveries(settled, [], []),
    };
}
