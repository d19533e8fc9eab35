using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Bot.Charts;
using Ontime.Bot.Workers;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>What the world around the bot is: chosen once, by the entry program or by a test.</summary>
/// <param name="Jitter">From 0 to 1.</param>
/// <param name="Core">Makes the one door of the core.</param>
/// <param name="PollPatience">How long a poll is waited for; null: as long as Telegram holds one and some seconds.</param>
internal sealed record Surroundings(
    TimeProvider Time, Func<double> Jitter, ILogger Log, Func<DialogSet, Operator, Handle> Core, TimeSpan? PollPatience = null);

/// <summary>The running bot: the whole wiring, from the first call to the last.</summary>
internal sealed class BotHost(Settings settings, Task<Loaded> dialogs, Surroundings around)
{
    /// <summary>On the way out: for what is inside the door, and for what is on its way to Telegram. Together with the rest well under 5 s.</summary>
    private static readonly TimeSpan LastTurns = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LastMessages = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LastRecords = TimeSpan.FromSeconds(1.5);

    private readonly TimeProvider _time = around.Time;
    private readonly ILogger _log = around.Log;

    /// <summary>Null until it runs.</summary>
    public Health? Health { get; private set; }

    /// <summary>Runs until stopped. 0: stopped in order; 1: a worker failed.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    /// <exception cref="DialogsException">The dialogs cannot be used.</exception>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        try
        {
            return await OpenAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
    }

    private async Task<int> OpenAsync(CancellationToken stop)
    {
        var opening = Stores.OpenAsync(settings, stop);
        using var api = new BotApi(settings.Telegram!);
        var greeter = new Greeter(api, _time, around.Jitter, _log);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop);

        // Beside the opening of the store: at the start each of them takes a tenth of a second.
        var asking = greeter.WhoAmIAsync(leaving.Token);
        try
        {
            return await OpenAsync(opening, api, greeter, asking, stop);
        }
        finally
        {
            await leaving.CancelAsync();
            await SettleAsync(asking);
        }
    }

    private async Task<int> OpenAsync(Task<Store> opening, BotApi api, Greeter greeter, Task<User> asking, CancellationToken stop)
    {
        await using var store = await opening;

        // Before anything is taken in: with a fault in them nobody is left in the middle.
        var folder = await dialogs;
        using var gate = new Gate(settings.Delivery, _time);
        var tenure = new Tenure(_time);
        var courier = new Courier(api, gate, tenure, _time, _log);
        Health = new Health(store, _time);
        Health.Watch("delivery", () => tenure.Held ? courier.Trouble : null);
        Health.Watch(Health.Updates, () => greeter.Trouble == PollTrouble.None ? "not begun" : greeter.Trouble.ToString());
        await using var endpoint = await HealthEndpoint.StartAsync(settings.HealthListen, Health, stop);
        var me = await asking;
        await store.ClaimAsync(me.Id, stop);
        _log.Started(me.Username, me.Id, Stores.Name(settings), folder.Set.Dialogs.Count);
        return await WorkAsync(me, folder, api, greeter, store, gate, tenure, courier, stop);
    }

    private async Task<int> WorkAsync(
        User me, Loaded folder, BotApi api, Greeter greeter, Store store, Gate gate, Tenure tenure, Courier courier, CancellationToken stop)
    {
        var who = new Operator(settings.Operator.Name, settings.Operator.Contact, me.Username) { AdminIds = settings.AdminIds };
        var reader = new Reader(store, set => around.Core(set, who), _log);
        var shelf = new Shelf(await reader.FirstAsync(folder, _time.Now(), stop), reader.ReadAsync);
        using var backups = settings.Backup is { } nightly ? new Backups(store, nightly, _time, _log) : null;
        var (door, records, outlet) = (new Door(), new Records(), new Outlet());
        using var rasteriser = new Rasteriser(Rasteriser.Tool, Rasteriser.Limit, _log);
        using var files = new Files();
        var charts = new Charts.Charts(store, () => shelf.InForce.Set, _time.Now, rasteriser.DrawAsync, Fonts.LabelsAsync);
        var reload = new Reload(store, shelf, reader, settings.DialogsPath, _time.Now, set => _ = greeter.SetCommandsAsync(set, store, stop), _log);
        var reports = new Reports(store, () => shelf.InForce.Set, who, Health!, backups, reload, _time.Now);
        var kit = new SenderKit(
            courier, shelf, store, records, door, new Documents(store, () => shelf.InForce.Set, _time.Now).OfAsync, reports.OfAsync,
            new Casting(store.Broadcasts, new Bell(), settings.Delivery, _time.Now), charts, files, settings.Delivery, _time, _log);
        var turns = new Turns(store, shelf, door, records, outlet.HandOver, _time, _log);
        var reception = new Reception(new Intake(me.Username), new Flood(_time), door, outlet, _time, _log);
        Health!.Watch("store", () => turns.Healthy ? null : "the last transaction did not go through");

        using var replica = new Replica(new Parts(settings, around, shelf, store, api, greeter, gate, kit, outlet, reception, tenure, Health, backups));
        await replica.BeginAsync(stop);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var hurry = new CancellationTokenSource();
        var turning = turns.RunAsync(hurry.Token);

        // Before Telegram hears of the address, so that its first request finds somebody.
        var receiver = new Receiver(reception, turns, _time);
        await using var server = settings.Webhook is { } webhook
            ? await ListenException.TryAsync("Telegram:Webhook:Listen", webhook.Listen, () => WebhookServer.StartAsync(webhook.Listen, receiver.Gate(webhook), stop))
            : null;
        var working = replica.RunAsync(ending.Token);
        var failed = await Task.WhenAny(working, turning);
        var result = stop.IsCancellationRequested ? 0 : Report(failed);

        _log.Stopping();
        receiver.Close();
        await ending.CancelAsync();
        await SettleAsync(working);
        door.Close();
        hurry.CancelAfter(LastTurns);
        await SettleAsync(turning);
        await replica.EndAsync(LastMessages);
        await SettleAsync(turns.FlushAsync(CancellationToken.None).WaitAsync(LastRecords, _time, CancellationToken.None));
        await replica.ReleaseAsync(CancellationToken.None);
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
