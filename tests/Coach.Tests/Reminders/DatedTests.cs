using NodaTime;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Tests.Walk;
using Ontime.Tests.Members;

namespace Ontime.Tests.Reminders;

/// <summary>Dates that an answer gave: an ID that runs out, five years, money promised to a friend, ninety days.</summary>
public sealed class DatedTests
{
    private const string Home = "Asia/Shanghai";
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Home];
    private static readonly Ontime.Person Lin = new(1, "Lin", "en");

    [Fact]
    public void An_expiry_is_told_60_30_and_7_days_before_at_ten()
    {
        var told = Live(With(("I2", "valid", null), ("I2.expiry", "value", new LocalDate(2027, 3, 1))), 120);

        told.ShouldBe(["2026-12-31 10:00 I2.expiry", "2027-01-30 10:00 I2.expiry", "2027-02-22 10:00 I2.expiry"]);
    }

    [Fact]
    public void What_was_past_when_the_date_was_given_is_not_told()
    {
        var told = Live(With(("I2", "soon", null), ("I2.expiry", "value", new LocalDate(2026, 12, 20))), 60);

        told.ShouldBe(["2026-12-13 10:00 I2.expiry"]);
    }

    [Fact]
    public void An_ID_that_was_renewed_is_spoken_of_no_more()
    {
        Live(With(("I2", "permanent", null), ("I2.expiry", "value", new LocalDate(2027, 3, 1))), 120).ShouldBeEmpty();
    }

    [Fact]
    public void Five_years_after_a_late_payment_was_cleared_the_person_is_told_once()
    {
        Live(With(("R5", "y2to5", null), ("R5.cleared", "value", new LocalDate(2021, 12, 1))), 90).ShouldBe(["2027-01-01 10:00 R5.cleared"]);
    }

    [Fact]
    public void A_friend_is_repaid_on_the_day_agreed_and_it_is_told_ahead()
    {
        Live(With(("S1", "one", null), ("S1.date", "value", new LocalDate(2026, 12, 10))), 60).ShouldBe(["2026-12-07 10:00 S1.date", "2026-12-10 10:00 S1.date"]);
    }

    [Fact]
    public void The_end_of_ninety_days_without_applications_is_told_but_not_to_who_has_debts_to_sort_out()
    {
        Live(With(("D1", "c4_5", null)), 120).ShouldBe(["2027-02-21 10:00 D1"]);
        Live(With(("D1", "c4_5", null), ("G1", "debt", null)), 120).ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_not_verified_is_reminded_once_after_three_days()
    {
        Live(With(("I1", "no", null)), 60).ShouldBe(["2026-11-25 10:00 I1"]);
    }

    [Fact]
    public void After_a_pause_the_latest_that_still_helps_is_told_once()
    {
        var member = With(("I2", "valid", null), ("I2.expiry", "value", new LocalDate(2027, 3, 1))) with { Paused = Paused.All };
        var back = People.Start + Duration.FromDays(80);

        var resumed = Shipped.Coach.Handle(member, new Input.Said(Lin, "/resume", 1, back), back).Member!;

        Live(resumed, 60, back).ShouldBe(["2027-02-10 12:10 I2.expiry", "2027-02-22 10:00 I2.expiry"]);
        Live(resumed with { Paused = Paused.All }, 60, back).ShouldBeEmpty();
    }

    [Fact]
    public void A_message_gone_stale_over_an_outage_is_not_sent()
    {
        Live(With(("S1", "one", null), ("S1.date", "value", new LocalDate(2026, 12, 10))), 60, People.Start + Duration.FromDays(30)).ShouldBeEmpty();
    }

    private static Member With(params (string Step, string Option, LocalDate? Date)[] answers)
    {
        var member = People.With(Home, People.Start);
        foreach (var (step, option, date) in answers)
        {
            member = member with { Answers = member.Answers.SetItem(step, new Answer(option, People.Start, Date: date)) };
        }

        return member;
    }

    /// <summary>What is said unasked about dates, with the local time, if nobody answers.</summary>
    private static List<string> Live(Member member, int days, Instant? from = null)
    {
        var (began, said) = (from ?? People.Start, new List<string>());
        var until = began + Duration.FromDays(days);
        for (var now = began; now <= until;)
        {
            var turn = Shipped.Coach.Handle(member.Again(), new Input.Wake(), now);
            said.AddRange(turn.Events.Where(one => one.Kind == EventKinds.Told && one.Data["what"] == "date")
                .Select(one => $"{now.InZone(Zone).LocalDateTime.ToString("yyyy-MM-dd HH:mm", null)} {one.Data["step"]}"));
            (member, now) = (turn.Member!, turn.Member!.DueAt!.Value);
        }

        return said;
    }
}
