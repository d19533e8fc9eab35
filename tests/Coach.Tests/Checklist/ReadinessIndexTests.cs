using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Tests.Checklist;

public sealed class ReadinessIndexTests
{
    [Fact]
    public void The_points_sum_to_100_and_to_those_of_their_pillars()
    {
        Shipped.Items.Values.Sum(item => item.Points).ShouldBe(100);
        foreach (var pillar in Shipped.Rules.Pillars)
        {
            Shipped.Items.Values.Where(item => item.Pillar == pillar.Id).Sum(item => item.Points).ShouldBe(pillar.Points, pillar.Id);
        }
    }

    [Fact]
    public void Nothing_answered_is_no_figure()
    {
        var index = new Person().Index;

        index.Shown.ShouldBeNull();
        index.FirstLook.ShouldBeFalse();
        index.Coverage.ShouldBe(0);
        index.Unasked.ShouldBe(100);
        index.Pillars.ShouldAllBe(pillar => pillar.Band == Band.NotAsked && pillar.Share == null);
    }

    [Theory]
    [InlineData("unsure", 5)]
    [InlineData("skipped", 5)]
    [InlineData("no_longer_in_the_data", 5)]
    public void No_answer_leaves_the_points_unasked(string option, int unasked)
    {
        var index = new Person().Says("D1", option).Index;

        index.Lines.ShouldBeEmpty();
        (100 - new Person().Says("D1", "c6").Index.Unasked).ShouldBe(unasked);
        index.Unasked.ShouldBe(100);
    }

    [Theory]
    [InlineData("C2", "decline", 96)]
    [InlineData("B1", "na", 98)]
    [InlineData("R3", "na", 82)]
    [InlineData("C3", "decline", 100)]
    public void What_does_not_apply_leaves_the_count_and_what_is_declined_does_not(string item, string option, int counted) =>
        new Person().Says(item, option).Index.Pillars.Sum(pillar => pillar.Counted).ShouldBe(counted);

    [Theory]
    [InlineData(0.0, "U2")]
    [InlineData(0.0, "U2", "none")]
    [InlineData(0.75, "U2", "dining")]
    [InlineData(2.25, "U2", "dining", "travel")]
    [InlineData(3.0, "U2", "dining", "travel", "bills", "other")]
    [InlineData(0.0, "I4", "none")]
    [InlineData(1.0, "I4", "job", "email")]
    [InlineData(2.0, "I4", "job", "email", "asset")]
    [InlineData(1.0, "S2", "guarantee")]
    [InlineData(0.0, "S2", "guarantee", "swap")]
    [InlineData(2.0, "S2", "none")]
    public void Ticks_make_one_share(double earned, string item, params string[] ticks) =>
        new Person().Ticks(item, ticks).Line(item)!.Earned.ShouldBe((decimal)earned);

    [Fact]
    public void Declining_the_ticks_takes_the_item_out_or_leaves_it_open()
    {
        new Person().Ticks("I4", "decline").Index.Pillars.Sum(pillar => pillar.Counted).ShouldBe(98);
        new Person().Ticks("S2", "decline").Index.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_half_is_rounded_up()
    {
        // 1 point of 200.
        var rules = Shipped.Rules with { MinimumCoverage = 0 };
        var items = new Dictionary<string, Item>
        {
            ["A"] = Shipped.Items["D1"] with { Id = "A", Points = 199 },
            ["B"] = Shipped.Items["D1"] with { Id = "B", Points = 1 },
        };
        var standing = new Person().SaysAll("A c6, B c0_1").Standing;

        ReadinessIndex.Compute(items, rules, standing).Shown.ShouldBe(1);
    }

    [Theory]
    [InlineData("S1 settled", Band.Good)]
    [InlineData("S1 one", Band.Watch)]
    [InlineData("S1 several", Band.ActNow)]
    public void A_pillar_is_good_from_8_tenths_and_to_be_watched_from_5(string answer, Band band) =>
        new Person().SaysAll(answer).Index.Pillars.Single(pillar => pillar.Id == "relations").Band.ShouldBe(band);

    [Fact]
    public void A_pillar_with_too_little_known_has_no_bar()
    {
        var state = new Person().Says("C3", "le20").Index.Pillars.Single(pillar => pillar.Id == "capacity");

        state.ShouldBe(new PillarState("capacity", 7, 20, null, Band.TooLittle));
    }

    [Fact]
    public void Zero_points_make_no_line() =>
        new Person().SaysAll("D5 none, U3 instore, G1 score, R6 late").Index.Lines.ShouldBeEmpty();

    [Fact]
    public void Answers_to_steps_that_are_no_items_change_nothing() =>
        new Person().With("R1.amount", new Answer(Answer.Value, Person.Now, Number: 90_000)).Index.Unasked.ShouldBe(100);
}
