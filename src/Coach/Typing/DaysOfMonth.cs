using Ontime.Bills;

namespace Ontime.Typing;

/// <summary>The day of the month a bill falls due. A lunar day (初十), a range or two days: null.</summary>
internal static class DaysOfMonth
{
    private static readonly Lexicon Last = new(
        "每月最后一天", "最后一天", "最后一日", "最后1天", "月底最后一天", "月末最后一天", "月底", "月末", "月尾", "last day of the month", "last day of each month",
        "last day of every month",
        "last day of month", "last day", "last", "final day", "final day of the month", "end of the month", "end of month",
        "end of each month", "end of every month", "month end", "month-end",
        "month's end", "eom");

    private static readonly Lexicon Before = new(
        "我的", "我", "下个月的", "下个月", "下月", "这个月", "本月", "每月的", "每月", "每个月的", "每个月", "在", "是", "都是", "就是", "还款日是", "还款日期是", "还款日期", "还款日", "到期日是", "到期日", "扣款日", "账单日", "固定",
        "一般是", "一般", "通常是", "通常",
        "on", "next month on", "next month", "this month", "the", "it's", "it is", "its", "is", "every month on", "each month on", "monthly on", "monthly", "every", "each", "due",
        "due on", "due date is", "day", "at", "always", "usually", "month's", "by the way");

    private static readonly Lexicon After = new(
        "吧好像", "好像", "of next month", "of this month", "next month", "还款", "还钱", "还", "到期", "扣款", "扣", "交", "付", "那天", "of each month", "of every month", "of the month", "of a month",
        "every month", "each month", "monthly", "a month", "per month",
        "day", "of month", "is the day", "every", "是还款日", "是到期日", "please");

    private static readonly Lexicon Mark = new("号", "日", "st", "nd", "rd", "th");

    public static Typed? Read(string text)
    {
        var end = new Cursor(text);
        _ = end.EatAll(Before);
        end.Blank();
        if (end.Eat(Last) is not null && Ends(end))
        {
            return new Typed.Day(DueDay.Last);
        }

        return Quantity.Read(text, Before, After, Number) is ({ } value, _) && value is >= 1 and <= 31 && value % 1 == 0 ? new Typed.Day(DueDay.Of((int)value)) : null;
    }

    /// <summary>15, 15号, 十五, 15th, fifteenth; any size.</summary>
    public static decimal? Number(Cursor c)
    {
        if (c.Eat("第一天") || c.Eat("first day"))
        {
            return 1;
        }

        if (Ordinals.Read(c) is { } ordinal)
        {
            return ordinal;
        }

        if (Whole(c) is not { } value)
        {
            return null;
        }

        var at = c.At;
        c.Blank();
        if (c.Eat(Mark) is null)
        {
            c.At = at;
        }

        return value;
    }

    /// <summary>A number of one or two digits, or in words; a year or an amount is none.</summary>
    public static int? Whole(Cursor c)
    {
        var start = c.At;
        var digits = 0;
        while (char.IsAsciiDigit(c.Ahead(digits)))
        {
            digits++;
        }

        if (digits is 1 or 2)
        {
            c.At += digits;
            return int.Parse(c.Slice(start));
        }

        var value = digits > 0 ? null : c.Now is >= 'a' and <= 'z' ? EnglishNumber.Small99(c) : c.Try(Numeral.Whole);
        return value is { } number && number % 1 == 0 && number < 100 ? (int)number : null;
    }

    private static bool Ends(Cursor c)
    {
        while (!c.End)
        {
            c.Blank();
            if (c.Eat(After) is null && c.Eat("吧") == false)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>first to thirty-first.</summary>
internal static class Ordinals
{
    private static readonly string[] Words =
    [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
        "thirteenth", "fourteenth", "fifteenth",
        "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    ];

    public static int? Read(Cursor c)
    {
        foreach (var (tens, value) in ((string, int)[])[("twenty", 20), ("thirty", 30)])
        {
            foreach (var gap in (string[])["-", " "])
            {
                for (var i = 0; i < 9; i++)
                {
                    if (c.Eat(tens + gap + Words[i]))
                    {
                        return value + i + 1;
                    }
                }
            }
        }

        var found = Array.FindIndex(Words, c.Eat);
        return found >= 0 ? found + 1 : c.Eat("thirtieth") ? 30 : null;
    }
}
