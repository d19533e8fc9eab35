using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>What people type beside the point: it must not turn into an answer that they did not give.</summary>
public sealed class SaidInPassingTests
{
    [Theory]
    [InlineData(Language.En, "R4", "ok thanks")]
    [InlineData(Language.ZhHans, "R4", "好的谢谢")]
    [InlineData(Language.En, "C5", "ok thanks")]
    [InlineData(Language.ZhHans, "C5", "好的，谢谢")]
    public void Thanks_admits_nothing(Language language, string question, string words)
    {
        var person = With(language, question);

        person.Say(words).ShouldBe(language == Language.En ? "You’re welcome." : "不客气。");
        person.Say(words);
        person.Member!.Answers.ContainsKey(question).ShouldBeFalse();
    }

    [Fact]
    public void Thanks_to_what_was_asked_back_admits_nothing_either()
    {
        var person = With(Language.En, "R4");

        person.Say("yes").ShouldContain("right?");
        person.Say("ok thanks");

        person.Member!.Answers.ContainsKey("R4").ShouldBeFalse();
    }

    [Theory]
    [InlineData("no thx")]
    [InlineData("nope ty")]
    public void A_short_thanks_beside_a_no_leaves_the_no(string words)
    {
        var person = With(Language.En, "R4");
        person.Say("yes");

        person.Say(words);

        person.Member!.Answers["R4"].Option.ShouldBe("none");
    }

    [Theory]
    [InlineData(Language.ZhHans, "我已经还了")]
    [InlineData(Language.ZhHans, "都还了")]
    [InlineData(Language.En, "i paid it")]
    public void Who_says_that_a_bill_is_paid_has_not_said_that_they_borrowed_for_it(Language language, string words)
    {
        var person = With(language, "C5");

        person.Say(words).ShouldNotContain(language == Language.En ? "right?" : "对吗");
    }

    [Theory]
    [InlineData(Language.ZhHans, "没有了")]
    [InlineData(Language.ZhHans, "就这一个")]
    [InlineData(Language.ZhHans, "没别的了")]
    [InlineData(Language.En, "that's it")]
    [InlineData(Language.En, "nothing else")]
    [InlineData(Language.En, "thats all")]
    public void No_more_bills_is_no_answer_to_auto_repay(Language language, string words)
    {
        var person = With(language, null);

        person.Say(words).ShouldContain(language == Language.En ? "Is auto-repay on" : "开自动扣款了吗");
        person.Member!.Answers.ContainsKey("R7").ShouldBeFalse();
    }

    [Theory]
    [InlineData(Language.En, "中文")]
    [InlineData(Language.En, "用中文")]
    [InlineData(Language.En, "speak chinese")]
    [InlineData(Language.ZhHans, "english please")]
    public void The_name_of_the_other_language_switches_to_it(Language language, string words)
    {
        var person = With(language, null);

        person.Say(words).ShouldContain(language == Language.En ? "开自动扣款了吗" : "Is auto-repay on");
        person.Member!.Language.ShouldBe(language == Language.En ? Language.ZhHans : Language.En);
    }

    [Theory]
    [InlineData("how do I raise my fico?")]
    [InlineData("what about experian")]
    [InlineData("does my FICO count here?")]
    public void Of_scores_elsewhere_it_is_said_that_they_are_elsewhere(string words) =>
        With(Language.En, null).Say(words).ShouldContain("Sesame");

    private static Newcomer With(Language language, string? question)
    {
        var person = new Newcomer(language, language == Language.En ? "Huabei 10th" : "花呗 10号");
        if (question is not null)
        {
            person.Open(question);
        }

        return person;
    }
}
