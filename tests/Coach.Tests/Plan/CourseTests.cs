using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Members;
using Ontime.Plan;

namespace Ontime.Tests.Plan;

/// <summary>The plan never goes back, skips no month, and has no way to fail.</summary>
public sealed class CourseTests
{
    [Theory]
    [InlineData("2026-11-22", "2026-12-21", 1)]
    [InlineData("2026-11-22", "2026-12-22", 2)]
    [InlineData("2026-08-31", "2026-09-30", 2)]
    [InlineData("2026-08-31", "2026-10-30", 2)]
    [InlineData("2026-08-31", "2026-10-31", 3)]
    [InlineData("2026-11-22", "2028-01-01", 6)]
    public void Months_count_from_the_first_day(string start, string day, int month) =>
        SixMonths.From(Date(start)).MonthOn(Date(day)).ShouldBe(month);

    [Fact]
    public void What_is_not_done_goes_along_beside_the_next_theme()
    {
        var member = PlanPerson.New().Says("R4", "none").Says("R1", "none").SettledOn(new(2026, 12, 23));

        Course.Carried(member, PlanPerson.Set, member.On(new(2026, 12, 23))).Select(step => step.Id).ShouldBe(["foundation.identity"]);
        Course.Own(member, PlanPerson.Set)[0].Id.ShouldBe("proof.income");
    }

    [Fact]
    public void A_month_that_has_passed_leaves_nothing_behind()
    {
        var member = PlanPerson.New().Says("R4", "none").Says("R1", "none").Says("I1", "yes").Says("I2", "valid").Says("I3", "yes").SettledOn(new(2026, 12, 23));

        member.SixMonths!.Passed.ShouldContain("foundation");
        Course.Carried(member, PlanPerson.Set, member.On(new(2026, 12, 23))).ShouldBeEmpty("other details and a fresh look were extras");
    }

    [Fact]
    public void A_step_called_done_is_done_until_an_answer_speaks_against_it()
    {
        var step = PlanPerson.Set.Months[0].Steps[0];
        var today = new LocalDate(2026, 11, 30);
        var ticked = Course.Tick(PlanPerson.New().Says("R4", "lt30"), step.Id, PlanPerson.Joined + Duration.FromDays(1));
        var worse = ticked with { Answers = ticked.Answers.SetItem("R4", new Answer("lt30", PlanPerson.Joined + Duration.FromDays(2))) };

        Course.IsDone(step, ticked, PlanPerson.Set, ticked.On(today)).ShouldBeTrue();
        Course.IsDone(step, worse, PlanPerson.Set, worse.On(today)).ShouldBeFalse();
    }

    [Fact]
    public void Debts_first_means_no_step_about_score_and_limit()
    {
        var member = PlanPerson.New().Says("G1", "debt") with { TipsSilent = true };
        member = member.SettledOn(new(2027, 1, 23));

        Course.Own(member, PlanPerson.Set).Select(step => step.Id).ShouldBe(["mark.calm"]);
    }

    [Fact]
    public void The_month_never_goes_back_and_no_months_steps_are_lost()
    {
        var days = Gen.Choose(-2, 400).ArrayOf();
        Prop.ForAll(days.ToArbitrary(), offsets =>
        {
            var member = PlanPerson.New();
            foreach (var offset in offsets)
            {
                var before = member.SixMonths!;
                var day = PlanPerson.Start.PlusDays(offset);
                member = member.SettledOn(day);
                var after = member.SixMonths!;
                after.Month.ShouldBeInRange(before.Month, SixMonths.Length);
                before.Passed.IsSubsetOf(after.Passed).ShouldBeTrue();

                // Every month so far has either passed or is still worked on.
                var open = Course.Open(member, PlanPerson.Set, member.On(day)).Select(step => step.Id.Split('.')[0]).ToHashSet();
                PlanPerson.Set.Months.Take(after.Month).Where(month => !after.Passed.Contains(month.Id)).ShouldAllBe(month => open.Contains(month.Id));
            }
        }).QuickCheckThrowOnFailure();
    }

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
