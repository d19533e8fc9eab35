using Microsoft.Extensions.Logging;

namespace Ontime.Bot;

/// <summary>Sends the broadcasts that run, one after the other, the oldest first; between them it waits for an order.</summary>
internal sealed class Broadcaster(CastKit kit)
{
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            if (await kit.InsistAsync(() => kit.Casts.RecoverAsync(stop), stop) is > 0 and var unknown)
            {
                kit.Log.BroadcastRecovered(unknown);
            }

            while (true)
            {
                var heard = kit.Bell.Times;
                if (await kit.InsistAsync(() => kit.Casts.RunningAsync(stop), stop) is not { } row)
                {
                    await kit.Bell.After(heard).WaitAsync(stop);
                    continue;
                }

                kit.Bell.Sending = row.Id;
                try
                {
                    await new CastRun(row, kit, heard).RunAsync(stop);
                }
                finally
                {
                    kit.Bell.Sending = null;
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }
}
