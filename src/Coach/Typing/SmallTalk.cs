using System.Collections.Frozen;

namespace Ontime.Typing;

/// <summary>What people say to anybody, whatever was asked.</summary>
public enum SmallTalk
{
    Hello,
    Thanks,
    Bye,

    /// <summary>“ok”, “haha”: heard, and nothing to answer. Under most questions it is an answer, so that is looked at first.</summary>
    Heard,
    WhoAreYou,
    CanYouBeTrusted,
    Annoyed,

    /// <summary>Wants to borrow, from us or by us.</summary>
    Lend,

    /// <summary>Wants a higher score or limit.</summary>
    Raise,

    /// <summary>The work or the income is gone. Where a question asks for just that it is an answer, so that is looked at first.</summary>
    Hardship,

    /// <summary>Asks how much there is to pay.</summary>
    Owing,
}

/// <summary>Reads words that answer no question and still deserve a line.</summary>
public static class SmallTalks
{
    // Longer than this somebody tells a story, and one word of it says little.
    private const int Longest = 60;

    private static readonly FrozenDictionary<string, SmallTalk> Words = Table();

    private static readonly string[] Around =
        ["你好", "您好", "请问", "那", "那个", "好的", "好", "准点", "嗨", "啊", "呀", "呢", "哦", "了", "啦", "哈", "吗", "吧", "呐", "嘛", "的", "是", "这", "这个", "哈哈", "非常", "太", "真的", "真",
        "hi", "hello", "hey", "so", "well", "ok", "okay", "oh", "and", "but", "please", "ontime", "there", "then", "now", "a lot", "so much", "very much", "for that", "again", "all right", "great", "really", "just"];

    private static readonly string[] Lending =
        ["lend me", "loan me", "can you lend", "could you lend", "will you lend", "do you lend", "can i borrow", "could i borrow", "i need a loan", "i want a loan", "i'd like a loan", "i want to borrow",
        "i need to borrow", "i'd like to borrow", "where can i borrow", "where can i get a loan", "how can i borrow", "how do i borrow", "how do i get a loan", "how can i get a loan", "can i get a loan", "give me a loan",
        "get me a loan", "help me get a loan", "help me borrow", "need a loan", "want a loan", "which loan",
        "借我点", "借我钱", "借我一", "借我几", "借我1", "借我2", "借我3", "借我5", "借点钱", "借钱给我", "借给我", "能借我", "能不能借我", "可以借我", "能借钱", "能借点", "可以借钱", "帮我贷", "帮我借", "帮我办贷款", "帮我弄贷款",
        "给我贷", "给我放款", "给我借", "我想借", "我要借", "我想贷", "我要贷", "想借钱", "想借点", "想贷款", "要贷款", "需要贷款", "我需要贷款", "哪里能借", "哪里可以借", "哪儿能借", "去哪借", "去哪里借", "在哪借", "哪能借", "怎么贷款",
        "怎么借钱", "如何贷款", "推荐贷款", "推荐个贷款", "推荐一个贷款", "能贷款", "可以贷款", "能不能贷款", "你放贷", "你们放贷", "你放款", "你们放款", "放贷", "放款", "有没有贷款", "有贷款吗", "以贷养贷", "借新还旧", "拆东墙", "quick loan", "where can i get a quick", "i need money", "i need cash", "need cash", "borrow to repay", "borrow to pay", "should i borrow", "can i take another loan"];

    // Borrowing to repay, wherever in the sentence.
    private static readonly string[] Rolling = ["以贷养贷", "以卡养卡", "借新还旧", "用借呗还", "借呗还花呗", "花呗还借呗", "用网贷还", "card to pay another", "card to pay off another", "loan to pay another"], NotRolling = ["不用借", "没用借", "不用网", "没有", "不要", "never ", "n't ", "not "];

    private static readonly string[] Asking =
        ["how do i", "how can i", "how to", "how could i", "how would i", "how should i", "how do you", "what raises", "can you", "could you", "help me", "will you", "what can i do to", "tell me how",
        "保证", "guarantee", "promise", "我想", "我要", "想", "i want", "怎么", "怎样", "如何", "咋", "有什么办法", "有没有办法", "有什么方法", "帮我", "帮忙", "能帮我", "能不能", "可以帮我", "你能", "我想知道怎么", "快速", "想快点", "教我"];

    private static readonly string[] Raising =
        ["guarantee", "promise", "保证", "raise", "improve", "increase", "boost", "higher", "lift", "grow", "better", "up my", "go up", "涨", "提高", "提升", "提额", "提分", "提一", "升分", "升额", "加分", "加额", "增加", "变高", "高一点", "高点", "上去"];

    private static readonly string[] Lost =
        ["lost my job", "lost the job", "lose my job", "losing my job", "lost my work", "lost my income", "laid off", "got fired", "been fired", "was fired", "made redundant", "out of work", "out of a job", "unemployed", "jobless",
        "no job", "no job anymore", "have no income", "no income anymore", "salary was cut", "pay was cut", "cut my pay", "haven't been paid my wages", "wages are late", "company closed", "haven't been paid my salary", "salary is late", "salary hasn't come", "in hospital", "will be late this month", "might be late this month", "might be late with", "going to miss a payment", "going to be late with", "tired of paying", "sick of paying", "drowning in debt", "company went bankrupt",
        "失业", "失了业", "没工作了", "没有工作了", "工作没了", "丢了工作", "工作丢了", "丢工作", "被裁", "裁员了", "下岗", "被辞", "被开除", "被炒", "被优化", "公司倒闭", "公司破产", "公司没了", "待业", "没收入了", "没有收入了", "收入没了",
        "断了收入", "没有经济来源", "没经济来源", "工资停发", "停发工资", "拖欠工资", "欠薪", "工资没发", "工资发不出", "发不出工资", "降薪", "催收", "爆通讯录", "没发工资", "要逾期了", "可能逾期", "可能会逾期", "可能要逾期", "可能要晚还", "可能会晚还", "不知道我欠", "瞒着", "崩溃", "hide my debt", "hide my debts", "hiding my debts", "doesn't know about my debt", "doesn't know about my debts", "doesn't know i owe", "工资没到", "不发工资", "住院", "不想还", "不想再还", "懒得还", "不打算还", "钱都花了", "钱花光", "没钱过", "吃不上饭", "debt collector", "debt collectors", "collectors"];

    // “I am not unemployed”, “what if I lose my job”: nothing has happened.
    private static readonly string[] NotLost = ["not ", "never ", "if i", "n't ", "afraid", "没失业", "没有失业", "没被", "没有被", "不会失业", "如果", "万一", "要是", "怕"];

    private static readonly string[] Owe =
        ["how much do i owe", "how much i owe", "what do i owe", "how much must i pay", "how much do i have to pay", "how much do i need to pay", "how much should i pay", "how much is due", "how much to pay", "how much debt do i have",
        "how much debt have i", "how much am i in debt", "how much is my debt", "what is my debt", "what's my debt", "my total debt", "total debt", "how much is left to pay", "how much do i still owe", "what are my debts", "how much altogether",
        "欠多少", "欠了多少", "欠款多少", "欠款是多少", "还多少", "要还多少", "该还多少", "还要还多少", "得还多少", "多少债", "欠几块", "多少欠款", "多少账", "多少钱要还", "总欠款", "总负债", "一共要还", "总共要还", "一共欠", "总共欠", "负债多少", "还剩多少没还", "还有多少没还", "还差多少"];

    private static readonly string[] Raised = ["score", "limit", "credit", "rating", "points", "sesame", "分", "额"];

    /// <summary>Null: nothing of the kind. Never throws.</summary>
    public static SmallTalk? Read(string text)
    {
        var plain = Plain.Faceless(Plain.Of(text)).TrimEnd('?', ' ', '!', '.', '~');
        if (plain.Length is 0 or > Longest)
        {
            return null;
        }

        var bare = plain;
        do
        {
            if (Words.TryGetValue(bare, out var word))
            {
                return word;
            }

            if (StartsAny(bare, Lending) || (Plain.HasAny(bare, Rolling) && !Holds(bare, NotRolling)))
            {
                return SmallTalk.Lend;
            }

            if (Plain.HasAny(bare, Lost) && !Holds(bare, NotLost))
            {
                return SmallTalk.Hardship;
            }

            if (Plain.HasAny(bare, Owe))
            {
                return SmallTalk.Owing;
            }

            if (StartsAny(bare, Asking) && Holds(bare, Raising) && Holds(bare, Raised))
            {
                return SmallTalk.Raise;
            }
        }
        while (Barer(ref bare));

        return null;
    }

    /// <summary>Thanks, a greeting, “ok”: words that change nothing beside others.</summary>
    internal static bool IsNothing(string plain) => Read(plain) is SmallTalk.Hello or SmallTalk.Thanks or SmallTalk.Bye or SmallTalk.Heard;

    /// <summary>Takes off one word around the rest, the longest first.</summary>
    private static bool Barer(ref string text)
    {
        var whole = text;
        if (Around.Where(word => Ends(whole, word)).MaxBy(word => word.Length) is { } tail)
        {
            text = whole[..^tail.Length].TrimEnd(' ', ',', '!', '.', '。');
        }
        else if (Around.Where(word => Starts(whole, word)).MaxBy(word => word.Length) is { } lead)
        {
            text = whole[lead.Length..].TrimStart(' ', ',', '!', '.', '。');
        }

        return text.Length > 0 && text.Length < whole.Length;
    }

    private static bool StartsAny(string text, string[] words) => Array.Exists(words, word => text == word || Starts(text, word));

    private static bool Holds(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    private static bool Starts(string text, string word) =>
        text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal) && !(char.IsAsciiLetter(word[^1]) && char.IsAsciiLetterOrDigit(text[word.Length]));

    private static bool Ends(string text, string word) =>
        text.Length > word.Length && text.EndsWith(word, StringComparison.Ordinal) && !(char.IsAsciiLetter(word[0]) && char.IsAsciiLetterOrDigit(text[^(word.Length + 1)]));

    private static FrozenDictionary<string, SmallTalk> Table()
    {
        (SmallTalk Meaning, string Words)[] lists =
        [
            (SmallTalk.Hello,
                "你好|您好|嗨|哈喽|哈罗|哈啰|嘿|在吗|在不在|在么|在不|你在吗|有人吗|有人在吗|早|早上好|早安|上午好|中午好|下午好|晚上好|最近好吗|你好吗|最近怎么样|hi|hello|hey|hiya|yo|hallo|good morning|" +
                "good afternoon|good evening|good day|morning|evening|how are you|how's it going|what's up|anybody there|anyone there|are you there|you there|hello there|hi there|👋"),
            (SmallTalk.Thanks,
                "谢谢|谢谢你|谢谢您|谢了|谢|多谢|感谢|非常感谢|太感谢|谢谢啦|辛苦|辛苦了|麻烦你了|thanks|thank you|thx|ty|tks|cheers|many thanks|thanks a lot|thank you so much|much appreciated|appreciate it|🙏"),
            (SmallTalk.Bye,
                "再见|拜拜|拜|晚安|回头见|回见|下次见|明天见|先走了|睡了|我先睡了|bye|bye bye|goodbye|good night|goodnight|see you|see you later|see you tomorrow|see ya|cya|take care|later"),
            (SmallTalk.Heard,
                "好|好的|好吧|嗯|嗯嗯|哦|哦哦|噢|行|知道了|明白|明白了|懂了|收到|了解|可以|不错|真好|太好了|挺好|哈哈|哈哈哈|呵呵|嘻嘻|ok|okay|k|alright|all right|fine|got it|i see|understood|sure|cool|nice|great|good|" +
                "good to know|makes sense|haha|hahaha|lol|wow|perfect|👍|👌|😊|🙂|😄|😂|❤"),
            (SmallTalk.WhoAreYou,
                "你是谁|您是谁|你是啥|你是什么|你叫什么|你叫什么名字|你叫啥|你是机器人|你是不是机器人|你是机器人还是人|你是机器人还是真人|你是人|你是人还是机器人|你是真人|你是不是真人|真人|是真人|你是ai|你是人工智能|机器人|人工|转人工|" +
                "人工客服|人工服务|找客服|客服|我要找人工|我要人工|who are you|what are you|who is this|who am i talking to|what's your name|what is your name|are you a robot|are you a bot|are you robot|are you bot|are you human|are you a human|" +
                "are you an ai|are you ai|are you a person|are you a real person|are you real|are you a machine|is this a bot|is this a robot|is this a real person|am i talking to a bot|am i talking to a robot|am i talking to a human|" +
                "human|a human|real person|talk to a human|speak to a human|can i talk to a human|can i talk to a person|i want to talk to a human|talk to a person|customer service|agent"),
            (SmallTalk.CanYouBeTrusted,
                "你是骗子|骗子|你是不是骗子|是不是骗子|这是骗人|骗人|是不是骗人|这是诈骗|是诈骗|靠谱|你靠谱|安全|这安全|这个安全|免费|要钱|收费|要收费|你收费|这个收费|要不要钱|我能相信你|可以相信你|能信你|怎么相信你|凭什么相信你|你会不会泄露我的信息|" +
                "are you a scam|is this a scam|scam|are you a scammer|is this safe|is it safe|are you safe|can i trust you|can i trust this|why should i trust you|is this legit|are you legit|is it free|is this free|are you free|" +
                "does it cost anything|does it cost money|how much does it cost|do i have to pay for this|what do you cost|do you cost anything"),
            (SmallTalk.Annoyed,
                "没用|真没用|你没用|你真没用|有什么用啊|垃圾|废物|笨|你好笨|傻|傻子|傻逼|智障|弱智|滚|妈的|你妈的|他妈的|tmd|闭嘴|烦|烦人|烦死|你好烦|别烦我|吵死|无聊|useless|you're useless|you are useless|this is useless|stupid|stupid bot|you're stupid|" +
                "you are stupid|idiot|dumb|you're dumb|fuck you|fuck off|fuck|shut up|go away|leave me alone|annoying|you're annoying|you are annoying|this is annoying|boring|this sucks|you suck|wtf"),
        ];
        return lists.SelectMany(list => list.Words.Split('|').Select(word => KeyValuePair.Create(word, list.Meaning))).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
