using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;
using Ontime.Storage;

namespace Ontime.Bot.Workers;

/// <summary>One backup a night at a quiet hour, the last ones kept; a night that was missed is made up for. The name says the night, so there is one.</summary>
internal sealed class Backups(Store store, Backup where, TimeProvider time, ILogger log) : IDisposable
{
    private const string Prefix = "ontime-", Suffix = ".db";

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly LocalTime Hour = new(4, 0);
    private static readonly LocalDatePattern Name = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");

    /// <summary>A start has other things to do first.</summary>
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(1);

    /// <summary>How long it may sleep: a clock can be set, and a failed night is tried again.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Why the last one failed; null: it did not.</summary>
    public string? Trouble { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(AfterStart, time, stop);
            while (true)
            {
                if (!File.Exists(FileOf(Night(time.Now()))))
                {
                    await TryAsync(stop);
                }

                var now = time.Now();
                var wait = (Next(now) - now).ToTimeSpan();
                await Task.Delay(wait < Look ? wait : Look, time, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The way out.
        }
    }

    /// <summary>Makes the one of this night, or makes it anew. Never two at once.</summary>
    /// <returns>The file.</returns>
    /// <exception cref="StoreException">It could not be made; <see cref="Trouble"/> says so until one is.</exception>
    public async Task<string> MakeAsync(CancellationToken stop)
    {
        await _one.WaitAsync(stop);
        try
        {
            var night = Night(time.Now());
            var file = FileOf(night);
            var began = time.GetTimestamp();
            Directory.CreateDirectory(where.Path);
            await store.BackupAsync(file, replace: true, stop);
            Rotate(night);
            Trouble = null;
            log.BackedUp(file, new FileInfo(file).Length, (long)time.GetElapsedTime(began).TotalMilliseconds);
            return file;
        }
        catch (Exception fault) when (fault is StoreException or IOException or UnauthorizedAccessException)
        {
            Trouble = fault is StoreException ? fault.Message : $"The folder {where.Path} cannot be written ({fault.GetType().Name}). Check Backup:Path and its rights.";
            log.BackupFailed(Trouble);
            throw fault as StoreException ?? new StoreException(Trouble, transient: true, fault);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>The newest night there is a backup of; null: none.</summary>
    public static LocalDate? Newest(string folder) => Files(folder).Select(file => (LocalDate?)file.Night).FirstOrDefault();

    /// <summary>The night a moment belongs to: until the hour it is still the one before.</summary>
    public static LocalDate Night(Instant now)
    {
        var here = now.InZone(Zone).LocalDateTime;
        return here.TimeOfDay < Hour ? here.Date.PlusDays(-1) : here.Date;
    }

    public void Dispose() => _one.Dispose();

    private static Instant Next(Instant now) => Night(now).PlusDays(1).At(Hour).InZoneLeniently(Zone).ToInstant();

    private string FileOf(LocalDate night) => Path.Combine(where.Path, $"{Prefix}{Name.Format(night)}{Suffix}");

    private async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await MakeAsync(stop);
        }
        catch (StoreException)
        {
            // Logged, shown by health, and tried again.
        }
    }

    /// <summary>A night still to come was named by a clock that was ahead: it takes no true one's place.</summary>
    private void Rotate(LocalDate last)
    {
        foreach (var (path, _) in Files(where.Path).Where(file => file.Night <= last).Skip(where.Keep))
        {
            File.Delete(path);
        }
    }

    /// <summary>The backups of a folder, the newest first. Whatever has another name is somebody else's.</summary>
    private static List<(string Path, LocalDate Night)> Files(string folder) => !Directory.Exists(folder) ? [] :
    [
        .. from path in Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}")
           let parsed = Name.Parse(Path.GetFileName(path)[Prefix.Length..^Suffix.Length])
           where parsed.Success
           orderby parsed.Value descending
           select (path, parsed.Value),
    ];
}
