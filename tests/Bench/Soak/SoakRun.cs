using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Ontime.Bot;
using Ontime.Emulator;

namespace Ontime.Bench.Soak;

/// <summary>
/// Mixed traffic of a town with a steady number of people while months pass: a quarter of an hour at a time, an hour at night, each only when the
/// bot has nothing left to do. Every minute of ours a line is written and kept; in the end they are held against what may grow.
/// </summary>
internal sealed class SoakRun : IAsyncDisposable
{
    private const int Kept = 14, QuietLooks = 8, ActsAVisit = 5, FirstHour = 8, LastHour = 23;
    private const double VisitsADay = 1.5;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(3), Patience = TimeSpan.FromSeconds(20), Every = TimeSpan.FromMinutes(1);
    private static readonly Duration Step = Duration.FromMinutes(15), Night = Duration.FromHours(1), Act = Duration.FromSeconds(20), TapLife = Duration.FromSeconds(150);
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 4, 0);

    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-soak-").FullName;
    private readonly EmulatorServer _emulator;
    private readonly Town _town;
    private readonly Office _office;
    private readonly Child _bot;
    private readonly long _firstUpdate;
    private readonly List<Sample> _samples = [];
    private int _hurried;

    private SoakRun(EmulatorServer emulator, int people, int seed)
    {
        _emulator = emulator;
        _firstUpdate = emulator.Queue.NextUpdateId;
        foreach (var file in Directory.EnumerateFiles(DialogFolder.Default(), "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Dialogs, Path.GetRelativePath(DialogFolder.Default(), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

#pragma warning disable RS0030 // A seed is given.
        _town = new Town(emulator, people, new Random(seed));
#pragma warning restore RS0030
        _office = new Office(emulator, Dialogs);
        _bot = Child.Start(Published.Bench, ["soakhost", $"{Start.ToUnixTimeMilliseconds()}"], _folder, Settings(), quiet: false);
    }

    private string Dialogs => Path.Combine(_folder, "dialogs");

    private string Backups => Path.Combine(_folder, "backups");

    private string Database => Path.Combine(_folder, "data", "coach.db");

    public static async Task<int> RunAsync(int minutes, int people, int seed)
    {
        var emulator = await EmulatorServer.StartAsync(new EmulatorOptions
        {
            Start = Start, ClockRuns = true, LongestPoll = TimeSpan.FromSeconds(50), Patience = TimeSpan.FromMinutes(1), Remembers = 300,
        });
        foreach (var expected in (string[])["message is not modified", "query is too old", "message to delete not found", "message to edit not found", "bot was blocked by the user"])
        {
            emulator.Allow(expected);
        }

        await using var run = new SoakRun(emulator, people, seed);
        return await run.LiveAsync(TimeSpan.FromMinutes(minutes));
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<int> LiveAsync(TimeSpan span)
    {
        Console.WriteLine(Sample.Head());
        var (watch, next, day) = (Stopwatch.StartNew(), Every / 4, 0);
        await SettleAsync();
        for (var today = LocalDate.MinIsoValue; watch.Elapsed < span;)
        {
            var here = _emulator.Now.InZone(Zone).LocalDateTime;
            if (here.Date != today && here.Hour >= FirstHour)
            {
                today = here.Date;
                _town.Dawn();
                await SettleAsync();
                await _office.WorkAsync(++day);
            }

            await StepAsync(here.Hour is >= FirstHour and < LastHour);
            if (watch.Elapsed >= next)
            {
                next += Every;
                await WeighAsync();
            }
        }

        await WeighAsync();
        return await EndAsync(day);
    }

    private async Task StepAsync(bool daylight)
    {
        var then = _emulator.Now + (daylight ? Step : Night);
        if (daylight)
        {
            _town.Visit(VisitsADay / ((LastHour - FirstHour) * 4));
            for (var act = 0; act < ActsAVisit; act++)
            {
                _town.Act();
                await SettleAsync();
                await PassAsync(Act);
            }
        }

        await PassAsync(then - _emulator.Now);
        await SettleAsync();
    }

    private async Task PassAsync(Duration time)
    {
        _emulator.Advance(time);
        await AskAsync($"pass {(long)time.TotalMilliseconds}");
    }

    /// <summary>Every update confirmed, every tap answered, the bot polls again, and no call came for a moment.</summary>
    private async Task SettleAsync()
    {
        var (began, calls, quiet) = (Stopwatch.GetTimestamp(), -1, 0);
        while (quiet < QuietLooks)
        {
            var now = _emulator.Journal.Count;
            quiet = now == calls && _emulator.Waiting && _emulator.Queue.Pending == 0 && !_emulator.Journal.Unanswered.Any(IsYoung) ? quiet + 1 : 0;
            calls = now;
            if (_bot.HasExited)
            {
                throw new InvalidOperationException("The bot ended by itself.");
            }

            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                _hurried++;
                return;
            }

            await Task.Delay(Look);
        }

        bool IsYoung(Tap tap) => _emulator.Now - tap.At < TapLife;
    }

    private async Task WeighAsync()
    {
        var weight = JsonSerializer.Deserialize<Weight>(await AskAsync("weigh"))!;
        _samples.Add(Sample.Take(_emulator.Now, _emulator.Queue.NextUpdateId - _firstUpdate, _emulator.Journal.Count, weight, Database, Backups));
        Console.WriteLine(_samples[^1].Line());
    }

    private async Task<string> AskAsync(string order)
    {
        await _bot.Orders.WriteLineAsync(order);
        await _bot.Orders.FlushAsync();
        return await _bot.LineAsync();
    }

    private async Task<int> EndAsync(int days)
    {
        var wrong = Verdict.Of(_samples, _town, _office, Kept);
        wrong.AddRange(_emulator.Refusals.Select(refusal => $"refused: {refusal}").Distinct());
        _bot.Orders.Close();
        await _bot.ExitedAsync();
        var log = await File.ReadAllLinesAsync(Path.Combine(_folder, SoakHost.LogFile));
        foreach (var kind in log.Select(line => line.Split(' ', 4)).Where(parts => parts.Length == 4 && parts[1] != "info").CountBy(parts => $"{parts[1]} {parts[2]}").OrderByDescending(kind => kind.Value))
        {
            Console.WriteLine($"log: {kind.Value} × {kind.Key}: {log.First(line => line.Contains($" {kind.Key} ", StringComparison.Ordinal)).Split(' ', 4)[3]}");
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{days} days, {_samples[^1].Updates} updates, {_samples[^1].Calls} calls; {_town.People} people, {_town.Left} left; {_office.Casts.Count} broadcasts, {_office.Sets.Count} sets of dialogs, {_town.Failed.Count} inputs that failed; {_hurried} times not settled; {wrong.Count} problems"));
        wrong.Take(30).ToList().ForEach(Console.WriteLine);
        return wrong.Count == 0 ? 0 : 1;
    }

    private Dictionary<string, string> Settings()
    {
        var settings = Bots.Environment(_emulator.BaseUrl, _emulator.Token, new Dictionary<string, string>
        {
            ["Admin__Ids"] = $"{Office.Id}",
            ["Backup__Path"] = Backups,
            ["Backup__Keep"] = $"{Kept}",
            ["Dialogs__Path"] = Dialogs,
        });
        foreach (var (key, value) in Load.Runtime)
        {
            settings[key] = value;
        }

        return settings;
    }
}
