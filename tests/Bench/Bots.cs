using Ontime.Emulator;

namespace Ontime.Bench;

/// <summary>The bot as a user runs it, as a process of its own, against an emulator in this one.</summary>
internal sealed class Bots : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-bench-").FullName;
    private readonly string _program;
    private readonly IReadOnlyDictionary<string, string>? _more;
    private Child? _process;

    private Bots(EmulatorServer emulator, string program, IReadOnlyDictionary<string, string>? more) => (Emulator, _program, _more) = (emulator, program, more);

    public EmulatorServer Emulator { get; }

    /// <summary>The bot's settings in such a run: no limits of delivery, unless <paramref name="more"/> says otherwise.</summary>
    public static Dictionary<string, string> Environment(Uri baseUrl, string token, IReadOnlyDictionary<string, string>? more = null)
    {
        var settings = new Dictionary<string, string>
        {
            ["Telegram__Token"] = token,
            ["Telegram__BaseUrl"] = baseUrl.ToString(),
            ["Delivery__PerSecond"] = "0",
            ["Delivery__BulkPerSecond"] = "0",
            ["Delivery__PerChatPerSecond"] = "0",
        };
        foreach (var (key, value) in more ?? new Dictionary<string, string>())
        {
            settings[key] = value;
        }

        return settings;
    }

    public string StorePath => Path.Combine(_folder, "data", "coach.db");

    /// <param name="start">The first reading of Telegram's clock; null: any.</param>
    /// <param name="more">Further settings of the bot; null: none.</param>
    public static async Task<Bots> PrepareAsync(NodaTime.Instant? start = null, IReadOnlyDictionary<string, string>? more = null)
    {
        var program = await Published.BotAsync();
        var options = new EmulatorOptions { ClockRuns = true, LongestPoll = TimeSpan.FromSeconds(50), Patience = TimeSpan.FromMinutes(2) };
        return new Bots(await EmulatorServer.StartAsync(start is { } at ? options with { Start = at } : options), program, more);
    }

    public void Start() => _process = Child.Start(_program, ["run"], _folder, Environment(Emulator.BaseUrl, Emulator.Token, _more), quiet: true);

    /// <summary>What the bot's process takes at this moment, and took at most.</summary>
    public (double Now, double Most) Megabytes => (_process!.MemoryMegabytes, _process.PeakMegabytes);

    /// <summary>Waits for so many calls of a method.</summary>
    public async Task CallsAsync(string method, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Emulator.Journal.CallsOf(method).Count < count)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (_process!.HasExited)
            {
                throw new InvalidOperationException("The bot ended by itself.");
            }

            await Task.Delay(1);
        }
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task EndAsync()
    {
        await _process!.EndAsync();
        Stop();
    }

    /// <summary>Kills it.</summary>
    public void Stop()
    {
        _process?.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await Emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
