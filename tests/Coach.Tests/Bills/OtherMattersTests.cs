using NodaTime;
using Ontime.Bills;
using Ontime.Members;
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
    [InlineData(Language.ZhHans, "别提前三天提醒，提前一天就行")]
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
            (person.Member.Relief, person.Member.Paused).ShouldBe((null, Paused.No));
        }
    }

    [Theory]
    [InlineData(Language.En, "I took the day off today|the weather is nice|I'm going to the bank tomorrow|my sister got a new card|I need a haircut|can't wait for the weekend")]
    [InlineData(Language.En, "no rush|I'm late for work|the train was late|I missed the bus|I missed you|my phone died|I will call you later|later!|tonight I cook|see you tomorrow")]
    [InlineData(Language.En, "done with this app|I'm finished|all set for the trip|I got it sorted with my landlord|my transfer failed|I forgot how this works|I never used jiebei")]
    [InlineData(Language.En, "never had a loan|I'm not in debt|not interested|stop it|enough|half the time I don't know|some of it makes sense|I paid attention|it pays off to wait")]
    [InlineData(Language.En, "I work part time|in part because of the kids|the minimum wage went up|what's the minimum age|I sent you a photo|did you get my message|huabei is useful")]
    [InlineData(Language.En, "huabei is bad|I like huabei|huabei has a new name|huabei went up|jiebei rates are high|should I use huabei|delete this chat|remove me from the list")]
    [InlineData(Language.En, "change my name|my card is lost|my card expired|I changed banks|the bank closed my account|my boss is paid too much|paid vacation starts today")]
    [InlineData(Language.En, "paid parental leave|I have paid leave|I owe my mom an apology|I owe you one|tomorrow is my birthday|friday is a holiday|on the 10th I travel")]
    [InlineData(Language.En, "I move house on the 1st|my rent went up|rent is too high|the loan officer called|a collector called me|they called my mother about the debt|I am scared")]
    [InlineData(Language.En, "I feel sick|how are you|what can you do|who made you|is this free|do you store my data|you're wrong|that's not right|I said no|whatever|maybe|sure")]
    [InlineData(Language.En, "I agree")]
    [InlineData(Language.ZhHans, "我今天请假了|天气不错|明天去银行|妹妹办了新卡|我要理发|等不及周末了|不急|我上班迟到了|火车晚点了|错过了公交|手机没电了|晚点打给你|今晚做饭|明天见|不想用了|好了|都准备好了|跟房东说好了|转账失败了|忘了怎么用|从来没用过借呗|我没有欠款|没兴趣|别烦我|够了|有时候不懂|我注意到了")]
    [InlineData(Language.ZhHans, "最低工资涨了|给你发了图片|花呗挺好用|花呗不好|花呗改名了|花呗额度5000|借呗利息高|要不要用花呗|把聊天删了|换个名字|卡丢了|卡过期了|换银行了|带薪休假|我欠妈妈一个道歉|明天我生日|周五放假|10号我出差|1号搬家|房租涨了|房租太贵|催收打电话来了|他们打给我妈了|我害怕|我不舒服")]
    [InlineData(Language.ZhHans, "你好吗|你会做什么|谁做的你|免费吗|你说错了|不对|随便|可能吧|行|我还没想好|我还在学习|还好|还行吧|还可以|我还年轻|还有呢|还要多久|还是算了|还没睡|还在吗|我交了房租|交了水电费|孩子学费交了|车险交了|给爸妈转了2000|朋友转了我500|老板还没发工资|公积金到账了|退款到账了")]
    [InlineData(Language.ZhHans, "取消会员了|话费扣了50|自动续费扣了|扣了我20块|刚付了外卖|付了押金")]
    public void What_people_say_besides_changes_no_bill(Language language, string texts)
    {
        foreach (var text in texts.Split('|'))
        {
            foreach (var told in (bool[])[false, true])
            {
                var talks = Talks.OnTheDay(Talks.Bill() with { Cycles = told ? [new Cycle(new LocalDate(2026, 12, 10), CycleState.Open, 7)] : [] });
                talks.Set(talks.Member with { Language = language });
                var before = talks.Member;
                talks.Say(text);

                talks.Member.Bills.ShouldHaveSingleItem(text).Past.ShouldBeEmpty(text);
                (talks.Member.Relief, talks.Member.Paused).ShouldBe((before.Relief, before.Paused), text);
            }
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
    [InlineData("点错了")]
    [InlineData("我没还，点错了")]
    [InlineData("undo")]
    public void What_was_ended_by_mistake_is_taken_back_by_words(string text)
    {
        var person = new Newcomer(Language.ZhHans, "花呗 1号", "/cancel", "花呗还了");
        person.Member!.Bills[0].Past.ShouldHaveSingleItem();
        person.Say(text);

        person.Member.Bills[0].Past.ShouldBeEmpty();
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
