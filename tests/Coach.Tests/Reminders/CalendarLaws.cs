using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Tests.Reminders;

/// <summary>Each due day in each zone over fourteen months: both changes of the clock, 29 February, the ends of months.</summary>
public sealed class CalendarLaws
{
    private static readonly Instant From = Instant.FromUtc(2027, 1, 3, 17, 0), Until = Instant.FromUtc(2028, 3, 20, 0, 0);

    public static TheoryData<string> Zones => new("Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu");

    [Theory]
    [MemberData(nameof(Zones))]
    public void Every_due_date_is_told_on_its_day_and_each_step_once(string zone)
    {
        foreach (var day in Enumerable.Range(1, 31).Select(DueDay.Of).Append(DueDay.Last))
        {
            var member = People.With(zone, From, People.Due(day, From, zone));

            var (_, told) = People.Live(member, From, Until);

            told.GroupBy(one => (one.Due, one.Number)).ShouldAllBe(group => group.Count() == 1);
            told.ShouldAllBe(one => one.Local.TimeOfDay == new LocalTime(10, 0) || one.Local.TimeOfDay == new LocalTime(18, 0) || one.Local.TimeOfDay == new LocalTime(20, 0));
            told.Where(one => one.Step == ChainStep.Morning).Select(one => one.Local.Date).ShouldBe(Expected(day, zone));
            told.Where(one => one.Step == ChainStep.Morning).ShouldAllBe(one => one.Due == one.Local.Date);
        }
    }

    [Theory]
    [MemberData(nameof(Zones))]
    public void Who_pays_each_bill_in_the_morning_hears_three_words_of_it(string zone)
    {
        var member = People.With(zone, From, People.Due(DueDay.Of(31), From, zone));

        var (after, told) = People.Live(member, From, Until, (now, at) =>
        {
            var today = at.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
            var open = Cycles.Open(now.Bills[0], today, DateTimeZoneProviders.Tzdb[zone]).FirstOrDefault(cycle => cycle.Due == today && Chain.IsTold(cycle, (int)ChainStep.Morning));
            return open is null ? now : Settling.Settle(now, 1, open.Due, CycleState.Paid, today);
        });

        // Paid is only noticed at the next look, which is that evening's: it finds nothing to say.
        told.ShouldAllBe(one => one.Step == ChainStep.Before || one.Step == ChainStep.Eve || one.Step == ChainStep.Morning);
        after.Months.ShouldAllBe(month => month.Paid == month.Due);
    }

    [Fact]
    public void A_change_of_zone_across_midnight_tells_no_step_twice_and_loses_no_due_day()
    {
        string[] zones = ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Europe/Berlin", "Asia/Kathmandu"];
        foreach (var day in new[] { 1, 10, 28, 31 }.Select(DueDay.Of))
        {
            for (var hour = 0; hour < 24; hour += 5)
            {
                var member = People.With(zones[0], From, People.Due(day, From, zones[0]));

                var (_, told) = People.Live(member, From, Until, (now, at) => now with { Zone = zones[(int)((at - From).TotalHours + hour) / 1000 % zones.Length] });

                told.GroupBy(one => (one.Due, one.Number)).ShouldAllBe(group => group.Count() == 1);
                told.ShouldAllBe(one => !Quiet.Usual.Holds(one.Local.TimeOfDay));
                told.Where(one => one.Due.PlusDays(4) < Until.InUtc().Date).Select(one => one.Due).Distinct().Count().ShouldBeGreaterThanOrEqualTo(13);
            }
        }
    }

    private static IEnumerable<LocalDate> Expected(DueDay day, string zone)
    {
        var last = Until.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        for (var date = From.InZone(DateTimeZoneProviders.Tzdb[zone]).Date; date <= last; date = date.PlusDays(1))
        {
            var isLast = date.PlusDays(1).Month != date.Month;
            if (date.Day == day.Number || (isLast && date.Day < day.Number))
            {
                if (date.At(new LocalTime(10, 0)).InZoneLeniently(DateTimeZoneProviders.Tzdb[zone]).ToInstant() is var ten && ten > From + Duration.FromHours(1) && ten <= Until)
                {
                    yield return date;
                }
            }
        }
    }
}
