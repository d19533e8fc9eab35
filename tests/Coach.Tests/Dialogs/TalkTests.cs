using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Tests.Dialogs;

public sealed class TalkTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 1, 4, 0);

    [Fact]
    public void What_was_opened_and_asked_is_in_the_member_whenever_it_is_looked_at()
    {
        var talk = new Talk(SmallSet.Read(SmallSet.Files()), new Operator(null, null, null), Lin(), Now);

        talk.Push(new Frame("first", "hello", interrupt: false));
        talk.Asked = 3;
        talk.Answered = 2;
        talk.Member.ShouldSatisfyAllConditions(
            member => member.Top!.Step.ShouldBe("hello"),
            member => member.Asked.ShouldBe(3),
            member => member.Answered.ShouldBe(2));

        talk.Member = talk.Member with { Milestone = 6 };
        talk.Pop();
        talk.Member.ShouldSatisfyAllConditions(member => member.Frames.ShouldBeEmpty(), member => member.Milestone.ShouldBe(6), member => member.Asked.ShouldBe(3));
    }

    [Fact]
    public void A_member_put_in_the_place_of_another_brings_their_own_frames_and_numbers()
    {
        var talk = new Talk(SmallSet.Read(SmallSet.Files()), new Operator(null, null, null), Lin(), Now);
        talk.Push(new Frame("first", "hello", interrupt: false));
        talk.Asked = 3;

        talk.Member = Lin();

        talk.Frames.ShouldBeEmpty();
        talk.Member.Asked.ShouldBe(0);
    }

    private static Member Lin() => new() { ChatId = 1, Language = Language.En, Zone = "Asia/Shanghai", Joined = Now, LastInput = Now };
}
