using NodaTime;
using NodaTime.TimeZones;

namespace Ontime;

/// <summary>Local times as moments. A time that daylight saving skips is shifted forward; one that comes twice is the earlier.</summary>
internal static class Clocks
{
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted);

    public static Instant At(LocalDate date, LocalTime time, DateTimeZone zone) => date.At(time).InZone(zone, Resolver).ToInstant();
}
