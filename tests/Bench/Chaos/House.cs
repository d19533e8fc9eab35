using System.Net;
using System.Net.Sockets;
using NodaTime;
using Npgsql;
using Ontime.Bot.Tests.Replicas;
using Ontime.Bot.Tests.Storage;
using Ontime.Emulator;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>
/// Where the bot runs: one process on a file, which polls, or two replicas on a PostgreSQL of their own behind a webhook. Everything that is done to
/// them is noted.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    private const int MostRepeats = 40;
    private const string Restarted = "PostgreSQL restarted";
    private const string Secret = "chaos-secret", Hook = "/hook";

    /// <summary>For a start, and for a leader; on a busy machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-chaos-").FullName;
    private readonly PostgresCluster? _cluster;
    private readonly PostgresDatabase? _database;
    private readonly List<Place> _places = [];
    private readonly List<Trouble> _troubles = [];
    private readonly List<string> _problems = [];
    private readonly List<string> _dropped = [];

    private House(EmulatorServer emulator, Instant start, PostgresCluster? cluster, PostgresDatabase? database)
    {
        (Emulator, _cluster, _database) = (emulator, cluster, database);
        Clock = SharedClock.Make(ClockFile, start);
        for (var n = 0; n < (cluster is null ? 1 : 2); n++)
        {
            var place = new Place(cluster is null ? null : new Wire(cluster.Port), FreePort());
            _places.Add(place);
            place.Host = new Host(ClockFile, _folder, Environment(place));
        }

        emulator.Webhook.Targets = cluster is null ? [] : [.. _places.Select(place => new Uri($"http://127.0.0.1:{place.Port}{Hook}"))];
    }

    public EmulatorServer Emulator { get; }

    public SharedClock Clock { get; }

    public IReadOnlyList<Trouble> Troubles => _troubles;

    /// <summary>What should not have happened, such as a process that ended by itself.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>What the bot says it dropped; of messages only what may have arrived twice already.</summary>
    public IReadOnlyList<string> Dropped => _dropped;

    /// <summary>Those of the processes that run too.</summary>
    public IEnumerable<string> DroppedSoFar => [.. _dropped, .. _places.SelectMany(place => place.Host.Dropped)];

    /// <summary>How many updates came again that had been handled, because their confirmation was lost.</summary>
    public int Repeats { get; private set; }

    public bool Shared => _cluster is not null;

    private string ClockFile => Path.Combine(_folder, "clock");

    private string StorePath => Path.Combine(_folder, "data", "coach.db");

    public static async Task<House> PrepareAsync(Instant start, bool postgres)
    {
        var cluster = postgres ? await PostgresCluster.StartAsync(durable: true) : null;
        var emulator = await EmulatorServer.StartAsync(
            new EmulatorOptions { Start = start, LongestPoll = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromMinutes(3), LongestWebhookWait = Duration.FromSeconds(4) });

        // What a repeat meets after a kill or a lost answer, and the haste of two starts.
        foreach (var expected in (string[])["message is not modified", "query is too old", "it was answered before", "message to delete not found", "message to edit not found", "Too Many Requests"])
        {
            emulator.Allow(expected);
        }

        return new House(emulator, start, cluster, cluster is null ? null : await cluster.MakeAsync());
    }

    /// <summary>Beside the processes that use it.</summary>
    public Task<Store> LookAsync() => _database is null
        ? Store.OpenToReadAsync(StorePath, Seal.None, CancellationToken.None)
        : Store.OpenPostgresToReadAsync(_database.Connection + ";Pooling=false", Seal.None, CancellationToken.None);

    /// <summary>How often a start met a database that was just restarting, ended with that, and was begun again, as whoever keeps services running would do.</summary>
    public int BegunAgain { get; private set; }

    public async Task StartedAsync()
    {
        var patience = Emulator.Real + Patience;
        while (_places.Exists(place => !place.Host.Started || place.Host.HasExited))
        {
            BeginAgain();
            if (Emulator.Real > patience || _places.Exists(place => place.Host.HasExited))
            {
                throw new TimeoutException("The bot did not start:\n  " + string.Join("\n---\n  ", _places.Select(place => place.Host.Log)));
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Lets it get some calls done, however busy the machine is: a bot that is only killed gets nowhere.</summary>
    public async Task WorksAsync(int calls)
    {
        var (before, until) = (Emulator.Journal.Count, Emulator.Real + LongestLife);
        while (Emulator.Journal.Count < before + calls && Emulator.Real < until)
        {
            await Task.Delay(10);
        }
    }

    /// <summary>Kills a process with -9 and starts it again.</summary>
    /// <param name="leader">Where there are several: the one that leads, as soon as one does.</param>
    public async Task KillAsync(bool leader, Random dice)
    {
        var place = _cluster is null ? _places[0] : leader ? await LeaderAsync() : _places[dice.Next(_places.Count)];
        var kind = _cluster is null ? "kill -9" : place.Host.Leads ? "kill -9 of the leader" : "kill -9 of a follower";
        await NotedAsync(kind, async () =>
        {
            Expect(place);
            await place.Host.KillAsync();
            _dropped.AddRange(place.Host.Dropped);
            place.Host.Dispose();
            if (place.Wire is not null)
            {
                // As the kernel would do it.
                place.Wire.Mend();
            }
        });
        if (_cluster is null && dice.Next(2) == 0)
        {
            // It died before the poll that confirms; by webhook the lost answers do the same.
            var repeats = dice.Next(1, MostRepeats);
            Emulator.Queue.Redeliver(repeats);
            Repeats += repeats;
        }

        place.Host = new Host(ClockFile, _folder, Environment(place));
    }

    /// <summary>The leader sleeps for longer than the lease, and wakes believing that it still leads.</summary>
    public async Task SleepAsync(TimeSpan time)
    {
        var place = await LeaderAsync();
        await NotedAsync("the leader asleep beyond its lease", async () =>
        {
            await place.Host.SignalAsync("STOP");
            await Task.Delay(time);
            await place.Host.SignalAsync("CONT");
        });
    }

    /// <summary>The leader's way to the database is gone for longer than the lease; nobody is told.</summary>
    public async Task CutAsync(TimeSpan time)
    {
        var place = await LeaderAsync();
        await NotedAsync("the leader cut off from the database", async () =>
        {
            place.Wire!.Cut();
            await Task.Delay(time);
            place.Wire.Mend();
        });
    }

    /// <param name="immediate">True: as <c>pg_ctl restart -m immediate</c> does it, without a checkpoint; else <c>-m fast</c>.</param>
    public Task RestartDatabaseAsync(bool immediate) => NotedAsync(Restarted + (immediate ? ", immediate" : ", fast"), async () =>
    {
        await (immediate ? _cluster!.KillAsync() : _cluster!.StopAsync());
        await _cluster.StartAgainAsync();
    });

    /// <summary>Ends all in order; waits for each.</summary>
    public async Task EndAsync()
    {
        foreach (var place in _places)
        {
            Expect(place);
            if (await place.Host.EndAsync() is not 0 and var code)
            {
                _problems.Add($"SIGTERM ended with code {code}:\n  {place.Host.Log}");
            }

            _dropped.AddRange(place.Host.Dropped);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var place in _places)
        {
            place.Host.Dispose();
            if (place.Wire is not null)
            {
                await place.Wire.DisposeAsync();
            }
        }

        await Emulator.DisposeAsync();
        Clock.Dispose();
        if (_cluster is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _cluster.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Place> LeaderAsync()
    {
        var patience = Emulator.Real + Patience;
        while (_places.Find(place => place.Host.Leads) is null)
        {
            BeginAgain();
            if (Emulator.Real > patience)
            {
                throw new TimeoutException("Nobody leads:\n  " + string.Join("\n---\n  ", _places.Select(place => place.Host.Log)));
            }

            await Task.Delay(20);
        }

        return _places.Find(place => place.Host.Leads)!;
    }

    private void BeginAgain()
    {
        foreach (var place in _places.Where(place => place.Host.HasExited && MetARestart(place)))
        {
            BegunAgain++;
            place.Host.Dispose();
            place.Host = new Host(ClockFile, _folder, Environment(place));
        }
    }

    private bool MetARestart(Place place) => !place.Host.Started && place.Host.Log.Contains("StoreException: The PostgreSQL ", StringComparison.Ordinal)
        && _troubles.Exists(trouble => trouble.Kind.StartsWith(Restarted, StringComparison.Ordinal) && Emulator.Real - trouble.Until < LongestStart);

    private void Expect(Place place)
    {
        if (place.Host.HasExited && !MetARestart(place))
        {
            _problems.Add($"a process ended by itself:\n  {place.Host.Log}");
        }
    }

    private async Task NotedAsync(string kind, Func<Task> deed)
    {
        var from = Emulator.Real;
        await deed();
        _troubles.Add(new Trouble(kind, from, Emulator.Real));
    }

    private Dictionary<string, string> Environment(Place place)
    {
        var settings = Bots.Environment(Emulator.BaseUrl, Emulator.Token);
        if (_cluster is null)
        {
            settings["Storage__Path"] = StorePath;
            return settings;
        }

        settings["Storage__Postgres"] = new NpgsqlConnectionStringBuilder(_cluster.Over(_database!.Name)) { Port = place.Wire!.Port }.ConnectionString;
        settings["Telegram__Webhook__Url"] = "https://coach.example" + Hook;
        settings["Telegram__Webhook__Secret"] = Secret;
        settings["Telegram__Webhook__Listen"] = $"http://127.0.0.1:{place.Port}";
        return settings;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Place(Wire? wire, int port)
    {
        public Wire? Wire => wire;

        public int Port => port;

        public Host Host { get; set; } = null!;
    }
}
