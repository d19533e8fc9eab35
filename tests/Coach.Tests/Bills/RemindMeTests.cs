using NodaTime;
using Ontime.Members;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Bills;

/// <summary>It is Sunday, 22 November 2026, noon in Shanghai; Huabei is due on the 10th.</summary>
public sealed class RemindMeTests
{
    [Theory]
    [InlineData(Language.ZhHans, "周五提醒我", "11-27 10:00")]
    [InlineData(Language.ZhHans, "下周一提醒我", "11-23 10:00")]
    [InlineData(Language.ZhHans, "明天晚上提醒我", "11-23 18:00")]
    [InlineData(Language.ZhHans, "明晚八点提醒我还花呗", "11-23 20:00")]
    [InlineData(Language.ZhHans, "后天早上提醒我一下", "11-24 09:00")]
    [InlineData(Language.ZhHans, "两个小时后提醒我", "11-22 14:00")]
    [InlineData(Language.ZhHans, "记得周末叫我还款", "11-28 10:00")]
    [InlineData(Language.ZhHans, "还没，周六提醒我", "11-28 10:00")]
    [InlineData(Language.En, "no, remind me on Saturday", "11-28 10:00")]
    [InlineData(Language.En, "remind me on Friday", "11-27 10:00")]
    [InlineData(Language.En, "Can you remind me tomorrow evening please?", "11-23 18:00")]
    [InlineData(Language.En, "remind me next Friday at 9am", "11-27 09:00")]
    [InlineData(Language.En, "remind me this evening at 8", "11-22 20:00")]
    [InlineData(Language.En, "remind me about Huabei on 8 Dec", "12-08 10:00")]
    [InlineData(Language.En, "remind me in half an hour", "11-22 12:30")]
    public void A_moment_of_ones_own_is_kept_and_said_back(Language language, string text, string moment)
    {
        var person = Idle(language);

        person.Say(text).ShouldContain(language == Language.En ? "I’ll remind you" : "提醒你");
        var snooze = person.Member!.Bills.Single().Cycles.Single().Snooze.ShouldNotBeNull();
        snooze.InZone(Zones.Find(person.Member.Zone)).ToString("MM-dd HH:mm", null).ShouldBe(moment);
    }

    [Theory]
    [InlineData("remind me about visa on Friday", "11-27 10:00")]
    [InlineData("remind me on Friday about the Visa card", "11-27 10:00")]
    public void A_bill_is_named_by_a_word_of_its_name(string text, string moment)
    {
        var person = Idle(Language.En);
        person.Say("Visa card 28th");

        person.Say(text).ShouldContain("I’ll remind you");
        var bill = person.Member!.Bills.Single(bill => bill.Name is not null);
        bill.Cycles.Single().Snooze.ShouldNotBeNull().InZone(Zones.Find(person.Member.Zone)).ToString("MM-dd HH:mm", null).ShouldBe(moment);
    }

    [Theory]
    [InlineData(Language.ZhHans, "12月25日提醒我", "到期")]
    [InlineData(Language.ZhHans, "提前两天提醒我", "提前3天")]
    [InlineData(Language.ZhHans, "提醒我还车贷", "还没记")]
    [InlineData(Language.ZhHans, "提醒我", "什么时候")]
    [InlineData(Language.En, "remind me on 25 Dec", "is due on")]
    [InlineData(Language.En, "remind me two days before", "three days before")]
    [InlineData(Language.En, "remind me about the mortgage", "don’t have this one yet")]
    public void What_cannot_be_is_said_plainly_and_changes_nothing(Language language, string text, string answer)
    {
        var person = Idle(language);
        var before = person.Member!.Bills;

        person.Say(text).ShouldContain(answer);
        person.Member!.Bills.ShouldBe(before);
    }

    [Theory]
    [InlineData("Friday", 10, true)]
    [InlineData("明天还", 10, true)]
    [InlineData("Friday", 12, false)]
    [InlineData("yesterday", 10, false)]
    public void A_moment_after_a_reminder_is_when_to_be_reminded_while_the_day_has_not_passed(string text, int day, bool kept)
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill with { Cycles = [new Ontime.Bills.Cycle(new LocalDate(2026, 12, 10), Ontime.Bills.CycleState.Open) { Told = 1 }] });
        talks.Now = Instant.FromUtc(2026, 12, day, 4, 0);
        talks.Say(text);

        talks.Member.Bills.Single().Cycles.Exists(cycle => cycle.Snooze is not null).ShouldBe(kept);
    }

    [Fact]
    public void Of_several_bills_it_is_asked_which_and_the_moment_is_not_lost()
    {
        var talks = new Talks(Ontime.Tests.Reminders.People.With(Talks.Home, Ontime.Tests.Reminders.People.Start, [Talks.Bill(), Talks.Bill(2, Ontime.Bills.BillKind.Jiebei)]), Instant.FromUtc(2026, 12, 1, 4, 0));
        talks.Say("remind me on Friday").ShouldContain("Which one");

        talks.Tap(talks.Member.Bills[1], new LocalDate(2026, 12, 10), "at202612041000").ShouldContain("4 Dec");
        talks.Member.Bills.Select(bill => bill.Cycles.Exists(cycle => cycle.Snooze is not null)).ShouldBe([false, true]);
    }

    [Theory]
    [InlineData(Language.ZhHans, "每月5号提醒我还房租")]
    [InlineData(Language.En, "remind me to pay rent on the 5th")]
    public void A_bill_that_is_not_kept_yet_is_added_by_it(Language language, string text)
    {
        var person = Idle(language);
        person.Say(text);

        person.Member!.Bills.Select(bill => (bill.Kind, bill.Day?.ToString())).ShouldContain((Ontime.Bills.BillKind.Rent, "5"));
    }

    [Theory]
    [InlineData(Language.ZhHans, "别提醒我了", true)]
    [InlineData(Language.En, "don’t remind me any more", true)]
    [InlineData(Language.ZhHans, "不要再提醒我花呗", false)]
    [InlineData(Language.En, "stop reminders for Huabei", false)]
    public void Reminders_are_stopped_in_ordinary_words_all_or_of_one_bill(Language language, string text, bool all)
    {
        var person = Idle(language);
        person.Say(text);

        person.Member!.Paused.ShouldBe(all ? Paused.All : Paused.No);
        (person.Member.Top?.Step == "bills.one").ShouldBe(!all);
    }

    private static Newcomer Idle(Language language) => new(language, "Huabei 10th", "/cancel");
}
