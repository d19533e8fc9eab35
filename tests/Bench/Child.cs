using System.Diagnostics;

namespace Ontime.Bench;

/// <summary>A program as a process of its own, and what it uses.</summary>
internal sealed class Child : IDisposable
{
    private readonly Process _process;

    private Child(Process process) => _process = process;

    public double MemoryMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>The most it ever took.</summary>
    public double PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1_048_576.0;
        }
    }

    /// <summary>What all its threads used of the processor so far.</summary>
    public TimeSpan Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its standard input.</summary>
    public StreamWriter Orders => _process.StandardInput;

    public bool HasExited => _process.HasExited;

    /// <param name="program">The path of the assembly, so that it runs with its own runtime settings.</param>
    /// <param name="quiet">True: its output is thrown away, since nobody reads it.</param>
    public static Child Start(string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string> environment, bool quiet)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        if (quiet)
        {
            _ = process.StandardOutput.ReadToEndAsync();
        }

        return new Child(process);
    }

    /// <summary>The next line it writes.</summary>
    public async Task<string> LineAsync() =>
        await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("A process of the bench ended before its time.");

    /// <summary>SIGTERM, as whoever runs it ends it.</summary>
    public async Task EndAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync();
    }

    public Task ExitedAsync() => _process.WaitForExitAsync();

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
