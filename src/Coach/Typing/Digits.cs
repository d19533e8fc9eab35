namespace Ontime.Typing;

/// <summary>A number in digits, with commas or blanks between the thousands.</summary>
internal static class Digits
{
    private const int MostDigits = 15;

    /// <summary>5000, 12,000, 5 000, 1.2, .5; null for 5,00 and 1.2.3.</summary>
    public static decimal? Read(Cursor c)
    {
        var whole = 0m;
        var digits = 0;
        for (; char.IsAsciiDigit(c.Now); c.At++, digits++)
        {
            whole = digits < MostDigits ? (whole * 10) + (c.Now - '0') : whole;
        }

        if (digits > MostDigits || (digits == 0 && !(c.Now == '.' && char.IsAsciiDigit(c.Ahead(1)))))
        {
            return null;
        }

        foreach (var comma in (char[])[',', ' '])
        {
            var first = digits;
            while (digits is > 0 and < MostDigits && first <= 3 && c.Now == comma && Group(c) && Spaced(c, comma, first))
            {
                whole = (whole * 1000) + int.Parse(c.Rest.AsSpan(1, 3));
                c.At += 4;
                digits += 3;
            }
        }

        if (c.Now == ',' && char.IsAsciiDigit(c.Ahead(1)))
        {
            return null;
        }

        if (c.Now == '.' && char.IsAsciiDigit(c.Ahead(1)))
        {
            c.At++;
            var weight = 1m;
            for (var n = 0; char.IsAsciiDigit(c.Now); c.At++, n++)
            {
                if (n == 6)
                {
                    return null;
                }

                weight /= 10;
                whole += (c.Now - '0') * weight;
            }

            return c.Now is '.' or ',' && char.IsAsciiDigit(c.Ahead(1)) ? null : whole;
        }

        return whole;
    }

    private static bool Group(Cursor c) =>
        char.IsAsciiDigit(c.Ahead(1)) && char.IsAsciiDigit(c.Ahead(2)) && char.IsAsciiDigit(c.Ahead(3)) && !char.IsAsciiDigit(c.Ahead(4));

    // “12 500” is one number, “300 500” may be two.
    private static bool Spaced(Cursor c, char comma, int first) =>
        comma == ',' || first < 3 || (c.Ahead(1) == '0' && c.Ahead(2) == '0' && c.Ahead(3) == '0');
}
