using Ontime.Checklist;

namespace Ontime.Tests.Checklist;

public sealed class NextActionTests
{
    [Fact]
    public void Nothing_answered_means_nothing_to_do() => new Person().Next.ShouldBeNull();

    [Fact]
    public void Where_all_is_well_nothing_is_left_to_do() =>
        new Person().WithBills(1).Paid("++++++").SaysAll("R1 huabei, R4 none, R7 on_funded").Next.ShouldBeNull();

    [Fact]
    public void Lifting_a_gate_comes_before_all_else_the_lowest_first()
    {
        var actions = All(new Person().WithBills(1, due: Person.Today)
            .SaysAll("R1 huabei, R3 m3, R4 ge30, R7 off, C3 gt55, C2 have, U5 unreal"));

        actions.TakeWhile(action => action.LiftsGate).Select(action => action.ItemId).ShouldBe(["R4", "U5", "C3"]);
    }

    [Fact]
    public void The_step_that_lifts_a_gate_says_where_the_figure_goes()
    {
        var next = new Person().WithBills(1)
            .SaysAll("R1 huabei, R3 m6, R4 lt30, R7 on_funded, I1 yes, I2 valid, I3 yes, D1 c0_1").Next!;

        next.ItemId.ShouldBe("R4");
        next.From.ShouldBe(45);
        next.To.ShouldBe(100);
    }

    [Theory]
    [InlineData("R5 lt2")]
    [InlineData("C1 none")]
    [InlineData("C6 invest")]
    [InlineData("U1 d0")]
    [InlineData("D5 paid")]
    public void The_past_spending_and_investing_are_never_offered(string answer) => new Person().SaysAll(answer).Next.ShouldBeNull();

    [Fact]
    public void Unanswered_items_are_no_actions() =>
        All(new Person().SaysAll("C3 le36, C2 no")).Select(action => action.ItemId).Order().ShouldBe(["C2", "C3"]);

    [Fact]
    public void The_next_single_step_is_the_next_better_share() =>
        // C3: .5 to .8 of 7 points, all that is known.
        Math.Round(new Person().SaysAll("C3 le43").Next!.Gain, 6).ShouldBe(30);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_bill_within_a_week_makes_auto_repay_urgent(int days, bool urgent) =>
        new Person().WithBills(1, due: Person.Today.PlusDays(days)).SaysAll("R1 huabei, R7 off").Next!.Urgent.ShouldBe(urgent);

    [Fact]
    public void Ties_go_to_history_first_and_within_a_pillar_to_the_heavier_item()
    {
        // One point more, ten minutes each.
        All(new Person().SaysAll("I4 job, R8 fixing")).Select(action => action.ItemId).ShouldBe(["R8", "I4"]);

        // Two points more, ten minutes each; the lighter one would come first by its id.
        var items = new Dictionary<string, Item>(Shipped.Items) { ["A"] = Shipped.Items["I5"] with { Id = "A" } };
        NextAction.All(items, Shipped.Rules, new Person().SaysAll("A not_updated, I2 soon").Standing)
            .Select(action => action.ItemId).ShouldBe(["I2", "A"]);
    }

    [Fact]
    public void A_bill_without_a_day_is_a_step()
    {
        var next = new Person().WithBills(2, withDay: 1).SaysAll("R1 huabei, R4 none").Next!;

        next.ItemId.ShouldBe("R1");
        next.To.ShouldBeNull();
    }

    private static IReadOnlyList<NextAction> All(Person person) => NextAction.All(Shipped.Items, Shipped.Rules, person.Standing);
}
