using Ontime.Bills;

namespace Ontime.Tests.Bills;

public sealed class ImportingTests
{
    [Fact]
    public void Every_line_is_answered_and_the_good_ones_are_kept()
    {
        var talks = Talks.OnTheDay();
        talks.Say("/bills");
        talks.Say("Add several");

        var answer = talks.Say("Huabei 10th\nrent\nCMB card 5th\nHuabei 10th\n7");

        talks.Member.Bills.Select(bill => (bill.Kind, bill.Day)).ShouldBe([(BillKind.Huabei, DueDay.Of(10)), (BillKind.Card, DueDay.Of(5))]);
        answer.ShouldContain("“rent”");
        answer.ShouldContain("there already");
        answer.ShouldContain("“7”");
    }

    [Theory]
    [InlineData("   ")]
    [InlineData("\u202E")]
    [InlineData("\u200B\n\u200B")]
    public void Words_that_are_none_are_asked_for_again(string nothing)
    {
        var talks = Talks.OnTheDay();
        talks.Say("/bills");
        talks.Say("Add several");

        talks.Say(nothing).Trim().ShouldNotBeEmpty();
        talks.Member.Top!.Step.ShouldBe("bills.import");
    }

    [Fact]
    public void No_more_are_kept_than_the_list_holds()
    {
        var talks = Talks.OnTheDay();
        talks.Say("/bills");
        talks.Say("Add several");

        talks.Say(string.Join('\n', Enumerable.Range(1, 28).SelectMany(day => new[] { $"rent {day}th", $"Huabei {day}th" })));

        talks.Member.Bills.Count.ShouldBe(Limits.Bills);
        talks.Member.Bills.Select(bill => bill.Id).ShouldBeUnique();
    }
}
