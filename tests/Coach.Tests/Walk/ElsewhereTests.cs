using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>A yes or no about another matter than the open question's is no answer to it.</summary>
public sealed class ElsewhereTests
{
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
