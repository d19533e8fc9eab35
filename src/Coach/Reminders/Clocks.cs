using NodaTime;
using NodaTime.TimeZones;

namespace Ontime;

/// <summary>Local times as moments. A time that daylight saving skips is shifted forward; one that comes twice is the earlier.</summary>
internal static class Clocks
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    /// <summary>Longer than any offset: a stretch of one offset that reaches this far around a local time holds it once, and no other does.</summary>
    private static readonly Duration Around = Duration.FromDays(1);

    public static Instant At(LocalDate date, LocalTime time, DateTimeZone zone)
    {
        var local = date.At(time);
        var read = local.InUtc().ToInstant();
        var stretch = zone.GetZoneInterval(read);
        return (!stretch.HasStart || read - stretch.Start > Around) && (!stretch.HasEnd || stretch.End - read > Around)
            ? read - Duration.FromSeconds(stretch.WallOffset.Seconds)
            : local.InZone(zone, Resolver).ToInstant();
    }
}
