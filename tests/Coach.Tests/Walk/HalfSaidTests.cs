using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>Answers that say a little more, or a little less, than was asked for.</summary>
public sealed class HalfSaidTests
{
    [Theory]
    [InlineData(Language.ZhHans, "D1", "四五次", "c4_5")]
    [InlineData(Language.ZhHans, "D1", "大概四五次吧", "c4_5")]
    [InlineData(Language.ZhHans, "D1", "4到5次", "c4_5")]
    [InlineData(Language.ZhHans, "R3", "七八个月", "m6")]
    [InlineData(Language.En, "D1", "4-5 times", "c4_5")]
    [InlineData(Language.En, "D1", "four or five", "c4_5")]
    [InlineData(Language.En, "R3", "8 to 10 months", "m6")]
    public void Within_one_option_they_answer(Language language, string question, string words, string option)
    {
        var person = With(language, question);

        person.Say(words);

        person.Member!.Answers[question].Option.ShouldBe(option);
    }

    [Theory]
    [InlineData(Language.ZhHans, "D1", "两三次")]
    [InlineData(Language.ZhHans, "R3", "两三个月")]
    [InlineData(Language.En, "D1", "2 or 3")]
    [InlineData(Language.En, "R3", "two or three months")]
    public void Across_two_it_is_asked_which(Language language, string question, string words)
    {
        var person = With(language, question);

        person.Say(words).ShouldContain(language == Language.En ? "Which one, exactly?" : "具体是哪一个？");

        person.Member!.Answers.ContainsKey(question).ShouldBeFalse();
    }

    [Theory]
    [InlineData("662")]
    [InlineData("550次")]
    public void Nobody_applied_as_often_as_a_score_is_high(string words)
    {
        var person = With(Language.ZhHans, "D1");

        person.Say(words);

        person.Member!.Answers.ContainsKey("D1").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Language.ZhHans, "有，借呗过期快两个月了，一直没敢看")]
    [InlineData(Language.ZhHans, "借呗逾期快俩月了，不敢跟家里说")]
    [InlineData(Language.En, "jiebei is two months overdue, i was too scared to look")]
    public void How_long_a_bill_is_late_is_found_beside_what_one_feels(Language language, string words)
    {
        var person = With(language, "R4");

        person.Say(words);

        person.Member!.Answers["R4"].Option.ShouldBe("ge30");
    }

    [Theory]
    [InlineData(Language.En, "it's always there")]
    [InlineData(Language.En, "there's always enough")]
    [InlineData(Language.ZhHans, "一直有钱")]
    [InlineData(Language.ZhHans, "一直都够")]
    public void Money_that_is_always_there_is_no_shortage(Language language, string words)
    {
        var person = With(language, null);
        person.Say(language == Language.En ? "yes" : "开了");

        person.Say(words);

        person.Member!.Answers["R7"].Option.ShouldBe("on_funded");
    }

    [Theory]
    [InlineData(Language.En, "remind me tomorrow at 8", "8 am")]
    [InlineData(Language.En, "remind me tomorrow evening at 8", "8 pm")]
    [InlineData(Language.En, "remind me tomorrow to call my mother", "only remind of bills")]
    [InlineData(Language.ZhHans, "明天提醒我打电话", "只提醒还款")]
    public void A_wish_to_be_reminded_is_taken_or_told_how(Language language, string words, string said) =>
        With(language, null).Say(words).ShouldContain(said);

    [Theory]
    [InlineData(Language.En, "netflix 5th", "netflix")]
    [InlineData(Language.ZhHans, "民生 3号", "民生")]
    public void In_the_list_of_bills_any_name_with_a_day_is_a_bill(Language language, string words, string name)
    {
        var person = With(language, null);
        person.Say("/bills");

        person.Say(words);

        person.Member!.Bills.ShouldContain(bill => bill.Name == name);
    }

    [Theory]
    [InlineData("/forget", "Keep it")]
    [InlineData("/bills", "Done")]
    [InlineData("/settings", "Done")]
    public void One_way_out_is_enough(string command, string way)
    {
        var buttons = With(Language.En, null).Buttons(command);

        buttons.ShouldContain(way);
        buttons.ShouldNotContain("Cancel");
    }

    private static Newcomer With(Language language, string? question)
    {
        var person = new Newcomer(language, language == Language.En ? "Huabei 10th" : "花呗 10号");
        if (question == "R3")
        {
            // Asked next, once nothing is overdue.
            person.Say(language == Language.En ? "off" : "没开");
            person.Say(language == Language.En ? "nothing overdue" : "没有逾期");
        }
        else if (question is not null)
        {
            person.Open(question);
        }

        return person;
    }
}
