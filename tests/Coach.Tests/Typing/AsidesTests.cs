using Ontime.Typing;

namespace Ontime.Tests.Typing;

public sealed class AsidesTests
{
    [Theory]
    [InlineData(Aside.Skip, "跳过|下一个|下一题|先跳过吧|跳过这题|skip|Skip!|pass|next|skip this one|please skip|skip it|略过|跳過")]
    [InlineData(Aside.Unsure, "不知道|不清楚|我不知道啊|不太清楚|记不清了|not sure|I'm not sure|idk|I don’t know|no idea|说不好|不確定")]
    [InlineData(Aside.NotApplicable, "没这项|没有这项|不适用|n/a|N/A|NA|not applicable|doesn't apply|无此项")]
    [InlineData(Aside.Decline, "不想说|不想回答|保密|不方便说|我不想说|rather not say|I'd rather not say|prefer not to say|no comment")]
    [InlineData(Aside.Why, "为什么|为什么？|为啥|为什么问这个|why|Why?|why do you ask|why do you need this?|為什麼|这有什么用|问这个有什么用？|你问这个有必要吗|这有啥关系|what’s the point of this?|what’s the point?|why does this matter?|is this necessary?|why should I tell you")]
    [InlineData(Aside.Back, "返回|上一题|上一步|back|go back|previous|返回上一题|返回吧")]
    [InlineData(Aside.Cancel, "取消|算了|算了吧|退出|cancel|never mind|stop|quit|取消吧|今天不想答|改天吧|现在没空|我在忙|太累了|not today, thanks|I'm busy|I don't have time right now|too tired")]
    [InlineData(Aside.Help, "帮助|help|help!|怎么用|？|帮帮我|help me")]
    [InlineData(Aside.Example, "例子|举个例子|比如|看例子|example|an example|show me an example|for example?|例子？")]
    public void Words_about_the_question_are_known_in_either_locale(Aside expected, string texts)
    {
        foreach (var text in texts.Split('|'))
        {
            foreach (var language in Enum.GetValues<Language>())
            {
                Asides.Read(text, language).ShouldBe(expected, text);
            }
        }
    }

    [Theory]
    [InlineData("没有")]
    [InlineData("10号")]
    [InlineData("还没")]
    [InlineData("12000")]
    [InlineData("忘了")]
    [InlineData("later")]
    [InlineData("backup")]
    [InlineData("next friday")]
    [InlineData("yes")]
    [InlineData("helpful")]
    [InlineData("不")]
    [InlineData("了")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("我")]
    [InlineData("花呗")]
    public void An_answer_is_no_aside(string text) => Asides.Read(text, Language.ZhHans).ShouldBeNull();
}
