using System.Globalization;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Members;

/// <summary>Time zones, by the name of a city, by tz id, or by offset.</summary>
internal static class Zones
{
    /// <summary>Beijing is where most people are; whoever is elsewhere says so in /settings or when the first session asks. A document without a zone means it.</summary>
    public const string Usual = "Asia/Shanghai";

    private const string Offset = "UTC";
    private static readonly string[] Prefixes = ["utc", "gmt"];

    /// <summary>The local day of a member.</summary>
    public static LocalDate Today(Member member, Instant now) => now.InZone(Find(member.Zone)).Date;

    /// <summary>The zone of a stored id: a tz id, or a fixed offset such as "UTC+05:45".</summary>
    public static DateTimeZone Find(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id)
        ?? (id.StartsWith(Offset, StringComparison.Ordinal) ? DateTimeZone.ForOffset(ReadOffset(id[Offset.Length..]) ?? NodaTime.Offset.Zero) : DateTimeZone.Utc);

    /// <returns>The id to store; null where the words name no zone.</returns>
    public static string? Read(DialogSet set, string text)
    {
        var words = Cleaned.Text(text).Trim().TrimEnd('。', '.').ToLowerInvariant();
        if (set.Cities.TryGetValue(words, out var zone) || set.Cities.TryGetValue(words.TrimEnd('市'), out zone))
        {
            return zone;
        }

        if (DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Contains('/') && id.Equals(words.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase)) is { } tz)
        {
            return tz;
        }

        var bare = words.Replace(" ", "");
        var prefix = Prefixes.FirstOrDefault(name => bare.StartsWith(name, StringComparison.Ordinal));
        if (bare.StartsWith('东') || bare.StartsWith('西'))
        {
            var hours = Typist.Read(Kind.Count, bare[1..].TrimEnd('区'), Language.ZhHans, new LocalDate(2000, 1, 1)) as Typed.Number;
            return hours is { Value: >= 0 and <= 14 } && bare.EndsWith('区') ? Named(NodaTime.Offset.FromHours((int)hours.Value * (bare[0] == '东' ? 1 : -1))) : null;
        }

        var sign = bare[(prefix?.Length ?? 0)..];
        return sign.Length == 0 && prefix is not null ? Named(NodaTime.Offset.Zero)
            : sign is ['+' or '-', ..] && ReadOffset(sign) is { } offset ? Named(offset) : null;
    }

    private static string Named(Offset offset) =>
        $"{Offset}{(offset.Seconds < 0 ? '-' : '+')}{Math.Abs(offset.Seconds) / 3600:00}:{Math.Abs(offset.Seconds) / 60 % 60:00}";

    /// <summary>“+8”, “+05:45”, “-0330”.</summary>
    private static Offset? ReadOffset(string text)
    {
        if (text is not ['+' or '-', .. var digits])
        {
            return null;
        }

        var parts = digits.Contains(':') ? digits.Split(':') : digits.Length > 2 ? [digits[..^2], digits[^2..]] : [digits];
        if (parts.Length > 2 || !Small(parts[0], 14, out var hours) || !Small(parts.Length == 2 ? parts[1] : "0", 59, out var minutes))
        {
            return null;
        }

        var seconds = ((hours * 60) + minutes) * 60;
        return NodaTime.Offset.FromSeconds(text[0] == '-' ? -seconds : seconds);
    }

    private static bool Small(string text, int most, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= most && text.Length <= 2;
}
