using Ontime.Tests.Walk;

namespace Ontime.Tests.Bills;

public sealed class UnagreedTests
{
    [Theory]
    [InlineData("花呗10号1200，借呗15号800", 1200, 800)]
    [InlineData("花呗10号，借呗15号800", null, 800)]
    [InlineData("花呗10号1200，借呗15号", 1200, null)]
    public void Amounts_of_several_bills_wait_for_consent(string line, int? huabei, int? jiebei)
    {
        var agreed = new Newcomer(Language.ZhHans);
        agreed.Say(line).ShouldContain("你写了金额。要我记下来吗？");
        agreed.Member!.Bills.ShouldAllBe(bill => bill.Amount == null);
        agreed.Say("好的");

        agreed.Member!.Bills.OrderBy(bill => bill.Kind).Select(bill => bill.Amount).ShouldBe([huabei, jiebei]);

        var refused = new Newcomer(Language.ZhHans, line, "不用了");
        refused.Member!.Bills.ShouldAllBe(bill => bill.Amount == null);
        refused.Member.Frames.ShouldAllBe(frame => frame.Note("unagreed") == null);
    }

    [Fact]
    public void Lines_that_are_added_together_ask_too()
    {
        var person = new Newcomer(Language.ZhHans, "/cancel", "/bills", "一次加多笔");
        person.Say("房租1号3000\n信用卡5号").ShouldContain("要我记下来吗？");
        person.Say("要");

        person.Member!.Bills.Select(bill => bill.Amount).ShouldBe([3000, null]);
    }

    [Fact]
    public void With_no_question_open_they_ask_too()
    {
        var person = new Newcomer(Language.En, "/cancel");
        person.Say("Huabei 10th 1200 and Jiebei 15th 800").ShouldContain("Keep it?");
        person.Say("sure");

        person.Member!.Bills.Select(bill => bill.Amount).ShouldBe([1200, 800]);
    }
}
