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

    private static readonly string[] Being =
        ["i've moved to ", "i have moved to ", "i moved to ", "we moved to ", "we've moved to ", "i just moved to ", "i now live in ", "i live in ", "we live in ", "i'm living in ", "i am living in ", "i'm in ", "i am in ", "i'm now in ", "i am now in ",
        "我搬到了", "我搬到", "我搬去了", "搬到了", "搬到", "我现在住在", "我现在在", "我现在人在", "我人在", "我住在", "我已经在", "我到了", "我来到了", "我到", "我在", "住在", "人在"];

    private static readonly string[] Since = [" now", " these days", " since last month", " at the moment", "那边了", "这边了", "生活", "工作", "上班", "读书", "那边", "这边", "了"];

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

    /// <summary>Where somebody says that they live: “I moved to Berlin”, “我现在在纽约”.</summary>
    /// <returns>The id to store; null where nothing of it is said, or no city that is known.</returns>
    public static string? Lived(DialogSet set, string text)
    {
        var words = Plain.Of(text).TrimEnd('.', '!');
        if (Being.Where(word => words.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length) is not { } being)
        {
            return null;
        }

        words = words[being.Length..];
        return Read(set, words) ?? (Since.Where(words.EndsWith).MaxBy(word => word.Length) is { } since ? Read(set, words[..^since.Length]) : null);
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
