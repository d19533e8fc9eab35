using NodaTime;
using Ontime.Bot.Tests.Storage;
using Ontime.Dialogs;
using Ontime.Emulator;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Host;

using Person = Ontime.Emulator.Person;

/// <summary>The finished bot over a store file of its own, against an emulator of its own. Ends with <see cref="EndAsync"/>.</summary>
internal sealed class HostRun : IAsyncDisposable
{
    private static readonly TimeSpan WayOut = TimeSpan.FromSeconds(5);

    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-host-").FullName;
    private readonly Delivery _delivery;
    private readonly Handle? _core;
    private readonly DialogSet _dialogs;
    private readonly PostgresDatabase? _database;
    private CancellationTokenSource _stop = new();
    private Task<int> _running = Task.FromResult(0);

    private HostRun(EmulatorServer emulator, Delivery? delivery, Handle? core, DialogSet? dialogs, PostgresDatabase? database)
    {
        _database = database;
        Emulator = emulator;
        Time = new TestTime(emulator.Now);
        _delivery = delivery ?? new Delivery(0, 0, 0);
        _core = core;
        _dialogs = dialogs ?? ScriptedCore.Dialogs;
    }

    public EmulatorServer Emulator { get; }

    public TestTime Time { get; }

    public ListLog Log { get; } = new();

    public BotHost? Bot { get; private set; }

    /// <summary>By which way the next start takes updates; null: long polling.</summary>
    public Webhook? Webhook { get; set; }

    /// <summary>The admins of the next start.</summary>
    public IReadOnlyList<long> AdminIds { get; set; } = [];

    /// <summary>A server of the test's own; null: the run's, where the engine says so.</summary>
    public string? Postgres { get => field ?? _database?.Connection; set; }

    public string StorePath { get => field ?? Path.Combine(_folder, "coach.db"); set; }

    /// <summary>The keys of the next start.</summary>
    public IReadOnlyList<byte[]> Keys { get; set; } = [];

    /// <summary>The nightly backup of the next start; null: none.</summary>
    public Backup? Backup { get; set; }

    /// <summary>Where this folder exists its files are read at each start of the bot.</summary>
    public string DialogsPath => Path.Combine(_folder, "dialogs");

    public Task<int> Running => _running;

    private Settings Kept => new() { StorePath = StorePath, Postgres = Postgres };

    /// <summary>An emulator and a bot that polls it.</summary>
    public static async Task<HostRun> StartAsync(
        Delivery? delivery = null, EmulatorOptions? options = null, Handle? core = null, DialogSet? dialogs = null, Action<EmulatorServer>? before = null,
        string engine = Engine.Sqlite)
    {
        var run = await PrepareAsync(delivery, options, core, dialogs, engine);
        before?.Invoke(run.Emulator);
        run.StartBot();
        await run.PolledAsync();
        return run;
    }

    /// <summary>An emulator and a bot that it reaches by webhook.</summary>
    public static async Task<HostRun> StartWebhookAsync()
    {
        var run = await PrepareAsync();
        await run.StartByWebhookAsync();
        return run;
    }

    public async Task StartByWebhookAsync()
    {
        var listen = new Uri($"http://127.0.0.1:{FreePort()}");
        Webhook = new Webhook(new Uri(listen, "/hook"), "test-secret_1", listen);
        StartBot();
        await Until.TrueAsync(() => Log.All.Contains("The webhook was set"), TimeSpan.FromSeconds(15));
    }

    /// <summary>An emulator, and no bot yet.</summary>
    public static async Task<HostRun> PrepareAsync(
        Delivery? delivery = null, EmulatorOptions? options = null, Handle? core = null, DialogSet? dialogs = null, string engine = Engine.Sqlite)
    {
        var database = engine == Engine.Postgres ? await Servers.DatabaseAsync() : null;
        var emulator = await EmulatorServer.StartAsync(options ?? new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        return new HostRun(emulator, delivery, core, dialogs, database);
    }

    public void StartBot(Uri? baseUrl = null, string? proxy = null, TimeSpan? pollPatience = null)
    {
        _stop = new CancellationTokenSource();
        var settings = Settings(baseUrl, proxy);
        var around = new Surroundings(
            Time, () => 0.5, Log, (dialogs, who) => _core ?? (dialogs == ScriptedCore.Dialogs ? ScriptedCore.Handle : new Coach(dialogs, who).Handle), pollPatience);
        var folder = Directory.Exists(DialogsPath) ? DialogFolder.LoadAsync(DialogsPath) : Task.FromResult(new Loaded(_dialogs, []));
        Bot = new BotHost(settings, folder, around);
        _running = Bot.RunAsync(_stop.Token);
    }

    /// <summary>Those of the next start, for a verb beside it.</summary>
    public Settings Settings(Uri? baseUrl = null, string? proxy = null) => new()
    {
        Telegram = new BotApiOptions(Emulator.Token, baseUrl ?? Emulator.BaseUrl, proxy),
        StorePath = StorePath,
        Postgres = Postgres,
        Keys = Keys,
        Backup = Backup,
        Operator = ("Ada", "ada@example.org"),
        Delivery = _delivery,
        Webhook = Webhook,
        DialogsPath = DialogsPath,
        AdminIds = AdminIds,
    };

    /// <summary>The bot of a child process, until that is killed.</summary>
    /// <param name="postgres">Empty: SQLite.</param>
    public static Task<int> RunVictimAsync(Uri baseUrl, string token, string storePath, string postgres)
    {
        var settings = new Settings
        {
            Telegram = new BotApiOptions(token, baseUrl, null), StorePath = storePath, Postgres = postgres.Length > 0 ? postgres : null, Delivery = new Delivery(0, 0, 0),
        };
        var around = new Surroundings(new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0)), () => 0.5, new ListLog(), (_, _) => ScriptedCore.Handle);
        return new BotHost(settings, Task.FromResult(new Loaded(ScriptedCore.Dialogs, [])), around).RunAsync(CancellationToken.None);
    }

    public async Task<int> StopBotAsync()
    {
        await _stop.CancelAsync();
        return await _running.WaitAsync(WayOut);
    }

    /// <summary>Ends the lease of a process that was killed: that the next one waits for it is tested elsewhere.</summary>
    public Task EndLeaseAsync() => _database?.RunAsync("UPDATE lease SET until = clock_timestamp()") ?? Task.CompletedTask;

    /// <summary>Waits until the emulator saw so many calls of a method.</summary>
    public async Task<IReadOnlyList<Ontime.Emulator.Call>> CallsAsync(string method, int count)
    {
        for (var spins = 0; spins < 1500; spins++)
        {
            if (Emulator.Journal.CallsOf(method) is { } calls && calls.Count >= count)
            {
                return calls;
            }

            if (_running.IsFaulted)
            {
                await _running;
            }

            await Task.Delay(10);
        }

        throw new TimeoutException($"{count} calls of {method} did not come.\n{string.Join('\n', Emulator.Journal.Calls)}\n{Log.All}");
    }

    public static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Task PolledAsync() => CallsAsync("getUpdates", 1);

    public void Advance(Duration time)
    {
        Emulator.Advance(time);
        Time.Advance(time.ToTimeSpan());
    }

    /// <summary>Somebody the scripted core knows already, with question 1 open.</summary>
    public async Task<Person> MemberAsync(long id, string name = "Lin")
    {
        var person = Emulator.Person(name, id, "en");
        await person.SayAsync("hello");
        return person;
    }

    /// <summary>Stops the bot and looks into its store.</summary>
    public async Task<Store> StoreAsync()
    {
        await StopBotAsync();
        return await LookAsync();
    }

    /// <summary>The store, to be filled before the bot starts.</summary>
    public Task<Store> OpenStoreAsync() => Stores.OpenAsync(Kept, CancellationToken.None);

    /// <summary>Looks into the store, whether the bot runs or not.</summary>
    public Task<Store> LookAsync() => Stores.LookIntoAsync(Kept, CancellationToken.None);

    /// <summary>What every test ends with.</summary>
    public async Task EndAsync()
    {
        (await StopBotAsync()).ShouldBe(0);
        Emulator.Refusals.ShouldBeEmpty();
        Emulator.Journal.Unanswered.ShouldBeEmpty();
        Log.All.ShouldNotContain(Emulator.Token.Split(':')[1]);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await ((Task)_running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await Emulator.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }
}

/// <summary>The engines a test may be run on.</summary>
internal static class Engine
{
    public const string Sqlite = "SQLite", Postgres = "PostgreSQL";
}
