using NodaTime;
using Ontime.Bills;

namespace Ontime.Tests.Bills;

public sealed class TypedPaymentsTests
{
    [Theory]
    [InlineData("paid", CycleState.Paid)]
    [InlineData("Huabei paid", CycleState.Paid)]
    [InlineData("it's currently paid", CycleState.Paid)]
    [InlineData("only the minimum", CycleState.Minimum)]
    [InlineData("已经还了", CycleState.Paid, Language.ZhHans)]
    [InlineData("花呗还了", CycleState.Paid, Language.ZhHans)]
    public void Words_end_the_bill_that_was_spoken_of(string text, CycleState ended, Language language = Language.En)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Set(talks.Member with { Language = language });

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldHaveSingleItem().State.ShouldBe(ended);
    }

    [Theory]
    [InlineData("这个月花呗不用还", true)]
    [InlineData("花呗这期没账单", true)]
    [InlineData("nothing due on Huabei this month", true)]
    [InlineData("花呗不用还吗", false)]
    [InlineData("花呗注销了，以后不用还了", false)]
    [InlineData("借呗不用还", false)]
    public void Where_nothing_is_due_this_time_that_is_written_down_and_can_be_taken_back(string text, bool nothing)
    {
        var talks = Talks.OnTheDay(Told());

        talks.Say(text);

        talks.Member.Bills[0].Past.Select(past => past.State).ShouldBe(nothing ? [CycleState.NothingDue] : []);
        (talks.Member.Bills[0].Before is not null).ShouldBe(nothing);
    }

    [Theory]
    [InlineData("I have several loans to repay")]
    [InlineData("I have a lot to pay this month")]
    [InlineData("I have bills to pay")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("hello")]
    public void A_bare_yes_is_about_something_else(string text)
    {
        var talks = Talks.OnTheDay(Told());

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Huabei paid", Language.En, "Nothing is open for Huabei now")]
    [InlineData("花呗还了", Language.ZhHans, "花呗现在没有要还的")]
    public void Paid_long_before_the_due_day_is_answered_and_changes_nothing(string text, Language language, string answer)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Say("Huabei paid");
        var bill = talks.Member.Bills[0];
        talks.Set(talks.Member with { Language = language });
        talks.Now += Duration.FromDays(2);

        talks.Say(text).ShouldContain(answer);

        talks.Member.Bills[0].Past.ShouldBe(bill.Past);
    }

    [Theory]
    [InlineData("my Huabei is late")]
    [InlineData("花呗逾期了")]
    [InlineData("paid late")]
    public void What_is_not_due_yet_is_not_late(string text)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Now -= Duration.FromDays(3);

        talks.Say(text).ShouldContain("The next due date I have");

        talks.Member.Bills[0].Past.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Huabei is late")]
    [InlineData("花呗逾期了")]
    public void Late_does_not_say_that_it_is_paid_by_now(string text)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Now += Duration.FromDays(2);

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("paid on time")]
    [InlineData("昨天按时还了")]
    public void Who_says_on_time_is_not_asked_whether_it_was(string text)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Now += Duration.FromDays(2);

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldHaveSingleItem().State.ShouldBe(CycleState.Paid);
    }

    [Theory]
    [InlineData("can't pay my credit card")]
    [InlineData("信用卡还不上")]
    public void What_cannot_be_paid_is_heard_where_no_such_bill_is_kept(string text) =>
        Talks.OnTheDay(Told()).Say(text).ShouldContain("no new borrowing");

    [Fact]
    public void Paid_late_ends_it_late()
    {
        var talks = Talks.OnTheDay(Told());
        talks.Now += Duration.FromDays(2);

        talks.Say("paid late");

        talks.Member.Bills[0].Past.ShouldHaveSingleItem().State.ShouldBe(CycleState.PaidLate);
    }

    [Fact]
    public void Yesterday_is_the_day_before_the_words()
    {
        var talks = Talks.OnTheDay(Told());
        talks.Now += Duration.FromDays(1);

        talks.Say("paid yesterday").ShouldContain("on time");

        talks.Member.Bills[0].Past[0].DaysLate.ShouldBe(0);
    }

    [Fact]
    public void Of_two_bills_it_is_asked_which_one_and_nothing_is_taken_before()
    {
        var talks = Talks.OnTheDay(Told(), Told(2, BillKind.Jiebei));

        talks.Say("paid").ShouldContain("Which one");

        talks.Member.Bills.ShouldAllBe(bill => bill.Past.IsEmpty);
    }

    [Fact]
    public void A_named_bill_that_has_ended_is_not_mixed_up_with_another()
    {
        var talks = Talks.OnTheDay(Told(), Told(2, BillKind.Jiebei));
        talks.Say("Huabei paid");

        talks.Say("Huabei paid");

        talks.Member.Bills[1].Past.ShouldBeEmpty();
        talks.Member.Bills[0].Past.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("can't pay")]
    [InlineData("还不上", Language.ZhHans)]
    public void Whoever_cannot_pay_is_heard_before_any_reminder(string text, Language language = Language.En)
    {
        var talks = Talks.OnTheDay(Talks.Bill());
        talks.Set(talks.Member with { Language = language });

        talks.Say(text);

        talks.Member.Relief.ShouldNotBeNull();
        talks.Member.Bills[0].Cycles.ShouldHaveSingleItem().State.ShouldBe(CycleState.CantPay);
    }

    [Fact]
    public void Whoever_cannot_pay_one_of_several_is_asked_which() =>
        Talks.OnTheDay(Talks.Bill(), Talks.Bill(2, BillKind.Jiebei)).Say("can't pay").ShouldContain("Which one");

    [Fact]
    public void Paid_after_all_ends_the_questions_about_what_could_be_paid()
    {
        var talks = Talks.OnTheDay(Talks.Bill());
        talks.Say("can't pay").ShouldContain("a little of it today");

        talks.Say("paid").ShouldContain("in full, on time");

        talks.Member.Relief.ShouldBeNull();
        talks.Member.Frames.ShouldBeEmpty();
        talks.Member.Bills[0].Past.ShouldHaveSingleItem().State.ShouldBe(CycleState.Paid);
    }

    [Theory]
    [InlineData("sorry I forgot, I paid it on the 12th")]
    [InlineData("不好意思忘了，12号还的", Language.ZhHans)]
    public void A_late_payment_is_taken_from_the_part_of_the_sentence_that_tells_it(string text, Language language = Language.En)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Set(talks.Member with { Language = language });
        talks.Now += Duration.FromDays(15);

        talks.Say(text);

        talks.Member.Bills.ShouldHaveSingleItem().Past.ShouldHaveSingleItem().DaysLate.ShouldBe(2);
    }

    [Theory]
    [InlineData("paid my credit card")]
    [InlineData("信用卡还了", Language.ZhHans)]
    public void Words_about_a_bill_that_is_not_kept_end_no_other(string text, Language language = Language.En)
    {
        var talks = Talks.OnTheDay(Told());
        talks.Set(talks.Member with { Language = language });

        talks.Say(text);

        talks.Member.Bills[0].Past.ShouldBeEmpty();
    }

    [Fact]
    public void Of_two_bills_that_nobody_spoke_of_paid_means_neither()
    {
        var talks = Talks.OnTheDay(Talks.Bill(), Talks.Bill(2, BillKind.Jiebei));

        talks.Say("paid");

        talks.Member.Bills.ShouldAllBe(bill => bill.Past.IsEmpty);
    }

    private static Bill Told(int id = 1, BillKind kind = BillKind.Huabei) =>
        Talks.Bill(id, kind) with { Cycles = [new Cycle(new LocalDate(2026, 12, 10), CycleState.Open, 7)] };
}
