using Ontime.Bot.Workers;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>What only one process of a bot does at a time: it asks for updates, sends, wakes and tidies up.</summary>
internal sealed class Leader : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly Parts _parts;
    private readonly Sender _sender;
    private readonly Gatherer? _gatherer;

    public Leader(Parts parts)
    {
        (_parts, _sender) = (parts, new Sender(parts.Kit));
        _gatherer = parts.Store.Lease.Shared ? new Gatherer(parts.Store, _sender, parts.Around.Time, parts.Around.Log) : null;
    }

    /// <summary>What an earlier process left over goes first. Before anything new is handed over, or the order of a chat would not hold.</summary>
    public async Task BeginAsync(CancellationToken stop)
    {
        if (_gatherer is null)
        {
            await _sender.ReadBackAsync(stop);
            _parts.Outlet.Lead(_sender, _sender.HandOver);
            return;
        }

        // What an earlier term of this process delivered must be recorded before the outbox is read, or it would be sent again.
        while (!_parts.Kit.Records.Idle)
        {
            await Task.Delay(Glance, _parts.Around.Time, stop);
        }

        _parts.Outlet.Lead(_sender, _gatherer.HandOver);
    }

    /// <summary>Ends with <paramref name="stop"/>, or throws what a worker failed with.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var (settings, around) = (_parts.Settings, _parts.Around);
        var lister = settings.Lists is { } folder ? new Lister(_parts.Store, folder, around.Time, around.Log) : null;
        _parts.Health.WatchMinor("backup", () => _parts.Backups?.Trouble);
        _parts.Health.WatchMinor("forgotten", () => lister?.Trouble);
        List<Task> workers =
        [
            BringAsync(ending.Token),
            new Waker(_parts.Store, _parts.Kit.Door, _parts.Gate, settings.Delivery, around.Time, around.Log).RunAsync(ending.Token),
            new Pruner(_parts.Store, around.Time, around.Log).RunAsync(ending.Token),
            new Gauges(_parts.Store, _parts.Kit.Door, around.Time).RunAsync(ending.Token),
            new Broadcaster(new CastKit(_parts.Kit, _parts.Gate, _sender.Waiting)).RunAsync(ending.Token),
            .. _parts.Backups is null ? (Task[])[] : [_parts.Backups.RunAsync(ending.Token)],
            .. lister is null ? (Task[])[] : [lister.RunAsync(ending.Token)],
            .. _gatherer is null ? (Task[])[] : [_gatherer.RunAsync(ending.Token)],
        ];
        var first = await Task.WhenAny(workers);
        await ending.CancelAsync();
        await Task.WhenAll(workers).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    /// <summary>Ends what is on its way to Telegram at once.</summary>
    public void Cut() => _sender.Cut();

    /// <summary>Gives what is on its way a moment. What did not get through stays in the outbox.</summary>
    public async Task EndAsync(TimeSpan moment)
    {
        _parts.Outlet.Follow();
        await _sender.DrainAsync(moment);
    }

    public void Dispose() => _sender.Dispose();

    private async Task MenusAsync(CancellationToken stop)
    {
        await _parts.Greeter.SetCommandsAsync(_parts.Shelf.InForce.Set, _parts.Store, stop);
        await _parts.Greeter.SetAdminCommandsAsync(_parts.Shelf.InForce.Set, _parts.Settings.AdminIds, _parts.Store, stop);
    }

    /// <summary>Sees to it that updates come, by the way that is set. The menu is set beside it, since nobody waits for that.</summary>
    private async Task BringAsync(CancellationToken stop)
    {
        var around = _parts.Around;
        try
        {
            Func<CancellationToken, Task> bring;
            if (_parts.Settings.Webhook is { } webhook)
            {
                await _parts.Greeter.SetWebhookAsync(webhook, _parts.Store, stop);
                var watch = new WebhookWatch(_parts.Api, webhook, around.Time, around.Jitter, around.Log);
                _parts.Health.Watch(Health.Updates, watch.Trouble);
                bring = watch.RunAsync;
            }
            else
            {
                await _parts.Greeter.DropWebhookAsync(stop);
                var poller = new Poller(
                    _parts.Api, _parts.Reception, _parts.Tenure, around.Time, around.Jitter, around.PollPatience ?? LongPoll.ClientTimeout, around.Log);
                _parts.Health.Watch(Health.Updates, poller.NotReady);
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
