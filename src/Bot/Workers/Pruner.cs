using Microsoft.Extensions.Logging;
using Ontime.Storage;

namespace Ontime.Bot.Workers;

/// <summary>Forgets what its time is over for: update ids that Telegram cannot send again, old dead letters, ledgers, editions.</summary>
internal sealed class Pruner(Store store, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, time, stop);
                try
                {
                    var now = time.Now();
                    await store.PruneAsync(now, stop);
                    await Pointer.PruneAsync(store, now, stop);
                }
                catch (StoreException trouble)
                {
                    log.StoreTrouble(nameof(StoreException), trouble.Message);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }
}
