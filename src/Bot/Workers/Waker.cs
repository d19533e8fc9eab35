using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Workers;

/// <summary>
/// Puts a wake into the channel for each member whose moment has come: no more than the lane sends in ten seconds, counting what waits there already, so
/// that after an outage nothing is decided long before it can be sent; none while delivery is down.
/// </summary>
internal sealed class Waker(Store store, Door door, Gate gate, Delivery limits, TimeProvider time, ILogger log)
{
    private const int Unlimited = 1000;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly ClockWatch _clock = new(store, log);

    public async Task RunAsync(CancellationToken stop)
    {
        var most = limits.BulkPerSecond > 0 ? Math.Max(1, (int)(limits.BulkPerSecond * 10)) : Unlimited;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await _clock.LookAsync(time.Now(), stop);
                if (!gate.Paused && most - gate.Waiting(Lane.Reminder) is > 0 and var room)
                {
                    await WakeAsync(room, stop);
                }

                await Task.Delay(Every, time, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException trouble)
            {
                log.StoreTrouble(nameof(StoreException), trouble.Message);
                await Task.Delay(Every, time, CancellationToken.None);
            }
        }
    }

    /// <summary>Waits until each wake is durable: then none of them is due any more, and none is woken twice.</summary>
    private async Task WakeAsync(int most, CancellationToken stop)
    {
        var now = time.Now();
        var due = await store.DueAsync(now, most, stop);
        foreach (var member in due)
        {
            Meters.WakeLag.Record((now - member.DueAt).TotalSeconds);
        }

        var wakes = due.Select(member => new Incoming(member.ChatId, null, new Input.Wake())).ToList();
        foreach (var wake in wakes)
        {
            await door.PutAsync(wake, stop);
        }

        await Task.WhenAll(wakes.Select(wake => wake.Done)).WaitAsync(stop);
    }
}
