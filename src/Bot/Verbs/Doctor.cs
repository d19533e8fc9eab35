using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Ontime.Bot.Charts;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Verbs;

/// <summary><c>doctor</c>: looks at everything the bot needs; each line says ok, warning or problem, and what to do.</summary>
internal sealed class Doctor(TextWriter output, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(30);
    private bool _problem;

    /// <summary>1 where there is a problem.</summary>
    public async Task<int> RunAsync(Settings? settings, IReadOnlyList<string> faults, CancellationToken stop)
    {
        foreach (var fault in faults)
        {
            Problem("configuration", fault);
        }

        if (settings is not null)
        {
            Ok("configuration", "readable");
            Operator(settings);
            Dialogs(settings);
            await PicturesAsync(stop);
            await StoreAsync(settings, stop);
            Backups(settings);
            await TokenAsync(settings, stop);
        }

        return _problem ? 1 : 0;
    }

    private void Operator(Settings settings)
    {
        if (settings.Operator is { Name: not null, Contact: not null })
        {
            Ok("operator", "named on the consent card");
        }
        else
        {
            Warning("operator", "Operator:Name and Operator:Contact are not both set: the consent card says that the operator is not named. Set them.");
        }
    }

    private void Dialogs(Settings settings)
    {
        var (set, faults) = DialogFolder.Load(settings.DialogsPath);
        foreach (var fault in faults)
        {
            Problem("dialogs", fault.ToString());
        }

        if (set is not null && Ontime.Dialogs.Lint.Check(set).Count is > 0 and var problems)
        {
            Problem("dialogs", $"{problems} problems in {settings.DialogsPath}, perhaps of another version: people would run into them. `lint` names each.");
        }
        else if (set is not null)
        {
            Ok("dialogs", $"{set.Dialogs.Count} dialogs in {settings.DialogsPath}");
        }
    }

    private async Task PicturesAsync(CancellationToken stop)
    {
        using var rasteriser = new Rasteriser(Rasteriser.Tool, Rasteriser.Limit, NullLogger.Instance);
        if (await rasteriser.DrawAsync("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>", stop) is null)
        {
            Warning("pictures", $"{Rasteriser.Tool} is not there or does not work: /trend answers in signs. On Debian: apt-get install librsvg2-bin fonts-noto-cjk");
        }
        else if (!await Fonts.HasAsync("zh-cn", stop))
        {
            Warning("pictures", "there is no font for Chinese: the labels of /trend are English. On Debian: apt-get install fonts-noto-cjk");
        }
        else
        {
            Ok("pictures", $"drawn by {Rasteriser.Tool}, with Chinese letters");
        }
    }

    private async Task StoreAsync(Settings settings, CancellationToken stop)
    {
        if (settings.Postgres is null && !File.Exists(settings.StorePath))
        {
            Ok("store", $"{settings.StorePath} is not there yet; the first run makes it");
            return;
        }

        try
        {
            var (store, running) = await OpenAsync(settings, stop);
            await using var opened = store;
            var health = await store.HealthAsync(stop);
            Ok("store", $"{Stores.Name(settings)}{(running ? " is in use: the bot is running" : "")}; {health.Outbox} messages to send");
            if (health.DeadLetters > 0)
            {
                Warning("store", $"{health.DeadLetters} inputs could not be handled. The log names each; report them with their kind and step.");
            }
        }
        catch (StoreException empty) when (empty.NotMade)
        {
            Ok("store", $"{Stores.Name(settings)} answers and holds no store of this version yet; the first run makes it");
        }
        catch (StoreException trouble)
        {
            Problem("store", trouble.Message);
        }
    }

    private void Backups(Settings settings)
    {
        if (settings.Backup is not { } nightly)
        {
            Warning("backup", "none is made. Set Backup:Path to a folder, best on another disk.");
        }
        else if (Workers.Backups.Newest(nightly.Path) is not { } newest)
        {
            Warning("backup", $"there is none in {nightly.Path} yet. The running bot makes the first a minute after its start.");
        }
        else if (newest.PlusDays(1) < Workers.Backups.Night(time.Now()))
        {
            Problem("backup", $"the newest in {nightly.Path} is of {newest:uuuu-MM-dd}. The log of the bot says why, or the bot does not run.");
        }
        else
        {
            Ok("backup", $"the newest in {nightly.Path} is of {newest:uuuu-MM-dd}");
        }
    }

    private static async Task<(Store Store, bool Running)> OpenAsync(Settings settings, CancellationToken stop)
    {
        if (settings.Postgres is not null)
        {
            // A look only: to bring the store forward is for the bot, when every replica is of the new version.
            return (await Stores.LookIntoAsync(settings, stop), false);
        }

        try
        {
            return (await Stores.OpenAsync(settings, stop), false);
        }
        catch (StoreException held) when (held.InUse)
        {
            return (await Stores.LookIntoAsync(settings, stop), true);
        }
    }

    private async Task TokenAsync(Settings settings, CancellationToken stop)
    {
        if (settings.Telegram is not { } options)
        {
            Warning("token", "none: only `chat` works. Get one from BotFather and set Telegram:Token or Telegram:TokenFile.");
            return;
        }

        using var api = new BotApi(options);
        var reply = await api.CallAsync(new GetMe(), Patience, stop);
        switch (reply.Outcome)
        {
            case Outcome.Done:
                Ok("token", $"@{reply.Result!.Username}");
                break;
            case Outcome.Unauthorized:
                Problem("token", "Telegram refuses it. Get a new one from BotFather.");
                break;
            default:
                Problem("token", $"no answer from {options} ({reply.Outcome.GetType().Name}). Check the network, Telegram:Proxy and Telegram:BaseUrl.");
                break;
        }

        await ClockAsync(options.BaseUrl, stop);
    }

    /// <summary>Asks the server's root, whose answer carries the date and no secret.</summary>
    private async Task ClockAsync(Uri server, CancellationToken stop)
    {
        try
        {
            using var http = new HttpMessageInvoker(new SocketsHttpHandler { ConnectTimeout = Patience, AllowAutoRedirect = false });
            using var request = new HttpRequestMessage(HttpMethod.Head, server);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(Patience);
            using var response = await http.SendAsync(request, limit.Token);
            if (response.Headers.Date is not { } theirs)
            {
                Warning("clock", "the server does not tell its time. Compare this machine's clock yourself.");
                return;
            }

            var skew = time.GetUtcNow() - theirs;
            if (skew.Duration() > MostSkew)
            {
                Problem("clock", $"it is {(int)skew.Duration().TotalSeconds} s {(skew > TimeSpan.Zero ? "ahead" : "behind")}. Set it, best by NTP: reminders come at its time.");
            }
            else
            {
                Ok("clock", "within 30 s of the server's");
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            Warning("clock", "could not be compared: no way to the server.");
        }
    }

    private void Ok(string what, string said) => output.WriteLine($"ok       {what}: {said}");

    private void Warning(string what, string said) => output.WriteLine($"warning  {what}: {said}");

    private void Problem(string what, string said)
    {
        _problem = true;
        output.WriteLine($"problem  {what}: {said}");
    }
}
