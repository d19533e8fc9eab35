using NodaTime;

namespace Ontime.Typing;

/// <summary>Dates by their numbers and names: 2026年12月10日, 12/10, Dec 10th, 10 December 2026, 25号, 2025-08, August.</summary>
internal static class CalendarDates
{
    private static readonly string[] Names =
    [
        "january", "jan", "february", "feb", "march", "mar", "april", "apr", "may", "may", "june", "jun", "july", "jul", "august",
        "aug", "september", "sep", "october", "oct", "november", "nov",
        "december", "dec",
    ];

    public static Said? Read(Cursor c, Language language, LocalDate today)
    {
        var start = c.At;
        foreach (var reader in (Func<Cursor, Said?>[])[English, Chinese, x => NumericDates.Read(x, language), Day])
        {
            if (reader(c) is { } said)
            {
                return said;
            }

            c.At = start;
        }

        return null;
    }

    /// <summary>What follows a year: nothing, a month, a month and a day.</summary>
    public static Said? InYear(Cursor c, int year)
    {
        c.Blank();
        var start = c.At;
        if (NameOf(c) is { } named)
        {
            return Year(named, DayAfter(c), year);
        }

        c.At = start;
        if (DaysOfMonth.Whole(c) is not { } month || !c.Eat("月"))
        {
            c.At = start;
            return new Said.Period(year, null);
        }

        var at = c.At;
        c.Blank();
        if (DaysOfMonth.Whole(c) is not { } day)
        {
            c.At = at;
            _ = c.Eat("份");
            return month is >= 1 and <= 12 ? new Said.Period(year, month) : null;
        }

        _ = c.Eat("号") || c.Eat("日");
        return On(year, month, day);
    }

    /// <summary>A day with its month by name, where more words may follow: 12月25日, 25 Dec; else the place stays.</summary>
    public static Said.MonthDay? Named(Cursor c)
    {
        var start = c.At;
        foreach (var reader in (Func<Cursor, Said?>[])[Chinese, English])
        {
            c.At = start;
            if (reader(c) is Said.MonthDay date)
            {
                return date;
            }
        }

        c.At = start;
        return null;
    }

    // 2026年12月10日, 26年12月10日, 二〇二五年八月, 12月10, 8月
    private static Said? Chinese(Cursor c)
    {
        var start = c.At;
        if (YearOf(c) is { } year && Blanked(c).Eat("年"))
        {
            return InYear(c, year);
        }

        c.At = start;
        if (DaysOfMonth.Whole(c) is not { } month || !Blanked(c).Eat("月") || month is < 1 or > 12)
        {
            return null;
        }

        _ = c.Eat("份");
        var at = c.At;
        c.Blank();
        if (DaysOfMonth.Whole(c) is not { } day)
        {
            c.At = at;
            return new Said.MonthOf(month);
        }

        _ = Blanked(c).Eat("号") || c.Eat("日");
        return MonthDay(month, day);
    }

    // Dec 10th, 10 December 2026, the 10th of December, Aug 2025, August
    private static Said? English(Cursor c)
    {
        if (NameOf(c) is { } month)
        {
            var at = c.At;
            return FullYear(c) is { } only ? Year(month, null, only) : Ended(c, at, month);
        }

        if (DaysOfMonth.Number(c) is not { } day || day % 1 != 0)
        {
            return null;
        }

        c.Blank();
        _ = c.Eat("of") || c.Eat("-");
        c.Blank();
        if (NameOf(c) is not { } name)
        {
            return null;
        }

        var end = c.At;
        _ = c.Eat(",") || c.Eat("-");
        if (FullYear(c) is { } year)
        {
            return On(year, name, (int)day);
        }

        c.At = end;
        return MonthDay(name, (int)day);
    }

    private static Said? Ended(Cursor c, int at, int month)
    {
        c.At = at;
        if (DayAfter(c) is not { } day)
        {
            return new Said.MonthOf(month);
        }

        var end = c.At;
        _ = c.Eat(",");
        if (FullYear(c) is { } year)
        {
            return On(year, month, day);
        }

        c.At = end;
        return MonthDay(month, day);
    }

    // 25号, the 25th; a bare number is no date.
    private static Said.Day? Day(Cursor c)
    {
        var start = c.At;
        if (Ordinals.Read(c) is { } ordinal)
        {
            return new Said.Day(ordinal);
        }

        if (DaysOfMonth.Whole(c) is not { } day)
        {
            c.At = start;
            return null;
        }

        c.Blank();
        return c.Eat("号") || c.Eat("日") || c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th") ? new Said.Day(day) : null;
    }

    private static Said? Year(int month, int? day, int year) => day is { } number ? On(year, month, number) : new Said.Period(year, month);

    internal static Said.On? On(int year, int month, int day) => Dates.Of(year, month, day) is { } date ? new Said.On(date) : null;

    // 29 February is a date of some years, 30 February of none.
    internal static Said.MonthDay? MonthDay(int month, int day) => Dates.Of(2000, month, day) is null ? null : new Said.MonthDay(month, day);

    private static int? YearOf(Cursor c)
    {
        var digits = NumericDates.Count(c);
        if (digits is 2 or 4)
        {
            var year = NumericDates.Take(c, digits);
            return digits == 2 ? 2000 + year : year;
        }

        return digits > 0 ? null : c.Try(x => Numeral.Spelt(x, 4)) ?? (c.Try(x => Numeral.Spelt(x, 2)) is { } two ? 2000 + two : null);
    }

    private static int? FullYear(Cursor c)
    {
        c.Blank();
        _ = c.Eat("of") || c.Eat("in");
        c.Blank();
        if (NumericDates.Count(c) != 4)
        {
            return null;
        }

        var year = NumericDates.Take(c, 4);
        return year is >= 1900 and <= 2100 ? year : null;
    }

    private static int? DayAfter(Cursor c)
    {
        c.Blank();
        _ = c.Eat("the") || c.Eat("-");
        c.Blank();
        return DaysOfMonth.Number(c) is { } day && day % 1 == 0 ? (int)day : null;
    }

    internal static int? NameOf(Cursor c)
    {
        if (c.Eat("sept"))
        {
            _ = c.Eat(".");
            return 9;
        }

        var found = Array.FindIndex(Names, c.Eat);
        _ = found >= 0 && c.Eat(".");
        return found < 0 ? null : (found / 2) + 1;
    }

    private static Cursor Blanked(Cursor c)
    {
        c.Blank();
        return c;
    }
}
