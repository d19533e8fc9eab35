using Ontime.Typing;

namespace Ontime.Tests.Typing;

public sealed class WishesTests
{
    [Theory]
    [InlineData("upcoming", "What’s due this week?|最近要还什么？")]
    [InlineData("bills", "when is my next bill?|下一笔什么时候还|my bills|我的账单|i want to change my due date|我想改还款日")]
    [InlineData("capacity", "借1万每天利息多少|帮我算算利息|年化18%贵吗|how much interest is 0.05% a day")]
    [InlineData("settings", "每天晚上8点提醒我|remind me every evening at 8")]
    [InlineData("edit", "重新开始|start over")]
    [InlineData("index", "index|show index")]
    [InlineData("score", "我的芝麻分|my score")]
    [InlineData("settings", "change language|语言|换语言")]
    [InlineData("settings", "don't remind me at night|别晚上提醒我|不要半夜提醒|please don't remind me in the morning")]
    [InlineData("pause", "unsubscribe|stop texting me!|别发了|不要再提醒了|can I pause this?|怎么关掉提醒|how do I turn off reminders?")]
    [InlineData("next", "next|下一步|what should I do next?")]
    [InlineData("check", "continue|继续")]
    [InlineData("index", "准备度多少")]
    [InlineData("feedback", "我要投诉|I want to complain")]
    [InlineData("forget", "delete my data|注销账号|全部删掉")]
    [InlineData("privacy", "is my data safe?|who can see my data|我的信息安全吗？|谁能看到我的数据|what do you know about me?|who reads what I write here? who sees what I type?|我写的东西会给别人看到吗|我的隐私安全吗？|where is my data stored?")]
    [InlineData("export", "how do I export my data?|怎么导出数据")]
    [InlineData("how", "what does readiness mean?|准备度是什么意思")]
    public void A_command_can_be_said(string command, string texts)
    {
        foreach (var text in texts.Split('|'))
        {
            Wishes.Read(text).ShouldBe(command, text);
            Commands.Menu.ShouldContain(command);
        }
    }

    [Theory]
    [InlineData("in_english", "English|english please|换成英文|说英文")]
    [InlineData("in_chinese", "中文|换成中文|speak chinese")]
    public void A_language_can_be_asked_for_by_its_name(string command, string texts) =>
        texts.Split('|').ShouldAllBe(text => Wishes.Read(text) == command);

    [Theory]
    [InlineData("i'm 21 and i agree", true)]
    [InlineData("我25岁，同意", true)]
    [InlineData("同意，我已满18岁", true)]
    [InlineData("I agree, I'm over 18", true)]
    [InlineData("i'm 17 and i agree", false)]
    [InlineData("我满18了，不同意", false)]
    [InlineData("i agree", false)]
    [InlineData("i agree and i agree", false)]
    [InlineData("i'm 21 and i agree to nothing", false)]
    public void Age_and_agreement_together_are_consent(string text, bool both) => Ages.IsConsent(Plain.Of(text)).ShouldBe(both);

    [Theory]
    [InlineData("I’m 17", true)]
    [InlineData("i am 16 years old.", true)]
    [InlineData("我今年17岁", true)]
    [InlineData("我17岁半", true)]
    [InlineData("我还未成年", true)]
    [InlineData("I’m 18", false)]
    [InlineData("我今年23岁", false)]
    [InlineData("I am 17 days late", false)]
    [InlineData("我17号发工资", false)]
    [InlineData("我17", false)]
    [InlineData("my son is 17", false)]
    public void Who_is_a_child_says_so(string text, bool child) => (Wishes.Read(text) == "child").ShouldBe(child);

    [Theory]
    [InlineData("")]
    [InlineData("花呗 10号")]
    [InlineData("别")]
    [InlineData("my bills are late")]
    [InlineData("do banks keep bad records about me?")]
    [InlineData("怎么还款")]
    public void Other_words_wish_for_nothing(string text) => Wishes.Read(text).ShouldBeNull();
}
