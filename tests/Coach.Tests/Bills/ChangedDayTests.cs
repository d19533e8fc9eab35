using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Reminders;

namespace Ontime.Tests.Bills;

/// <summary>A bill gets another day. What has passed and was not paid stays open.</summary>
public sealed class ChangedDayTests
{
    private static readonly LocalDate Tenth = new(2026, 12, 10);

    [Fact]
    public void An_overdue_due_date_stays_open_with_its_marks()
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill);
        talks.Now += Duration.FromDays(2);
        talks.Tap(bill, Tenth, "unpaid");

        Change(talks, "20th");

        talks.Member.Bills[0].Day.ShouldBe(DueDay.Of(20));
        talks.Member.Bills[0].Cycles.ShouldHaveSingleItem().ShouldSatisfyAllConditions(cycle => cycle.Due.ShouldBe(Tenth), cycle => cycle.State.ShouldBe(CycleState.NotPaid));
        talks.Member.Answers[Item.Overdue].Option.ShouldBe("lt30");
        Streak.IsInDoubt(talks.Member, new LocalDate(2026, 12, 13)).ShouldBeTrue();

        // It can still be settled, and its chain goes on.
        BillAgenda.Look(talks.Member, Instant.FromUtc(2026, 12, 13, 2, 0)).Tell.ShouldHaveSingleItem().Cycle.Due.ShouldBe(Tenth);
        talks.Tap(bill, Tenth, "cleared");
        talks.Member.Bills[0].Past.ShouldHaveSingleItem().DaysLate.ShouldBe(2);
        talks.Member.Answers[Item.Overdue].Option.ShouldBe("none");
    }

    [Fact]
    public void One_nobody_had_spoken_of_yet_is_not_lost_either()
    {
        var talks = Talks.OnTheDay(Talks.Bill());
        talks.Now += Duration.FromDays(1);

        Change(talks, "20th");

        talks.Member.Bills[0].Cycles.ShouldHaveSingleItem().Due.ShouldBe(Tenth);
    }

    [Fact]
    public void What_is_still_ahead_moves_to_the_new_day()
    {
        var talks = Talks.OnTheDay(Talks.Bill() with { Cycles = [new Cycle(Tenth, CycleState.Open, 1)] });

        Change(talks, "20th");

        talks.Member.Bills[0].Cycles.ShouldBeEmpty();
        BillAgenda.Look(talks.Member, talks.Now).Next.ShouldBe(Instant.FromUtc(2026, 12, 17, 2, 0));
    }

    private static void Change(Talks talks, string day)
    {
        talks.Say("/bills");
        talks.Choose("1");
        talks.Choose("edit");
        talks.Choose("day");
        talks.Say(day);
    }
}
