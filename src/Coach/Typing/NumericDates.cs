namespace Ontime.Typing;

/// <summary>Dates in figures only; what the order of day and month leaves open is left open.</summary>
internal static class NumericDates
{
    // 2026-12-10, 20261210, 12/10, 11.30, 2025-08, 2025
    public static Said? Read(Cursor c, Language language)
    {
        var digits = Count(c);
        if (digits == 8)
        {
            var all = Take(c, 8);
            return CalendarDates.On(all / 10_000, all / 100 % 100, all % 100);
        }

        if (digits == 4)
        {
            var year = Take(c, 4);
            if (year is < 1900 or > 2100)
            {
                return null;
            }

            if (Mark(c) is not { } mark || Count(c) is not (1 or 2))
            {
                return c.Now is '-' or '/' or '.' ? null : new Said.Period(year, null);
            }

            var month = Take(c, Count(c));
            return c.Now == mark && Step(c) && Count(c) is 1 or 2 ? CalendarDates.On(year, month, Take(c, Count(c))) : month is >= 1 and <= 12 ? new Said.Period(year, month) : null;
        }

        if (digits is not (1 or 2))
        {
            return null;
        }

        var first = Take(c, digits);
        if (Mark(c) is not { } between || Count(c) is not (1 or 2))
        {
            return null;
        }

        var second = Take(c, Count(c));
        var full = c.Now == between && Step(c) && Count(c) == 4 ? Take(c, 4) : 0;
        // In Chinese the month is first; in English only a number over 12, or twice the same, tells.
        var clear = first == second || first > 12 || second > 12;
        if (full > 0 ? !clear : language == Language.En && !clear)
        {
            return null;
        }

        var monthFirst = language == Language.ZhHans && full == 0 ? second <= 31 : first <= 12;
        var (month2, day) = monthFirst ? (first, second) : (second, first);
        return full > 0 ? CalendarDates.On(full, month2, day) : CalendarDates.MonthDay(month2, day);
    }

    private static char? Mark(Cursor c) => c.Now is '-' or '/' or '.' && char.IsAsciiDigit(c.Ahead(1)) ? c.Ahead(Step(c) ? -1 : 0) : null;

    private static bool Step(Cursor c)
    {
        c.At++;
        return true;
    }

    internal static int Count(Cursor c)
    {
        var n = 0;
        while (char.IsAsciiDigit(c.Ahead(n)))
        {
            n++;
        }

        return n;
    }

    internal static int Take(Cursor c, int digits)
    {
        var start = c.At;
        c.At += digits;
        return int.Parse(c.Slice(start));
    }
}
