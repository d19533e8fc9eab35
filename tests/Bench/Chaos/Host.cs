using System.Diagnostics;
using System.Globalization;

namespace Ontime.Bench.Chaos;

/// <summary>One process of the bot, and what it logged last.</summary>
internal sealed class Host : IDisposable
{
    private const int Kept = 40;

    private readonly Process _process;
    private static readonly string[] Drops = ["was given up", "could not be sent", "could not be taken in", "inputs failed with"];

    private readonly Queue<string> _log = [];
    private readonly List<string> _dropped = [];
    private volatile bool _leads, _started;

    public Host(string clockFile, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Published.Bench, Victim.Verb, clockFile])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>It has said so.</summary>
    public bool Started => _started;

    /// <summary>By its own words; only where several share a store.</summary>
    public bool Leads => _leads && !HasExited;

    /// <summary>Lines that tell of something dropped, or of an input that failed.</summary>
    public IReadOnlyList<string> Dropped
    {
        get { lock (_log) { return [.. _dropped]; } }
    }

    public string Log
    {
        get { lock (_log) { return string.Join("\n  ", _log); } }
    }

    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>TERM, STOP or CONT.</summary>
    public async Task SignalAsync(string name)
    {
        // The shell's own: a small machine has no program of that name.
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{name} {_process.Id}")]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Asks it to end, and waits until it has.</summary>
    public async Task<int> EndAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        _started |= line.Contains("Started as", StringComparison.Ordinal);
        _leads = line.Contains("leads now", StringComparison.Ordinal) || (_leads && !line.Contains("leads no more", StringComparison.Ordinal));
        lock (_log)
        {
            _log.Enqueue(line);
            if (Drops.Any(line.Contains))
            {
                _dropped.Add(line);
            }

            if (_log.Count > Kept)
            {
                _log.Dequeue();
            }
        }
    }
}
