using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;

namespace Ontime.Members.Documents;

/// <summary>
/// Moments as seconds after the person joined. The shell cuts its clock to them; milliseconds of an earlier document stay, as a fraction.
/// </summary>
/// <param name="start">Milliseconds since 1970.</param>
internal readonly struct Moments(long start)
{
    private const int Second = 1000;

    /// <summary>Seconds since 1970, for what stands before the joining.</summary>
    public static readonly Moments Unix = new(0);

    public static Moments Of(Instant joined) => new(joined.ToUnixTimeMilliseconds());

    public long Milliseconds(Instant at) => at.ToUnixTimeMilliseconds() - start;

    public Instant Instant(long milliseconds) => NodaTime.Instant.FromUnixTimeMilliseconds(checked(start + milliseconds));

    public void Write(Utf8JsonWriter json, string key, Instant? at)
    {
        if (at is { } moment)
        {
            json.WritePropertyName(key);
            Write(json, moment);
        }
    }

    public void Write(Utf8JsonWriter json, Instant at)
    {
        var (seconds, rest) = Math.DivRem(Milliseconds(at), Second);
        if (rest == 0)
        {
            json.WriteNumberValue(seconds);
        }
        else
        {
            json.WriteNumberValue(seconds + (rest / (decimal)Second));
        }
    }

    public Instant Read(ref Utf8JsonReader json) =>
        Instant(json.TryGetInt64(out var seconds) ? checked(seconds * Second) : (long)checked(json.GetDecimal() * Second));

    public static void Append(ref DefaultInterpolatedStringHandler line, long milliseconds)
    {
        if (milliseconds % Second == 0)
        {
            line.AppendFormatted(milliseconds / Second);
        }
        else
        {
            line.AppendFormatted(milliseconds / (decimal)Second);
        }
    }

    /// <summary>The milliseconds of what <see cref="Append"/> wrote.</summary>
    public static long Parse(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? checked(seconds * Second)
        : decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parts) ? (long)checked(parts * Second)
        : throw new JsonException("No seconds here.");
}
