using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Ontime.Bot.Charts;

/// <summary>Turns SVG into PNG by <c>rsvg-convert</c>, a process of its own with a time limit: what hangs or breaks there stays there.</summary>
/// <param name="tool">The program, found on the path.</param>
internal sealed class Rasteriser(string tool, TimeSpan limit, ILogger log) : IDisposable
{
    public const string Tool = "rsvg-convert";
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Pictures drawn at the same time.</summary>
    private const int AtOnce = 2;

    private const int LargestAnswer = 60 * 1024 * 1024;

    private readonly SemaphoreSlim _gate = new(AtOnce);

    /// <summary>Null where the program is not there, refuses the drawing, or takes too long.</summary>
    public async Task<byte[]?> DrawAsync(string svg, CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(limit);
        try
        {
            return await Child.RunAsync(tool, ["--format", "png"], Encoding.UTF8.GetBytes(svg), LargestAnswer, end.Token);
        }
        catch (Exception fault) when (fault is Win32Exception or IOException || (fault is OperationCanceledException && !stop.IsCancellationRequested))
        {
            log.NoPicture(tool, fault.GetType().Name);
            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}

/// <summary>A short-lived child process: bytes in, bytes out.</summary>
internal static class Child
{
    /// <summary>Its output; null where it failed. It does not outlive the call.</summary>
    /// <exception cref="Win32Exception">There is no such program.</exception>
    public static async Task<byte[]?> RunAsync(string program, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, int most, CancellationToken stop)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true,
            },
        };
        process.Start();
        try
        {
            var output = ReadAsync(process.StandardOutput.BaseStream, most, stop);
            var errors = process.StandardError.BaseStream.CopyToAsync(Stream.Null, stop);
            await process.StandardInput.BaseStream.WriteAsync(input, stop);
            process.StandardInput.Close();
            var bytes = await output;
            await errors;
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0 && bytes is { Length: > 0 } ? bytes : null;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static async Task<byte[]?> ReadAsync(Stream stream, int most, CancellationToken stop)
    {
        using var all = new MemoryStream();
        var part = new byte[64 * 1024];
        while (await stream.ReadAsync(part, stop) is > 0 and var read)
        {
            if (all.Length + read > most)
            {
                throw new IOException("The program answers without end.");
            }

            all.Write(part, 0, read);
        }

        return all.ToArray();
    }
}
