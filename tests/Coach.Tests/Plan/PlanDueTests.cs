using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Members;
using Ontime.Plan;

namespace Ontime.Tests.Plan;

/// <summary>When the plan comes by itself.</summary>
public sealed class PlanDueTests
{
    private static readonly Member Settled = PlanPerson.New() with { PlanOffered = PlanPerson.Joined };

    [Fact]
    public void The_check_in_comes_on_the_7th_at_the_persons_own_hour() =>
        Next(Settled, 2026, 11, 30, 12).ShouldBe((PlanOccasion.CheckIn, At(2026, 12, 7, 20)));

    [Fact]
    public void It_moves_with_the_day_that_was_chosen() =>
        Next(Settled with { CheckIn = new CheckIn(Day: 12) }, 2026, 11, 30, 12).ShouldBe((PlanOccasion.CheckIn, At(2026, 12, 12, 20)));

    [Fact]
    public void One_that_was_missed_by_days_waits_for_the_next_month() =>
        Next(Settled with { SixMonths = null }, 2026, 12, 15, 12).ShouldBe((PlanOccasion.CheckIn, At(2027, 1, 7, 20)));

    [Fact]
    public void The_plan_is_offered_after_a_week_and_only_once()
    {
        Next(Settled with { SixMonths = null, PlanOffered = null }, 2026, 11, 25, 12).ShouldBe((PlanOccasion.Offer, At(2026, 11, 29, 20)));
        Next(Settled with { SixMonths = null }, 2026, 11, 25, 12)!.Value.Occasion.ShouldBe(PlanOccasion.CheckIn);
    }

    [Fact]
    public void A_month_turns_on_its_own_day_and_the_review_comes_after_six()
    {
        Next(Settled with { CheckIn = new CheckIn(Off: true) }, 2026, 12, 1, 12).ShouldBe((PlanOccasion.Month, At(2026, 12, 22, 20)));
        Next(Settled with { CheckIn = new CheckIn(Off: true), SixMonths = Settled.SixMonths! with { Month = 6 } }, 2027, 5, 1, 12).ShouldBe((PlanOccasion.Review, At(2027, 5, 22, 20)));
    }

    [Fact]
    public void It_keeps_away_on_a_day_on_which_the_coach_already_spoke() =>
        Next(Settled with { LastUnasked = At(2026, 12, 7, 9) }, 2026, 12, 7, 12).ShouldBe((PlanOccasion.CheckIn, At(2026, 12, 8, 20)));

    [Fact]
    public void Nobody_is_told_who_has_paused_or_named_no_hour()
    {
        Next(Settled with { Paused = Paused.All }, 2026, 12, 7, 12).ShouldBeNull();
        Next(Settled with { Hour = null }, 2026, 12, 7, 12).ShouldBeNull();
    }

    [Fact]
    public void What_is_due_never_falls_into_the_quiet_hours()
    {
        var moments = from hours in Gen.Choose(0, 24 * 250) from hour in Gen.Choose(0, 23) from spoke in Gen.Choose(0, 48) select (hours, hour, spoke);
        Prop.ForAll(moments.ToArbitrary(), moment =>
        {
            var now = PlanPerson.Joined + Duration.FromHours(moment.hours);
            var member = Settled with { Hour = new LocalTime(moment.hour, 0), LastInput = now - Duration.FromMinutes(moment.spoke) };
            var due = PlanDue.Next(member, PlanPerson.Zone, now);
            due.ShouldNotBeNull();
            var local = Instant.Max(due.Value.At, now).InZone(PlanPerson.Zone).TimeOfDay;
            Ontime.Reminders.Quiet.Usual.Holds(local).ShouldBeFalse($"{due} at {now}");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_found_again_exactly_when_the_quiet_hours_are_on_waits_for_the_next_day()
    {
        var now = PlanPerson.Joined + Duration.FromHours(1187);
        var due = PlanDue.Next(Settled with { Hour = new LocalTime(21, 0), LastInput = now - Duration.FromMinutes(35) }, PlanPerson.Zone, now)!.Value;

        Ontime.Reminders.Quiet.Usual.Holds(Instant.Max(due.At, now).InZone(PlanPerson.Zone).TimeOfDay).ShouldBeFalse($"{due} at {now}");
    }

    private static (PlanOccasion Occasion, Instant At)? Next(Member member, int year, int month, int day, int hour) =>
        PlanDue.Next(member with { LastInput = At(year, month, day, hour) - Duration.FromDays(1) }, PlanPerson.Zone, At(year, month, day, hour));

    private static Instant At(int year, int month, int day, int hour) => new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(PlanPerson.Zone).ToInstant();
}
