using System.Globalization;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Whether the bot can do its work at this moment. That Telegram knows the token is not enough: each part answers for itself.</summary>
internal sealed class Health(Store store, TimeProvider time)
{
    /// <summary>The part that brings updates, by poll or by webhook.</summary>
    public const string Updates = "updates";

    /// <summary>Two long polls: a poll that has not come back by then is lost.</summary>
    public static readonly Duration Fresh = Duration.FromSeconds(2 * Telegram.Limits.PollSeconds);

    /// <summary>A chat that Telegram holds back waits minutes; what waits longer does not go out.</summary>
    private static readonly Duration MostLag = Duration.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Func<string?>> _parts = [];
    private readonly Dictionary<string, Func<string?>> _minor = [];

    /// <param name="part">Its name, before the trouble. A second one of the same name takes its place.</param>
    /// <param name="trouble">What is wrong with it now; null: nothing.</param>
    public void Watch(string part, Func<string?> trouble)
    {
        lock (_lock)
        {
            _parts[part] = trouble;
        }
    }

    /// <summary>As <see cref="Watch"/>, of something that somebody should look after though the work goes on.</summary>
    public void WatchMinor(string part, Func<string?> trouble)
    {
        lock (_lock)
        {
            _minor[part] = trouble;
        }
    }

    /// <summary>What does not keep it from being ready, a line each.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            lock (_lock)
            {
                return [.. from part in _minor let wrong = part.Value() where wrong is not null select $"{part.Key}: {wrong}"];
            }
        }
    }

    /// <summary>What keeps it from being ready, a line each; empty: ready.</summary>
    public async Task<IReadOnlyList<string>> TroublesAsync(CancellationToken cancellationToken)
    {
        List<string> troubles = [];
        if (await StoreAsync(cancellationToken) is { } stored)
        {
            troubles.Add(stored);
        }

        lock (_lock)
        {
            foreach (var (part, trouble) in _parts)
            {
                if (trouble() is { } wrong)
                {
                    troubles.Add($"{part}: {wrong}");
                }
            }
        }

        return troubles;
    }

    /// <summary>What is wrong with something that must have succeeded lately; null: nothing, or it has not begun.</summary>
    public static string? Stale(Instant? lastSuccess, Instant now) =>
        lastSuccess is { } last && now - last > Fresh ? $"no answer for {Seconds(now - last)} s" : null;

    private async Task<string?> StoreAsync(CancellationToken cancellationToken)
    {
        try
        {
            var health = await store.HealthAsync(cancellationToken);
            if (health.Trouble is { } trouble)
            {
                return $"store: {trouble}";
            }

            var lag = time.Now() - health.Oldest;
            return lag > MostLag ? $"outbox: a message waits for {Seconds(lag.Value)} s" : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return $"store: {fault.GetType().Name}";
        }
    }

    private static string Seconds(Duration time) => ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
