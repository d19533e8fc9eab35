using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>The first question, answered in people's own words.</summary>
public sealed class GoalTests
{
    [Theory]
    [InlineData(Language.ZhHans, "想提额", "limit")]
    [InlineData(Language.ZhHans, "我想提高额度", "limit")]
    [InlineData(Language.ZhHans, "我希望额度高一点", "limit")]
    [InlineData(Language.ZhHans, "想涨分", "score")]
    [InlineData(Language.ZhHans, "把欠款还清", "debt")]
    [InlineData(Language.ZhHans, "别逾期", "never_late")]
    [InlineData(Language.En, "never late please", "never_late")]
    [InlineData(Language.En, "sort debts", "debt")]
    [InlineData(Language.En, "I want a higher limit", "limit")]
    [InlineData(Language.En, "raise my limit", "limit")]
    [InlineData(Language.En, "I’d like a better score", "score")]
    [InlineData(Language.En, "I want to pay off my debts", "debt")]
    public void What_somebody_wants_is_the_goal(Language language, string words, string goal) => Goal(language, words).ShouldBe(goal);

    [Theory]
    [InlineData(Language.ZhHans, "怎么提额")]
    [InlineData(Language.En, "how do I raise my limit")]
    public void How_to_get_there_is_a_question_and_no_answer(Language language, string words) => Goal(language, words).ShouldBe("never_late");

    private static string? Goal(Language language, string words) => new Newcomer(language, "back", words).Member!.Answers["G1"].Option;
}
