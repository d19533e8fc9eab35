using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>A yes or no about another matter than the open question's is no answer to it.</summary>
public sealed class ElsewhereTests
{
    [Theory]
    [InlineData(Language.ZhHans, "我换手机号了", "I3")]
    [InlineData(Language.ZhHans, "身份证过期了", "I2")]
    [InlineData(Language.ZhHans, "我想改目标", "G1")]
    [InlineData(Language.ZhHans, "我换工作了", "C1")]
    [InlineData(Language.ZhHans, "自动扣款改了", "R7")]
    [InlineData(Language.ZhHans, "手机没换", null)]
    [InlineData(Language.ZhHans, "目标怎么改", null)]
    [InlineData(Language.En, "I want to change my goal", "G1")]
    [InlineData(Language.En, "my ID expired", "I2")]
    [InlineData(Language.En, "I have a new phone number", "I3")]
    [InlineData(Language.En, "I did not change my job", null)]
    [InlineData(Language.En, "change my phone bill", null)]
    public void What_changed_is_asked_anew(Language language, string text, string? item)
    {
        var person = new Newcomer(language, "Huabei 1st", "/cancel");
        person.Say(text);

        (person.Member!.Top is { } top && Shipped.Set.Items.ContainsKey(top.Step) ? top.Step : null).ShouldBe(item);
    }

    [Theory]
    [InlineData(Language.ZhHans, "我没有逾期", false)]
    [InlineData(Language.En, "no, nothing is overdue", false)]
    [InlineData(Language.ZhHans, "没有", true)]
    [InlineData(Language.En, "no", true)]
    public void Nothing_overdue_says_nothing_about_auto_repay(Language language, string words, bool answers)
    {
        var person = new Newcomer(language, language == Language.En ? "Huabei 10th" : "花呗 10号");
        person.Say(words);

        person.Member!.Answers.ContainsKey("R7").ShouldBe(answers);
    }
}
