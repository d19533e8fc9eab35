namespace Ontime.Typing;

/// <summary>Numbers in digits and in Chinese, mixed as people mix them: 12,000 · 1万2 · 1w2 · 两千五 · 一万零五百 · 1.2k.</summary>
internal static class Numeral
{
    /// <summary>Reads a number of zero or more, 三点五 too; null leaves it to the caller to put the place back.</summary>
    public static decimal? Read(Cursor c) => Whole(c) is { } whole ? Point(c, whole) : null;

    /// <summary>The same without 点, which after an hour is o'clock.</summary>
    public static decimal? Whole(Cursor c)
    {
        var sum = new NumeralSum();
        while (true)
        {
            var before = c.At;
            c.Blank();
            var zero = sum.Any && EatZero(c);
            // “5k一个月”: what begins a period is no tail.
            var part = sum.Any && c.Now == '一' && (c.Ahead(1) is '个' or '月' or '年' or '天') ? null : Part.Read(c);
            if (part is null)
            {
                // “十” and a big unit may stand without a digit of their own: 一百十, 二千万.
                var bare = Unit(c.Now);
                if (!zero && bare == 10 && !IsLetterWord(c))
                {
                    part = new Part(1);
                }
                else if (!zero && bare >= 10_000 && sum.Open && !IsLetterWord(c))
                {
                    c.At++;
                    if (!sum.Close(bare))
                    {
                        return null;
                    }

                    continue;
                }
                else
                {
                    c.At = zero ? c.At : before;
                    return zero || !sum.Any ? null : sum.Value;
                }
            }

            c.Blank();
            var unit = IsLetterWord(c) ? 0 : Unit(c.Now);
            c.At += unit == 0 ? 0 : 1;
            if (unit == 0)
            {
                return sum.Tail(part, zero) ? Back(c, sum.Value) : null;
            }

            if (!sum.Add(part.Value, unit, zero))
            {
                return null;
            }

            if (c.Now == '半' && !sum.Broken)
            {
                c.At++;
                return sum.Value + (unit / 2m);
            }
        }
    }

    /// <summary>Digits written one after the other: 二〇二五, 六一二. Null unless there are exactly so many.</summary>
    public static int? Spelt(Cursor c, int digits)
    {
        var value = 0;
        for (var i = 0; i < digits; i++, c.At++)
        {
            var digit = c.Now == '幺' ? 1 : Digit(c.Now);
            if (digit is < 0 || "两俩仨".Contains(c.Now))
            {
                return null;
            }

            value = (value * 10) + digit;
        }

        return Digit(c.Now) < 0 ? value : null;
    }

    /// <summary>0 to 9 for a Chinese digit, formal ones too; else -1.</summary>
    public static int Digit(char c)
    {
        const string digits = "零一二三四五六七八九〇壹贰叁肆伍陆柒捌玖";
        var at = digits.IndexOf(c);
        return c switch { '两' or '俩' => 2, '仨' => 3, _ => at < 0 ? -1 : at % 10 };
    }

    private static decimal Unit(char c) => c switch
    {
        '十' or '拾' => 10,
        '百' or '佰' => 100,
        '千' or '仟' or 'k' => 1000,
        '万' or 'w' => 10_000,
        '亿' => 100_000_000,
        _ => 0,
    };

    private static bool IsLetterWord(Cursor c) => char.IsAsciiLetter(c.Now) && char.IsAsciiLetter(c.Ahead(1));

    private static bool EatZero(Cursor c)
    {
        if (c.Now is not ('零' or '〇'))
        {
            return false;
        }

        c.At++;
        c.Blank();
        return true;
    }

    /// <summary>三点五, 一点二万.</summary>
    private static decimal? Point(Cursor c, decimal whole)
    {
        if (c.Now != '点' || Digit(c.Ahead(1)) < 0)
        {
            return whole;
        }

        // “三万点五” is nothing, “三点五万” is.
        var large = c.At > 0 && Unit(c.Ahead(-1)) >= 100;
        c.At++;
        var weight = 1m;
        for (var n = 0; n < 6 && Digit(c.Now) >= 0; n++, c.At++)
        {
            weight /= 10;
            whole += Digit(c.Now) * weight;
        }

        var unit = IsLetterWord(c) ? 0 : Unit(c.Now);
        c.At += unit == 0 ? 0 : 1;
        return unit == 0 ? large ? null : whole : whole * unit;
    }

    private static decimal Back(Cursor c, decimal value)
    {
        while (c.At > 0 && c.Now != ' ' && c.Ahead(-1) == ' ')
        {
            c.At--;
        }

        return value;
    }

    /// <summary>What stands before a unit: digits, one Chinese digit, 半, or 廿 and 卅.</summary>
    internal sealed record Part(decimal Value, bool Padded = false)
    {
        public static Part? Read(Cursor c)
        {
            if (c.Now == '半' && Unit(c.Ahead(1)) > 0)
            {
                c.At++;
                return new Part(0.5m);
            }

            if (c.Now is '廿' or '卅')
            {
                var tens = c.Now == '廿' ? 20 : 30;
                c.At++;
                var unit = Math.Max(0, Digit(c.Now));
                c.At += unit > 0 ? 1 : 0;
                return new Part(tens + unit);
            }

            if (Digit(c.Now) >= 0)
            {
                var value = Digit(c.Now);
                // Two digits side by side are a range (五六千) or a number spelt out: neither is ours.
                if ((Digit(c.Ahead(1)) > 0 && !(c.Ahead(1) == '一' && (c.Ahead(2) is '个' or '月' or '年' or '天'))) || (value > 0 && Digit(c.Ahead(1)) == 0))
                {
                    return null;
                }

                c.At++;
                return new Part(value);
            }

            var padded = c.Now == '0' && char.IsAsciiDigit(c.Ahead(1));
            return Digits.Read(c) is { } number ? new Part(number, padded) : null;
        }
    }
}
