using System.Collections.Frozen;

namespace Ontime.Typing;

/// <summary>What a person says about the question instead of answering it.</summary>
public enum Aside
{
    Skip,
    Unsure,
    NotApplicable,
    Decline,
    Why,
    Back,
    Cancel,
    Help,
    Example,
}

/// <summary>The words that mean the same under every question, in either language.</summary>
public static class Asides
{
    private static readonly FrozenDictionary<string, Aside> Words = Table();

    private static readonly string[] Lead =
        ["嗯", "我", "我们", "先", "请", "那", "那就", "还是", "真的", "真", "就", "这个我", "这题", "这个", "这道题", "这", "问这个", "问这题", "问这些", "答这个", "你问这个", "你们问这个", "也", "还", "现在", "暂时", "完全", "确实", "实在",
        "可以", "能", "能不能", "给我", "oh", "well", "um", "uh", "hmm", "hm", "please", "i", "i'm", "i am", "sorry", "honestly", "actually",
        "really", "just", "let's", "lets", "can i", "can we", "could you", "can you", "i'd", "i would", "it", "it's", "this", "that",
        "this one", "i want to", "i'd like to", "ok", "okay"];

    private static readonly string[] Tail =
        ["吧", "了", "啊", "呀", "呢", "哦", "哈", "啦", "嘛", "的", "一下", "这题", "这个", "这个问题", "这道题", "这一题", "好了", "please", "it", "this",
        "this one", "that", "that one", "this question", "the question", "for now", "now", "sorry", "thanks", "at all", "to me", "of this", "of it", "of that",
        "to be honest", "yet", "right now", "exactly", "really", "here", "in my case", "for me", "me", "anymore"];

    /// <summary>Null: not an aside, so an answer to the question or nothing known. Never throws.</summary>
    public static Aside? Read(string text, Language language) => Of(Plain.Of(text));

    internal static Aside? Of(string plain)
    {
        var text = plain.TrimEnd('?', ' ', '!', '.', '~').Replace(" / ", "/", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return plain is "?" or "??" or "???" ? Aside.Help : null;
        }

        // Off come the words around, one at a time, until what is left is known.
        for (var i = 0; i < 5; i++)
        {
            if (Words.TryGetValue(text, out var aside))
            {
                return aside;
            }

            var tail = Tail.Where(t => Ends(text, t)).MaxBy(t => t.Length);
            var lead = tail is null ? Lead.Where(l => Starts(text, l)).MaxBy(l => l.Length) : null;
            if (tail is null && lead is null)
            {
                return null;
            }

            text = (tail is null ? text[lead!.Length..] : text[..^tail.Length]).Trim(' ', ',');
        }

        return null;
    }

    private static bool Ends(string text, string tail) =>
        text.Length > tail.Length && text.EndsWith(tail, StringComparison.Ordinal) && (tail[0] > 127 || !char.IsAsciiLetterOrDigit(text[^(tail.Length + 1)]));

    private static bool Starts(string text, string lead) =>
        text.Length > lead.Length && text.StartsWith(lead, StringComparison.Ordinal) && (lead[0] > 127 || !char.IsAsciiLetterOrDigit(text[lead.Length]));

    private static FrozenDictionary<string, Aside> Table()
    {
        (Aside Aside, string Words)[] lists =
        [
            (Aside.Skip,
                "跳过|跳|略过|略|下一个|下一题|下一步|下个|下一条|下题|先不答|不答|不回答|先不回答|不填|先不填|以后再说|以后再答|回头再答|先过|pass|skip|skip it|skip this|next|" +
                "next one|next question|move on|later maybe|not answering|answer later|no answer|pass on"),
            (Aside.Unsure,
                "不知道|不晓得|不清楚|不太清楚|不是很清楚|不是太清楚|搞不清|搞不清楚|弄不清|弄不清楚|不确定|不太确定|不能确定|没法确定|不敢确定|说不好|不好说|说不准|说不清|说不清楚|很难说|难说|拿不准|吃不准|记不清|" +
                "记不清楚|记不得|记不住|记不太清|不记得|不太记得|想不起来|没印象|没有印象|没概念|没有概念|算不出来|算不清|没留意|不懂|不太懂|不明白|不太知道|也不知道|没把握|没数|心里没数|不了解|不太了解|无法确定|" +
                "无法判断|未知|don't know|dont know|do not know|don't really know|dunno|idk|no idea|no clue|not sure|unsure|" +
                "not certain|uncertain|not so sure|not too sure|not quite sure|not really sure|not 100% sure|can't remember|" +
                "cant remember|cannot remember|can not remember|can't recall|cannot recall|don't remember|dont remember|" +
                "do not remember|don't recall|do not recall|hard to say|hard to tell|difficult to say|can't say|cannot say|" +
                "can't tell|cannot tell|have no idea|haven't a clue|not a clue|who knows|beats|unknown|not that sure|" +
                "have no clue|wouldn't know|couldn't say|couldn't tell you|don't have a clue"),
            (Aside.NotApplicable,
                "没这项|没有这项|没有这一项|没这一项|无此项|没有此项|不适用|不涉及|没涉及|与我无关|跟我无关|和我无关|跟我没关系|和我没关系|与我没关系|用不到|用不着|不相关|不存在这个问题|没有这种情况|没这种情况|" +
                "没有这个|没这个|不适合|na|n/a|n.a|n.a.|n\\a|not applicable|doesn't apply|does not apply|doesnt apply|not relevant|" +
                "irrelevant|inapplicable|non applicable|don't have one|do not have one|don't have any of these|not for me|" +
                "isn't relevant|isn't applicable|not my case|doesn't concern"),
            (Aside.Decline,
                "不想说|不想答|不想回答|不想讲|不想透露|不想告诉你|不愿说|不愿意说|不愿透露|不便透露|不方便说|不方便|不方便透露|不便说|不告诉你|保密|隐私|这是隐私|个人隐私|无可奉告|拒绝回答|不想填|" +
                "rather not|prefer not|would prefer not|rather not say|rather not answer|prefer not to say|prefer not to|prefer not to answer|" +
                "prefer not to tell|no comment|private|it's private|that's private|none of your business|don't want to say|" +
                "do not want to say|don't want to answer|won't say|decline|decline to answer|not telling|not saying|secret|" +
                "confidential|don't want to tell|wouldn't like to say|don't wish to say|not comfortable saying"),
            (Aside.Why,
                "为什么|为什么问|为什么要问|为什么问这个|为什么要问这个|为啥|为啥问|为啥要问|为啥问这个|为何|干嘛问|干嘛问这个|干吗问|问这个干嘛|问这个干什么|问这个做什么|为什么要|有什么用|有啥用|凭什么问|干什么用|做什么用|有什么意义|有啥意义|有意义吗|有用吗|有什么关系|有啥关系|有关系吗|有必要吗|有必要问吗|问来干什么|问来干嘛|" +
                "why|why ask|why do you ask|why are you asking|why do you need|why do you need to know|why do you want to know|" +
                "what for|what's the point|what is the point|what's the use|what use is it|what use is this|why does it matter|why does this matter|does it matter|does this matter|is it necessary|is this necessary|is it needed|is this needed|why should i tell you|why should i say|why should i answer|how come|why's that|why is that|why do you need this|what is it for|what's it for|what is this for"),
            (Aside.Back,
                "打错了|打错|说错了|写错了|选错了|点错了|点错|选错|答错|答错了|搞错了|弄错了|按错了|按错|typo|oops|my mistake|my bad|made a mistake|wrong button|wrong answer|that was wrong|mistake|misclick|返回|上一题|上一个|上一步|上个|上题|回去|后退|退回|返回上一题|返回上一步|回到上一题|回上一题|前一题|重新答上一题|改上一题|back|go back|previous|previous one|" +
                "previous question|prev|go to the previous|step back|last question|undo"),
            (Aside.Cancel,
                "取消|算了|算了吧|不弄|不做|不玩|退出|停止|停|停下|结束|终止|中止|放弃|不要弄|别问|别问我|不问|到此为止|不想弄|不想继续|不继续|不想答了|今天不想答|今天不想|改天|改天再说|改天再答|没空|没时间|忙|在忙|在上班|太累|累|cancel|never mind|nevermind|nvm|" +
                "forget it|forget about|stop|quit|exit|abort|end|enough|stop asking|leave|i quit|no more|drop it|that's enough|not today|another day|some other time|busy|too busy|no time|have no time|don't have time|am busy|tired|too tired|not in the mood"),
            (Aside.Help,
                "帮助|帮忙|帮帮|帮帮我|帮我|求助|怎么用|怎么弄|怎么答|怎么回答|怎么操作|怎么办|能干什么|能做什么|你能做什么|你能干什么|说明|使用说明|菜单|help|help me|how|" +
                "how does this work|how do i use this|how do i answer|what can you do|menu|commands|what now|instructions|/help|" +
                "what do i do|what should i do|how to"),
            (Aside.Example,
                "例子|举例|举个例子|举例说明|举一个例子|比如|比如说|例如|譬如|看例子|看看例子|看个例子|给个例子|来个例子|有例子吗|有没有例子|示例|样例|example|examples|an example|" +
                "for example|e.g|eg|for instance|show an example|show me an example|give an example|give me an example|such as|" +
                "like what|sample|what format|format|怎么填|什么格式|怎么写|什么意思|啥意思|是什么意思|这是什么意思|看不懂|没看懂|没听懂|读不懂|" +
                "what do you mean|what does that mean|what does this mean|meaning|don't understand|do not understand|don't get it|didn't get that|huh|what|explain|not clear|unclear"),
        ];
        return lists.SelectMany(l => l.Words.Split('|').Select(w => KeyValuePair.Create(w, l.Aside))).DistinctBy(p => p.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
