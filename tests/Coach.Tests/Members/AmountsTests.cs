using NodaTime;
using Ontime.Members;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Members;

/// <summary>Amounts are kept only with a consent of their own, and go with it.</summary>
public class AmountsTests
{
    private static readonly Person Lin = new(1001, "Lin", "en");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);
    private readonly List<Event> _events = [];
    private Member? _member;

    [Fact]
    public void An_amount_typed_without_consent_is_asked_about_before_it_is_kept()
    {
        Join();
        Tap("never_late");
        Say("Huabei 10th 1200");
        _member!.Bills.ShouldHaveSingleItem().Amount.ShouldBeNull();

        Tap("on");

        _member.Bills[0].Amount.ShouldBe(1200);
        _member.Amounts.ShouldNotBeNull();
    }

    [Fact]
    public void A_refused_amount_is_kept_nowhere()
    {
        Join();
        Tap("never_late");
        Say("Huabei 10th 1234.5");
        Tap("off");

        System.Text.Encoding.UTF8.GetString(MemberCodec.Write(_member!)).ShouldNotContain("1234.5");
        _member!.Bills.ShouldHaveSingleItem().Day.ShouldBe(Ontime.Bills.DueDay.Of(10));
    }

    [Fact]
    public void Taking_the_consent_back_takes_every_amount_and_the_history_never_had_one()
    {
        Join();
        Tap("never_late");
        Say("Huabei 10th 1234.5");
        Tap("on");
        Say("/cancel");
        Say("/settings");
        Tap("amounts");
        Tap("off");

        _member!.Amounts.ShouldBeNull();
        System.Text.Encoding.UTF8.GetString(MemberCodec.Write(_member)).ShouldNotContain("1234.5");
        _events.SelectMany(happened => happened.Data.Values).ShouldNotContain(value => value.Contains("1234"));
        _events.ShouldNotBeEmpty();
    }

    private void Join()
    {
        Handle(new Input.Said(Lin, "/start", 1, Now));
        Handle(new Input.Tapped(Lin, "s:en:consent:agree", 2, "q"));
    }

    private void Say(string text) => Handle(new Input.Said(Lin, text, 3, Now));

    private void Tap(string option) => Handle(new Input.Tapped(Lin, $"q{_member!.Top!.Open!.Number}:{option}", 4, "q"));

    private void Handle(Input input)
    {
        var turn = Shipped.Coach.Handle(_member, input, Now);
        _member = turn.Member is null ? null : turn.Member.Again();
        _events.AddRange(turn.Events);
    }
}
