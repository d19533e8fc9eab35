using NodaTime;
using Ontime.Bills;

namespace Ontime.Tests.Bills;

public sealed class TypedPaymentsTests
{
    [Theory]
    [InlineData("paid", CycleState.Paid)]
    [InlineData("Huabei paid", CycleState.Paid)]
    [InlineData("only the minimum", CycleState.Minimum)]
    [InlineData("已经还了", CycleState.Paid, Language.ZhHans)]
    [InlineData("花呗还了", CycleState.Paid, Language.ZhHans)]
    public void Words_end_the_bill_that_was_spoken_of(string text, CycleState ended, Language language = Language.En)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Set(talks.Member with { Language = language });

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldHaveSingleItem().State.ShouldBe(ended);
    }

    [Theory]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("hello")]
    public void A_bare_yes_is_about_something_else(string text)
    {
        var talks = Talks.OnTheDay(Told());

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldBeEmpty();
    }

    [Fact]
    public void Yesterday_is_the_day_before_the_words()
    {
        var talks = Talks.OnTheDay(Told());
        talks.Now += Duration.FromDays(1);

        talks.Say("paid yesterday").ShouldContain("on time");

        talks.Member.Bills[0].Past[0].DaysLate.ShouldBe(0);
    }

    [Fact]
    public void Of_two_bills_it_is_asked_which_one_and_nothing_is_taken_before()
    {
        var talks = Talks.OnTheDay(Told(), Told(2, BillKind.Jiebei));

        talks.Say("paid").ShouldContain("Which one");

        talks.Member.Bills.ShouldAllBe(bill => bill.Past.IsEmpty);
    }

    [Fact]
    public void A_named_bill_that_has_ended_is_not_mixed_up_with_another()
    {
        var talks = Talks.OnTheDay(Told(), Told(2, BillKind.Jiebei));
        talks.Say("Huabei paid");

        talks.Say("Huabei paid");

        talks.Member.Bills[1].Past.ShouldBeEmpty();
        talks.Member.Bills[0].Past.ShouldHaveSingleItem();
    }

    private static Bill Told(int id = 1, BillKind kind = BillKind.Huabei) =>
        Talks.Bill(id, kind) with { Cycles = [new Cycle(new LocalDate(2026, 12, 10), CycleState.Open, 7)] };
}
