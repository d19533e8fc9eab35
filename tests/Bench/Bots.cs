using System.Diagnostics;
using Ontime.Emulator;

namespace Ontime.Bench;

/// <summary>The bot as a user runs it: the built executable, as a process of its own, against an emulator.</summary>
internal sealed class Bots : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-bench-").FullName;
    private Process? _process;

    private Bots(EmulatorServer emulator) => Emulator = emulator;

    public EmulatorServer Emulator { get; }

    public long Memory
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    public static async Task<Bots> PrepareAsync() =>
        new(await EmulatorServer.StartAsync(new EmulatorOptions { ClockRuns = true, LongestPoll = TimeSpan.FromSeconds(50), Patience = TimeSpan.FromMinutes(2) }));

    public void Start()
    {
        // The executable that was built beside this one, with its own runtime settings.
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ontime.dll"), "run"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = _folder,
        };
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["Telegram__Token"] = Emulator.Token,
            ["Telegram__BaseUrl"] = Emulator.BaseUrl.ToString(),
            ["Delivery__PerSecond"] = "0",
            ["Delivery__BulkPerSecond"] = "0",
            ["Delivery__PerChatPerSecond"] = "0",
        })
        {
            start.Environment[key] = value;
        }

        _process = Process.Start(start)!;
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    /// <summary>Waits for so many calls of a method; spins, so that the waiting adds nothing.</summary>
    public async Task CallsAsync(string method, int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Emulator.Journal.CallsOf(method).Count < count)
        {
            patience.Token.ThrowIfCancellationRequested();
            if (_process!.HasExited)
            {
                throw new InvalidOperationException($"The bot ended with {_process.ExitCode}.");
            }

            await Task.Delay(1);
        }
    }

    public void Stop()
    {
        _process?.Kill();
        _process?.WaitForExit();
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
