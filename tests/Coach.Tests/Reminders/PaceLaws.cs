using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Tests.Reminders;

/// <summary>However the coach is asked whether it may speak: twice a day, five times in seven days, halved after three without an answer.</summary>
public sealed class PaceLaws
{
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "Australia/Lord_Howe"];

    [Fact]
    public void Never_more_than_two_a_day_and_five_in_seven_days_and_never_in_quiet_hours() => Lives((member, spoken, zone) =>
        spoken.All(at => spoken.Count(one => one.InZone(zone).Date == at.InZone(zone).Date) <= 2
            && spoken.Count(one => one <= at && at - one < Duration.FromDays(7)) <= 5
            && !Quiet.Of(member).Holds(at, zone)));

    [Fact]
    public void Half_an_hour_lies_between_two_of_them() => Lives((_, spoken, _) =>
        spoken.Zip(spoken.Skip(1)).All(pair => pair.Second - pair.First >= Duration.FromMinutes(30)));

    [Fact]
    public void May_answers_no_moment_before_the_one_asked_for_and_agrees_with_itself() => Holds((member, now, ahead, zone) =>
    {
        var wanted = now + ahead;
        var at = Pace.May(member, wanted, now, ownHour: false);
        return at >= wanted && !Quiet.Of(member).Holds(Instant.Max(at, now), zone) && at - wanted < Duration.FromDays(9);
    });

    [Fact]
    public void A_clock_that_was_months_ahead_holds_nothing_back_once_it_is_put_right() => Holds((member, now, _, _) =>
    {
        var later = now + Duration.FromDays(100);
        var ahead = member with { LastInput = later, Spoken = [later, later, later, later], Nudges = [later, later, later, later, later] };
        return Pace.AnsweringUntil(ahead, now) is null && Pace.BrokenUntil(ahead, now) is null
            && Pace.May(ahead, now, now, ownHour: false) - now < Duration.FromDays(2);
    });

    [Fact]
    public void Three_without_an_answer_halve_the_rate_twice_and_a_word_lifts_the_count() => Holds((member, now, _, _) =>
    {
        var joined = member with { Joined = now - Duration.FromDays(100), Halved = 0, Ignored = 0, LastUnasked = null, LastInput = now - Duration.FromDays(30) };
        var before = Pace.Gap(joined, now);
        for (var times = 1; times <= 3; times++)
        {
            if (Pace.ShouldHalve(joined))
            {
                return false;
            }

            joined = Pace.Spoke(joined, now + Duration.FromDays(times));
        }

        var halved = Pace.Halve(joined);
        var heard = Pace.Heard(joined, now + Duration.FromDays(4));
        return Pace.ShouldHalve(joined) && Pace.Gap(halved, now) == before * 2 && !Pace.ShouldHalve(halved)
            && !Pace.ShouldHalve(heard) && Pace.Halve(Pace.Halve(halved)).Halved == 2;
    });

    [Fact]
    public void After_four_unasked_messages_within_an_hour_the_circuit_is_broken_until_the_first_is_an_hour_old() => Holds((member, now, _, _) =>
    {
        var quiet = member with { Spoken = [] };
        foreach (var minutes in new[] { 0, 7, 20, 33 })
        {
            if (Pace.BrokenUntil(quiet, now + Duration.FromMinutes(minutes)) is not null)
            {
                return false;
            }

            quiet = Pace.SpokeOfBills(quiet, now + Duration.FromMinutes(minutes));
        }

        return Pace.BrokenUntil(quiet, now + Duration.FromMinutes(34)) == now + Duration.FromHours(1)
            && Pace.BrokenUntil(quiet, now + Duration.FromMinutes(60)) is null;
    });

    /// <summary>A member to whom the coach speaks as soon as it may, twenty times, whenever it would like to.</summary>
    private static void Lives(Func<Member, List<Instant>, DateTimeZone, bool> law) => Holds((member, now, ahead, zone) =>
    {
        var spoken = new List<Instant>();
        for (var wish = 0; wish < 20; wish++)
        {
            var at = Instant.Max(now, Pace.May(member, now + (ahead * (wish % 3)), now, ownHour: false));

            // A wake comes a little late; what it finds then is asked again, as Agenda does.
            now = at + Duration.FromSeconds(wish);
            if (Pace.May(member, now, now, ownHour: false) > now)
            {
                continue;
            }

            member = Pace.Spoke(member, now);
            spoken.Add(now);
        }

        return spoken.Count >= 3 && law(member, spoken, zone);
    });

    private static void Holds(Func<Member, Instant, Duration, DateTimeZone, bool> law)
    {
        var cases = ArbMap.Default.ArbFor<(NonNegativeInt Zone, NonNegativeInt Now, NonNegativeInt Ahead, NonNegativeInt Quiet)>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(cases, one =>
        {
            var zone = Zones[one.Zone.Get % Zones.Length];
            var now = Instant.FromUtc(2027, 1, 1, 0, 0) + Duration.FromMinutes(one.Now.Get * 7919L % 1_051_200);
            var (from, to) = (one.Quiet.Get * 31 % 24, one.Quiet.Get * 17 % 24);
            var member = People.With(zone, now) with { QuietFrom = new LocalTime(from, 0), QuietTo = new LocalTime(to, 0), LastInput = now - Duration.FromHours(1) };
            return law(member, now, Duration.FromMinutes(one.Ahead.Get * 613L % 4000), DateTimeZoneProviders.Tzdb[zone]);
        }));
    }
}
