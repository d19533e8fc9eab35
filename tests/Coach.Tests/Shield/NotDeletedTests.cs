using NodaTime;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Shield;

public sealed class NotDeletedTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.ZhHans)]
    public void A_stranger_hears_in_the_language_of_the_warning_that_their_message_stands(Language language)
    {
        var turn = new Coach(Shipped.Set, new Operator(null, null, null)).Handle(null, new Input.NotDeleted(7, language), Now);
        turn.Language.ShouldBe(language);
        turn.Effects.OfType<Effect.Say>().ShouldHaveSingleItem().Message.Lines.ShouldHaveSingleItem().Key.ShouldBe("shield.not_deleted");
    }
}
