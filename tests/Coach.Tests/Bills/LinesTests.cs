using NodaTime;
using Ontime.Bills;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Bills;

public sealed class LinesTests
{
    [Theory]
    [InlineData(Language.ZhHans, "房租3000", "1号", "好的", 3000)]
    [InlineData(Language.ZhHans, "房租每月三千五", "1号", "好的", 3500)]
    [InlineData(Language.En, "rent 3000", "1st", "yes", 3000)]
    [InlineData(Language.En, "my rent is 3.5k a month", "1st", "yes", 3500)]
    public void An_amount_without_a_day_keeps_the_name_and_asks_for_the_day(Language language, string text, string day, string consent, int amount)
    {
        foreach (var idle in (bool[])[false, true])
        {
            var person = idle ? new Newcomer(language, "Huabei 10th", "/cancel") : new Newcomer(language);
            person.Say(text).ShouldContain(language == Language.En ? "Which day" : "房租每月几号还");
            person.Say(day);
            person.Say(consent);

            var bill = person.Member!.Bills[^1];
            (bill.Kind, bill.Name, bill.Day?.ToString(), bill.Amount).ShouldBe((BillKind.Rent, null, "1", amount));
        }
    }

    [Theory]
    [InlineData(Language.ZhHans, "爸妈的房贷", BillKind.Loan, "爸妈的房贷")]
    [InlineData(Language.ZhHans, "水电煤", BillKind.Utility, "水电煤")]
    [InlineData(Language.ZhHans, "我的房租", BillKind.Rent, null)]
    public void A_name_alone_answers_the_question_for_a_bill(Language language, string text, BillKind kind, string? name)
    {
        var person = new Newcomer(language);
        person.Say(text);
        person.Say(language == Language.En ? "10th" : "10号");

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Name, bill.Day?.ToString())).ShouldBe([(kind, name, "10")]);
    }

    [Theory]
    [InlineData("很多")]
    [InlineData("工资")]
    [InlineData("花呗借呗信用卡")]
    [InlineData("花呗明天要还")]
    [InlineData("借呗怎么还")]
    public void What_is_no_name_asks_again(string text)
    {
        var person = new Newcomer(Language.ZhHans);
        person.Say(text);

        (person.Member!.Top!.Step, person.Member.Bills.Count).ShouldBe(("R1", 0));
    }

    [Theory]
    [InlineData(Language.ZhHans, "我有三张信用卡")]
    [InlineData(Language.ZhHans, "欠了两笔网贷")]
    [InlineData(Language.En, "I owe 3 cards")]
    [InlineData(Language.En, "I have several loans to repay")]
    public void How_many_there_are_is_no_bill_but_the_place_to_write_them(Language language, string text)
    {
        var person = new Newcomer(language, "Huabei 10th", "/cancel");
        person.Say(text);

        person.Member!.Top!.Step.ShouldBe("bills.import");
        person.Member.Bills.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(Language.ZhHans, "加一笔信用卡25号", BillKind.Card, "25")]
    [InlineData(Language.ZhHans, "加个房租 每月1号", BillKind.Rent, "1")]
    [InlineData(Language.En, "add a credit card on the 25th", BillKind.Card, "25")]
    [InlineData(Language.En, "jiebei due 15", BillKind.Jiebei, "15")]
    [InlineData(Language.En, "just rent, on the first", BillKind.Rent, "1")]
    public void Words_that_add_are_no_name(Language language, string text, BillKind kind, string day)
    {
        var person = new Newcomer(language, "Huabei 10th", "/cancel", text);

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Name, bill.Day?.ToString())).ShouldBe([(BillKind.Huabei, null, "10"), (kind, null, day)]);
    }

    [Fact]
    public void Bills_said_in_one_breath_are_several()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel", "借呗十五号房租一号");

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Day?.ToString())).ShouldBe([(BillKind.Huabei, "10"), (BillKind.Jiebei, "15"), (BillKind.Rent, "1")]);
    }

    [Theory]
    [InlineData(Language.En, "move Huabei to the 15th")]
    [InlineData(Language.En, "change my Huabei date to the 15th")]
    [InlineData(Language.ZhHans, "花呗的日子改成15号")]
    public void A_bill_is_moved_to_another_day(Language language, string text)
    {
        var person = new Newcomer(language, "Huabei 10th", "/cancel", text);

        person.Member!.Bills.Select(bill => bill.Day?.ToString()).ShouldBe(["15"]);
    }

    [Theory]
    [InlineData("should’ve been deducted by now")]
    [InlineData("supposed to be paid")]
    [InlineData("花呗应该扣了")]
    public void Whoever_thinks_that_it_is_paid_has_not_said_so(string text)
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel") { Now = Instant.FromUtc(2026, 12, 10, 4, 0) };
        person.Say(text);

        person.Member!.Bills.ShouldAllBe(bill => !bill.Cycles.Exists(cycle => cycle.State != CycleState.Open) && bill.Past.Count == 0);
    }

    [Fact]
    public void An_amount_of_a_bill_that_is_kept_is_its_amount()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel", "花呗3000", "好的");

        person.Member!.Bills.Select(bill => bill.Amount).ShouldBe([3000]);
    }

    [Theory]
    [InlineData(Language.ZhHans, "花呗 8号", "日子改了", 1, "8")]
    [InlineData(Language.ZhHans, "花呗 8号", "不动", 1, "10")]
    [InlineData(Language.ZhHans, "花呗 8号", "另有一笔", 1, "10")]
    [InlineData(Language.En, "Huabei 8th", "change it", 1, "8")]
    [InlineData(Language.En, "Huabei 10th", "thanks", 1, "10")]
    public void Another_day_for_a_bill_that_is_kept_is_asked_about(Language language, string text, string answer, int bills, string day)
    {
        var person = new Newcomer(language, "Huabei 10th", "/cancel");
        person.Say(text).ShouldContain(language == Language.En ? "in the calendar already" : "已经在日历里");
        person.Member!.Bills.Select(bill => bill.Day?.ToString()).ShouldBe(["10"]);

        person.Say(answer);
        person.Member.Bills.Count.ShouldBe(bills);
        person.Member.Bills[0].Day?.ToString().ShouldBe(day);
    }

    [Fact]
    public void A_second_bill_of_a_kind_gets_a_name_of_its_own()
    {
        var person = new Newcomer(Language.ZhHans, "花呗10号", "/cancel", "花呗 8号", "另有一笔", "大号");

        person.Member!.Bills.Select(bill => (bill.Name, bill.Day?.ToString())).ShouldBe([(null, "10"), ("大号", "8")]);
    }

    [Theory]
    [InlineData(Language.ZhHans, "花呗 12月25日", "只这一次", false)]
    [InlineData(Language.ZhHans, "花呗 12月25日", "每月", true)]
    [InlineData(Language.En, "Huabei 25 Dec", "just once", false)]
    [InlineData(Language.En, "Huabei Dec 25", "every month", true)]
    public void A_date_is_asked_whether_it_comes_every_month(Language language, string text, string answer, bool monthly)
    {
        var person = new Newcomer(language, text);
        person.Member!.Bills.ShouldBeEmpty();

        person.Say(answer);
        var bill = person.Member.Bills.Single();
        bill.Day?.ToString().ShouldBe(monthly ? "25" : null);
        bill.Once.ShouldBe(monthly ? null : new LocalDate(2026, 12, 25));
    }

    [Theory]
    [InlineData("25 Dec")]
    [InlineData("December 25th")]
    [InlineData("12月25日")]
    public void A_date_under_the_question_for_the_day_is_no_silent_25th(string text)
    {
        var person = new Newcomer(Language.En, "Huabei", text);

        person.Member!.Bills.ShouldBeEmpty();
        person.Member.Top!.Step.ShouldBe("R1.sure");
    }
}
