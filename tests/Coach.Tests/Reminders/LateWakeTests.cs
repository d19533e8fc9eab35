using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Reminders;

/// <summary>What the simulated year found: wakes that come late, inputs that come between a moment and its wake, answers given in advance.</summary>
public sealed class LateWakeTests
{
    private const string Home = "Asia/Shanghai";
    private static readonly Person Lin = new(1, "Lin", "en");

    [Fact]
    public void What_is_due_when_an_input_comes_just_before_its_wake_is_told_at_once()
    {
        var blocked = Huabei() with { Reachable = false };

        var turn = Shipped.Coach.Handle(blocked, new Input.Reachable(true), At(12, 10, 10, 5));

        turn.Member!.DueAt!.Value.ShouldBeLessThan(At(12, 10, 10, 6));
        Shipped.Coach.Handle(turn.Member, new Input.Wake(), At(12, 10, 10, 6)).Events.ShouldContain(one => one.Kind == EventKinds.Told);
    }

    [Fact]
    public void A_word_typed_at_the_moment_of_a_snooze_does_not_lose_it()
    {
        var asked = Marked(At(12, 10, 11, 0));

        var turn = Shipped.Coach.Handle(asked, new Input.Said(Lin, "/about", 1, At(12, 10, 11, 1)), At(12, 10, 11, 1));

        turn.Member!.DueAt!.Value.ShouldBeLessThan(At(12, 10, 11, 12));
    }

    [Theory]
    [InlineData(22, 30, true)]
    [InlineData(19, 0, false)]
    public void A_snooze_wins_over_quiet_hours_at_its_moment_and_not_hours_later(int hour, int minute, bool told)
    {
        var look = BillAgenda.Look(Marked(At(12, 10, hour, minute)), At(12, 10, 22, 40));

        look.Tell.Count.ShouldBe(told ? 1 : 0);
        (told || look.Next == At(12, 11, 8, 0)).ShouldBeTrue();
    }

    [Fact]
    public void A_plan_hours_late_waits_for_the_end_of_quiet_hours()
    {
        var member = People.With(Home, People.Start) with { Plans = [new IfThen("R7", "R7.plan.tonight", At(12, 1, 21, 0), People.Start)] };

        var late = Shipped.Coach.Handle(member, new Input.Wake(), At(12, 1, 23, 30));

        late.Effects.ShouldBeEmpty();
        late.Member!.DueAt.ShouldBe(At(12, 2, 8, 0));
    }

    [Fact]
    public void Short_questions_put_off_into_quiet_hours_wait_for_the_next_day()
    {
        var now = At(12, 1, 21, 50);
        var member = People.With(Home, People.Start) with { Hour = new LocalTime(21, 50), HourAsked = true, Spoken = [now - Duration.FromMinutes(5)] };

        for (var wake = now; wake < At(12, 2, 7, 59); wake = member.DueAt!.Value)
        {
            var turn = Shipped.Coach.Handle(member, new Input.Wake(), wake);
            turn.Effects.ShouldBeEmpty($"at {wake.InZone(DateTimeZoneProviders.Tzdb[Home])}");
            member = turn.Member!;
        }
    }

    [Fact]
    public void Paid_in_advance_the_next_month_is_still_waited_for()
    {
        var paid = Settling.Settle(Huabei(), 1, new LocalDate(2026, 12, 10), CycleState.Paid, new LocalDate(2026, 12, 7));

        BillAgenda.Look(paid, At(12, 7, 11, 0)).Next.ShouldBe(new LocalDateTime(2027, 1, 7, 10, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb[Home]).ToInstant());
    }

    [Fact]
    public void Paid_taken_back_before_the_day_is_asked_again_on_the_day()
    {
        var paid = Shipped.Coach.Handle(Huabei(), new Input.Tapped(Lin, "d1:20261210:paid", 1, "q"), At(12, 7, 11, 0)).Member!;
        var back = Shipped.Coach.Handle(paid, new Input.Tapped(Lin, "d1:20261210:undo", 1, "q"), At(12, 7, 12, 0)).Member!;

        var (_, told) = People.Live(back, At(12, 7, 12, 0), At(12, 10, 12, 0));

        told.Select(one => one.Step).ShouldBe([ChainStep.Eve, ChainStep.Morning]);
    }

    private static Member Huabei() => People.With(Home, People.Start, People.Due(DueDay.Of(10), People.Start, Home));

    private static Member Marked(Instant snooze) =>
        Huabei() with { Bills = [Huabei().Bills[0] with { Cycles = [new Cycle(new LocalDate(2026, 12, 10), CycleState.Open, Chain.UpTo(ChainStep.Morning), snooze)] }] };

    private static Instant At(int month, int day, int hour, int minute) =>
        new LocalDateTime(2026, month, day, hour, minute).InZoneStrictly(DateTimeZoneProviders.Tzdb[Home]).ToInstant();
}
