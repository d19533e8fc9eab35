namespace Ontime.Typing;

/// <summary>Questions that people ask back. Some have an answer here; none is an answer to what was asked of them.</summary>
internal static class Enquiries
{
    /// <summary>How a score or a limit rises: nobody can promise it, and debts come first.</summary>
    public const string Raise = "raise";

    // “Delete my late payments” need not be a question.
    private const string Removal = "late_kept";

    // Neither need “my score dropped”.
    private const string Fell = "score_fell";

    private const string Score = "#";

    /// <summary>What a known question is about is the id of its text: fact.&lt;id&gt;. Each group must be met by one of its words; # is a figure that a score can have.</summary>
    private static readonly (string Id, string[][] Groups)[] Known =
    [
        ("collectors", [["催收", "催款", "collector", "collectors", "debt collection", "collection agency"], ["几点", "时间", "晚上", "半夜", "打几次", "几次", "骚扰", "合法", "能不能打", "可以打", "what time", "when", "how often", "how many", "allowed", "at night", "legal", "harass"]]),
        ("report_wrong", [["征信", "信用报告", "credit report", "credit record"], ["有错", "错了", "写错", "不是我", "异议", "搞错", "wrong", "error", "errors", "mistake", "mistakes", "dispute", "not mine"]]),
        ("late_kept", [["逾期", "不良", "晚还", "迟还"], ["会消", "能消", "多久消", "几年消", "多久没", "保留多久", "留多久", "多久清"]]),
        ("late_kept", [["逾期", "不良", "晚还", "迟还", "污点", "late", "overdue", "missed", "bad", "negative", "default"], ["征信", "记录", "报告", "污点", "record", "records", "report", "file", "history", "credit", "payment", "payments"],
            ["多久", "几年", "多长", "保留", "消", "删", "去掉", "抹", "清除", "什么时候没", "还在吗", "delete", "how long", "years", "stay", "stays", "kept", "remove", "removed", "disappear", "erase", "erased", "go away", "deleted", "drop off"]]),
        ("late_what", [["晚", "迟", "逾期", "late", "miss", "missing", "overdue", "after the due date"], ["还", "付", "交", "天", "逾期", "pay", "paying", "payment", "payments", "bill", "days", "day"],
            ["会怎样", "会怎么样", "怎么样", "影响", "行吗", "行不行", "可以", "没事", "要紧", "后果", "罚", "宽限", "能不能", "上征信吗", "what happens", "what will happen", "can i", "may i", "could i", "ok", "okay", "matter", "bad", "consequences", "affect", "hurt", "penalty", "grace"]]),
        ("huabei_reported", [["花呗", "借呗", "信用购", "信用贷", "huabei", "jiebei"], ["征信", "央行", "人行", "信用报告", "credit report", "credit record", "credit bureau", "credit history", "central bank", "pboc", "my credit"]]),
        ("report_free", [["征信", "信用报告", "credit report"], ["怎么查", "查", "怎么看", "哪里", "哪儿", "在哪", "免费", "打印", "几次", "check", "see", "get", "free", "where", "find", "pull", "look at"]]),
        ("score_when", [["芝麻", "信用分", "分数", "sesame", "zhima", "score"], ["更新", "刷新", "出分", "几号变", "update", "updated", "updates", "refresh", "refreshed", "how often"]]),
        ("score_fell", [["芝麻", "信用分", "分数", "我的分", "sesame", "zhima", "score"], ["为什么", "为啥", "怎么", "咋", "why", "how come", "what made"], ["降", "掉", "少了", "下来", "跌", "变低", "drop", "dropped", "fall", "fell", "down", "lower", "lost", "decrease", "decreased"]]),
        (Fell, [["芝麻", "信用分", "我的分", "sesame", "zhima", "my score"], ["降了", "掉了", "跌了", "少了", "掉到", "降到", "跌到", "往下掉", "dropped", "fell", "went down", "has gone down", "is dropping"]]),
        ("score_good", [["芝麻", "信用分", "分数", "多少分", "sesame", "zhima", "score", Score], ["多少算", "多少分", "算好", "算高", "算低", "够", "好吗", "高吗", "低吗", "范围", "满分", "最高", "最低", "什么水平", "good", "high", "bad", "low", "range", "maximum", "highest", "lowest", "average", "decent", "enough"]]),
        ("score_made", [["芝麻", "信用分", "分数", "sesame", "zhima", "score"], ["怎么算", "怎么来", "什么影响", "影响", "哪些", "组成", "看什么", "是什么", "factors", "affect", "affects", "made", "calculated", "worked out", "based on", "what is", "what's"]]),
        (Raise, [["芝麻", "信用分", "分数", "额度", "sesame", "zhima", "score", "limit", "credit"], ["提高", "提升", "涨", "提额", "加分", "变高", "raise", "improve", "increase", "boost", "higher", "grow", "build"]]),
    ];

    // Other people's scores and registers: what is known here is of none of them.
    private static readonly string[] Elsewhere = ["fico", "vantage", "vantagescore", "experian", "equifax", "transunion", "schufa", "credit karma", "creditkarma", "clearscore", "cibil", "crif", "百行", "微信支付分", "支付分", "京东小白", "小白分", "美团信用"];

    private static readonly string[] Asking =
        ["怎么", "怎样", "如何", "咋", "多久", "什么", "啥", "为什么", "哪里", "哪儿", "在哪", "哪个", "哪些", "多少", "几年", "几次", "几点", "几号", "能不能", "会不会", "可不可以", "是不是", "要不要", "有没有", "能否", "是否", "难道"];

    private static readonly string[] Opening =
        ["what", "what's", "whats", "how", "how's", "why", "when", "where", "which", "who", "whose", "does", "do", "did", "is", "are", "was", "can", "could", "should", "shall", "will", "would", "may", "must", "has", "have", "isn't", "doesn't", "don't you", "tell me", "explain"];

    private static readonly string[] Soft = ["那", "请问", "我想问", "想问", "问一下", "对了", "so", "and", "but", "ok", "okay", "well", "hi", "hello", "hey", "please", "btw", "sorry", "um", "also", "then"];

    /// <summary>Something is asked, whatever it is.</summary>
    public static bool Asks(string plain)
    {
        var text = plain;
        while (Array.Find(Soft, word => text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal) && !(char.IsAsciiLetter(word[0]) && char.IsAsciiLetter(text[word.Length]))) is { } soft)
        {
            text = text[soft.Length..].TrimStart(' ', ',');
        }

        return plain.Contains('?') || text.EndsWith('吗') || text.EndsWith('么') || Array.Exists(Asking, text.Replace("好几", "", StringComparison.Ordinal).Contains)
            || Array.Exists(Opening, word => text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal) && text[word.Length] == ' ');
    }

    /// <summary>Another country’s or company’s score is named.</summary>
    public static bool IsElsewhere(string plain) => Plain.HasAny(plain, Elsewhere);

    /// <summary>The id of what is asked; null: nothing that is known here.</summary>
    public static string? Of(string plain) => IsElsewhere(plain) ? null :
        Known.FirstOrDefault(topic => (Asks(plain) || topic.Id == Removal || (topic.Id == Fell && topic.Groups.Length == 2)) && Array.TrueForAll(topic.Groups, group => Array.Exists(group, word => word == Score ? Figure(plain) : Plain.Has(plain, word)))).Id;

    private static bool Figure(string plain) =>
        Enumerable.Range(0, Math.Max(0, plain.Length - 2)).Any(at => int.TryParse(plain.AsSpan(at, 3), out var figure) && figure is >= 350 and <= 950
            && (at == 0 || !char.IsAsciiDigit(plain[at - 1])) && (at + 3 == plain.Length || !char.IsAsciiDigit(plain[at + 3])));
}
