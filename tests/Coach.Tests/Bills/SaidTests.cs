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
    [InlineData(Language.En, "student loan 15", BillKind.Loan, "student loan")]
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
    [InlineData("花呗不是10号是8号")]
    [InlineData("Huabei isn't the 10th, it's the 8th")]
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

    [Theory]
    [InlineData("把花呗改成15号", "15")]
    [InlineData("花呗是10号吧", "10")]
    public void What_is_changed_is_no_new_bill(string text, string day)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel", text);

        person.Member!.Bills.Select(bill => bill.Day?.ToString()).Distinct().ShouldBe(day == "10" ? ["10"] : [day]);
    }

    [Theory]
    [InlineData("花呗下个月5号", "5")]
    [InlineData("花呗每月十号左右", "10")]
    [InlineData("花呗10号吧", "10")]
    [InlineData("Huabei around the 10th", "10")]
    [InlineData("my huabei is due on the 10th", "10")]
    [InlineData("I pay huabei on the 10th of every month", "10")]
    public void Words_around_a_day_are_no_name(string text, string day)
    {
        var person = new Newcomer(Language.ZhHans, text);

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Name, bill.Day?.ToString())).ShouldBe([(BillKind.Huabei, null, day)]);
    }

    [Theory]
    [InlineData("花呗和房租")]
    [InlineData("花呗、借呗、信用卡")]
    public void Two_answers_to_one_question_lose_neither(string text)
    {
        var person = new Newcomer(Language.ZhHans);

        person.Say(text).ShouldStartWith("一样一样来");
        person.Member!.Top!.Open!.ShouldNotBeNull();
        person.Member.Answers.ContainsKey("R1").ShouldBeFalse();
    }

    [Theory]
    [InlineData("分期好还是一次还清好")]
    [InlineData("最低还款会影响信用吗")]
    [InlineData("does paying the minimum hurt my score")]
    [InlineData("is it better to pay in full or instalments")]
    [InlineData("刚还了招行的")]
    [InlineData("招行卡还了")]
    [InlineData("花呗什么时候还")]
    public void A_question_or_another_bill_settles_nothing(string text)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel") { Now = NodaTime.Instant.FromUtc(2026, 12, 9, 4, 0) };
        person.Say(text);

        person.Member!.Bills.ShouldAllBe(bill => !bill.Cycles.Exists(cycle => cycle.State != CycleState.Open));
    }

    [Fact]
    public void An_amount_that_was_paid_is_asked_whether_it_is_all()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel") { Now = NodaTime.Instant.FromUtc(2026, 12, 9, 4, 0) };

        person.Say("还了500").ShouldContain("是全额还了，还是还了一部分？");
    }

    [Theory]
    [InlineData("一直都按时", "none")]
    [InlineData("都还清了", "none")]
    public void A_yes_that_says_on_time_denies_that_anything_is_overdue(string text, string option)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "没开", text);

        person.Member!.Answers["R4"].Option.ShouldBe(option);
    }

    [Theory]
    [InlineData("那就记吧", true)]
    [InlineData("要", true)]
    [InlineData("可以啊没问题", true)]
    [InlineData("sure", true)]
    [InlineData("不要记", false)]
    [InlineData("別記", false)]
    [InlineData("先不记", false)]
    [InlineData("沒有", false)]
    [InlineData("not really", false)]
    [InlineData("nope", false)]
    public void An_offer_is_taken_or_refused_in_ordinary_words(string text, bool taken)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号1200", text);

        (person.Member!.Amounts is not null).ShouldBe(taken);
        person.Member.Bills.Single().Amount.ShouldBe(taken ? 1200 : null);
        person.Member.Top!.Step.ShouldBe("R7");
    }

    [Theory]
    [InlineData("房租", BillKind.Rent, null)]
    [InlineData("水电", BillKind.Utility, null)]
    [InlineData("话费", BillKind.Utility, "话费")]
    [InlineData("信用卡", BillKind.Card, null)]
    public void A_kind_without_a_button_is_kept_as_what_it_is(string text, BillKind kind, string? name)
    {
        var person = new Newcomer(Language.ZhHans, text, "5号");

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Name)).ShouldBe([(kind, name)]);
    }
}
