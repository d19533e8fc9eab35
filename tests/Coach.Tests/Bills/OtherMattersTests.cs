using NodaTime;
using Ontime.Bills;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Bills;

/// <summary>A sentence with a word of payment that speaks of something else ends no bill: one that is ended is not reminded of any more.</summary>
public sealed class OtherMattersTests
{
    [Theory]
    [InlineData(Language.En, "I get paid on the 10th")]
    [InlineData(Language.En, "my salary is paid on the 15th")]
    [InlineData(Language.En, "I have been paid today")]
    [InlineData(Language.En, "I was paid")]
    [InlineData(Language.En, "I want to be paid on time")]
    [InlineData(Language.En, "my brother paid for dinner")]
    [InlineData(Language.En, "I paid my taxes")]
    [InlineData(Language.En, "I sent money to my mom")]
    [InlineData(Language.En, "I completed my degree")]
    [InlineData(Language.En, "took care of my daughter")]
    [InlineData(Language.En, "paid my phone")]
    [InlineData(Language.En, "the water bill is paid")]
    [InlineData(Language.ZhHans, "话费交了")]
    [InlineData(Language.En, "I'm done for today")]
    [InlineData(Language.En, "it's done")]
    [InlineData(Language.En, "is huabei paid automatically")]
    [InlineData(Language.En, "broke my phone")]
    [InlineData(Language.En, "I cannot log in to alipay")]
    [InlineData(Language.En, "I can't find huabei")]
    [InlineData(Language.En, "can't sleep because of debts")]
    [InlineData(Language.En, "half of my friends use it")]
    [InlineData(Language.En, "lately I feel stressed")]
    [InlineData(Language.En, "remind me about mom's birthday")]
    [InlineData(Language.En, "I paid two bills this month")]
    [InlineData(Language.En, "I don't want to pay any more")]
    [InlineData(Language.ZhHans, "不想还了")]
    [InlineData(Language.ZhHans, "我这个月还了三笔")]
    [InlineData(Language.ZhHans, "朋友还了我500块")]
    [InlineData(Language.ZhHans, "我交了女朋友")]
    [InlineData(Language.ZhHans, "面试成功了")]
    [InlineData(Language.ZhHans, "作业完成了")]
    [InlineData(Language.ZhHans, "饭做好了")]
    [InlineData(Language.ZhHans, "我转了专业")]
    [InlineData(Language.ZhHans, "书还了图书馆")]
    [InlineData(Language.ZhHans, "学费交了")]
    [InlineData(Language.ZhHans, "工资已经付了")]
    [InlineData(Language.ZhHans, "考试没过，失败了")]
    [InlineData(Language.En, "I can't afford a car")]
    [InlineData(Language.ZhHans, "我付不起医药费")]
    [InlineData(Language.ZhHans, "我没钱买房")]
    [InlineData(Language.ZhHans, "最低多少钱能办卡")]
    public void Nothing_is_ended_or_put_off(Language language, string text)
    {
        foreach (var open in (bool[])[false, true])
        {
            var person = open ? new Newcomer(language, "Huabei 1st") : new Newcomer(language, "Huabei 1st", "/cancel");
            var bills = person.Member!.Bills;
            person.Say(text);

            person.Member!.Bills.ShouldBe(bills);
            person.Member.Relief.ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("my brother paid for dinner")]
    [InlineData("作业完成了")]
    public void Beside_a_reminder_it_is_asked_with_one_tap(string text)
    {
        var talks = Talks.OnTheDay(Talks.Bill() with { Cycles = [new Cycle(new LocalDate(2026, 12, 10), CycleState.Open, 7)] });

        talks.Say(text).ShouldContain("Is that about");

        talks.Member.Bills[0].Past.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Language.En, "paid")]
    [InlineData(Language.En, "is paid")]
    [InlineData(Language.En, "I already paid it yesterday evening, thanks")]
    [InlineData(Language.En, "my husband paid huabei for me, from the salary card of the bank in Wuhan")]
    [InlineData(Language.ZhHans, "已经还了")]
    [InlineData(Language.ZhHans, "昨天晚上就还清了，谢谢")]
    [InlineData(Language.ZhHans, "老公帮我把花呗还了，用的是老家那张存折")]
    public void What_says_nothing_else_or_names_the_bill_ends_it(Language language, string text)
    {
        var person = new Newcomer(language, "Huabei 1st", "/cancel");
        person.Say(text);

        person.Member!.Bills.ShouldHaveSingleItem().Past.ShouldHaveSingleItem();
    }
}
