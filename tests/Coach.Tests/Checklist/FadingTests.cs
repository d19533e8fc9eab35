using Ontime.Checklist;

namespace Ontime.Tests.Checklist;

public sealed class FadingTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(30, 1)]
    [InlineData(45, 0.75)]
    [InlineData(60, 0.5)]
    [InlineData(89.999999, 0)]
    [InlineData(90, 0)]
    [InlineData(400, 0)]
    public void A_monthly_answer_fades_from_its_interval_to_three_times_it(double days, double weight) =>
        Math.Round(new Person().Says("D1", "c0_1", days).Line("D1")!.Weight, 6).ShouldBe((decimal)weight);

    [Theory]
    [InlineData("R4", "lt30", 1)]
    [InlineData("R4", "none", 0)]
    [InlineData("C5", "yes", 1)]
    [InlineData("C5", "tight", 0)]
    [InlineData("C3", "gt55", 1)]
    [InlineData("C3", "le55", 0)]
    [InlineData("U5", "unreal", 1)]
    [InlineData("S2", "swap", 1)]
    [InlineData("S2", "guarantee", 0)]
    [InlineData("R8", "open", 0)]
    [InlineData("C6", "invest", 1)]
    public void Bad_answers_of_some_items_stay_as_facts_asked_once_do(string item, string option, double weight) =>
        new Person().Says(item, option, daysAgo: 1000).Line(item)!.Weight.ShouldBe((decimal)weight);

    [Fact]
    public void Where_little_is_earned_an_old_half_does_not_outlast_the_better_answer()
    {
        var person = new Person().SaysAll("D1 c6, C2 no");

        person.Says("S2", "none", daysAgo: 200).Index.Unrounded
            .ShouldBeGreaterThanOrEqualTo(person.Says("S2", "guarantee", daysAgo: 200).Index.Unrounded);
    }

    [Fact]
    public void An_answer_from_the_future_counts_in_full() =>
        new Person().Says("D1", "c6", daysAgo: -3).Line("D1")!.Weight.ShouldBe(1);

    [Fact]
    public void A_young_figure_goes_when_too_much_has_faded()
    {
        var person = new Person().WithBills(1).SaysAll("R1 huabei, R7 on_funded, R4 none, R3 m6, D1 c0_1, I1 yes, I2 valid, I3 yes");

        person.Index.Shown.ShouldBe(100);
        person.DaysLater(400).Index.Shown.ShouldBeNull();
        person.DaysLater(400).Index.Unasked.ShouldBe(person.Index.Unasked);
    }
}
