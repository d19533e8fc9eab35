using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Tests.Reminders;
using Ontime.Tests.Members;

namespace Ontime.Tests.Bills;

public sealed class SettlingTests
{
    private const string Home = "Asia/Shanghai";

    [Fact]
    public void What_is_paid_on_time_makes_a_streak_on_top_of_what_was_said_before()
    {
        var member = Person() with { Answers = Person().Answers.SetItem(Item.MonthsOnTime, new Answer("m3", People.Start)) };

        var paid = Paid(member, 12, 10);

        Streak.Months(paid, new LocalDate(2026, 12, 10)).ShouldBe(4);
        Streak.Record(paid).ShouldBe((1, 1));
    }

    [Fact]
    public void Late_within_three_days_keeps_the_streak_once_a_year_and_the_record_shows_late()
    {
        var once = Paid(Paid(Person(), 12, 10), 13, 12);
        var twice = Paid(once, 14, 11);

        once.Bills[0].Past[0].ShouldBe(new Settled(new LocalDate(2027, 1, 10), CycleState.PaidLate, 2, Kept: true));
        Streak.Months(once, new LocalDate(2027, 1, 31)).ShouldBe(2);
        Streak.Record(once).ShouldBe((1, 2));
        once.Months[0].Paid.ShouldBe(0);
        twice.Bills[0].Past[0].Kept.ShouldBeFalse();
        Streak.Months(twice, new LocalDate(2027, 2, 28)).ShouldBe(0);
    }

    [Fact]
    public void More_than_three_days_late_begins_a_new_streak_and_the_old_ones_still_stand()
    {
        var member = Paid(Paid(Person(), 12, 10), 13, 20);

        Streak.Months(member, new LocalDate(2027, 1, 31)).ShouldBe(0);
        Streak.Record(member).ShouldBe((1, 2));
        Streak.Months(Paid(member, 14, 10), new LocalDate(2027, 2, 28)).ShouldBe(1);
    }

    [Fact]
    public void What_was_taken_back_leaves_no_trace_in_the_record()
    {
        var before = Paid(Person(), 12, 10);

        var after = Settling.TakeBack(Paid(before, 13, 12), 1, new LocalDate(2027, 1, 10));

        after.Months.ShouldBe(before.Months);
        after.Bills[0].Past.ShouldBe(before.Bills[0].Past);
    }

    [Fact]
    public void Nothing_due_is_not_counted()
    {
        var member = Settling.Settle(Person(), 1, new LocalDate(2026, 12, 10), CycleState.NothingDue, null);

        member.Months.ShouldBeEmpty();
        member.Bills[0].Past.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, null)]
    [InlineData(3, 3)]
    [InlineData(12, 12)]
    public void Milestones_are_told_once_each(int months, int? reached)
    {
        Streak.Reached(Person(), months).ShouldBe(reached);
        Streak.Reached(Person() with { Milestone = months }, months).ShouldBeNull();
    }

    [Fact]
    public void A_document_with_all_of_a_bill_is_read_back_as_it_was()
    {
        var paid = Paid(Paid(Person(), 12, 10), 13, 12);
        var bill = paid.Bills[0] with
        {
            AutoDebit = false, Account = "salary card",
            Cycles = [new Cycle(new LocalDate(2027, 2, 10), CycleState.CantPay, 21, People.Start, Ready: true, Overdue: true)],
        };
        var member = paid with { Bills = [bill], Milestone = 3, QuietFrom = new LocalTime(23, 0), Spoken = [People.Start], Nudges = [People.Start], Halved = 1 };

        var read = member.Again();

        read.Bills[0].Past.ShouldBe(bill.Past);
        read.Bills[0].Cycles.ShouldBe(bill.Cycles);
        read.Months.ShouldBe(member.Months);
        MemberCodec.Write(read).ShouldBe(MemberCodec.Write(member));
    }

    private static Member Person() => People.With(Home, People.Start, People.Due(DueDay.Of(10), People.Start, Home));

    /// <summary>The bill of a month (13 is the January after), paid on a day of it.</summary>
    private static Member Paid(Member member, int month, int day)
    {
        var due = new LocalDate(2026, 1, 10).PlusMonths(month - 1);
        return Settling.Settle(member, 1, due, day > 10 ? CycleState.PaidLate : CycleState.Paid, due.PlusDays(day - 10));
    }
}
