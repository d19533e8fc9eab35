using NodaTime;

namespace Ontime.Typing;

/// <summary>A time of day. A bare number is none; an hour without a part of the day is read as on a 24-hour clock.</summary>
internal static class Times
{
    private static readonly Lexicon Before = new(
        "每天", "每日", "每", "就", "在", "大概", "大约", "差不多", "约", "at", "every day at", "every day", "everyday at", "daily at", "daily",
        "around", "about", "the", "on", "let's say", "say", "~", "maybe", "嗯", "at about", "at around", "我要", "选");

    private static readonly Lexicon After = new(
        "左右", "吧", "提醒我", "提醒", "整", "的时候", "sharp", "please", "every day", "everyday", "daily", "or so", "ish", "钟", "每天", "好了", "就行",
        "可以", "都行");

    private static readonly Lexicon Morning = new("早上", "早晨", "清晨", "上午", "早", "今早", "明早", "in the morning", "in the am", "this morning");
    private static readonly Lexicon Noon = new("中午", "正午", "午间");
    private static readonly Lexicon Afternoon = new("下午", "午后", "in the afternoon", "this afternoon");
    private static readonly Lexicon Dusk = new("傍晚", "黄昏", "in the evening", "this evening");
    private static readonly Lexicon Evening = new("晚上", "晚间", "今晚", "今天晚上", "夜晚", "晚", "夜里", "夜间", "at night", "tonight");
    private static readonly Lexicon Small = new("凌晨", "半夜", "深夜", "午夜", "后半夜");

    private enum Part
    {
        None,
        Morning,
        Noon,
        Afternoon,
        Dusk,
        Evening,
        Small,
        Am,
        Pm,
    }

    public static Typed? Read(string text)
    {
        var c = new Cursor(text);
        _ = c.EatAll(Before);
        c.Blank();
        if (At(c) is not { } time)
        {
            return null;
        }

        _ = c.EatAll(After);
        c.Blank();
        return c.End ? new Typed.Clock(time) : null;
    }

    /// <summary>The time that stands here, where more words may follow.</summary>
    public static LocalTime? At(Cursor c)
    {
        var part = PartOf(c);
        c.Blank();
        _ = part != Part.None && c.Eat("at");
        c.Blank();
        if (c.End && part is Part.Noon || c.Eat("noon") || c.Eat("midday") || c.Eat("12 noon"))
        {
            return LocalTime.Noon;
        }

        if (c.End && part is Part.Small or Part.None && c.Slice(0) is "半夜" or "午夜" || c.Eat("midnight") || c.Eat("12 midnight") || c.Eat("零点") || c.Eat("零时"))
        {
            return LocalTime.Midnight;
        }

        if ((c.Try(Shifted) ?? c.Try(Face)) is not ({ } hour, { } minute))
        {
            return null;
        }

        c.Blank();
        if (part == Part.None)
        {
            part = AmPm(c) ?? PartOf(c);
        }
        else if (AmPm(c) is not null)
        {
            return null;
        }

        // A bare number, “8”, is no time: Face marks it with minute -1, and only a part of the day makes it one.
        if (minute < 0)
        {
            if (part == Part.None)
            {
                return null;
            }

            minute = 0;
        }

        return minute > 59 || (hour == 24 && minute > 0) || Hour(hour, part) is not { } exact ? null : new LocalTime(exact, minute);
    }

    private static Part PartOf(Cursor c) =>
        c.Eat(Small) is not null ? Part.Small : c.Eat(Morning) is not null ? Part.Morning : c.Eat(Noon) is not null ? Part.Noon
        : c.Eat(Afternoon) is not null ? Part.Afternoon : c.Eat(Dusk) is not null ? Part.Dusk : c.Eat(Evening) is not null ? Part.Evening : Part.None;

    private static Part? AmPm(Cursor c) =>
        c.Eat("a.m.") || c.Eat("a.m") || c.Eat("am") || c.Eat("a") ? Part.Am : c.Eat("p.m.") || c.Eat("p.m") || c.Eat("pm") || c.Eat("p") ? Part.Pm : null;

    /// <summary>The hour 0 to 23 for what is said with a part of the day; null where the two do not go together.</summary>
    private static int? Hour(int hour, Part part) => part switch
    {
        Part.Am => hour is >= 1 and <= 12 ? hour % 12 : null,
        Part.Pm => hour is >= 1 and <= 12 ? (hour % 12) + 12 : null,
        Part.Morning => hour is >= 1 and <= 11 ? hour : null,
        Part.Noon => hour is >= 11 and <= 14 ? hour : hour is 1 or 2 ? hour + 12 : null,
        Part.Afternoon => hour is >= 1 and <= 11 ? hour + 12 : hour is >= 12 and <= 19 ? hour : null,
        Part.Dusk => hour is >= 4 and <= 11 ? hour + 12 : hour is >= 16 and <= 23 ? hour : null,
        Part.Evening => hour is >= 5 and <= 11 ? hour + 12 : hour is 12 or 24 or 0 ? 0 : hour is >= 17 and <= 23 ? hour : null,
        Part.Small => hour is 12 or 24 ? 0 : hour is >= 0 and <= 6 ? hour : hour is 11 ? 23 : hour is 23 ? 23 : null,
        _ => hour is >= 0 and <= 23 ? hour : hour is 24 ? 0 : null,
    };

    // half past 8, quarter to nine, 差一刻九点, 9点差10分
    private static (int Hour, int Minute)? Shifted(Cursor c)
    {
        if (c.Eat("差"))
        {
            return Minutes(c) is { } early && (c.Eat("到") || true) && OClock(c) is { } hour ? Less(hour, early) : null;
        }

        var start = c.At;
        var minutes = c.Eat("half") ? 30 : c.Eat("a quarter") || c.Eat("quarter") ? 15 : DaysOfMonth.Whole(c) is { } some and > 0 and < 60 ? some : 0;
        c.Blank();
        // “8 to 9” and “5 to 8” are ranges; “ten to nine” and “10 to 9” are times.
        var unit = c.Eat("minutes") || c.Eat("mins");
        minutes = unit || minutes is 5 or 10 or 15 or 20 or 25 or 30 ? minutes : 0;
        var figures = !unit && c.Slice(start).Any(char.IsAsciiDigit);
        c.Blank();
        var past = c.Eat("past") || c.Eat("after");
        if (minutes > 0 && (past || c.Eat("to") || c.Eat("till") || c.Eat("before")))
        {
            c.Blank();
            return DaysOfMonth.Whole(c) is not { } hour || (figures && !past && minutes < hour) ? null : past ? (hour, minutes) : Less(hour, minutes);
        }

        c.At = start;
        return OClock(c) is { } full && c.Eat("差") && Minutes(c) is { } missing ? Less(full, missing) : null;
    }

    private static (int Hour, int Minute)? Less(int hour, int minutes) => hour is < 1 or > 24 ? null : (hour - 1, 60 - minutes);

    private static int? Minutes(Cursor c)
    {
        if (c.Eat("一刻") || c.Eat("1刻"))
        {
            _ = c.Eat("钟");
            return 15;
        }

        return DaysOfMonth.Whole(c) is { } value and > 0 and < 60 && (c.Eat("分钟") || c.Eat("分")) ? value : null;
    }

    private static int? OClock(Cursor c) => DaysOfMonth.Whole(c) is { } hour && (c.Eat("点") || c.Eat("时")) ? hour : null;

    // 20:00, 20点, 8点半, 8.30, 830pm, eight thirty pm, 20h30
    private static (int Hour, int Minute)? Face(Cursor c)
    {
        if (Glued(c) is { } glued)
        {
            return glued;
        }

        if (DaysOfMonth.Whole(c) is not { } hour)
        {
            return null;
        }

        var after = c.At;
        c.Blank();
        if (c.Eat("点钟") || c.Eat("点整") || c.Eat("o'clock") || c.Eat("oclock"))
        {
            return (hour, 0);
        }

        if (c.Now is '点' or '时' || (c.Now == 'h' && !char.IsAsciiLetter(c.Ahead(1))))
        {
            c.At++;
            c.Blank();
            return Hand(c) is { } minute ? (hour, minute) : null;
        }

        if (c.Now is ':' or '.')
        {
            c.At++;
            c.Blank();
            var two = char.IsAsciiDigit(c.Now) && char.IsAsciiDigit(c.Ahead(1)) && !char.IsAsciiDigit(c.Ahead(2));
            var minute = two ? DaysOfMonth.Whole(c) : null;
            _ = c.Eat(":00");
            return minute is { } exact ? (hour, exact) : null;
        }

        var spelt = c.Try(EnglishMinute);
        c.At = spelt is null ? after : c.At;
        return (hour, spelt ?? -1);
    }

    private static int? EnglishMinute(Cursor c)
    {
        _ = c.Eat("-");
        return char.IsAsciiLetter(c.Now) && EnglishNumber.Small99(c) is { } minute and >= 10 and < 60 ? minute : null;
    }

    // What follows 点: nothing, 半, 一刻, 三刻, 15分, 05, 零五分, 二十.
    private static int? Hand(Cursor c)
    {
        if (c.Eat("半"))
        {
            return 30;
        }

        if (c.Eat("一刻") || c.Eat("1刻"))
        {
            return 15;
        }

        if (c.Eat("三刻") || c.Eat("3刻"))
        {
            return 45;
        }

        var start = c.At;
        var zero = c.Now is '零' or '〇' && (Numeral.Digit(c.Ahead(1)) > 0 || char.IsAsciiDigit(c.Ahead(1)));
        c.At += zero ? 1 : 0;
        if (DaysOfMonth.Whole(c) is not { } minute)
        {
            c.At = start;
            return 0;
        }

        var digits = c.At - start;
        // “三点五” may be five past or half past.
        return c.Eat("分钟") || c.Eat("分") || zero || minute >= 10 || (digits == 2 && c.Slice(start)[0] == '0') ? minute : null;
    }

    // 830pm, 1230am: only with am or pm, else it is a number.
    private static (int Hour, int Minute)? Glued(Cursor c)
    {
        var digits = 0;
        while (char.IsAsciiDigit(c.Ahead(digits)))
        {
            digits++;
        }

        var letter = c.Ahead(digits) == ' ' ? c.Ahead(digits + 1) : c.Ahead(digits);
        if (digits is not (3 or 4) || letter is not ('a' or 'p'))
        {
            return null;
        }

        var start = c.At;
        c.At += digits;
        var value = int.Parse(c.Slice(start));
        return (value / 100, value % 100);
    }
}
