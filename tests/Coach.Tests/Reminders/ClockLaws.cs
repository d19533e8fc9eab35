using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Bills;
using Ontime.Reminders;

namespace Ontime.Tests.Reminders;

/// <summary>Any zone there is, any day of sixty years: both changes of the clock, 29 February, the ends of months.</summary>
public sealed class ClockLaws
{
    private static readonly IReadOnlyList<string> Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    [Fact]
    public void A_step_falls_on_its_local_day_at_its_hour_or_just_after_a_gap() => Holds((zone, date, random) =>
    {
        var hour = new LocalTime(random % 24, random % 60);
        var local = Clocks.At(date, hour, zone).InZone(zone).LocalDateTime;

        // A day that a zone skipped altogether has no hour of its own.
        return local == date.At(hour) || zone.MapLocal(date.At(hour)).Count == 0 && local > date.At(hour);
    });

    [Fact]
    public void A_local_time_is_the_earlier_of_two_and_shifted_forward_out_of_a_gap() => Holds((zone, date, random) =>
    {
        var local = date.At(new LocalTime(random % 24, random % 60));
        var map = zone.MapLocal(local);
        return Clocks.At(local.Date, local.TimeOfDay, zone) == (map.Count == 0 ? zone.AtLeniently(local) : map.First()).ToInstant();
    });

    [Fact]
    public void The_end_of_quiet_hours_lies_ahead_and_is_soon() => Holds((zone, date, random) =>
    {
        var quiet = new Quiet(new LocalTime(random % 24, 0), new LocalTime(random / 24 % 24, 0));
        var at = Clocks.At(date, new LocalTime(random / 576 % 24, random % 60), zone);
        var past = quiet.Past(at, zone);
        return past >= at && past - at <= Duration.FromHours(50) && (past > at) == quiet.Holds(at, zone);
    });

    [Fact]
    public void Twelve_due_dates_a_year_each_on_the_day_or_the_last_of_a_shorter_month() => Holds((_, date, random) =>
    {
        var day = random % 32 == 0 ? DueDay.Last : DueDay.Of(random % 32);
        var due = DueDates.Next(day, date);
        var months = new HashSet<YearMonth>();
        for (var n = 0; n < 12; n++)
        {
            months.Add(due.ToYearMonth());
            if (due.Day != day.Number && !(due.Day < day.Number && due.PlusDays(1).Day == 1))
            {
                return false;
            }

            due = DueDates.Next(day, due.PlusDays(1));
        }

        return months.Count == 12 && Period.DaysBetween(date, DueDates.Next(day, date)) is >= 0 and <= 31;
    });

    [Fact]
    public void However_the_zone_changes_on_the_way_no_step_is_told_twice_none_at_night_and_no_bill_is_lost() => Holds((zone, date, random) =>
    {
        var start = Clocks.At(date, new LocalTime(9, 0), zone);
        var ids = new[] { zone.Id, Zones[random % Zones.Count], Zones[random / 7 % Zones.Count] };
        var day = random % 32 == 0 ? DueDay.Last : DueDay.Of(random % 32);
        var member = People.With(zone.Id, start, People.Due(day, start, zone.Id));
        var every = Duration.FromHours(30 + (random % 400));

        var (_, told) = People.Live(member, start, start + Duration.FromDays(62), (now, at) => now with { Zone = ids[(int)((at - start) / every) % ids.Length] });

        return told.GroupBy(one => (one.Due, one.Number)).All(group => group.Count() == 1)
            && told.TrueForAll(one => !Quiet.Usual.Holds(one.Local.TimeOfDay))
            && told.Where(one => one.Step is ChainStep.Morning or ChainStep.Evening).All(one => one.Due == one.Local.Date)
            && told.Where(one => one.Step == ChainStep.Before).All(one => one.Due > one.Local.Date)
            && told.Select(one => one.Due).Distinct().Count() is 2 or 3;
    });

    [Fact]
    public void A_snooze_until_tomorrow_comes_on_the_next_local_day_whatever_the_clock_does_in_between() => Holds((zone, date, random) =>
    {
        var now = Clocks.At(date, new LocalTime(random % 24, random / 24 % 60), zone);
        var today = now.InZone(zone).Date;
        var tomorrow = Clocks.At(today.PlusDays(1), new LocalTime(10, 0), zone);
        return tomorrow > now && tomorrow - now <= Duration.FromHours(60);
    });

    /// <summary>Half of the days are those on which the zone's clock changes.</summary>
    private static void Holds(Func<DateTimeZone, LocalDate, int, bool> law)
    {
        var cases = ArbMap.Default.ArbFor<(NonNegativeInt Zone, NonNegativeInt Day, NonNegativeInt Random)>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(600), Prop.ForAll(cases, one =>
        {
            var zone = DateTimeZoneProviders.Tzdb[Zones[one.Zone.Get * 97 % Zones.Count]];
            var date = new LocalDate(2000, 1, 1).PlusDays(one.Day.Get * 7919 % 21_000);
            var change = zone.GetZoneInterval(date.AtMidnight().InUtc().ToInstant());
            var changed = one.Random.Get % 2 == 0 && change.HasEnd ? change.End.InZone(zone).Date : date;
            return law(zone, changed, one.Random.Get * 7907 % 1_000_003);
        }));
    }
}
