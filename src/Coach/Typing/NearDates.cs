using NodaTime;

namespace Ontime.Typing;

/// <summary>Dates named from today: 明天, 3天后, 下周五, the end of the month, two years ago. A week begins on Monday.</summary>
internal static class NearDates
{
    private static readonly Dictionary<string, int> Words = new(StringComparer.Ordinal)
    {
        ["今天"] = 0, ["今日"] = 0, ["今儿"] = 0, ["今儿个"] = 0, ["今晚"] = 0, ["今早"] = 0, ["当天"] = 0, ["刚刚"] = 0, ["刚才"] = 0, ["today"] = 0,
        ["tonight"] = 0, ["just now"] = 0, ["this morning"] = 0,
        ["this evening"] = 0, ["this afternoon"] = 0, ["明天"] = 1, ["明日"] = 1, ["明儿"] = 1, ["明儿个"] = 1, ["明早"] = 1, ["明晚"] = 1,
        ["tomorrow"] = 1, ["tmr"] = 1, ["tmrw"] = 1, ["tomorow"] = 1, ["tommorow"] = 1,
        ["tommorrow"] = 1, ["2moro"] = 1, ["后天"] = 2, ["后日"] = 2, ["the day after tomorrow"] = 2, ["day after tomorrow"] = 2,
        ["大后天"] = 3, ["昨天"] = -1, ["昨日"] = -1, ["昨晚"] = -1, ["昨儿"] = -1,
        ["yesterday"] = -1, ["last night"] = -1, ["前天"] = -2, ["前日"] = -2, ["前晚"] = -2, ["the day before yesterday"] = -2,
        ["day before yesterday"] = -2, ["大前天"] = -3,
    };

    private static readonly Lexicon Known = new([.. Words.Keys]);

    private static readonly Lexicon ThisMonth = new("这个月", "这月", "本月", "当月", "this month");
    private static readonly Lexicon NextMonth = new("下个月", "下月", "next month");
    private static readonly Lexicon LastMonth = new("上个月", "上月", "last month");
    private static readonly Lexicon MonthEnd = new(
        "月底", "月末", "月尾", "本月底", "这个月底", "本月末", "这个月末", "月底最后一天", "本月最后一天", "这个月最后一天", "end of the month", "end of this month",
        "end of month", "month end", "month-end", "eom",
        "last day of the month", "last day of this month", "the end of the month", "the last day of the month", "最后一天", "last day");

    private static readonly Lexicon Ago = new("前", "以前", "之前", "ago", "earlier");
    private static readonly Lexicon Ahead = new("后", "以后", "之后", "过后", "later", "from now", "from today", "time", "'s time", "' time",
        "hence");

    private static readonly string[] Names =
        ["monday", "mon", "tuesday", "tues", "tue", "wednesday", "weds", "wed", "thursday", "thurs", "thur", "thu", "friday", "fri",
        "saturday", "sat", "sunday", "sun"];

    private static readonly int[] Numbers = [1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6, 6, 7, 7];

    public static Said? Read(Cursor c, LocalDate today, bool past)
    {
        if (c.Eat(Known) is { } word)
        {
            // “3天后” begins with a number, “后天” does not; “下个月今天” is not ours.
            return new Said.On(today.PlusDays(Words[word]));
        }

        var start = c.At;
        return End(c, today, past) ?? Back(c, start, x => Month(x, today)) ?? Back(c, start, x => Year(x, today)) ?? Back(c, start, x => Offset(x, today, past));
    }

    public static Said? Weekday(Cursor c, LocalDate today, bool past, Language language)
    {
        var weeks = 0;
        while (c.Eat("下个") || c.Eat("下"))
        {
            weeks++;
        }

        while (weeks <= 0 && (c.Eat("上个") || c.Eat("上")))
        {
            weeks--;
        }

        var here = weeks == 0 && (c.Eat("这个") || c.Eat("这") || c.Eat("本"));
        if (c.Eat("星期") || c.Eat("礼拜") || c.Eat("周"))
        {
            if (Chinese(c) is not { } name)
            {
                return null;
            }

            var week = today.DayOfWeek == IsoDayOfWeek.Monday ? today : today.Previous(IsoDayOfWeek.Monday);
            return weeks == 0 && !here ? new Said.Weekday(name) : Math.Abs(weeks) > 8 ? null : new Said.On(week.PlusDays((7 * weeks) + (int)name - 1));
        }

        // “next Friday” and “last Friday” are two days each, by who says it.
        _ = language;
        if (weeks != 0 || here)
        {
            return null;
        }

        _ = c.Eat(past ? "this past" : "this coming") || c.Eat(past ? "past" : "coming") || (!past && c.Eat("this"));
        c.Blank();
        var found = Array.FindIndex(Names, c.Eat);
        if (found < 0)
        {
            return null;
        }

        _ = c.Eat(".");
        return new Said.Weekday((IsoDayOfWeek)Numbers[found]);
    }

    private static IsoDayOfWeek? Chinese(Cursor c)
    {
        var at = "一二三四五六日天123456".IndexOf(c.Now);
        if (at < 0 || c.Now == '\0')
        {
            return null;
        }

        c.At++;
        return (IsoDayOfWeek)(at < 7 ? at + 1 : at == 7 ? 7 : at - 7);
    }

    private static Said? Back(Cursor c, int start, Func<Cursor, Said?> reader)
    {
        c.At = start;
        return reader(c);
    }

    private static Said.On? End(Cursor c, LocalDate today, bool past)
    {
        var month = new YearMonth(today.Year, today.Month);
        if (c.Eat("last day of next month") || c.Eat("the last day of next month"))
        {
            return On(month.PlusMonths(1));
        }

        if (c.Eat(MonthEnd) is not null)
        {
            return On(past && today < Last(month) ? month.PlusMonths(-1) : month);
        }

        if (c.Eat("下个月底") || c.Eat("下月底") || c.Eat("下个月末") || c.Eat("下月末") || c.Eat("end of next month") || c.Eat("the end of next month") || c.Eat("下个月最后一天"))
        {
            return On(month.PlusMonths(1));
        }

        if (c.Eat("上个月底") || c.Eat("上月底") || c.Eat("上个月末") || c.Eat("上月末") || c.Eat("end of last month") || c.Eat("the end of last month") || c.Eat("上个月最后一天"))
        {
            return On(month.PlusMonths(-1));
        }

        var start = c.At;
        var named = DaysOfMonth.Whole(c) is { } number and >= 1 and <= 12 && (c.Eat("月底") || c.Eat("月末")) ? number : 0;
        if (named == 0)
        {
            c.At = start;
            named = c.Eat("the end of ") || c.Eat("end of ") ? CalendarDates.NameOf(c) ?? 0 : 0;
        }

        if (named > 0)
        {
            // 12月底, the end of December: the one that comes, or the one that was.
            var that = new YearMonth(today.Year, named);
            var years = past ? Last(that) > today ? -1 : 0 : Last(that) < today ? 1 : 0;
            return On(new YearMonth(today.Year + years, named));
        }

        c.At = start;
        var yearEnd = c.Eat("年底") || c.Eat("今年年底") || c.Eat("今年底") || c.Eat("年末") || c.Eat("end of the year") || c.Eat("end of this year") || c.Eat("end of year") || c.Eat("year end") || c.Eat("the end of the year");
        return yearEnd && !past ? new Said.On(new LocalDate(today.Year, 12, 31)) : null;
    }

    private static Said.On On(YearMonth month) => new(Last(month));

    private static LocalDate Last(YearMonth month) => month.OnDayOfMonth(CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));

    // 下个月5号, the 5th of next month, 上个月
    private static Said? Month(Cursor c, LocalDate today)
    {
        var start = c.At;
        if (DaysOfMonth.Number(c) is { } early && early % 1 == 0)
        {
            c.Blank();
            _ = c.Eat("of");
            c.Blank();
            return Which(c, today) is { } that ? Day(that, (int)early) : null;
        }

        c.At = start;
        if (Which(c, today) is not { } month)
        {
            return null;
        }

        c.Blank();
        _ = c.Eat("的") || c.Eat("on the") || c.Eat("the");
        c.Blank();
        if (c.Eat("今天") || c.Eat("的今天"))
        {
            return Day(month, today.Day);
        }

        var at = c.At;
        if (DaysOfMonth.Number(c) is { } day && day % 1 == 0)
        {
            return Day(month, (int)day);
        }

        c.At = at;
        return new Said.Period(month.Year, month.Month);
    }

    private static Said.On? Day(YearMonth month, int day) => Dates.Of(month.Year, month.Month, day) is { } date ? new Said.On(date) : null;

    private static YearMonth? Which(Cursor c, LocalDate today)
    {
        var month = new YearMonth(today.Year, today.Month);
        var step = c.Eat("下下个月") || c.Eat("下下月") || c.Eat("the month after next") ? 2 : c.Eat("上上个月") || c.Eat("上上月") ? -2
            : c.Eat(NextMonth) is not null ? 1 : c.Eat(LastMonth) is not null ? -1 : c.Eat(ThisMonth) is not null ? 0 : 99;
        return step == 99 ? null : month.PlusMonths(step);
    }

    // 去年, 去年8月, 今年1月15号, last year
    private static Said? Year(Cursor c, LocalDate today)
    {
        int? step = c.Eat("今年") || c.Eat("本年") || c.Eat("this year") ? 0 : c.Eat("明年") ? 1 : c.Eat("后年") ? 2 : c.Eat("去年") || c.Eat("last year") || c.Eat("上一年") ? -1 : c.Eat("大前年") ? -3 : c.Eat("前年") || c.Eat("the year before last") ? -2 : null;
        if (step is not { } years)
        {
            return null;
        }

        c.Blank();
        _ = c.Eat("的");
        return CalendarDates.InYear(c, today.Year + years);
    }

    // 3天后, in two weeks, 半年前, 5 months ago
    private static Said? Offset(Cursor c, LocalDate today, bool past)
    {
        // “过两天” is “in a day or two”.
        if (c.Eat("过两天") || c.Eat("过俩天") || c.Eat("过一两天"))
        {
            return null;
        }

        var led = !past && (c.Eat("过") || c.Eat("再过") || c.Eat("in"));
        c.Blank();
        var half = c.Eat("半") || c.Eat("half a") || c.Eat("half an");
        var number = half ? 0.5m : c.Eat("a couple of") || c.Eat("couple of") ? 2 : c.Eat("a") || c.Eat("an") || c.Eat("one") ? 1 : Quantity.Number(c);
        if (number is not { } count || count > 1200)
        {
            return null;
        }

        c.Blank();
        var unit = c.Eat("个星期") || c.Eat("星期") || c.Eat("个礼拜") || c.Eat("礼拜") || c.Eat("周") || c.Eat("weeks") || c.Eat("week") || c.Eat("wks") ? 'w'
            : c.Eat("天") || c.Eat("days") || c.Eat("day") ? 'd' : c.Eat("个月") || c.Eat("months") || c.Eat("month") ? 'm'
            : c.Eat("日") ? 'n' : c.Eat("年") || c.Eat("years") || c.Eat("year") ? 'y' : c.Eat("fortnight") ? 'f' : '\0';
        c.Blank();
        var ago = past && c.Eat(Ago) is not null;
        var ahead = !past && (c.Eat(Ahead) is not null || led);
        var sign = past ? -1 : 1;
        if (past ? !ago : !(ahead || unit is 'd' or 'w'))
        {
            return null;
        }

        var days = unit switch { 'd' or 'n' => count, 'w' => count * 7, 'f' => count * 14, 'm' when half => 15, _ => -1 };
        if (days >= 0)
        {
            return days % 1 == 0 && days <= 3660 ? new Said.On(today.PlusDays(sign * (int)days)) : null;
        }

        var months = unit switch { 'm' => count, 'y' => count * 12, _ => -1 };
        if (months is <= 0 or > 1200 || months % 1 != 0)
        {
            return null;
        }

        // Looking back over months nobody knows the day; over years, nor the month.
        var then = today.PlusMonths(sign * (int)months);
        return !past ? new Said.On(then) : unit == 'y' && count >= 1 && count % 1 == 0 ? new Said.Period(then.Year, null) : new Said.Period(then.Year, then.Month);
    }
}
