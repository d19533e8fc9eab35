using Microsoft.Extensions.Logging;
using Ontime.Storage;
using Ontime.Storage.Backups;

namespace Ontime.Bot.Workers;

/// <summary>
/// Takes over who was forgotten into the list outside of the store, which outlives it: all of them at the start, then every few seconds who is not in
/// it yet, whichever process handled it.
/// </summary>
internal sealed class Lister(Store store, string folder, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ForgottenList _list = new(folder);

    /// <summary>Why the list lags behind; null: it does not.</summary>
    public string? Trouble { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        // The list may be another one than last time: at first all of them.
        var unlisted = false;
        try
        {
            while (true)
            {
                unlisted = await ListAsync(unlisted, stop) || unlisted;
                await Task.Delay(Every, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }

    private async Task<bool> ListAsync(bool unlisted, CancellationToken stop)
    {
        try
        {
            var rows = await store.ForgottenAsync(unlisted, stop);
            if (rows.Count > 0)
            {
                _list.Add(store.ForgottenBy, rows);
                await store.ListedAsync(rows, stop);
            }

            Trouble = null;
            return true;
        }
        catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
        {
            if (Trouble is null)
            {
                // Once, not every few seconds.
                log.ListTrouble(folder, fault.GetType().Name);
            }

            Trouble = $"the list of the forgotten in {folder} cannot be written. Until it can, an older backup may bring somebody back.";
            return false;
        }
    }
}
