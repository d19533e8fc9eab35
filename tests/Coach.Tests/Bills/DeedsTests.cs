using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Tests.Bills;

public sealed class DeedsTests
{
    private static readonly LocalDate Due = new(2026, 12, 10);

    [Theory]
    [InlineData("paid")]
    [InlineData("minimum")]
    [InlineData("nothing")]
    public void Taken_back_a_bill_is_as_it_was(string deed)
    {
        var bill = Talks.Bill() with { Cycles = [new Cycle(Due, CycleState.Open, 7, Ready: true)] };
        var talks = Talks.OnTheDay(bill);

        talks.Tap(bill, Due, deed);
        talks.Member.Bills[0].Past.ShouldHaveSingleItem();
        talks.Tap(bill, Due, "undo");

        talks.Member.Bills[0].Cycles.ShouldBe(bill.Cycles);
        talks.Member.Bills[0].Past.ShouldBeEmpty();
        talks.Member.Months.ShouldBeEmpty();
        talks.Member.Milestone.ShouldBe(0);
    }

    [Fact]
    public void What_was_overdue_is_overdue_again_where_paid_is_taken_back()
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill);
        talks.Now += Duration.FromDays(2);
        talks.Tap(bill, Due, "unpaid");
        var overdue = talks.Member.Answers[Item.Overdue];

        talks.Tap(bill, Due, "just_now");
        talks.Member.Answers[Item.Overdue].Option.ShouldBe("none");
        talks.Tap(bill, Due, "undo");

        talks.Member.Answers[Item.Overdue].ShouldBe(overdue);
        talks.Member.Bills[0].Cycles[0].State.ShouldBe(CycleState.NotPaid);
    }

    [Fact]
    public void Who_cannot_pay_sorts_out_debts_until_it_is_paid()
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill);
        Goal(talks, "limit");

        talks.Tap(bill, Due, "cant").ShouldContain("Huabei");
        talks.Member.Answers["G1"].Option.ShouldBe("debt");
        talks.Member.TipsSilent.ShouldBeTrue();

        talks.Now += Duration.FromDays(9);
        talks.Tap(bill, Due, "cleared");
        talks.Member.Answers["G1"].Option.ShouldBe("limit");
        talks.Member.TipsSilent.ShouldBeFalse();
        talks.Member.Relief.ShouldBeNull();

        talks.Tap(bill, Due, "undo");
        talks.Member.Answers["G1"].Option.ShouldBe("debt");
        talks.Member.TipsSilent.ShouldBeTrue();
    }

    [Fact]
    public void A_goal_chosen_meanwhile_is_not_turned_back()
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill);
        Goal(talks, "limit");
        talks.Tap(bill, Due, "cant");
        Goal(talks, "score", talks.Now + Duration.FromHours(1));

        talks.Tap(bill, Due, "paid");

        talks.Member.Answers["G1"].Option.ShouldBe("score");
    }

    [Fact]
    public void A_second_bill_that_cannot_be_paid_keeps_the_way_off_open()
    {
        Bill[] bills = [Talks.Bill(), Talks.Bill(2, BillKind.Jiebei)];
        var talks = Talks.OnTheDay(bills);
        talks.Tap(bills[0], Due, "cant");
        talks.Tap(bills[1], Due, "cant");

        talks.Tap(bills[0], Due, "paid");
        talks.Member.Relief.ShouldNotBeNull();
        talks.Tap(bills[1], Due, "paid");

        talks.Member.Relief.ShouldBeNull();
        talks.Member.Answers.ShouldNotContainKey("G1");
    }

    private static void Goal(Talks talks, string goal, Instant? at = null) => talks.Set(talks.Member with
    {
        Answers = talks.Member.Answers.SetItem("G1", new Answer(goal, at ?? talks.Now - Duration.FromDays(1))),
    });

    [Fact]
    public void All_paid_pressed_a_day_later_asks_when_before_anything_is_recorded()
    {
        var (huabei, rent) = (Talks.Bill(1), Talks.Bill(2, BillKind.Rent));
        var talks = Told(huabei, rent);
        talks.Now += Duration.FromDays(1);

        talks.Press("d1.2:20261210:all_paid").ShouldContain("On the day, or only just now?");
        talks.Member.Bills.ShouldAllBe(bill => bill.Past.IsEmpty);

        talks.Press("d1.2:20261210:all_on_day");
        talks.Member.Bills.ShouldAllBe(bill => bill.Past[0].DaysLate == 0 && bill.Past[0].State == CycleState.Paid);
    }

    [Fact]
    public void All_paid_only_just_now_counts_as_late()
    {
        var talks = Told(Talks.Bill(1), Talks.Bill(2, BillKind.Rent));
        talks.Now += Duration.FromDays(2);

        talks.Press("d1.2:20261210:all_just_now");

        talks.Member.Bills.ShouldAllBe(bill => bill.Past[0].DaysLate == 2 && bill.Past[0].State == CycleState.PaidLate);
    }

    [Fact]
    public void All_paid_on_the_day_is_on_time_without_a_question()
    {
        var talks = Told(Talks.Bill(1), Talks.Bill(2, BillKind.Rent));

        talks.Press("d1.2:20261210:all_paid");

        talks.Member.Bills.ShouldAllBe(bill => bill.Past[0].State == CycleState.Paid);
    }

    [Fact]
    public void Paid_of_one_bill_pressed_later_asks_when_too()
    {
        var bill = Talks.Bill();
        var talks = Told(bill);
        talks.Now += Duration.FromDays(1);

        talks.Tap(bill, Due, "paid");
        talks.Member.Bills[0].Past.ShouldBeEmpty();

        talks.Tap(bill, Due, "just_now");
        talks.Member.Bills[0].Past[0].DaysLate.ShouldBe(1);
    }

    private static Talks Told(params Bill[] bills) =>
        Talks.OnTheDay([.. bills.Select(bill => bill with { Cycles = [new Cycle(Due, CycleState.Open, Chain.UpTo(ChainStep.Morning))] })]);
}
