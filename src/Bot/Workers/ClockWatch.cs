using System.Globalization;
using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Workers;

/// <summary>
/// Notes how late it is, so as to see when the clock is set back by days. Members who were looked at while it was ahead wait for its moments, and would
/// hear nothing until then: so everybody is looked at again.
/// </summary>
internal sealed class ClockWatch(Store store, ILogger log)
{
    private const string Meta = "clock";

    private static readonly Duration Often = Duration.FromHours(1), Back = Duration.FromDays(1);

    private Instant? _noted;

    public async Task LookAsync(Instant now, CancellationToken stop)
    {
        var noted = _noted ??= await ReadAsync(stop) ?? Instant.MinValue;
        if (noted - now > Back)
        {
            await store.DueNowAsync(now, stop);
            log.ClockSetBack((long)(noted - now).TotalHours);
        }
        else if (now - noted < Often)
        {
            return;
        }

        // First: where it cannot be written, it is said once an hour.
        _noted = now;
        await store.SetMetaAsync(Meta, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), stop);
    }

    private async Task<Instant?> ReadAsync(CancellationToken stop) =>
        await store.MetaAsync(Meta, stop) is { } kept ? Instant.FromUnixTimeSeconds(long.Parse(kept, CultureInfo.InvariantCulture)) : null;
}
