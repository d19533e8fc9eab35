using Ontime.Checklist;

namespace Ontime.Tests.Checklist;

public sealed class QuestionsTests
{
    private static readonly Person FirstSession = new Person().WithBills(1)
        .SaysAll("G1 never_late, R1 huabei, R7 on_unsure, R4 none, R3 m3, C5 no, D1 c2, I1 yes, I2 valid, I3 yes");

    [Fact]
    public void After_the_first_session_the_weightiest_come_three_a_day()
    {
        Next(FirstSession, 3).ShouldBe(["C3", "C2", "U2"]);
        Next(FirstSession, 12).ShouldBe(["C3", "C2", "U2", "C4", "U1", "S1", "R5", "R8", "B1", "B2", "S2", "D3"]);
        Next(FirstSession, 14).Skip(12).ShouldBe(["D2", "C1"]);
    }

    [Fact]
    public void Only_items_of_weight_are_asked()
    {
        var all = Next(FirstSession, 100);

        all.Where(id => Shipped.Items[id].Points == 0).ShouldBeEmpty();
        all.ShouldNotContain("R2");
        (all.Sum(id => Shipped.Items[id].Points) + 49).ShouldBe(100);
    }

    [Fact]
    public void What_is_not_allowed_is_not_asked() =>
        Questions.Next(Shipped.Items, FirstSession.Standing, 1, Shipped.All.Except(["C3"]).ToHashSet()).ShouldBe(["C2"]);

    [Theory]
    [InlineData("C3", "unsure", 6.9, false, false)]
    [InlineData("C3", "unsure", 7, false, true)]
    [InlineData("C3", "unsure", 29, true, false)]
    [InlineData("C3", "unsure", 30, true, true)]
    [InlineData("C3", "skipped", 6, false, false)]
    [InlineData("C3", "skipped", 7, false, true)]
    [InlineData("C3", "skipped", 8, true, false)]
    [InlineData("C3", "decline", 179, false, false)]
    [InlineData("C3", "decline", 180, false, true)]
    [InlineData("C2", "no_entry", 1000, false, false)]
    [InlineData("R3", "unsure", 7, false, true)]
    [InlineData("R3", "unsure", 1000, true, false)]
    public void No_answer_is_asked_again_after_its_time(string item, string option, double daysAgo, bool again, bool asked) =>
        Questions.Unanswered(Shipped.Items, FirstSession.Says(item, option, daysAgo, again).Standing, Shipped.All).Contains(item).ShouldBe(asked);

    [Fact]
    public void Months_on_time_are_asked_for_the_record_unless_nothing_is_to_repay_or_something_is_overdue()
    {
        Unanswered(FirstSession.Without("R3")).ShouldContain("R3");
        Unanswered(FirstSession.Without("R3").Says("R4", "lt30")).ShouldNotContain("R3");
        Unanswered(FirstSession.Without("R3").WithBills(0).Says("R1", "none")).ShouldNotContain("R3");
        Unanswered(FirstSession.Without("R7").WithBills(0).Says("R1", "none")).ShouldNotContain("R7");
    }

    [Fact]
    public void After_40_days_stale_gates_come_first_and_then_what_was_never_answered()
    {
        var person = FirstSession.DaysLater(40);

        Next(person, 3).ShouldBe(["R4", "C5", "C3"]);
        Questions.Stale(Shipped.Items, person.Standing, Shipped.All).ShouldBe(["R4", "C5", "D1", "R1"]);
    }

    [Fact]
    public void A_standing_overdue_bill_is_asked_about_after_a_week()
    {
        var person = new Person().Says("R4", "lt30");

        Questions.Stale(Shipped.Items, person.DaysLater(6).Standing, Shipped.All).ShouldBeEmpty();
        Questions.Stale(Shipped.Items, person.DaysLater(7).Standing, Shipped.All).ShouldBe(["R4"]);
        Questions.Stale(Shipped.Items, new Person().Says("R4", "none").DaysLater(29).Standing, Shipped.All).ShouldBeEmpty();
    }

    [Fact]
    public void Gates_without_points_are_asked_again_too() =>
        Questions.Stale(Shipped.Items, new Person().SaysAll("D5 none, G2 later, P2 yes").DaysLater(400).Standing, Shipped.All).ShouldBe(["D5"]);

    [Fact]
    public void The_stalest_comes_first() =>
        Questions.Stale(Shipped.Items, new Person().Says("D2", "none", 31).Says("B1", "all", 50).Says("D1", "c2", 31).Standing, Shipped.All)
            .ShouldBe(["B1", "D1", "D2"]);

    [Fact]
    public void The_monthly_card_takes_recent_good_answers_but_never_R4_and_C5()
    {
        var person = new Person().WithBills(1)
            .SaysAll("R1 huabei, R4 none, C5 no, C3 le20, D3 le30, C1 fixed").Says("B1", "all", daysAgo: 31).DaysLater(30);

        Questions.MonthlyCard(Shipped.Items, person.Standing, Shipped.All).ShouldBe(["C3", "D3", "R1"], ignoreOrder: true);
        Questions.MonthlyCard(Shipped.Items, person.Says("C3", "gt55", 1).Standing, Shipped.All).ShouldNotContain("C3");
    }

    [Fact]
    public void For_a_figure_the_heaviest_come_first_until_it_is_reached()
    {
        var person = new Person().WithBills(1).SaysAll("R1 huabei, R4 none");

        // 9 known, 31 lacking: the record by the person's word 18, C3 7, D1 5, C2 4.
        ForAFigure(person).ShouldBe(["R3", "C3", "D1", "C2"]);
        var answered = person.SaysAll("R3 m2, C3 le20, D1 c2");
        ForAFigure(answered).ShouldBe(["C2"]);
        answered.Index.Shown.ShouldBeNull();
        answered.Says("C2", "no").Index.Shown.ShouldNotBeNull();
        ForAFigure(answered.Says("C2", "no")).ShouldBeEmpty();
    }

    private static IReadOnlyList<string> ForAFigure(Person person) =>
        Questions.ForAFigure(Shipped.Items, Shipped.Rules, person.Standing, Shipped.All);

    private static IReadOnlyList<string> Unanswered(Person person) => Questions.Unanswered(Shipped.Items, person.Standing, Shipped.All);

    private static List<string> Next(Person person, int count) => [.. Questions.Next(Shipped.Items, person.Standing, count, Shipped.All)];
}
