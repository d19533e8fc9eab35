using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Plan;
using Ontime.Tests.Dialogs;

namespace Ontime.Tests.Plan;

/// <summary>A member with a plan that began on 22 November 2026 in Shanghai.</summary>
internal static class PlanPerson
{
    public static readonly DialogSet Set = SmallSet.Read(DialogFiles.Shipped);

    public static readonly LocalDate Start = new(2026, 11, 22);

    public static readonly Instant Joined = Instant.FromUtc(2026, 11, 22, 4, 0);

    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static Member New() => new()
    {
        ChatId = 1,
        Language = Language.En,
        Zone = Zone.Id,
        Hour = new LocalTime(20, 0),
        HourAsked = true,
        Joined = Joined,
        LastInput = Joined,
        SixMonths = SixMonths.From(Start),
    };

    public static Member Says(this Member member, string item, string option) =>
        member with { Answers = member.Answers.SetItem(item, new Answer(option, Joined)) };

    public static Member Paid(this Member member, params decimal[] months) =>
        member with { Months = [.. months.Select((paid, back) => new PaidMonth(new YearMonth(2027, 3).PlusMonths(-back), 1, paid))] };

    public static Standing On(this Member member, LocalDate day) => Standings.Of(member, day, day.At(new LocalTime(12, 0)).InZoneStrictly(Zone).ToInstant());

    public static Member SettledOn(this Member member, LocalDate day) => Course.Settled(member, Set, member.On(day));
}
