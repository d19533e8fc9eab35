using NodaTime;

namespace Ontime.Bot;

internal static class TimeProviderExtensions
{
    public static Instant Now(this TimeProvider time) => Instant.FromDateTimeOffset(time.GetUtcNow());
}
