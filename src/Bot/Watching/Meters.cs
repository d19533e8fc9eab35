using System.Diagnostics.Metrics;

namespace Ontime.Bot;

/// <summary>Everything that is counted; docs/operating.md explains it. Labels are kinds and names of ours: never an id, a word, an amount.</summary>
internal static class Meters
{
    public const string Name = "Ontime";

    private static readonly Meter Meter = new(Name);
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5] };
    private static readonly InstrumentAdvice<double> Late = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 30, 60, 300, 900, 3600, 14400] };
    private static readonly InstrumentAdvice<int> Few = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 35, 50] };

    /// <summary>By <c>fate</c>: taken, ignored, held_back, unreadable.</summary>
    public static readonly Counter<long> Updates = Meter.CreateCounter<long>("ontime.updates", "{update}", "Updates that came from Telegram, by what was done with them.");

    /// <summary>By <c>kind</c>: the name of the input.</summary>
    public static readonly Counter<long> Turns = Meter.CreateCounter<long>("ontime.turns", "{turn}", "Inputs that took effect, by kind.");

    public static readonly Counter<long> Repeats = Meter.CreateCounter<long>("ontime.repeats", "{update}", "Updates that were handled before and dropped.");

    public static readonly Histogram<int> BatchSize = Meter.CreateHistogram("ontime.batch.size", "{input}", "Inputs in one transaction.", advice: Few);

    public static readonly Histogram<double> Commit = Meter.CreateHistogram("ontime.commit.duration", "s", "One transaction: load, decide, write, commit.", advice: Seconds);

    /// <summary>By <c>fault</c>: the type.</summary>
    public static readonly Counter<long> CommitFailures = Meter.CreateCounter<long>("ontime.commit.failures", "{transaction}", "Transactions that did not go through, by fault.");

    /// <summary>By <c>kind</c>: the name of the input.</summary>
    public static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>("ontime.dead_letters", "{input}", "Inputs that could not be handled, by kind.");

    /// <summary>By <c>kind</c>: the words of the history, such as told and paid.</summary>
    public static readonly Counter<long> Events = Meter.CreateCounter<long>("ontime.events", "{event}", "What happened to people, by kind; told is a reminder.");

    public static readonly Histogram<double> WakeLag = Meter.CreateHistogram("ontime.due.lag", "s", "How late a member was woken.", advice: Late);

    /// <summary>By <c>lane</c> and <c>fate</c>: delivered, given_up, unreachable, expired, withdrawn.</summary>
    public static readonly Counter<long> Parcels = Meter.CreateCounter<long>("ontime.parcels", "{turn}", "What became of what was decided to be sent, by lane.");

    public static readonly Gauge<long> OutboxWaiting = Meter.CreateGauge<long>("ontime.outbox.waiting", "{turn}", "Turns decided and not yet known to be delivered.");

    public static readonly Gauge<double> OutboxLag = Meter.CreateGauge<double>("ontime.outbox.lag", "s", "The age of the oldest of them.");

    public static readonly Gauge<long> DeadLettersKept = Meter.CreateGauge<long>("ontime.dead_letters.kept", "{input}", "Dead letters nobody looked at yet.");

    public static readonly Gauge<long> DoorWaiting = Meter.CreateGauge<long>("ontime.door.waiting", "{input}", "Inputs that wait for the next transaction.");

    public static void One(this Counter<long> counter, string label, string value)
    {
        if (counter.Enabled)
        {
            counter.Add(1, new KeyValuePair<string, object?>(label, value));
        }
    }
}
