using NodaTime;
using Ontime.Members;

namespace Ontime.Tests.Walk;

/// <summary>/check asks on until nothing is left, whatever was answered before.</summary>
public class CheckEndsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Theory]
    [InlineData("/cancel")]
    [InlineData("不知道")]
    public void A_session_left_at_its_card_does_not_ask_its_last_question_again(string leaving)
    {
        var person = new Newcomer(Language.ZhHans, "信用卡25号", "没开", "没有", "3个月", "没有", "3次", "都是真的", leaving, "/check");

        person.Member!.Answers.Keys.ShouldContain("I1");
        person.Member.Top!.Step.ShouldNotBe("id_card");
    }

    [Fact]
    public void That_nothing_is_to_be_repaid_is_confirmed_once()
    {
        var person = new Newcomer(Language.ZhHans, "没有要还的", "都没有", "没有", "没有", "0次", "都是真的", "/cancel", "/check");

        person.Member!.Top!.Step.ShouldNotBe("no_debts");
    }

    [Theory]
    [InlineData("R1", "none")]
    [InlineData("R1", Answer.Skipped)]
    [InlineData("R4", "lt30")]
    [InlineData("R4", Answer.Skipped)]
    [InlineData("G1", "debt")]
    [InlineData("G1", Answer.Skipped)]
    public void What_an_earlier_answer_shuts_off_is_not_asked_for_ever(string item, string option)
    {
        var person = new Person(7, "Lin", "en");
        var member = new Member
        {
            ChatId = 7, Version = 1, Language = Language.En, Zone = "UTC", ZoneAsked = true, HourAsked = true, Joined = Now - Duration.FromDays(30), LastInput = Now,
            Answers = System.Collections.Immutable.ImmutableSortedDictionary<string, Answer>.Empty
                .Add("R1", new Answer("huabei", Now)).Add("R4", new Answer("none", Now)).SetItem(item, new Answer(option, Now)),
        };
        var turn = Shipped.Coach.Handle(member, new Input.Said(person, "/check", 1, Now), Now);
        for (var asked = 0; turn.Member!.Frames.Count > 0 && asked < 100; asked++)
        {
            turn = Shipped.Coach.Handle(turn.Member, new Input.Said(person, "skip", asked + 2, Now), Now);
            turn.Events.ShouldNotContain(happened => happened.Kind == EventKinds.Looped);
        }

        turn.Member.Frames.ShouldBeEmpty();
    }
}
