namespace Ontime.Typing;

/// <summary>Whole numbers of things: how often, on how many days a week, for how many months; and the score.</summary>
internal static class Counts
{
    private const int MostTimes = 1000;
    private const int MostMonths = 600;

    private static readonly Lexicon Never = new(
        "没有", "没有过", "没", "无", "零", "从不", "从来不", "从来不用", "从不用", "从没用过", "不怎么用过", "从没", "从没有", "从没有过", "从来没有", "从来没有过", "从未", "一次都没有",
        "一次也没有", "一次没有", "一个都没有", "一个没有", "一笔都没有",
        "一笔没有", "一天都没有", "都没有", "没用", "不用", "没用过", "没申请", "没申请过", "没有申请", "没有申请过", "没借", "没借过", "没有借过", "没有用过", "还没有", "还没",
        "none", "nil", "zero", "never", "not once", "not any", "nothing", "no", "none at all", "not at all", "i haven't", "haven't",
        "i didn't", "not even once", "zero times", "no times", "never used it", "none yet", "not yet", "haven't applied",
        "i haven't applied", "never ever", "nada", "一次都没", "一个也没有", "don't use it", "i don't use it", "i never use it", "never use it",
        "不用支付宝", "一个月都没有");

    private static readonly Lexicon Before = new(
        "我", "一共", "总共", "共", "就", "只有", "只", "有", "是", "也就", "才", "申请过", "申请了", "申请", "借过", "借了", "用了", "用过", "用", "连续", "已经", "它",
        "i", "i've", "have", "had",
        "applied", "just", "only", "exactly", "for", "in total", "it's", "it was", "that's", "maybe just", "i did", "on");

    private static readonly Lexicon Times = new(
        "次", "回", "笔", "个", "张", "家", "遍", "次数", "款", "份", "times", "time", "x", "loans", "loan", "cards", "card", "applications",
        "application", "in total", "so far", "credit cards", "credit card", "loan applications", "only", "笔贷款", "张卡", "张信用卡", "贷款",
        "信用卡", "只", "而已", "过", "单");

    private static readonly Lexicon Weekly = new(
        "天", "日", "次", "回", "都用", "都会用", "用", "会用", "days", "day", "times", "time", "x", "a week", "per week", "each week",
        "every week", "/week", "/wk", "weekly", "/周", "每周", "一周", "in a week", "/ week", "out of 7");

    private static readonly Lexicon WeekBefore = Before + new Lexicon("每周", "每星期", "每个星期", "每礼拜", "一周", "一星期", "一个星期", "一礼拜", "一个礼拜",
        "周", "a week", "weekly");

    private static readonly Lexicon AllWeek = new(
        "每天", "天天", "每日", "每一天", "日日", "每天都有", "every day", "everyday", "each day", "daily", "all week", "the whole week",
        "every single day", "every day of the week", "7 days a week", "all 7 days");

    private static readonly Lexicon WorkDays = new(
        "工作日", "每个工作日", "周一到周五", "周一至周五", "星期一到星期五", "上班日", "weekdays", "weekday", "every weekday", "workdays", "working days",
        "work days", "monday to friday", "mon-fri", "mon to fri",
        "monday through friday", "monday-friday", "on weekdays only", "weekdays only", "only weekdays");

    private static readonly Lexicon WeekEnds = new("周末", "每周末", "每个周末", "双休日", "周六周日", "周六日", "周六和周日", "weekends", "weekend",
        "every weekend", "saturday and sunday", "weekends only", "only weekends");

    private static readonly Lexicon ScoreBefore = new(
        "我的", "我", "现在", "目前", "最新", "芝麻信用分", "芝麻信用", "芝麻分", "信用分", "分数", "得分", "评分", "分", "是", "有", "到了", "到", "显示", "my", "sesame",
        "zhima", "score", "credit", "points",
        "is", "it's", "it is", "its", "now", "currently", "at", "i have", "i've", "got", "i got", "i", "have", "the", "just", "exactly",
        "only", "才", "就", "嗯");

    private static readonly Lexicon ScoreAfter = new("分", "分数", "points", "point", "pts", "pt", "now", "today", "currently", "exactly",
        "现在", "score");

    public static Typed? Count(string text) => Whole(text, Before, Times, Often, 0, MostTimes);

    public static Typed? PerWeek(string text)
    {
        var bare = Bare(text);
        var days = AllWeek.Contains(bare) ? 7 : WorkDays.Contains(bare) ? 5 : WeekEnds.Contains(bare) ? 2 : text == "weekly" ? 1 : 0;
        // “每周三” is Wednesday, or three times.
        if (days == 0 && text.Length > 1 && "一二三四五六日天".Contains(text[^1]) && (text[^2] == '周' || text[..^1].EndsWith("星期", StringComparison.Ordinal) || text[..^1].EndsWith("礼拜", StringComparison.Ordinal)) && !text.StartsWith('一'))
        {
            return null;
        }


        return days > 0 ? Quantity.Typed(days) : Whole(text, WeekBefore, Weekly, Often, 0, 7);
    }

    public static Typed? Months(string text) =>
        Whole(text, Before + new Lexicon("整整"), new Lexicon("整", "running", "in a row", "straight",
            "连续"), Span, 0, MostMonths) is { } months
            ? months with { About = months.About || text.Contains('多') }
            : null;

    public static Typed? Score(string text) => Quantity.Read(text, ScoreBefore, ScoreAfter, Points) is ({ } value, var about) && value is >= 350 and <= 950 && value % 1 == 0
        ? Quantity.Typed(value, about)
        : null;

    private static Typed.Number? Whole(string text, Lexicon before, Lexicon after, Func<Cursor, decimal?> number, int least, int most)
    {
        if (Never.Contains(text.TrimEnd('的', '啊', '呀', '呢', '哦', '了')))
        {
            return Quantity.Typed(0);
        }

        return Quantity.Read(text, before, after, number) is ({ } value, var about) && value >= least && value <= most && value % 1 == 0 ? Quantity.Typed(value, about) : null;
    }

    // “on weekdays”, “每天都用”
    private static string Bare(string text)
    {
        var c = new Cursor(text);
        _ = c.EatAll(new Lexicon("我", "几乎都是", "只在", "只", "就", "在", "on", "only on", "i use it", "use it", "about"));
        c.Blank();
        var rest = c.Rest;
        foreach (var end in (string[])["都会用", "都在用", "都用", "会用", "使用", "用", "都"])
        {
            if (rest.Length > end.Length && rest.EndsWith(end, StringComparison.Ordinal))
            {
                return rest[..^end.Length];
            }
        }

        return rest;
    }

    private static decimal? Points(Cursor c) => c.Try(x => Numeral.Spelt(x, 3)) is { } spelt ? spelt : Quantity.Number(c);

    private static decimal? Often(Cursor c)
    {
        var words = c.Eat("once") ? 1 : c.Eat("twice") || c.Eat("a couple of") || c.Eat("a couple") || c.Eat("couple of") || c.Eat("couple") ? 2 : c.Eat("thrice") ? 3
            : c.Eat("half a dozen") ? 6 : c.Eat("a dozen") || c.Eat("dozen") ? 12 : c.Eat("a single") || c.Eat("single") ? 1 : -1;
        return words > 0 ? words : Quantity.Number(c);
    }

    // 一年半, 1年3个月, 三个季度, a year and a half, 1.5 years
    private static decimal? Span(Cursor c)
    {
        var (sum, last, any) = (0m, decimal.MaxValue, false);
        while (true)
        {
            var start = c.At;
            if (Unit(c) is not ({ } months, { } unit) || unit >= last)
            {
                c.At = start;
                break;
            }

            (sum, last, any) = (sum + months, unit, true);
            c.Blank();
            _ = c.Eat("零") || c.Eat("又") || c.Eat("and") || c.Eat(",");
            c.Blank();
        }

        return any ? sum : Often(c);
    }

    private static (decimal Months, decimal Unit)? Unit(Cursor c)
    {
        var start = c.At;
        if (c.Eat("半年") || c.Eat("half a year") || c.Eat("half year") || c.Eat("half-year") || c.Eat("a half year"))
        {
            return (6, 3);
        }

        if (c.Eat("a half") && start > 0)
        {
            return (6, 1);
        }

        var half = c.Eat("a year and a half") || c.Eat("year and a half") ? 18m : 0;
        var whole = half > 0 ? 0 : c.Try(Often) ?? (c.Eat("a") || c.Eat("an") ? 1 : null);
        c.Blank();
        whole += c.Eat("and a half") ? 0.5m : 0;
        c.Blank();
        _ = c.Eat("整");
        var unit = c.Eat("个季度") || c.Eat("季度") || c.Eat("quarters") || c.Eat("quarter") ? 3
            : c.Eat("个多月") || c.Eat("个月") || c.Eat("months") || c.Eat("month") || c.Eat("mos") || c.Eat("mo") || c.Eat("mths") || c.Eat("mth") || c.Eat("m") ? 1
            : c.Eat("年") || c.Eat("years") || c.Eat("year") || c.Eat("yrs") || c.Eat("yr") || c.Eat("y") ? 12 : 0;
        if (half > 0)
        {
            return (half, 1);
        }

        if (unit == 0 || whole is null)
        {
            c.At = start;
            return null;
        }

        return (whole.Value * unit) is var months && unit == 12 && c.Eat("半") ? (months + 6, 1) : (whole.Value * unit, unit);
    }
}
