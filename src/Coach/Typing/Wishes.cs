using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Ontime.Typing;

/// <summary>A command asked for in words, by whoever does not type slashes.</summary>
public static partial class Wishes
{
    // Off both what is typed and what is listed, so that “账单不用了” is found. Above the table, which is made with it.
    private static readonly char[] Ends = ['?', ' ', '吗', '呢', '吧', '啊', '了'];

    private static readonly FrozenDictionary<string, string> Words = Table();

    // Without their slash these are words about a question.
    private static readonly string[] Ways = ["cancel", "start", "help"];

    private static readonly string[] Tail = [" please", " now", " thanks"];

    private static readonly string[] Erasing = ["删", "清空", "清除", "清掉", "抹掉", "销毁", "注销", "忘掉", "delete", "deleted", "erase", "erased", "remove", "removed", "wipe", "clear", "destroy", "forget"];

    private static readonly string[] Own =
        ["我的记录", "我的数据", "我的信息", "我的资料", "我的答案", "我的聊天", "我的东西", "我的一切", "个人信息", "个人数据", "个人资料", "聊天记录", "所有记录", "所有数据", "所有信息", "全部数据", "全部记录", "数据", "我的账号", "账号", "my data", "my records", "my record", "my info", "my information", "my answers",
            "my details", "my history here", "my chat", "my account", "my profile", "all my", "all data", "everything", "about me", "on me", "the data", "my personal"];

    private static readonly string[] NotOurs =
        ["逾期", "不良", "征信", "黑名单", "污点", "银行", "支付宝", "花呗", "借呗", "bad", "overdue", "late", "credit", "bank", "banks", "alipay", "huabei", "jiebei"];

    private static readonly string[] Denying = ["别", "不要", "不用", "不想", "don't", "dont", "do not", "not"];

    private static readonly string[] Given =
        ["my data", "my info", "my details", "my answers", "my chat", "about me", "what i write", "what i type", "what i say", "what i tell", "what i told", "我的信息", "我的数据", "我的资料", "我的答案", "我的隐私", "个人信息", "隐私", "我写的", "我说的", "我打的", "我发的", "我填的", "聊天记录"];

    private static readonly string[] Kept =
        ["who", "where", "see", "safe", "secure", "private", "leak", "share", "sell", "sold", "store", "stored", "save", "keep", "kept", "know", "谁", "哪", "看到", "看得到", "看见", "安全", "泄露", "泄漏", "分享", "卖", "给别人", "存", "保存", "保密", "知道"];

    // Another hour is wished for, and not that all is quiet.
    private static readonly string[] Hours = ["night", "nights", "morning", "mornings", "evening", "evenings", "noon", "weekend", "weekends", "midnight", "before", "after", "at", "during", "so early", "so late", "on sundays", "晚上", "夜里", "半夜", "早上", "上午", "中午", "下午", "白天", "周末", "点", "太早", "太晚", "这么早", "这么晚", "上班"];

    private static readonly string[] Daily = ["每天", "每日", "每晚", "每早", "天天", "every day", "daily", "every evening", "every morning", "every night"];

    // What a loan costs is worked out there.
    private static readonly string[] Rates = ["利息", "利率", "年化", "手续费率", "interest", "apr", "interest rate"], Reckoning = ["多少", "算", "贵吗", "高吗", "how much", "calculate", "work out", "what is", "what's", "high"];

    private static readonly string[] Whether = ["会", "do you", "will you", "does", "ever"];

    private static readonly string[] Lead = ["看看", "看一下", "查一下", "查查", "帮我看看", "what's ", "what is ", "我要", "我想要", "我想", "想", "要", "请", "帮我", "给我", "麻烦", "以后", "please ", "can you ", "could you ", "can i ", "how can i ", "how do i ", "how to ", "where do i ", "怎么", "怎样", "如何", "能不能", "可以", "在哪", "i want to ", "i'd like to ", "i want ", "show me ", "show "];

    /// <summary>The name of the command; null: none is meant. Never throws.</summary>
    public static string? Read(string text) => Plain.Faceless(Plain.Of(text)) is var plain && Asked(plain.TrimEnd(Ends)) is var asked && Words.TryGetValue(asked, out var command) ? command
        : Commands.Menu.Contains(asked) && !Ways.Contains(asked) ? asked
        : Ages.IsChild(plain) ? "child"
        : Forgetting(plain) ? Plain.HasAny(plain, Whether) ? "privacy" : "forget"
        : !Enquiries.Asks(plain) && Borrowed().IsMatch(plain) ? "log"
        : Enquiries.Asks(plain) && Plain.HasAny(plain, Given) && Plain.HasAny(plain, Kept) && !Plain.HasAny(plain, NotOurs) ? "privacy"
        : Moments.Declines(plain) && Plain.HasAny(plain, Hours) ? "settings"
        : Moments.Asks(plain) && Plain.HasAny(plain, Daily) ? "settings"
        : Plain.HasAny(plain, Rates) && Plain.HasAny(plain, Reckoning) ? "capacity"
        : Moments.Declines(plain) && Bills.Kinds.Named(plain) == Bills.BillKind.Other ? "pause"
        : null;

    /// <summary>“把我的数据删了”, “erase what you know about me”; of what others keep, a bank or a credit record, it is not.</summary>
    private static bool Forgetting(string plain) =>
        Plain.HasAny(plain, Erasing) && Plain.HasAny(plain, Own) && !Plain.HasAny(plain, NotOurs) && !Plain.HasAny(plain, Denying);

    // Told, not asked for: what the log keeps.
    [GeneratedRegex(
        "^(?:我|刚|刚刚|刚才|今天|昨天|前天|这周|这个月|又|已经)*(?:申请了|申请过|办了|新办了|批了|借了|贷了|撸了)(?:一?[张笔个次点]|点|几百|几千|[0-9]+[万千百]?[元块]?)?(?:钱|信用卡|卡|贷款|网贷|花呗|借呗|信用贷|小额贷|消费贷)?$"
        + "|^(?:(?:i|we) )?(?:just |have |have just |'ve just |also |already )*(?:applied for|took out|took|got|opened|borrowed)(?: a| an| another| some| one more)?(?: new| quick| online| bank| small)*(?: (?:credit card|loan|loans|card|money|jiebei)| [0-9,]+(?: yuan| rmb)?)(?: (?:from|on|at|with) .{1,30})?(?: today| yesterday| this week| this month)?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Borrowed();

    private static string Asked(string plain)
    {
        while (!Words.ContainsKey(plain) && Lead.Where(word => plain.Length > word.Length && plain.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length) is { } lead)
        {
            plain = plain[lead.Length..];
        }

        return Array.Find(Tail, plain.EndsWith) is { } tail ? Asked(plain[..^tail.Length]) : plain;
    }

    private static FrozenDictionary<string, string> Table()
    {
        (string Command, string Words)[] lists =
        [
            ("upcoming",
                "today|due today|今天要还什么|今天还什么|今天有要还的|what's due|what is due|what's due this week|what is due this week|what's next|upcoming|最近要还什么|最近要还哪些|最近有什么要还|这周要还什么|这个月要还什么|要还什么|下个月要还什么|下月要还什么|下周要还什么|明天要还什么|什么时候要还|what's due next month|what is due next month|what's due tomorrow"),
            ("bills",
                "bills|my bills|show my bills|list my bills|add a bill|new bill|delete a bill|change a bill|delete the bill|remove the bill|change the bill|mute a bill|change my due date|change a due date|change the due date|i want to change my due date|next bill|my next bill|when is my next bill|when's my next bill|" +
                "when is the next bill|due dates|my due dates|my due date|when is my due date|when's my due date|what is my due date|when do i pay next|账单|我的账单|看账单|when is bill due|when is my bill due|when is the bill due|when's bill due|delete bill|delete my bill|remove bill|remove my bill|change bill|change my bill|账单什么时候还|账单几号还|账单哪天还|账单几号|账单什么时候|账单还款日|账单不用了|账单不用了,删掉|账单不用了,删了|账单不用了删掉|账单注销|账单关了|账单关掉|不用账单|我把账单关了|把账单关了|账单我关了|账单已经关了|账单还款日改了|账单日子改了|i closed bill|i closed my bill|bill is closed|close bill|i don't use bill any more|i don't use bill anymore|i cancelled bill|cancel bill|删掉账单|删除账单|账单删掉|账单删了|不要账单|改一下账单|加一笔账|加账单|删账单|改账单|改还款日|改日子|改账单的日子|改一下账单的日子|改一下日子|下一笔|下一笔什么时候还|下一笔是什么|下一笔还什么|下次什么时候还|什么时候还款|什么时候还|还款日|还款日是哪天|还款日是什么时候|还款日哪天|我的还款日"),
            ("index", "readiness|my readiness|what is my readiness|show my readiness|准备度|我的准备度|看准备度|准备度多少|准备度是多少|我的准备度多少|我的准备度是多少"),
            ("how", "what is readiness|what does readiness mean|how is readiness worked out|准备度是什么|准备度是什么意思|准备度怎么算|准备度怎么算的|怎么算的"),
            ("settings", "settings|change language|language|switch language|change the time zone|change my time zone|time zone|设置|语言|换语言|改语言|切换语言|换英文|换中文|切换英文|切换中文|改时区|时区"),
            ("in_english", "english|in english|speak english|talk english|switch to english|use english|英文|英语|换成英文|换英文|切换英文|改成英文|用英文|说英文|英文版"),
            ("in_chinese", "chinese|in chinese|speak chinese|talk chinese|switch to chinese|use chinese|中文|汉语|普通话|换成中文|换中文|切换中文|改成中文|用中文|说中文|中文版"),
            ("pause", "unsubscribe|stop messages|stop messaging me|stop texting me|pause|pause this|pause it|pause you|pause the reminders|pause reminders|take a break|stop the reminders|turn reminders off|turn off reminders|暂停一下|先停一停|停一停|关掉提醒|关提醒|关闭提醒|停掉提醒|别发|别再发|不要发|不要再发|退订|暂停"),
            ("living", "i moved abroad|i've moved abroad|i live abroad|i live abroad now|i'm abroad|i am abroad|i'm abroad now|i moved overseas|i'm overseas|i live overseas|i moved to another country|我出国|我在国外|我人在国外|我搬到国外|我在海外|我现在在国外|我到国外|我移民|我出国留学"),
            ("resume", "resume|turn reminders on|start reminders|恢复提醒|打开提醒|继续提醒"),
            ("forget", "清空重来|全部清空|注销账户|注销我的账户|delete my account|forget me|删掉全部|全部删掉|忘记我"),
            ("export", "export|export my data|download my data|my data|导出|导出数据|导出我的数据"),
            ("privacy",
                "what do you know about me|who can see this|who sees this chat|你知道我什么|你知道我的什么|is my data safe|is my information safe|are my data safe|who sees my data|who can see my data|who sees this|what do you do with my data|what do you keep|do you sell my data|我的信息安全吗|我的信息安全|我的数据安全|数据安全|信息安全|" +
                "谁能看到|谁看得到|谁能看到我的信息|谁能看到我的数据|你会泄露我的信息|会泄露我的信息|会不会泄露|会泄露|你存了什么|你记了什么"),
            ("next", "next|next step|my next step|what should i do next|下一步|下一步做什么|下一步是什么|接下来做什么"),
            ("check", "continue|go on|carry on|继续|接着来|接着答|接着|开始答题|答题"),
            ("feedback", "feedback|complain|make a complaint|投诉|反馈|提意见|提个意见"),
            ("plan", "plan|my plan|the plan|计划|我的计划|看计划"),
            ("score", "芝麻分|我的芝麻分|看芝麻分|记芝麻分|my score|sesame score|my sesame score"),
            ("limit", "额度|我的额度|看额度|记额度|my limit|credit limit|my credit limit"),
            ("log", "记一笔|log a loan|log an application"),
            ("capacity", "还得起多少|我还得起多少|负担得起多少|what can i carry"),
            ("edit", "重新开始|从头来|从头开始|重来|重做|start over|start again|restart|改答案|修改答案|更正|change my answers|change an answer|correct an answer"),
            ("calendar", "日历|还款日历|导出日历|calendar file"),
            ("trend", "trend|show the trend|走势|看走势"),
        ];
        return lists.SelectMany(list => list.Words.Split('|').Select(word => KeyValuePair.Create(word.TrimEnd(Ends), list.Command))).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
