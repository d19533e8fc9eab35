using Ontime.Bills;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Bills;

public sealed class SaidTests
{
    [Theory]
    [InlineData(Language.ZhHans, "房租1号", BillKind.Rent, null)]
    [InlineData(Language.ZhHans, "我的房租 1号", BillKind.Rent, null)]
    [InlineData(Language.ZhHans, "信用卡5号", BillKind.Card, null)]
    [InlineData(Language.ZhHans, "花唄10號", BillKind.Huabei, null)]
    [InlineData(Language.ZhHans, "借呗15号", BillKind.Jiebei, null)]
    [InlineData(Language.ZhHans, "电费 10号", BillKind.Utility, "电费")]
    [InlineData(Language.ZhHans, "车贷15号", BillKind.Loan, "车贷")]
    [InlineData(Language.ZhHans, "贷款15号", BillKind.Loan, null)]
    [InlineData(Language.En, "rent 1st", BillKind.Rent, null)]
    [InlineData(Language.En, "RENT on the 1st", BillKind.Rent, null)]
    [InlineData(Language.En, "my rent 1st", BillKind.Rent, null)]
    [InlineData(Language.En, "Credit card 5th", BillKind.Card, null)]
    [InlineData(Language.En, "utilities 10th", BillKind.Utility, null)]
    [InlineData(Language.En, "electricity 10th", BillKind.Utility, "electricity")]
    [InlineData(Language.En, "loan 10th", BillKind.Loan, null)]
    [InlineData(Language.En, "huabie 10", BillKind.Huabei, null)]
    [InlineData(Language.En, "jeibei 20th", BillKind.Jiebei, null)]
    [InlineData(Language.En, "parents 5th", BillKind.Other, "parents")]
    public void The_word_of_a_kind_is_the_kind_and_any_other_a_name(Language language, string line, BillKind kind, string? name)
    {
        var person = new Newcomer(language, line);

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Name)).ShouldBe([(kind, name)]);
    }

    [Theory]
    [InlineData(Language.ZhHans, "房租逾期了")]
    [InlineData(Language.ZhHans, "我的房租晚了几天")]
    [InlineData(Language.ZhHans, "招行卡逾期了")]
    [InlineData(Language.ZhHans, "花呗也逾期了")]
    [InlineData(Language.En, "my rent is overdue")]
    [InlineData(Language.En, "Rent is late")]
    [InlineData(Language.En, "My Huabei’s overdue")]
    public void One_bill_that_is_overdue_answers_whether_any_is(Language language, string text)
    {
        var person = new Newcomer(language, "Huabei 10th", language == Language.En ? "off" : "没开");

        person.Say(text).ShouldContain(language == Language.En ? "Logged as overdue, right?" : "记为有逾期，对吗？");
    }

    [Theory]
    [InlineData("房租没逾期")]
    [InlineData("花呗没有")]
    public void One_bill_that_is_not_overdue_says_nothing_of_the_others(string text)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "没开");
        person.Say(text);

        person.Member!.Answers.ContainsKey("R4").ShouldBeFalse();
    }

    [Fact]
    public void Overdue_for_long_is_another_answer()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "没开", "花呗逾期了一个多月");

        person.Member!.Answers["R4"].Option.ShouldBe("ge30");
    }

    [Theory]
    [InlineData("不是10号，是8号")]
    [InlineData("打错了，是8号")]
    [InlineData("花呗应该是8号")]
    [InlineData("花呗改成8号")]
    [InlineData("I meant the 8th")]
    [InlineData("not the 10th but the 8th")]
    public void A_day_is_put_right_under_the_next_question(string text)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号");
        person.Say(text).ShouldContain("12月8日");

        person.Member!.Bills.Select(bill => bill.Day).ShouldBe([DueDay.Of(8)]);
    }

    [Theory]
    [InlineData("12号", "12")]
    [InlineData("12", "12")]
    [InlineData("the 12th", "12")]
    [InlineData("改成12号", "12")]
    [InlineData("不是10号是12号", "12")]
    public void A_day_typed_where_one_chooses_what_to_change_is_the_new_day(string text, string day)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/bills", "花呗", "改", text);

        person.Member!.Bills.Select(bill => bill.Day?.ToString()).ShouldBe([day]);
    }

    [Fact]
    public void An_amount_typed_there_is_the_new_amount_once_it_is_agreed_to()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/bills", "花呗", "改", "1200元", "好的");

        person.Member!.Bills.Select(bill => bill.Amount).ShouldBe([1200]);
    }
}
