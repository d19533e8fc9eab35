using System.Globalization;
using System.Text;
using NodaTime;

namespace Ontime.Storage.Backups;

/// <summary>
/// The list of the forgotten outside of the store, so that it outlives it: one text file a store in a folder, a line each with hash and moment.
/// Whoever has the list alone learns no name from it.
/// </summary>
public sealed class ForgottenList(string folder)
{
    private const string Prefix = "forgotten-", Suffix = ".txt";

    /// <summary>Adds those that are not in it yet; durable on return.</summary>
    /// <param name="by">The store's <see cref="Store.ForgottenBy"/>.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Add(string by, IReadOnlyList<ForgottenRow> rows)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Prefix}{by}{Suffix}");
        var there = Read(path);
        var text = new StringBuilder();
        foreach (var row in rows.Where(row => !there.TryGetValue(Hex(row), out var at) || at < row.At))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Hex(row)} {row.At.ToUnixTimeMilliseconds()}\n");
        }

        if (text.Length == 0)
        {
            return;
        }

        using var file = Sqlite.SqliteFile.Touch(path, FileShare.Read);
        file.Seek(0, SeekOrigin.End);

        // A line cut off by a full disk or a kill must not swallow the next one.
        file.Write(Encoding.ASCII.GetBytes(file.Length == 0 ? text.ToString() : $"\n{text}"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>The lists of the folder: the moments by hash in hexadecimal, by <see cref="Store.ForgottenBy"/>.</summary>
    internal IReadOnlyDictionary<string, IReadOnlyDictionary<string, Instant>> All() => !Directory.Exists(folder)
        ? new Dictionary<string, IReadOnlyDictionary<string, Instant>>()
        : Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}").ToDictionary(
            path => Path.GetFileName(path)[Prefix.Length..^Suffix.Length], IReadOnlyDictionary<string, Instant> (path) => Read(path));

    private static string Hex(ForgottenRow row) => Convert.ToHexStringLower(row.Hash);

    /// <summary>A line that cannot be read was cut off, and stands again behind it.</summary>
    private static Dictionary<string, Instant> Read(string path)
    {
        var read = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (var line in File.Exists(path) ? File.ReadAllLines(path) : [])
        {
            if (line.Split(' ') is [{ Length: 32 } hash, var moment] && long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var ms))
            {
                var at = Instant.FromUnixTimeMilliseconds(ms);
                read[hash] = read.TryGetValue(hash, out var before) ? Instant.Max(before, at) : at;
            }
        }

        return read;
    }
}
