namespace Ontime.Tests.Walk;

/// <summary>Whoever says where they live means the clock that reminders go by.</summary>
public sealed class LivingTests
{
    [Theory]
    [InlineData(Language.En, "I moved to Berlin", "Europe/Berlin")]
    [InlineData(Language.En, "I live in New York now.", "America/New_York")]
    [InlineData(Language.ZhHans, "我搬到伦敦了", "Europe/London")]
    [InlineData(Language.ZhHans, "我现在在东京工作", "Asia/Tokyo")]
    public void A_city_somebody_lives_in_is_their_time(Language language, string words, string zone)
    {
        var person = new Newcomer(language, "/cancel", words);
        person.Member!.Zone.ShouldBe(zone);
    }

    [Theory]
    [InlineData(Language.En, "I moved to tears")]
    [InlineData(Language.En, "I am in debt")]
    [InlineData(Language.ZhHans, "我在上班")]
    public void Whoever_is_in_something_else_stays_where_they_are(Language language, string words)
    {
        var before = new Newcomer(language, "/cancel").Member!.Zone;
        new Newcomer(language, "/cancel", words).Member!.Zone.ShouldBe(before);
    }
}
