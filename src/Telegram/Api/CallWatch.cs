using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Ontime.Telegram;

/// <summary>What can be watched of the calls: how many, how long, what became of them. Nothing of what they carry.</summary>
internal static class CallWatch
{
    private static readonly Meter Meter = new("Ontime.Telegram");
    private static readonly ActivitySource Source = new("Ontime.Telegram");

    private static readonly Counter<long> Calls =
        Meter.CreateCounter<long>("ontime.calls", "{call}", "Calls to the Bot API, by method and what became of them.");

    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "ontime.call.duration", "s", "How long a call took, by method.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });

    /// <summary>Only as a part of something: a poll that waits for hours belongs to nobody.</summary>
    public static Activity? Begin(string method) => Activity.Current is null ? null : Source.StartActivity(method, ActivityKind.Client);

    /// <param name="outcome">Null: the caller left before there was one.</param>
    public static void End(Activity? span, string method, long began, Outcome? outcome)
    {
        var became = outcome?.GetType().Name ?? "Interrupted";
        if (Calls.Enabled)
        {
            Calls.Add(1, new("method", method), new("outcome", became));
        }

        if (Duration.Enabled)
        {
            Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("method", method));
        }

        span?.SetTag("outcome", became);
        span?.Dispose();
    }
}
