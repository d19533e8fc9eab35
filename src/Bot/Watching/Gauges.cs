using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>What stands in the store and at the door, noted every few seconds; where nobody listens the store is not asked.</summary>
internal sealed class Gauges(Store store, Door door, TimeProvider time)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, time, stop);
                if (Meters.OutboxWaiting.Enabled)
                {
                    await NoteAsync(stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }

    private async Task NoteAsync(CancellationToken stop)
    {
        Meters.DoorWaiting.Record(door.Reader.Count);
        try
        {
            var health = await store.HealthAsync(stop);
            Meters.OutboxWaiting.Record(health.Outbox);
            Meters.OutboxLag.Record(health.Oldest is { } oldest ? Math.Max(0, (time.Now() - oldest).TotalSeconds) : 0);
            Meters.DeadLettersKept.Record(health.DeadLetters);
        }
        catch (StoreException)
        {
            // The turns say so, each with its reason.
        }
    }
}
