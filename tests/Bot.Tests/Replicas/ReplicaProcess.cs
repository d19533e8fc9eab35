using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NodaTime;
using Npgsql;
using Ontime.Bot.Tests.Host;
using Ontime.Bot.Tests.Storage;
using Ontime.Emulator;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Replicas;

/// <summary>The bot as one of several processes on one PostgreSQL, each with wires of its own.</summary>
internal sealed class ReplicaProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();

    public ReplicaProcess(EmulatorServer emulator, PostgresDatabase database, bool webhook)
    {
        var guarded = new NpgsqlConnectionStringBuilder(database.Cluster.Over(database.Name));
        (ToTelegram, ToDatabase) = (new Wire(emulator.BaseUrl.Port), new Wire(guarded.Port));
        guarded.Port = ToDatabase.Port;
        Listen = new Uri($"http://127.0.0.1:{HostRun.FreePort()}");
        var order = new Order(new Uri($"http://127.0.0.1:{ToTelegram.Port}"), emulator.Token, guarded.ConnectionString, webhook ? Listen : null);
        var method = $"{typeof(ReplicaVictim).FullName}.{nameof(ReplicaVictim.Runs_until_it_is_killed)}";
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet", ["exec", typeof(ReplicaProcess).Assembly.Location, "-explicit", "only", "-method", method])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { [ReplicaVictim.Order] = JsonSerializer.Serialize(order) },
            },
        };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Wire ToTelegram { get; }

    public Wire ToDatabase { get; }

    public Uri Listen { get; }

    public Uri Hook => new(Listen, ReplicaVictim.Path);

    public bool Runs => !_process.HasExited;

    public string Said
    {
        get { lock (_said) { return _said.ToString(); } }
    }

    /// <summary>By its own words.</summary>
    public bool Leads => Runs && Said is var said && said.LastIndexOf("leads now", StringComparison.Ordinal) > said.LastIndexOf("leads no more", StringComparison.Ordinal);

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Runs)
        {
            await KillAsync();
        }

        _process.Dispose();
        await ToTelegram.DisposeAsync();
        await ToDatabase.DisposeAsync();
    }

    private void Note(string? line)
    {
        lock (_said)
        {
            _said.AppendLine(line);
        }
    }

    /// <summary>What a child is told.</summary>
    internal sealed record Order(Uri BaseUrl, string Token, string Postgres, Uri? Listen);
}

/// <summary>What <see cref="ReplicaProcess"/> starts: this assembly again, running one explicit test.</summary>
public sealed class ReplicaVictim
{
    public const string Order = "ONTIME_TEST_REPLICA";
    public const string Path = "/hook";
    public const string Address = "https://coach.example" + Path;

    [Fact(Explicit = true)]
    public async Task Runs_until_it_is_killed()
    {
        // With its parent it ends too.
        _ = Task.Run(() =>
        {
            Console.In.ReadToEnd();
            Process.GetCurrentProcess().Kill();
        });
        var order = JsonSerializer.Deserialize<ReplicaProcess.Order>(Environment.GetEnvironmentVariable(Order)!)!;
        var time = new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0));
        var settings = new Settings
        {
            Telegram = new BotApiOptions(order.Token, order.BaseUrl, null),
            Postgres = order.Postgres,
            Delivery = new Delivery(0, 0, 0),
            Webhook = order.Listen is { } listen ? new Ontime.Bot.Webhook(new Uri(Address), "replica-secret", listen) : null,
        };
        var around = new Surroundings(time, () => 0.5, new LogSink(Console.Error, json: false, time), (_, _) => ScriptedCore.Handle);
        await new BotHost(settings, Task.FromResult(new Loaded(ScriptedCore.Dialogs, [])), around).RunAsync(CancellationToken.None);
    }
}
