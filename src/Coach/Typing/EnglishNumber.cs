namespace Ontime.Typing;

/// <summary>Numbers in English words, or digits with a word: twenty-five hundred · a hundred and five · half a million · 12 thousand.</summary>
internal static class EnglishNumber
{
    private static readonly string[] Small =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static readonly Lexicon Thousands = new("thousand", "grand", "k");

    private static readonly Lexicon Millions = new("million", "mil", "mln", "m");

    /// <summary>Null leaves it to the caller to put the place back.</summary>
    public static decimal? Read(Cursor c)
    {
        if (Fraction(c) is { } part)
        {
            return part;
        }

        var (total, current, last, any) = (0m, 0m, decimal.MaxValue, false);
        while (true)
        {
            var before = c.At;
            Gap(c, any);
            if (Scale(c) is { } scale)
            {
                if (!any || (scale == 100 ? current is 0 or > 99 : scale >= last || current == 0))
                {
                    return null;
                }

                current *= scale;
                if (scale > 100)
                {
                    (total, current, last) = (total + current, 0, scale);
                }

                continue;
            }

            var word = any || !char.IsAsciiDigit(c.Now) ? Word(c, current) : Digits.Read(c);
            if (word is { } value)
            {
                (current, any) = (current + value, true);
                continue;
            }

            if (!any && (c.Eat("a") || c.Eat("an")))
            {
                c.Blank();
                if (Peeks(c))
                {
                    (current, any) = (1, true);
                    continue;
                }
            }

            c.At = before;
            return any ? total + current : null;
        }
    }

    /// <summary>A number from zero to ninety-nine in words.</summary>
    public static int? Small99(Cursor c)
    {
        var tens = Find(c, Tens);
        if (tens is null)
        {
            return Find(c, Small);
        }

        var at = c.At;
        Gap(c, after: true);
        if (Find(c, Small) is { } unit and >= 1 and <= 9)
        {
            return ((tens + 2) * 10) + unit;
        }

        c.At = at;
        return (tens + 2) * 10;
    }

    // half a million, a quarter million, two and a half thousand
    private static decimal? Fraction(Cursor c)
    {
        var start = c.At;
        var value = c.Eat("half a") || c.Eat("half") ? 0.5m : c.Eat("quarter of a") || c.Eat("a quarter") ? 0.25m : -1;
        if (value < 0 && c.Try(Whole) is { } whole && (c.Eat(" and a half") || c.Eat("-and-a-half")))
        {
            value = whole + 0.5m;
        }

        c.Blank();
        if (value > 0 && Scale(c) is { } scale and >= 1000)
        {
            return value * scale;
        }

        c.At = start;
        return null;
    }

    private static decimal? Whole(Cursor c) => c.Eat("a") ? 1 : char.IsAsciiDigit(c.Now) ? Digits.Read(c) : Small99(c);

    // In “five hundred twenty” the twenty fits below the hundred; in “five twenty” it does not.
    private static decimal? Word(Cursor c, decimal current)
    {
        var start = c.At;
        var value = Small99(c);
        if (value is { } number && (current == 0 || (current % 100 == 0 && number > 0)))
        {
            return number;
        }

        c.At = start;
        return null;
    }

    private static decimal? Scale(Cursor c) =>
        c.Eat("hundred") ? 100 : c.Eat(Thousands) is not null ? 1000 : c.Eat(Millions) is not null ? 1_000_000 : c.Eat("billion") ? 1_000_000_000 : null;

    private static bool Peeks(Cursor c)
    {
        var at = c.At;
        var found = Scale(c) is not null;
        c.At = at;
        return found;
    }

    private static void Gap(Cursor c, bool after)
    {
        if (after && c.Now == '-' && char.IsAsciiLetter(c.Ahead(1)))
        {
            c.At++;
        }

        c.Blank();
        var at = c.At;
        if (after && c.Eat("and"))
        {
            c.Blank();
            if (!char.IsAsciiLetter(c.Now))
            {
                c.At = at;
            }
        }
    }

    private static int? Find(Cursor c, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (c.Eat(words[i]))
            {
                return i;
            }
        }

        return null;
    }
}
