using NodaTime;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>How often the coach may speak unasked.</summary>
internal static class Pace
{
    /// <summary>Days between two sessions of short questions, by how many in a row went unanswered; after that only the return.</summary>
    private static readonly int[] Gaps = [1, 2, 4];

    private static readonly LocalTime QuietFrom = new(22, 0), QuietUntil = new(8, 0);

    /// <summary>The person spoke: whatever was ignored before is no longer.</summary>
    public static Member Heard(Member member, Instant now) => member with { LastInput = now, Ignored = 0, Reachable = true };

    /// <summary>The coach spoke unasked. The one before counts as ignored where nothing came back.</summary>
    public static Member Spoke(Member member, Instant now) => member with
    {
        Ignored = member.LastUnasked is { } last && member.LastInput < last ? member.Ignored + 1 : 0,
        LastUnasked = now,
    };

    /// <summary>How many days to leave between; null: not before the person comes back.</summary>
    public static int? Gap(Member member)
    {
        var ignored = member.Ignored + (member.LastUnasked is { } last && member.LastInput < last ? 1 : 0);
        return ignored < Gaps.Length ? Gaps[ignored] : null;
    }

    /// <summary>Nothing unasked at all: paused, out of reach, or quiet after words of distress.</summary>
    public static bool Silent(Member member, Instant now) =>
        member.Paused != Paused.No || !member.Reachable || (member.QuietUntil is { } until && now < until);

    public static bool IsQuiet(LocalTime time) => time >= QuietFrom || time < QuietUntil;

    /// <summary>The moment itself, or the end of the quiet hours it falls into.</summary>
    public static Instant OutOfQuiet(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        return !IsQuiet(local.TimeOfDay) ? at
            : Clocks.At(local.TimeOfDay < QuietUntil ? local.Date : local.Date.PlusDays(1), QuietUntil.PlusHours(1), zone);
    }
}
