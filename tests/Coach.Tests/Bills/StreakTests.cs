using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Tests.Reminders;

namespace Ontime.Tests.Bills;

public sealed class StreakTests
{
    private const string Home = "Asia/Shanghai";

    [Fact]
    public void No_row_is_spoken_of_beside_a_due_date_without_a_word()
    {
        var member = Paid(Paid(Paid(Two(), 1, 12), 1, 13), 2, 12);

        Streak.IsInDoubt(member, new LocalDate(2027, 1, 21)).ShouldBeFalse("the evening after is still its day of grace");
        Streak.IsInDoubt(member, new LocalDate(2027, 1, 22)).ShouldBeTrue();
        Streak.Months(member, new LocalDate(2027, 1, 22)).ShouldBe(0);
        Streak.Record(member).ShouldBe((3, 3));
    }

    [Fact]
    public void What_is_paid_ahead_counts_and_what_falls_due_ahead_is_no_gap()
    {
        var ahead = Paid(Paid(Paid(Two(), 1, 12), 2, 12), 1, 13);

        Streak.Present(ahead, new LocalDate(2026, 12, 28)).ShouldBe(2);
    }

    [Fact]
    public void The_answer_brings_the_row_back()
    {
        var member = Paid(Paid(Paid(Paid(Two(), 1, 12), 1, 13), 2, 12), 2, 13);

        Streak.IsInDoubt(member, new LocalDate(2027, 1, 31)).ShouldBeFalse();
        Streak.Months(member, new LocalDate(2027, 1, 31)).ShouldBe(2);
    }

    [Fact]
    public void A_month_that_nobody_ever_answered_begins_a_new_row()
    {
        var said = Two() with { Answers = Two().Answers.SetItem(Item.MonthsOnTime, new Answer("m6", People.Start)) };
        var member = new[] { 12, 13, 15, 16 }.Aggregate(Paid(Paid(Paid(said, 2, 12), 2, 13), 2, 14), (one, month) => Paid(one, 1, month));
        member = Paid(Paid(member, 2, 15), 2, 16);

        Streak.Months(member, new LocalDate(2027, 4, 30)).ShouldBe(2);
        Streak.IsInDoubt(member, new LocalDate(2027, 4, 30)).ShouldBeFalse("February is not asked for any more");
    }

    [Fact]
    public void What_is_not_paid_by_the_persons_word_counts_the_day_after()
    {
        var bill = Two().Bills[0] with { Cycles = [new Cycle(new LocalDate(2026, 12, 10), CycleState.NotPaid)] };

        Streak.IsInDoubt(Two() with { Bills = [bill] }, new LocalDate(2026, 12, 11)).ShouldBeTrue();
        Streak.IsInDoubt(Two() with { Bills = [bill] }, new LocalDate(2026, 12, 10)).ShouldBeFalse();
    }

    [Fact]
    public void Of_a_muted_bill_nobody_is_asked_and_none_is_in_doubt()
    {
        var bill = Two().Bills[0] with { Muted = true };

        Streak.IsInDoubt(Two() with { Bills = [bill] }, new LocalDate(2026, 12, 31)).ShouldBeFalse();
    }

    /// <summary>One bill on the 10th, one on the 20th.</summary>
    private static Member Two() => People.With(
        Home, People.Start, People.Due(DueDay.Of(10), People.Start, Home), People.Due(DueDay.Of(20), People.Start, Home, id: 2));

    /// <summary>Paid on the day; 13 is the January after.</summary>
    private static Member Paid(Member member, int bill, int month)
    {
        var due = new LocalDate(2026, 1, bill * 10).PlusMonths(month - 1);
        return Settling.Settle(member, bill, due, CycleState.Paid, due);
    }
}
