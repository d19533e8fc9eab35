using Ontime.Typing;

namespace Ontime.Tests.Typing;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData(SmallTalk.Hello, "你好|您好！|在吗？|嗨|早上好|hi|Hello!|hey there|good morning|anyone there?|hello ontime|你好啊|哈喽")]
    [InlineData(SmallTalk.Thanks, "谢谢|谢谢你！|好的谢谢|多谢啦|謝謝|thanks|Thank you so much|ok thanks|thanks a lot|thx|辛苦了|🙏")]
    [InlineData(SmallTalk.Bye, "再见|晚安|拜拜啦|bye|good night|see you tomorrow")]
    [InlineData(SmallTalk.Heard, "好的|知道了|哈哈|ok|got it|👍|明白了")]
    [InlineData(SmallTalk.WhoAreYou, "你是谁|你是谁啊？|你是机器人吗|请问你是真人吗？|转人工|are you a robot?|who are you|are you human|am i talking to a bot?|hi, are you a bot")]
    [InlineData(SmallTalk.CanYouBeTrusted, "你是骗子吗|是骗子吧？|靠谱吗|这个要钱吗|免费的吗|is this a scam?|is it free|can I trust you?|这安全吗")]
    [InlineData(SmallTalk.Annoyed, "没用|你真没用|烦死了|useless|you're useless|shut up!|垃圾")]
    [InlineData(SmallTalk.Lend, "我用借呗还花呗|以卡养卡|I use one card to pay another|借我点钱|帮我贷款|我想借钱|我想借5000|哪里能借到钱？|你们放贷吗|你好，能借我500吗|lend me money|can you lend me 500?|I need a loan|hi, I want to borrow some money|where can i borrow money")]
    [InlineData(SmallTalk.Raise, "怎么涨分|怎么涨分？|如何快速提额|怎么提高芝麻分|請問怎麼漲分|帮我涨分|how do I raise my score|how to improve my credit|how can I get a higher limit?|can you raise my limit")]
    [InlineData(SmallTalk.Hardship, "失业了|我失业了|这个月可能要逾期|I will be late this month|老公不知道我欠钱|崩溃了|I hide my debts from my wife|公司没发工资|我妈住院了|不想还了|I'm tired of paying|我被裁了|被裁员了|没工作了|工作没了|公司倒闭了|这个月被辞退了|失業了|lost my job|I lost my job|got laid off|I was laid off last week|I'm unemployed|made redundant|my company went bankrupt")]
    [InlineData(SmallTalk.Owing, "我欠多少|一共要还多少|我一共欠多少钱？|这个月要还多少|总共欠多少|欠多少錢|how much do I owe|How much do I owe in total?|what do I owe|how much is due this month?|how much debt do I have")]
    public void What_people_say_to_anybody_is_known(SmallTalk expected, string texts)
    {
        foreach (var text in texts.Split('|'))
        {
            SmallTalks.Read(text).ShouldBe(expected, text);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("没有")]
    [InlineData("不用了谢谢")]
    [InlineData("no thanks")]
    [InlineData("提高芝麻分")]
    [InlineData("A higher score")]
    [InlineData("怎么算分")]
    [InlineData("怎么提前还部分")]
    [InlineData("借呗 15号")]
    [InlineData("借了5000")]
    [InlineData("谢谢，10号")]
    [InlineData("paid, thanks")]
    [InlineData("没失业")]
    [InlineData("I'm not unemployed")]
    [InlineData("what if I lose my job")]
    [InlineData("怕失业")]
    [InlineData("还了多少次")]
    [InlineData("highway")]
    [InlineData("historic")]
    [InlineData("昨天还了")]
    [InlineData("How do I pay my credit card when it is due and the limit is gone, and who would raise it?")]
    public void An_answer_is_no_small_talk(string text) => SmallTalks.Read(text).ShouldBeNull(text);
}
