using Ontime.Checklist;

namespace Ontime.Tests.Checklist;

/// <summary>The person of the worked example, and the one of the first session.</summary>
public sealed class WorkedExampleTests
{
    private static readonly Person Example = new Person()
        .WithBills(1).Paid("+++-")
        .SaysAll("R1 huabei, R4 none, R5 lt2, R7 on_unsure, R8 none, B1 all, B2 on_time, B3 not_used")
        .SaysAll("I1 yes, I2 valid, I3 yes").Ticks("I4", "job", "email")
        .SaysAll("C1 varies, C2 have, C5 no, C6 daily, C7 m1").Says("C3", "le36", daysAgo: 45)
        .SaysAll("U1 d3, U5 real, D1 c2, D2 small3, D3 le50, D4 none, P1 part").Ticks("U2", "dining", "transport")
        .SaysAll("S1 settled").Ticks("S2", "none");

    [Fact]
    public void The_index_is_81_at_93_percent_coverage()
    {
        Math.Round(Example.Index.Unrounded, 2).ShouldBe(80.75m);
        Example.Index.Shown.ShouldBe(81);
        Example.Index.Held.ShouldBeNull();
        Math.Round(Example.Index.Coverage, 2).ShouldBe(0.93m);
        Example.Index.FirstLook.ShouldBeFalse();
    }

    [Theory]
    [InlineData("history", 30.7, 39)]
    [InlineData("identity", 12, 13)]
    [InlineData("capacity", 10.3, 15.25)]
    [InlineData("behaviour", 16.5, 20)]
    [InlineData("relations", 5, 5)]
    public void Each_pillar_earns_what_the_example_says(string pillar, double earned, double of)
    {
        var lines = Example.Index.Lines.Where(line => Shipped.Items[line.ItemId].Pillar == pillar).ToList();

        Math.Round(lines.Sum(line => line.Earned), 1).ShouldBe((decimal)earned);
        lines.Sum(line => line.Of).ShouldBe((decimal)of);
        Example.Index.Pillars.Single(state => state.Id == pillar).Known.ShouldBe((decimal)of);
    }

    [Fact]
    public void The_payment_record_earns_12_7_and_14_3_with_the_next_bill_on_time()
    {
        Math.Round(Example.Line("R2")!.Earned, 1).ShouldBe(12.7m);
        Math.Round(Example.Paid("++++-").Line("R2")!.Earned, 1).ShouldBe(14.3m);
    }

    [Fact]
    public void An_overdue_bill_holds_it_at_45_with_the_points_beneath_shown()
    {
        var overdue = Example.Says("R4", "lt30").Index;

        overdue.Gates.ShouldBe([new HeldGate("R4", "lt30", 45)]);
        overdue.Shown.ShouldBe(45);
        overdue.Held.ShouldBe((int)Math.Floor(overdue.Unrounded + 0.5m));
        overdue.Pillars.Single(state => state.Id == "history").Band.ShouldBe(Band.ActNow);
    }

    [Theory]
    [InlineData("C2", 2.60)]
    [InlineData("R7", 2.17)]
    [InlineData("R2", 1.71)]
    [InlineData("U2", 0.81)]
    public void The_next_steps_gain_what_the_example_says(string item, double gain) =>
        Math.Round(Actions(Example).Single(action => action.ItemId == item).Gain, 2).ShouldBe((decimal)gain);

    [Fact]
    public void With_a_bill_in_three_days_the_coach_says_make_sure_the_account_is_funded()
    {
        var actions = Actions(Example.WithBills(1, due: Person.Today.PlusDays(3)));

        actions[0].ShouldSatisfyAllConditions(
            action => action.ItemId.ShouldBe("R7"),
            action => action.Urgent.ShouldBeTrue(),
            action => action.From.ShouldBe(81),
            action => action.To.ShouldBe(83));
        actions[1].ItemId.ShouldBe("R2");
        Values(actions, "R7", "R2", "C2", "U2").ShouldBe([4.3m, 3.4m, 1.3m, 0.3m]);
    }

    [Fact]
    public void The_first_session_ends_at_88_with_half_the_list_known()
    {
        var first = new Person().WithBills(1)
            .SaysAll("G1 never_late, R1 huabei, R7 on_unsure, R4 none, R3 m3, C5 no, D1 c2, I1 yes, I2 valid, I3 yes");

        first.Index.Shown.ShouldBe(88);
        first.Index.FirstLook.ShouldBeTrue();
        first.Index.Known.ShouldBe(49);
        first.Index.Unasked.ShouldBe(51);
        Math.Round(first.Index.Earned, 2).ShouldBe(43.05m);
        first.Index.Pillars.Select(pillar => pillar.Band)
            .ShouldBe([Band.Good, Band.Good, Band.TooLittle, Band.TooLittle, Band.NotAsked]);
        first.Next!.ItemId.ShouldBe("R7");
        first.Next.To.ShouldBe(92);
        NextAction.Potential(Shipped.Items["R7"], Shipped.Items, first.Standing).ShouldBe(2);
        NextAction.Potential(Shipped.Items["D1"], Shipped.Items, first.Standing).ShouldBe(1.25m);
    }

    [Fact]
    public void Applications_stop_counting_90_days_after_the_answer() =>
        NextAction.Until(new Person().Says("D1", "c2").Standing.Answers["D1"], NodaTime.DateTimeZone.Utc)
            .ShouldBe(new NodaTime.LocalDate(2027, 2, 20));

    private static IReadOnlyList<NextAction> Actions(Person person) => NextAction.All(Shipped.Items, Shipped.Rules, person.Standing);

    private static IEnumerable<decimal> Values(IReadOnlyList<NextAction> actions, params string[] ids) =>
        ids.Select(id => Math.Round(actions.Single(action => action.ItemId == id).Value, 1));
}
