using System.Globalization;
using System.Runtime.InteropServices;

namespace Ontime.Bench;

/// <summary>What was measured on, and how figures are shown.</summary>
internal static class Machine
{
    public static void Print()
    {
        var model = File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
        Console.WriteLine($"{Environment.ProcessorCount} cores, {model ?? "unknown processor"}, {RuntimeInformation.OSDescription}, .NET {Environment.Version}, load {Load}");
    }

    /// <summary>How many wanted a processor within the last minute.</summary>
    public static string Load => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    public static void Report(string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: p50 {At(milliseconds, 0.5):F2} ms, p95 {At(milliseconds, 0.95):F2} ms, p99 {At(milliseconds, 0.99):F2} ms, max {milliseconds[^1]:F2} ms ({milliseconds.Count} times)"));
    }

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Floor(sorted.Count * share))];
}
