using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Plan;

namespace Ontime.Tests.Plan;

public sealed class ExitTestsTests
{
    private static readonly LocalDate Today = new(2027, 4, 1);

    [Fact]
    public void The_first_month_is_done_when_nothing_is_overdue_bills_have_days_and_the_identity_is_true()
    {
        var member = PlanPerson.New().Says("R4", "none").Says("R1", "huabei").Says("I1", "yes").Says("I2", "permanent").Says("I3", "yes")
            with { Bills = [new Bill(1, BillKind.Huabei, null, DueDay.Last, null, PlanPerson.Joined, false, [])] };

        Holds(0, member).ShouldBeTrue();
        Holds(0, member.Says("R4", "lt30")).ShouldBeFalse("something is overdue");
        Holds(0, member.Says("I3", "unsure")).ShouldBeFalse("the phone is not known");
        Holds(0, member with { Bills = member.Bills.ConvertAll(bill => bill with { Day = null }) }).ShouldBeFalse("a bill has no day");
        Holds(0, member with { Bills = member.Bills.ConvertAll(bill => bill with { Cycles = [new Cycle(Today.PlusDays(-2), CycleState.CantPay)] }) })
            .ShouldBeFalse("a bill could not be paid");
    }

    [Fact]
    public void The_second_month_wants_proof_of_income_or_a_reason_and_two_clean_months()
    {
        Holds(1, PlanPerson.New().Says("C2", "linked").Paid(1, 1)).ShouldBeTrue();
        Holds(1, PlanPerson.New().Says("C2", "decline").Paid(1, 1)).ShouldBeTrue("a reason is enough");
        Holds(1, PlanPerson.New().Says("C2", "have").Paid(1, 1)).ShouldBeFalse();
        Holds(1, PlanPerson.New().Says("C2", "linked").Paid(1, 0.5m)).ShouldBeFalse("the minimum is not the whole bill");
        Holds(1, PlanPerson.New().Says("C2", "linked").Says("R1", "none")).ShouldBeTrue("nothing to repay is nothing late");
    }

    [Fact]
    public void The_third_month_wants_three_months_on_time()
    {
        Holds(2, PlanPerson.New().Paid(1, 1, 1, 0)).ShouldBeTrue();
        Holds(2, PlanPerson.New().Paid(1, 1, 0)).ShouldBeFalse();
        Holds(2, PlanPerson.New().Says("R3", "m3")).ShouldBeTrue("by one's word, while there is no record");
    }

    [Theory]
    [InlineData("gt55", "le36", true)]
    [InlineData("gt55", "le55", true)]
    [InlineData("le43", "le43", false)]
    [InlineData("le43", "le55", false)]
    [InlineData("le43", "decline", false)]
    public void The_fourth_month_wants_the_load_light_or_falling(string before, string now, bool done)
    {
        var member = PlanPerson.New().Says("C3", before).SettledOn(PlanPerson.Start).Says("C3", now);

        Holds(3, member).ShouldBe(done);
    }

    [Fact]
    public void The_fifth_month_wants_no_gate_and_the_sixth_its_review()
    {
        Holds(4, PlanPerson.New().Says("C5", "no")).ShouldBeTrue();
        Holds(4, PlanPerson.New().Says("C5", "yes")).ShouldBeFalse();
        Holds(5, PlanPerson.New()).ShouldBeFalse();
        Holds(5, PlanPerson.New() with { SixMonths = SixMonths.From(PlanPerson.Start) with { Outcome = "reminders" } }).ShouldBeTrue();
    }

    private static bool Holds(int month, Member member) => ExitTests.Hold(PlanPerson.Set.Months[month], member, PlanPerson.Set, member.On(Today));
}
