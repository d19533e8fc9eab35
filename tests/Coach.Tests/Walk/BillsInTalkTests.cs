using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>Bills as they come up in talk: counted first, beside a word about oneself, one more, and one less.</summary>
public sealed class BillsInTalkTests
{
    [Theory]
    [InlineData(Language.En, "I have 3 cards: Chase 5th, Citi 12th, BoA 15th", "Chase Citi BoA")]
    [InlineData(Language.En, "two cards, Chase 5th and Citi 12th", "Chase Citi")]
    [InlineData(Language.ZhHans, "我有3张卡：招行5号，建行8号，工商12号", "招行 建行 工商")]
    [InlineData(Language.ZhHans, "有两张信用卡，招行5号，建行8号", "招行 建行")]
    public void A_count_before_them_is_no_name_and_no_amount(Language language, string words, string names)
    {
        var person = new Newcomer(language, words);

        person.Member!.Bills.Select(bill => bill.Name).ShouldBe(names.Split(' '), ignoreOrder: true);
        person.Say(language == Language.En ? "off" : "没开").ShouldContain("4/8");
    }

    [Theory]
    [InlineData(Language.ZhHans, "我是学生，只有花呗，每月大概几百块", BillKind.Huabei)]
    [InlineData(Language.ZhHans, "刚毕业，只用借呗", BillKind.Jiebei)]
    [InlineData(Language.En, "only huabei, i'm a student", BillKind.Huabei)]
    [InlineData(Language.En, "i'm a student, just a credit card", BillKind.Card)]
    public void The_one_bill_is_found_beside_what_is_said_of_oneself(Language language, string words, BillKind kind)
    {
        var person = new Newcomer(language, words);

        person.Say("10");

        person.Member!.Bills.ShouldHaveSingleItem().Kind.ShouldBe(kind);
    }

    [Theory]
    [InlineData(Language.ZhHans, "我是学生，没有花呗")]
    [InlineData(Language.ZhHans, "花呗和借呗，我是学生")]
    [InlineData(Language.En, "i'm a student, no huabei")]
    public void Where_it_is_denied_or_not_the_only_one_it_is_not_taken(Language language, string words)
    {
        var person = new Newcomer(language, words);

        person.Say("10");

        person.Member!.Bills.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.ZhHans, "再加一张民生的")]
    [InlineData(Language.ZhHans, "还要加一笔")]
    [InlineData(Language.En, "add another card")]
    [InlineData(Language.En, "can you add one more")]
    public void One_more_opens_the_question_for_a_bill(Language language, string words)
    {
        var person = new Newcomer(language, language == Language.En ? "Huabei 10th" : "花呗 10号");

        person.Say(words);

        person.Member!.Top!.Step.ShouldStartWith("bills.");
    }

    [Theory]
    [InlineData(Language.ZhHans, "删掉花呗")]
    [InlineData(Language.ZhHans, "花呗不用了")]
    [InlineData(Language.ZhHans, "花呗什么时候还？")]
    [InlineData(Language.En, "delete huabei")]
    [InlineData(Language.En, "i don't use huabei anymore")]
    public void What_is_asked_of_one_bill_opens_that_one(Language language, string words)
    {
        var person = new Newcomer(language, language == Language.En ? "Huabei 10th" : "花呗 10号", language == Language.En ? "rent 1st" : "房租 1号");
        person.Say("/cancel");

        person.Say(words);

        person.Member!.Top!.Step.ShouldBe("bills.one");
        person.Member.Top.Note("bill").ShouldBe("1");
    }
}
