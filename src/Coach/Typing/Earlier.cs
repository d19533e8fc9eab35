namespace Ontime.Typing;

/// <summary>Trouble that lies behind: over, or only known to have been.</summary>
internal enum Behind
{
    /// <summary>“有过，早还清了”, “used to, all paid now”.</summary>
    Over,

    /// <summary>“以前逾期过”, “once, last year”: whether it is over is not said.</summary>
    Once,
}

/// <summary>What was, told where it is asked what is.</summary>
internal static class Earlier
{
    private static readonly string[] Once =
        ["以前", "曾经", "之前", "过去", "从前", "早年", "早先", "前几年", "去年", "前年", "上个月", "上月", "上次", "逾期过", "晚过", "拖过", "忘过", "有过",
        "used to", "once", "was", "were", "had", "been", "in the past", "previously", "last year", "last month", "last time", "ago", "earlier", "before", "back then"];

    private static readonly string[] Late = ["逾期", "晚了", "拖了", "过期", "有一笔", "有两笔", "有几笔", "late", "overdue", "behind", "missed", "one", "some"];

    private static readonly string[] Over =
        ["现在没", "如今没", "目前没", "已经没", "都没了", "还清", "还完", "还上", "还了", "已还", "还掉", "补上", "补了", "补齐", "结清", "付清", "清了", "处理完", "搞定",
        "paid", "repaid", "cleared", "settled", "sorted", "caught up", "not now", "not any more", "not anymore", "no longer", "none now", "nothing now", "fine now", "ok now", "okay now", "good now"];

    private static readonly string[] Still =
        ["没还", "没有还", "没付", "没结", "没清", "没补", "还没", "未还", "未结", "尚未", "还欠", "还剩", "还差", "部分", "一点", "一半", "除了", "现在有", "现在也", "现在还", "又", "不了", "不上", "吗", "准备", "打算", "快还", "马上",
        "still", "unpaid", "not paid", "not yet", "never", "part", "partly", "half", "except", "most", "almost", "nearly", "will", "going to", "again", "if"];

    /// <summary>Null: nothing of the kind is told, or it is not over.</summary>
    public static Behind? Read(string plain)
    {
        var now = plain.Replace("以前没", "|", StringComparison.Ordinal).Replace("之前没", "|", StringComparison.Ordinal);
        if (plain.Contains('?') || plain.Contains("n't") || Plain.HasAny(now, Still))
        {
            return null;
        }

        return Plain.HasAny(plain, Over) && (Plain.HasAny(plain, Once) || Plain.HasAny(plain, Late)) ? Behind.Over
            : Plain.HasAny(plain, Once) && !(plain.Contains("从来") || plain.Contains("从没")) ? Behind.Once
            : null;
    }

    private static readonly string[] Running = ["逾期", "晚了", "晚", "拖", "过期", "有", "late", "overdue", "behind", "past due", "due", "missed"], Not = ["没", "不", "未", "快", "还有", "前", "no", "not", "never", "ago", "last", "next", "in"];

    /// <summary>Something is late, and still is; what else is told of it, “一直没敢看”, takes nothing back unless it is over.</summary>
    public static bool Lasting(string plain) =>
        !Plain.HasAny(plain, Over) && !plain.Contains('?') && Array.Exists(plain.Split([',', '，', '。', ';', '.', '!']), part => Lasts(Nearly(part)));

    // 快两个月 is nearly two months, 快到期 not yet.
    private static string Nearly(string part) =>
        part.IndexOf('快') is >= 0 and var at && at + 1 < part.Length && (Numeral.Digit(part[at + 1]) >= 0 || part[at + 1] is '两' or '俩' or '十' or '半' || char.IsAsciiDigit(part[at + 1])) ? part.Remove(at, 1) : part;

    private static bool Lasts(string plain) =>
        !plain.Contains('?') && !plain.Contains("n't") && Plain.HasAny(plain, Running) && !Plain.HasAny(plain, Over) && !Plain.HasAny(plain.Replace("没还", "", StringComparison.Ordinal), Not);

    /// <summary>So long ago, and nothing is denied.</summary>
    public static bool Ago(string plain) => !plain.Contains('?') && Plain.HasAny(plain, ["前", "ago"]) && !Plain.HasAny(plain, ["没", "不", "未", "no", "not", "never", "since"]);
}
