using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Bot.Charts;
using Ontime.Bot.Workers;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>What the world around the bot is: chosen once, by the entry program or by a test.</summary>
/// <param name="Jitter">From 0 to 1.</param>
/// <param name="Core">Makes the one door of the core.</param>
/// <param name="PollPatience">How long a poll is waited for; null: as long as Telegram holds one and some seconds.</param>
internal sealed record Surroundings(
    TimeProvider Time, Func<double> Jitter, ILogger Log, Func<DialogSet, Operator, Handle> Core, TimeSpan? PollPatience = null);

/// <summary>The running bot: the whole wiring, from the first call to the last.</summary>
internal sealed class BotHost(Settings settings, DialogSet dialogs, Surroundings around)
{
    /// <summary>On the way out: for what is inside the door, and for what is on its way to Telegram. Together with the rest well under 5 s.</summary>
    private static readonly TimeSpan LastTurns = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LastMessages = TimeSpan.FromSeconds(1.5);

    private readonly TimeProvider _time = around.Time;
    private readonly ILogger _log = around.Log;

    /// <summary>Null until it runs.</summary>
    public Health? Health { get; private set; }

    /// <summary>Runs until stopped. 0: stopped in order; 1: a worker failed.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        var opening = Store.OpenAsync(settings.StorePath, settings.Seal, stop);
        using var api = new BotApi(settings.Telegram!);
        var greeter = new Greeter(api, _time, around.Jitter, _log);
        await using var store = await opening;
        using var gate = new Gate(settings.Delivery, _time);
        var courier = new Courier(api, gate, _time, _log);
        Health = new Health(store, courier, greeter, _time);
        await using var endpoint = await HealthEndpoint.StartAsync(settings.HealthListen, Health, stop);
        try
        {
            var me = await greeter.WhoAmIAsync(stop);
            await store.ClaimAsync(me.Id, stop);
            await greeter.DropWebhookAsync(stop);
            _log.Started(me.Username, me.Id, settings.StorePath, dialogs.Dialogs.Count);
            return await WorkAsync(me, api, greeter, store, gate, courier, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private async Task<int> WorkAsync(User me, BotApi api, Greeter greeter, Store store, Gate gate, Courier courier, CancellationToken stop)
    {
        var core = around.Core(dialogs, new Operator(settings.Operator.Name, settings.Operator.Contact, me.Username) { AdminIds = settings.AdminIds });
        var (door, records) = (new Door(), new Records());
        var renderer = new Renderer(dialogs);
        using var rasteriser = new Rasteriser(Rasteriser.Tool, Rasteriser.Limit, _log);
        using var files = new Files();
        var charts = new Charts.Charts(
            store, dialogs, renderer, () => Instant.FromDateTimeOffset(_time.GetUtcNow()),
            rasteriser.DrawAsync, Fonts.LabelsAsync);
        var kit = new SenderKit(courier, renderer, store, records, door, new Documents(store, dialogs, () => Instant.FromDateTimeOffset(_time.GetUtcNow())).OfAsync, new Reports(Health!).OfAsync, charts, files, settings.Delivery, _time, _log);
        using var sender = new Sender(kit);
        var turns = new Turns(store, core, door, records, sender.HandOver, _time, _log);
        var poller = new Poller(api, new Intake(me.Username), new Flood(_time), door, sender, _time, around.Jitter, around.PollPatience ?? LongPoll.ClientTimeout, _log);
        Health!.Watch(poller, turns);

        await sender.ReadBackAsync(stop);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var hurry = new CancellationTokenSource();
        var turning = turns.RunAsync(hurry.Token);
        Task[] workers =
        [
            poller.RunAsync(ending.Token),
            new Waker(store, door, gate, settings.Delivery, _time, _log).RunAsync(ending.Token),
            new Pruner(store, _time, _log).RunAsync(ending.Token),
        ];
        var menu = greeter.SetCommandsAsync(dialogs, store, ending.Token);
        var failed = await Task.WhenAny([.. workers, turning]);
        var result = stop.IsCancellationRequested ? 0 : Report(failed);

        _log.Stopping();
        await ending.CancelAsync();
        await SettleAsync(Task.WhenAll([.. workers, menu]));
        door.Close();
        hurry.CancelAfter(LastTurns);
        await SettleAsync(turning);
        await sender.DrainAsync(LastMessages);
        await turns.FlushAsync(CancellationToken.None);
        _log.Stopped();
        return result;
    }

    private int Report(Task failed)
    {
        _log.WorkerFailed(nameof(BotHost), failed.Exception?.GetBaseException() is { } fault ? Place.Of(fault) : "no exception");
        return 1;
    }

    private static async Task SettleAsync(Task work) => await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
