using NodaTime;

namespace Ontime.Typing;

/// <summary>A date as it was said, before it is known which one of the calendar is meant.</summary>
internal abstract record Said
{
    private Said()
    {
    }

    public sealed record On(LocalDate Date) : Said;

    /// <summary>25号</summary>
    public sealed record Day(int Number) : Said;

    /// <summary>12月10日</summary>
    public sealed record MonthDay(int MonthNumber, int Number) : Said;

    /// <summary>周五</summary>
    public sealed record Weekday(IsoDayOfWeek Name) : Said;

    /// <summary>8月</summary>
    public sealed record MonthOf(int Number) : Said;

    /// <summary>2025年, 2025-08</summary>
    public sealed record Period(int Year, int? MonthOfYear) : Said;
}

/// <summary>From what was said to a date: the next one that matches, or the latest one; today counts in both.</summary>
internal static class Dates
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    private static readonly Lexicon Before = new(
        "大概是", "大概", "大约", "差不多", "约", "应该是", "到", "在", "就", "是", "于", "那就", "还款日", "还款日是", "到期日是", "上次是", "on", "the", "it's", "it is",
        "it was", "was", "is", "maybe", "about", "around", "let's say", "~", "at", "due", "expires", "expires on", "有效期到", "到期");

    private static readonly Lexicon BeforePast = Before + new Lexicon("back in", "in", "since", "from");

    private static readonly Lexicon After = new(
        "吧", "左右", "还", "还款", "还的", "还了", "还清的", "还清", "到期", "的", "了", "那天", "的时候", "早上", "上午", "中午", "下午", "傍晚", "晚上", "晚",
        "or so", "i think", "in the morning", "in the afternoon", "in the evening", "at night", "at noon", "morning", "afternoon",
        "evening", "night", "please", "结清的", "结清", "付的", "交的", "转的", "ish");

    public static Typed? Next(string text, Language language, LocalDate today) => Date(Next(Heard(text, language, today, past: false), today));

    /// <summary>“12月25日”, “25 Dec”: the next one, of a day that was named with its month; null: it was not.</summary>
    public static LocalDate? Named(string text, Language language, LocalDate today) => Heard(text, language, today, past: false) is Said.MonthDay date ? Next(date, today) : null;

    /// <summary>The date that stands here, where more words may follow.</summary>
    public static LocalDate? NextAt(Cursor c, Language language, LocalDate today) => Next(One(c, language, today, past: false), today);

    private static LocalDate? Next(Said? said, LocalDate today) => said switch
    {
        Said.On(var date) => date >= today ? date : null,
        Said.Day(var day) => NextDay(day, today),
        Said.MonthDay(var month, var day) => (Of(today.Year, month, day) is { } date && date >= today ? date : Of(today.Year, month, day) is null && month > today.Month ? null : Of(today.Year + 1, month, day)),
        Said.Weekday(var name) => today.DayOfWeek == name ? today : today.Next(name),
        _ => null,
    };

    public static Typed? Latest(string text, Language language, LocalDate today) => Heard(text, language, today, past: true) switch
    {
        Said.On(var date) => Date(date <= today ? date : null),
        Said.Day(var day) => Date(LatestDay(day, today)),
        Said.MonthDay(var month, var day) => Date(Of(today.Year, month, day) is { } date && date <= today ? date : Of(today.Year - 1, month, day)),
        Said.Weekday(var name) => Date(today.DayOfWeek == name ? today : today.Previous(name)),
        Said.MonthOf(var month) => new Typed.Month(month <= today.Month ? today.Year : today.Year - 1, month),
        Said.Period(var year, var month) when year >= FirstYear && (year < today.Year || (year == today.Year && (month ?? 1) <= today.Month)) => new Typed.Month(year, month),
        _ => null,
    };

    /// <summary>Null where the calendar has no such day.</summary>
    public static LocalDate? Of(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) ? new LocalDate(year, month, day) : null;

    /// <summary>The next date of a month and a day; null where no month was named.</summary>
    public static LocalDate? Of(int? month, Bills.DueDay day, LocalDate today) => month is { } named ? Next(new Said.MonthDay(named, day.Number), today) : null;

    private static Said? Heard(string text, Language language, LocalDate today, bool past)
    {
        var c = new Cursor(text);
        _ = c.EatAll(past ? BeforePast : Before);
        c.Blank();
        var said = One(c, language, today, past);
        if (said is null)
        {
            return null;
        }

        // “11月27日（周五）”, “Friday, Nov 27”: two names of one day, which must agree.
        while (!c.End)
        {
            c.Blank();
            if (c.Eat("(") || c.Eat(")") || c.Eat("the") || c.Eat(",") || c.Eat(After) is not null)
            {
                continue;
            }

            var start = c.At;
            var more = One(c, language, today, past);
            said = more is null || c.At == start ? null : (said, more) switch
            {
                (Said.Weekday(var name), Said.On or Said.MonthDay or Said.Day) => Agree(more, name, today, past),
                (Said.On or Said.MonthDay or Said.Day, Said.Weekday(var name)) => Agree(said, name, today, past),
                _ => null,
            };
            if (said is null)
            {
                return null;
            }
        }

        return said;
    }

    private static Said.On? Agree(Said said, IsoDayOfWeek name, LocalDate today, bool past)
    {
        var date = said switch
        {
            Said.On(var on) => on,
            Said.MonthDay(var month, var day) => past ? (Of(today.Year, month, day) is { } d && d <= today ? d : Of(today.Year - 1, month, day)) : Of(today.Year, month, day) is { } e && e >= today ? e : Of(today.Year + 1, month, day),
            Said.Day(var number) => past ? LatestDay(number, today) : NextDay(number, today),
            _ => null,
        };
        return date is { } found && found.DayOfWeek == name ? new Said.On(found) : null;
    }

    private static Said? One(Cursor c, Language language, LocalDate today, bool past)
    {
        var start = c.At;
        foreach (var reader in (Func<Cursor, Said?>[])[x => NearDates.Read(x, today, past), x => NearDates.Weekday(x, today, past, language), x => CalendarDates.Read(x, language, today)])
        {
            if (reader(c) is { } said)
            {
                return said;
            }

            c.At = start;
        }

        return null;
    }

    private static Typed.Date? Date(LocalDate? date) => date is { } found ? new Typed.Date(found) : null;

    private static LocalDate? NextDay(int day, LocalDate today)
    {
        if (day is < 1 or > 31)
        {
            return null;
        }

        if (day >= today.Day && Of(today.Year, today.Month, day) is { } here)
        {
            return here;
        }

        // In February “30号” is likelier the month's end than the end of March: asked.
        if (day >= today.Day && today.Month == 2)
        {
            return null;
        }

        var month = new YearMonth(today.Year, today.Month).PlusMonths(1);
        return Of(month.Year, month.Month, day);
    }

    private static LocalDate? LatestDay(int day, LocalDate today)
    {
        var month = new YearMonth(today.Year, today.Month);
        for (var back = 0; back < 3; back++, month = month.PlusMonths(-1))
        {
            if (Of(month.Year, month.Month, day) is { } date && date <= today)
            {
                return date;
            }
        }

        return null;
    }
}
