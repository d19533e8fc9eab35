using Ontime.Bot.Workers;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>The time in which this process leads: it alone asks for updates, sends, wakes and tidies up.</summary>
internal sealed class Term(Parts parts) : IDisposable
{
    private readonly Sender _sender = new(parts.Kit);

    /// <summary>What an earlier process left over goes first. Before anything new is decided, or the order of a chat would not hold.</summary>
    public async Task BeginAsync(CancellationToken stop)
    {
        await _sender.ReadBackAsync(stop);
        parts.Outlet.Lead(_sender);
    }

    /// <summary>Ends with <paramref name="stop"/>, or throws what a worker failed with.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (settings, around) = (parts.Settings, parts.Around);
        var lister = settings.Lists is { } folder ? new Lister(parts.Store, folder, around.Time, around.Log) : null;
        parts.Health.WatchMinor("backup", () => parts.Backups?.Trouble);
        parts.Health.WatchMinor("forgotten", () => lister?.Trouble);
        List<Task> workers =
        [
            BringAsync(ending.Token),
            new Waker(parts.Store, parts.Kit.Door, parts.Gate, settings.Delivery, around.Time, around.Log).RunAsync(ending.Token),
            new Pruner(parts.Store, around.Time, around.Log).RunAsync(ending.Token),
            new Broadcaster(new CastKit(parts.Kit, parts.Gate, _sender.Waiting)).RunAsync(ending.Token),
            .. parts.Backups is null ? (Task[])[] : [parts.Backups.RunAsync(ending.Token)],
            .. lister is null ? (Task[])[] : [lister.RunAsync(ending.Token)],
        ];
        var first = await Task.WhenAny(workers);
        await ending.CancelAsync();
        await Task.WhenAll(workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    /// <summary>Gives what is on its way a moment. What did not get through stays in the outbox.</summary>
    public Task EndAsync(TimeSpan moment) => _sender.DrainAsync(moment);

    public void Dispose() => _sender.Dispose();

    private async Task MenusAsync(CancellationToken stop)
    {
        await parts.Greeter.SetCommandsAsync(parts.Dialogs, parts.Store, stop);
        await parts.Greeter.SetAdminCommandsAsync(parts.Dialogs, parts.Settings.AdminIds, parts.Store, stop);
    }

    /// <summary>Sees to it that updates come, by the way that is set. The menu is set beside it, since nobody waits for that.</summary>
    private async Task BringAsync(CancellationToken stop)
    {
        var around = parts.Around;
        try
        {
            Func<CancellationToken, Task> bring;
            if (parts.Settings.Webhook is { } webhook)
            {
                await parts.Greeter.SetWebhookAsync(webhook, parts.Store, stop);
                var watch = new WebhookWatch(parts.Api, webhook, around.Time, around.Jitter, around.Log);
                parts.Health.Watch(Health.Updates, watch.Trouble);
                bring = watch.RunAsync;
            }
            else
            {
                await parts.Greeter.DropWebhookAsync(stop);
                var poller = new Poller(parts.Api, parts.Reception, around.Time, around.Jitter, around.PollPatience ?? LongPoll.ClientTimeout, around.Log);
                parts.Health.Watch(Health.Updates, poller.NotReady);
                bring = poller.RunAsync;
            }

            var menu = MenusAsync(stop);
            await bring(stop);
            await menu.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }
}
