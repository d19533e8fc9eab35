namespace Ontime.Typing;

/// <summary>Yuan. Another currency, another period than a month, a bound, a range: null.</summary>
internal static class Money
{
    /// <summary>The largest amount believed, in yuan.</summary>
    public const decimal Most = 1_000_000_000;

    private static readonly Lexicon Nothing = new(
        "没有", "没", "无", "零", "没有钱", "没钱", "没欠", "没欠钱", "不欠", "不欠钱", "没有欠款", "无欠款", "没欠款", "没有债", "没债", "没有收入", "没收入",
        "无收入", "没工资", "一分没有", "一分都没有", "一分钱没有", "一分钱都没有", "不用还", "没有要还的", "nothing", "nil", "none", "zero", "nought", "zilch",
        "no debt", "no debts", "no income", "i owe nothing", "owe nothing", "nothing at all", "none at all", "nothing yet", "no money",
        "not a cent", "not a penny", "0");

    private static readonly Lexicon Before = new(
        "我的", "我", "每月", "每个月", "月均", "一个月", "这个月", "本月", "月薪", "月收入", "月入", "月供", "月还", "工资", "薪水", "收入", "税后", "税前", "到手", "实发",
        "是", "有", "为", "共", "一共", "总共", "合计", "总计", "总额", "欠款", "欠了", "欠", "还款", "还", "要还", "借了", "借", "额度", "房租", "房贷", "车贷", "花呗",
        "借呗", "信用卡", "账单", "金额", "挣", "赚", "拿", "共计", "现在", "目前", "负债", "欠债", "gross", "before tax", "every month", "each month",
        "per month", "a month", "就", "也就", "才", "人民币", "¥", "rmb", "cny", "yuan", "my", "i", "we", "it's", "its", "it is", "is", "am",
        "a total of",
        "total", "in total", "income", "salary", "pay", "take-home", "take home", "monthly", "after tax", "net", "limit", "debt", "owe",
        "make", "earn", "get",
        "have", "the", "rent", "just", "only", "exactly", "i'm", "so", "well", "嗯", "哦");

    private static readonly Lexicon After = new(
        "元", "圆", "块", "块钱", "元钱", "钱", "整", "正", "人民币", "rmb", "cny", "yuan", "kuai", "renminbi", "¥", "每月", "每个月", "一个月", "一月", "/月",
        "/ 月", "/个月", "月薪",
        "a month", "per month", "monthly", "/month", "/mo", "/ month", "/mth", "each month", "every month", "pcm", "in total", "total",
        "altogether", "税后", "税前", "到手",
        "after tax", "before tax", "gross", "net", "take-home", "take home", "for now", "exactly", "一共", "the");

    public static Typed? Read(string text)
    {
        if (Nothing.Contains(text.TrimEnd('的', '了', '啊', '呀', '呢', '哦')))
        {
            return Quantity.Typed(0);
        }

        return Quantity.Read(text, Before, After, Yuan) is ({ } value, var about) && value is >= 0 and <= Most && value * 100 == decimal.Truncate(value * 100)
            ? Quantity.Typed(value, about)
            : null;
    }

    // 12块8, 三块五毛, 3块2毛5, 5毛
    private static decimal? Yuan(Cursor c)
    {
        var start = c.At;
        if (Quantity.Number(c) is not { } value)
        {
            return null;
        }

        // “5.000” is five, or five thousand where the point parts thousands.
        var written = c.Slice(start);
        if (written.Length > 4 && written[^4] == '.' && written[^3..].All(char.IsAsciiDigit))
        {
            return null;
        }

        var at = c.At;
        c.Blank();
        if (Jiao(c))
        {
            return (value / 10) + (Cents(c) ?? 0);
        }

        if (!c.Eat("块") && !c.Eat("元") && !c.Eat("圆"))
        {
            c.At = at;
            return value;
        }

        var yuan = c.At;
        c.Blank();
        _ = c.Eat("零");
        if (Numeral.Read(c) is not { } more || more != decimal.Truncate(more) || more is < 1 or > 99 || value != decimal.Truncate(value))
        {
            c.At = yuan;
            return value;
        }

        var tenths = more < 10;
        if (tenths && Jiao(c))
        {
            return value + (more / 10) + (Cents(c) ?? 0);
        }

        return value + (tenths && !c.Eat("分") ? more / 10 : more / 100);
    }

    private static bool Jiao(Cursor c) => c.Eat("毛钱") || c.Eat("毛") || c.Eat("角");

    private static decimal? Cents(Cursor c) => c.Try(Numeral.Read) is { } cents and >= 1 and < 10 && (c.Eat("分") || c.End) ? cents / 100 : null;
}
