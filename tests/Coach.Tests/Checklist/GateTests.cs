using Ontime.Checklist;

namespace Ontime.Tests.Checklist;

public sealed class GateTests
{
    private static readonly Person Good = new Person().WithBills(1)
        .SaysAll("R1 huabei, R3 m6, R4 none, R7 on_funded, I1 yes, I2 valid, I3 yes, C3 le20, C5 no, U5 real, D1 c0_1").Ticks("S2", "none");

    [Theory]
    [InlineData("R4", "lt30", 45)]
    [InlineData("R4", "ge30", 30)]
    [InlineData("C5", "yes", 55)]
    [InlineData("C3", "gt55", 60)]
    [InlineData("U5", "unreal", 50)]
    [InlineData("D5", "paid", 50)]
    public void A_gate_holds_names_itself_and_lifts_at_once(string item, string option, int cap)
    {
        var held = Good.Says(item, option);

        held.Index.Shown.ShouldBe(cap);
        held.Index.Held.ShouldNotBeNull().ShouldBeGreaterThan(cap);
        held.Index.Gates.ShouldBe([new HeldGate(item, option, cap)]);
        held.DaysLater(1000).Index.Gates.ShouldNotBeEmpty();

        var lifted = Good.Standing.Answers.TryGetValue(item, out var before) ? held.With(item, before) : held.Says(item, "none");
        lifted.Index.Shown.ShouldBe(100);
        lifted.Index.Held.ShouldBeNull();
        lifted.Index.Gates.ShouldBeEmpty();
    }

    [Fact]
    public void One_gate_among_several_ticks_holds()
    {
        var held = Good.Ticks("S2", "guarantee", "lent");

        held.Line("S2")!.Earned.ShouldBe(0);
        held.Index.Gates.ShouldBe([new HeldGate("S2", "lent", 50)]);
    }

    [Fact]
    public void Of_several_gates_the_lowest_holds_and_all_are_named()
    {
        var held = Good.SaysAll("C5 yes, R4 ge30, U5 unreal").Index;

        held.Shown.ShouldBe(30);
        held.Gates.Select(gate => gate.Cap).ShouldBe([30, 50, 55]);
    }

    [Fact]
    public void A_gate_above_the_figure_stands_but_holds_nothing()
    {
        var low = Good.SaysAll("R3 m0, R7 off, I1 no, I2 expired, C3 gt55, D1 c6, U5 real").Index;

        low.Gates.ShouldHaveSingleItem();
        low.Held.ShouldBeNull();
        low.Shown.ShouldNotBeNull().ShouldBeLessThan(60);
    }

    [Fact]
    public void A_gate_without_a_figure_is_named_all_the_same()
    {
        var index = new Person().Says("D5", "paid").Index;

        index.Shown.ShouldBeNull();
        index.Gates.ShouldHaveSingleItem();
        index.Pillars.Single(pillar => pillar.Id == "behaviour").Band.ShouldBe(Band.ActNow);
    }
}
