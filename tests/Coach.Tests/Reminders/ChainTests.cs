using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Tests.Reminders;

public sealed class ChainTests
{
    private const string Home = "Asia/Shanghai";

    [Fact]
    public void Without_an_answer_the_whole_chain_is_told_at_its_hours()
    {
        var (_, told) = People.Live(Huabei(), People.Start, At(2026, 12, 31, 12));

        told.Steps().ShouldBe(
        [
            (ChainStep.Before, "12-07 10:00"), (ChainStep.Eve, "12-09 20:00"), (ChainStep.Morning, "12-10 10:00"), (ChainStep.Evening, "12-10 18:00"),
            (ChainStep.After, "12-11 10:00"), (ChainStep.Third, "12-13 10:00"), (ChainStep.Weekly, "12-20 10:00"), (ChainStep.Weekly, "12-27 10:00"),
        ]);
    }

    [Fact]
    public void It_is_asked_weekly_for_eight_weeks_and_never_more()
    {
        var once = Huabei() with { Bills = [People.Due(DueDay.Of(10), People.Start, Home) with { Day = null, Once = new LocalDate(2026, 12, 10) }] };

        var (_, told) = People.Live(once, People.Start, At(2027, 12, 31, 12));

        told.Count(one => one.Step == ChainStep.Weekly).ShouldBe(8);
        told[^1].Local.Date.ShouldBe(new LocalDate(2027, 2, 7));
    }

    [Fact]
    public void After_a_step_of_which_it_is_said_all_others_come_later_whatever_the_quiet_hours_are()
    {
        var due = new LocalDate(2027, 3, 28);
        LocalTime[] hours = [.. Enumerable.Range(0, 48).Select(half => LocalTime.Midnight.PlusMinutes(30 * half))];
        foreach (var (name, hoursAgo) in new[] { (Home, 24 * 30), ("Europe/Berlin", 20), ("Europe/Berlin", 60), ("America/New_York", 2) })
        {
            var zone = DateTimeZoneProviders.Tzdb[name];
            var bill = People.Due(DueDay.Of(28), due.AtStartOfDayInZone(zone).ToInstant() - Duration.FromHours(hoursAgo), name);
            foreach (var quiet in hours.SelectMany(from => hours, (from, to) => new Quiet(from, to)))
            {
                var moments = Enumerable.Range(0, Chain.Count).Select(number => Chain.At(bill, due, number, zone, quiet)).ToList();
                for (var number = 0; number < Chain.Count; number++)
                {
                    if (Chain.RestIsLater(number) && moments[number] is { } at)
                    {
                        moments.Skip(number + 1).OfType<Instant>().All(later => later > at).ShouldBeTrue($"{name}, {quiet}, step {number}");
                    }
                }
            }
        }
    }

    [Fact]
    public void Paid_ends_the_chain_at_once()
    {
        var (_, told) = People.Live(Huabei(), People.Start, At(2026, 12, 31, 12), (member, now) =>
            now > At(2026, 12, 8, 0) && member.Bills[0].Past.IsEmpty ? Settling.Settle(member, 1, new LocalDate(2026, 12, 10), CycleState.Paid, new LocalDate(2026, 12, 9)) : member);

        told.Steps().ShouldBe([(ChainStep.Before, "12-07 10:00")]);
    }

    [Fact]
    public void Who_said_that_the_money_is_ready_is_left_alone_until_the_day_if_it_is_drawn_automatically()
    {
        var ready = Marked(Huabei(), cycle => cycle with { Ready = true });
        var byHand = ready with { Bills = [ready.Bills[0] with { AutoDebit = false }] };

        People.Live(ready, People.Start, At(2026, 12, 10, 12)).Told.Steps().ShouldBe([(ChainStep.Morning, "12-10 10:00")]);
        People.Live(byHand, People.Start, At(2026, 12, 10, 12)).Told.Steps().ShouldBe([(ChainStep.Eve, "12-09 20:00"), (ChainStep.Morning, "12-10 10:00")]);
    }

    [Fact]
    public void Who_always_confirms_hears_nothing_the_evening_before()
    {
        var member = Huabei();
        Settled[] past = [.. new[] { 10, 9, 8 }.Select(month => new Settled(new LocalDate(2026, month, 10), CycleState.Paid))];
        member = member with { Bills = [member.Bills[0] with { Past = [.. past] }] };

        People.Live(member, People.Start, At(2026, 12, 10, 12)).Told.Select(one => one.Step).ShouldBe([ChainStep.Before, ChainStep.Morning]);
    }

    [Theory]
    [InlineData("2026-12-08T15:00", "12-09 10:00", ChainStep.Before)]
    [InlineData("2026-12-09T12:00", "12-09 20:00", ChainStep.Eve)]
    [InlineData("2026-12-09T21:00", "12-10 10:00", ChainStep.Morning)]
    [InlineData("2026-12-10T15:00", "12-10 18:00", ChainStep.Evening)]
    [InlineData("2026-12-10T18:30", "12-10 20:00", ChainStep.Evening)]
    [InlineData("2026-12-10T21:30", "12-11 10:00", ChainStep.After)]
    public void A_lead_time_that_has_passed_when_a_bill_is_added_is_compressed(string added, string first, ChainStep step)
    {
        var now = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(added).Value
            .InZoneStrictly(DateTimeZoneProviders.Tzdb[Home]).ToInstant();

        var (_, told) = People.Live(People.With(Home, now, People.Due(DueDay.Of(10), now, Home)), now, At(2026, 12, 31, 12));

        told.Steps()[0].ShouldBe((step, first));
    }

    [Fact]
    public void After_an_outage_only_what_is_still_true_is_told_and_once()
    {
        var member = Huabei();
        var back = At(2026, 12, 10, 12);

        var look = BillAgenda.Look(member, back);

        look.Tell.Select(tell => Chain.Of(tell.Number)).ShouldBe([ChainStep.Morning]);
        BillAgenda.Look(People.Keep(member, look), back).Tell.ShouldBeEmpty();
    }

    [Fact]
    public void At_the_end_of_quiet_hours_due_tomorrow_is_no_longer_said()
    {
        var look = BillAgenda.Look(Huabei(), At(2026, 12, 10, 8));

        look.Tell.ShouldBeEmpty();
        look.Next.ShouldBe(At(2026, 12, 10, 10));
    }

    [Fact]
    public void In_quiet_hours_only_what_was_asked_for_is_told()
    {
        var night = At(2026, 12, 10, 23);
        var asked = Marked(Huabei(), cycle => cycle with { Snooze = night });

        BillAgenda.Look(Huabei(), night).Tell.ShouldBeEmpty();
        BillAgenda.Look(Huabei(), night).Next.ShouldBe(At(2026, 12, 11, 8));
        BillAgenda.Look(asked, night).Tell.ShouldHaveSingleItem().Asked.ShouldBeTrue();
    }

    [Fact]
    public void Several_bills_of_a_day_come_at_one_moment()
    {
        var member = People.With(Home, People.Start, [.. Enumerable.Range(1, 3).Select(id => People.Due(DueDay.Of(10), People.Start, Home, id))]);

        BillAgenda.Look(member, At(2026, 12, 10, 10)).Tell.Count.ShouldBe(3);
    }

    [Fact]
    public void Nobody_is_interrupted_while_answering()
    {
        var now = At(2026, 12, 10, 10);
        var answering = Huabei() with { LastInput = now - Duration.FromMinutes(4) };

        BillAgenda.Look(answering, now).Tell.ShouldBeEmpty();
        BillAgenda.Look(answering, now).Next.ShouldBe(now + Duration.FromMinutes(6));
    }

    [Fact]
    public void The_circuit_breaker_holds_a_fifth_message_of_one_hour()
    {
        var now = At(2026, 12, 10, 10);
        var busy = Huabei() with { Spoken = [.. Enumerable.Range(1, 4).Select(n => now - Duration.FromMinutes(50 - n))] };

        BillAgenda.Look(busy, now).Tell.ShouldBeEmpty();
        BillAgenda.Look(busy, now).Next.ShouldBe(now + Duration.FromMinutes(11));
    }

    [Fact]
    public void Distress_mutes_and_a_pause_keep_silent()
    {
        var now = At(2026, 12, 10, 10);
        var until = now + Duration.FromDays(3);
        var muted = Huabei() with { Bills = [Huabei().Bills[0] with { Muted = true }] };

        BillAgenda.Look(Huabei() with { QuietUntil = until }, now).ShouldSatisfyAllConditions(look => look.Tell.ShouldBeEmpty(), look => look.Next.ShouldBe(until));
        BillAgenda.Look(Huabei() with { Paused = Paused.All }, now).Tell.ShouldBeEmpty();
        BillAgenda.Look(Huabei() with { Paused = Paused.ButBills }, now).Tell.ShouldHaveSingleItem();
        BillAgenda.Look(muted, now).Tell.ShouldBeEmpty();
        BillAgenda.Look(Huabei() with { Reachable = false }, now).Tell.ShouldBeEmpty();
    }

    private static Member Huabei() => People.With(Home, People.Start, People.Due(DueDay.Of(10), People.Start, Home));

    private static Member Marked(Member member, Func<Cycle, Cycle> mark) =>
        member with { Bills = [member.Bills[0] with { Cycles = [mark(new Cycle(new LocalDate(2026, 12, 10), CycleState.Open))] }] };

    private static Instant At(int year, int month, int day, int hour) =>
        new LocalDateTime(year, month, day, hour, 0).InZoneStrictly(DateTimeZoneProviders.Tzdb[Home]).ToInstant();
}
