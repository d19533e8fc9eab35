namespace Ontime.Typing;

/// <summary>How long something lasts, in days, wherever it stands in the words: “晚了一周多”, “a month and a half late”.</summary>
internal static class Lasting
{
    private static readonly (Lexicon Words, decimal Days)[] Units =
    [
        (new("个星期", "星期", "个礼拜", "礼拜", "周", "weeks", "week", "wks", "wk"), 7),
        (new("天", "日", "days", "day"), 1),
        (new("个月", "月", "months", "month"), 30),
        (new("年", "years", "year"), 365),
    ];

    private static readonly Lexicon Few = new("好几", "几", "a few", "several", "some"), Couple = new("两三", "一两", "a couple of", "couple of"), One = new("a", "an"), Half = new("半", "half a", "half an"), More = new("多", "来", "个多", "more than", "over");

    /// <summary>Null: no length, or two of them.</summary>
    public static decimal? Days(string plain)
    {
        decimal? found = null;
        var c = new Cursor(plain);
        while (!c.End)
        {
            var start = c.At;
            if ((start == 0 || !char.IsAsciiLetterOrDigit(plain[start - 1])) && c.Try(Length) is { } days)
            {
                if (found is not null)
                {
                    return null;
                }

                found = days;
            }
            else
            {
                c.At = start + 1;
            }
        }

        return found;
    }

    private static decimal? Length(Cursor c)
    {
        var number = c.Eat(Half) is not null ? 0.5m : c.Eat(Couple) is not null ? 2 : c.Eat(Few) is not null ? 3 : c.Eat(One) is not null ? 1 : Quantity.Number(c);
        c.Blank();
        _ = c.Eat(More);
        _ = number is not null && number % 1 == 0 && c.Now == '个' && c.Ahead(1) == '多' && c.Eat("个多");
        return number is { } count and < 1000 && Array.Find(Units, unit => c.Eat(unit.Words) is not null) is { Words: not null } unit ? count * unit.Days : null;
    }
}
