using System.Collections.Immutable;
using NodaTime;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>How often the coach may speak unasked.</summary>
internal static class Pace
{
    private const int ADay = 2, AWeek = 5, AnHour = 4, IgnoredAtMost = 3, HalvedAtMost = 2;

    private static readonly Duration Hour = Duration.FromHours(1), Week = Duration.FromDays(7), Answering = Duration.FromMinutes(10), Apart = Duration.FromMinutes(30);

    /// <summary>Short questions come daily for two weeks, then weekly.</summary>
    private static readonly Duration Daily = Duration.FromDays(14);

    /// <summary>The person spoke: whatever was ignored before is no longer.</summary>
    public static Member Heard(Member member, Instant now) => member with { LastInput = now, Ignored = 0, Reachable = true };

    /// <summary>The coach spoke unasked about something else than bills. The one before counts as ignored where nothing came back.</summary>
    public static Member Spoke(Member member, Instant now) => SpokeOfBills(member, now) with
    {
        Ignored = Ignored(member),
        LastUnasked = now,
        Nudges = [.. member.Nudges.Where(at => now - at < Week), now],
    };

    public static Member SpokeOfBills(Member member, Instant now) => member with { Spoken = [.. member.Spoken.Where(at => now - at < Hour), now] };

    /// <summary>How many in a row went unanswered, the last one included.</summary>
    public static int Ignored(Member member) =>
        member.LastUnasked is { } last ? member.LastInput < last ? member.Ignored + 1 : 0 : member.Ignored;

    /// <summary>Three in a row were ignored: half as often from now on.</summary>
    public static bool ShouldHalve(Member member) => Ignored(member) >= IgnoredAtMost && member.Halved < HalvedAtMost;

    public static Member Halve(Member member) => member with { Halved = Math.Min(member.Halved + 1, HalvedAtMost), Ignored = 0, LastUnasked = null };

    /// <summary>How many days to leave between two sessions of short questions; null: not before the person comes back.</summary>
    public static int? Gap(Member member, Instant now) =>
        Ignored(member) >= IgnoredAtMost && member.Halved == HalvedAtMost ? null
        : (now - member.Joined < Daily ? 1 : 7) << member.Halved;

    /// <summary>Nothing unasked at all: paused, out of reach, or quiet after words of distress.</summary>
    public static bool Silent(Member member, Instant now) =>
        member.Paused != Paused.No || !member.Reachable || (member.QuietUntil is { } until && now < until);

    /// <summary>
    /// The earliest moment, from this one on, at which something outside bills may be said: not while the person is answering, at most 2 a day and 5
    /// in seven days, half an hour after anything else, never in quiet hours but at the hour the person chose.
    /// </summary>
    public static Instant May(Member member, Instant at, Instant now, bool ownHour)
    {
        var zone = Zones.Find(member.Zone);
        var earliest = Instant.Max(at, AnsweringUntil(member, now) ?? at);
        if (Past(member.Spoken, now) is [.., var last] && last + Apart > earliest)
        {
            earliest = last + Apart;
        }

        if (Past(member.Nudges, now) is { Count: >= ADay } nudges)
        {
            earliest = Spread(earliest, nudges, zone);
        }

        // A wake may come late: what counts is the hour at which it would be said.
        var quiet = Quiet.Of(member);
        var said = Instant.Max(earliest, now);
        return quiet.Holds(said, zone) && !(ownHour && quiet.Holds(at, zone)) ? quiet.End(said, zone) : earliest;
    }

    /// <summary>Not more a day, nor more in seven days, than may be.</summary>
    private static Instant Spread(Instant earliest, ImmutableList<Instant> nudges, DateTimeZone zone)
    {
        var local = earliest.InZone(zone);
        var at = nudges.Count(one => one.InZone(zone).Date == local.Date) >= ADay ? Clocks.At(local.Date.PlusDays(1), local.TimeOfDay, zone) : earliest;
        return nudges.Where(one => at - one < Week).ToList() is { Count: >= AWeek } recent ? recent[^AWeek] + Week : at;
    }

    /// <summary>Whether what was asked for at a moment still comes at that moment; after an outage of hours it is a reminder like any other.</summary>
    public static bool InTime(Instant wanted, Instant now) => now - wanted <= Hour;

    /// <summary>Nobody is interrupted: until when this person is in the middle of answering; null: they are not.</summary>
    public static Instant? AnsweringUntil(Member member, Instant now) => member.LastInput <= now && now - member.LastInput < Answering ? member.LastInput + Answering : null;

    /// <summary>The circuit breaker: after four unasked messages within an hour nothing more, whatever the reason. Null: it has not tripped.</summary>
    public static Instant? BrokenUntil(Member member, Instant now)
    {
        var recent = Past(member.Spoken, now).Where(at => now - at < Hour).ToList();
        return recent.Count >= AnHour ? recent[^AnHour] + Hour : null;
    }

    /// <summary>Marks of a clock that was ahead hold nothing back once it is put right.</summary>
    private static ImmutableList<Instant> Past(ImmutableList<Instant> marks, Instant now) => marks.IsEmpty ? marks : Until(marks, now);

    private static ImmutableList<Instant> Until(ImmutableList<Instant> marks, Instant now) => marks.RemoveAll(at => at > now);
}
