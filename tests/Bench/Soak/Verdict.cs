using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench.Soak;

/// <summary>
/// What may grow and what may not, by rule. Memory, threads, files: the last third of the run beside the middle one. Tables: no more rows than what
/// came within their time of keeping. Members and events grow with living people, and counts with days: they are no fault.
/// </summary>
internal static class Verdict
{
    private const double HeapGrowth = 1.05, ResidentGrowth = 1.10;
    private const int Slack = 8;

    /// <summary>SQLite empties it at 4 MB; a backup that reads meanwhile lets it grow further.</summary>
    private const long Log = 16 << 20;

    /// <summary>What is under way at any moment: a reply for a few.</summary>
    private const int Outbox = 100;

    /// <summary>Names of messages that stay open in one chat: the question, a bill's reminder, a note, and some of the admin's.</summary>
    private const int PostsEach = 5;

    private static readonly Duration PruneEvery = Duration.FromHours(2);

    /// <param name="kept">Backups.</param>
    /// <returns>A line for each rule that does not hold.</returns>
    public static List<string> Of(IReadOnlyList<Sample> samples, Town town, Office office, int kept)
    {
        List<string> wrong = [];
        var third = samples.Count / 3;
        if (third > 0)
        {
            Grow("the heap", sample => sample.Weight.Heap, HeapGrowth, 1 << 20);
            Grow("the memory", sample => sample.Weight.Resident, ResidentGrowth, 4 << 20);
            Grow("threads", sample => sample.Weight.Threads, 1, Slack);
            Grow("open files", sample => sample.Weight.Files, 1, Slack);
        }

        foreach (var (sample, place) in samples.Select((sample, place) => (sample, place)))
        {
            Most(sample, "wal", sample.Log, Log);
            Most(sample, "backups", sample.BackupFiles, kept);
            Most(sample, "outbox", sample.Rows["outbox"], Outbox);
            Most(sample, "posts", sample.Rows["posts"], (sample.Rows["members"] + 1) * PostsEach);
            Most(sample, "handled_updates", sample.Rows["handled_updates"], sample.Updates - (samples.Take(place).LastOrDefault(before => sample.At - before.At > Store.HandledFor + PruneEvery)?.Updates ?? 0));
            Most(sample, "dead_letters", sample.Rows["dead_letters"], Since(town.Failed, sample.At - Store.FailedFor));
            Most(sample, "broadcast_sent", sample.Rows["broadcast_sent"], Since(office.Casts, sample.At - Store.CastFor - Duration.FromDays(2)) * sample.Rows["members"] * 5 / 4);
            Most(sample, "editions", sample.Rows["editions"], 21 + Since(office.Sets, sample.At - Store.EditionFor));
        }

        return wrong;

        int Since(IEnumerable<Instant> moments, Instant from) => moments.Count(moment => moment >= from - PruneEvery);

        void Most(Sample sample, string what, long rows, long most)
        {
            if (rows > most && !wrong.Exists(line => line.StartsWith(what, StringComparison.Ordinal)))
            {
                wrong.Add($"{what}: {rows} on {sample.At.InUtc().Date}, no more than {most} are explained");
            }
        }

        void Grow(string what, Func<Sample, double> weigh, double factor, double slack)
        {
            var (middle, last) = (Middle(samples.Skip(third).Take(third)), Middle(samples.TakeLast(third)));
            if (last > (middle * factor) + slack)
            {
                wrong.Add($"{what} grew from {middle:N0} in the middle third to {last:N0} in the last");
            }

            double Middle(IEnumerable<Sample> some) => some.Select(weigh).Order().ElementAt(third / 2);
        }
    }
}
