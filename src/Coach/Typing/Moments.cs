using NodaTime;

namespace Ontime.Typing;

/// <summary>When to be reminded, as it was said. Both are null of nothing but “remind me”.</summary>
/// <param name="Day">Null: the next one that the time allows.</param>
/// <param name="Time">Null: the coach's own hour.</param>
/// <param name="After">“In two hours”; the others are null then.</param>
internal sealed record Moment(LocalDate? Day, LocalTime? Time, Period? After = null);

/// <summary>A day, a time of it, or both, among the words of somebody who wants to be reminded: “周五早上提醒我还花呗”, “remind me tomorrow evening”.</summary>
internal static class Moments
{
    private static readonly LocalTime Morning = new(9, 0), Noon = new(12, 0), Afternoon = new(15, 0), Evening = new(18, 0);

    private static readonly string[] Remind = ["提醒", "叫我", "通知我", "remind", "reminder", "reminders", "reminding", "ping me", "nudge me"];

    private static readonly string[] Asking = ["提醒我还", "提醒我交", "提醒我付", "提醒我", "提醒", "叫我还", "叫我", "记得", "请", "remind me to pay", "remind me about", "remind me of", "remind me", "please"];

    private static readonly string[] Before = ["提前", "事先", "before", "ahead", "in advance"];

    private static readonly string[] Declining = ["别", "不要", "不用", "不需要", "不想", "停止", "停", "关掉", "取消", "don't", "dont", "do not", "stop", "no more", "turn off"];

    private static readonly string[] Not = ["别", "不要", "不用", "不需要", "停止", "关掉", "取消", "为什么", "怎么", "don't", "dont", "do not", "stop", "turn off", "without", "why", "how"];

    private static readonly Lexicon Noise = new(
        "还没还", "还没有", "还没", "没还", "没有", "not yet", "no", "later",
        "提醒", "叫", "通知", "我", "一下", "再", "记得", "请", "麻烦", "你", "能不能", "能", "可以", "可不可以", "要", "还款", "还钱", "还账", "还", "交", "付", "缴", "的", "了", "吗", "吧", "哦", "呢", "啊", "在", "到", "就", "到时候", "时候", "下", "账单", "那", "好", "去",
        "remind", "reminder", "reminders", "ping", "nudge", "me", "send", "set", "a", "please", "can", "could", "you", "to", "pay", "paying", "about", "for", "of", "my", "the", "it", "this", "that", "bill", "again", "on", "at", "by", "ok", "then", "thanks", ",", "、", ".", "?", "!", ":");

    private static readonly (Lexicon Words, LocalTime Time)[] Parts =
    [
        (new("早上", "早晨", "清晨", "上午", "早", "in the morning", "this morning", "morning"), Morning),
        (new("中午", "正午", "at noon", "noon", "at lunch"), Noon),
        (new("下午", "in the afternoon", "this afternoon", "afternoon"), Afternoon),
        (new("傍晚", "晚上", "晚", "夜里", "in the evening", "this evening", "evening", "at night", "night"), Evening),
    ];

    private static readonly (string From, string To)[] Glued = [("明晚", "明天晚上"), ("今晚", "今天晚上"), ("明早", "明天早上"), ("今早", "今天早上"), ("后晚", "后天晚上"), ("tonight", "today evening")];

    private static readonly Lexicon Weekend = new("这个周末", "这周末", "周末", "this weekend", "the weekend", "weekend"), NextWeek = new("下个星期", "下个礼拜", "下星期", "下礼拜", "下周", "next week"),
        Few = new("过几天", "几天后", "几天以后", "in a few days", "a few days later", "in some days"), Couple = new("过两天", "过一两天", "两天后", "in a couple of days", "in a day or two"), Next = new("next"), Hour = new("个小时", "小时", "个钟头", "钟头", "hours", "hour", "hrs", "h"),
        Minute = new("分钟", "minutes", "minute", "mins", "min"), Later = new("以后", "之后", "后", "later", "from now");

    /// <summary>True where somebody wants to be reminded.</summary>
    public static bool Asks(string plain) => Plain.HasAny(plain, Remind) && !Plain.HasAny(plain, Not);

    /// <summary>“别提醒我了”, “stop the reminders”.</summary>
    public static bool Declines(string plain) => Plain.HasAny(plain, [.. Remind, "打扰"]) && Plain.HasAny(plain, Declining);

    /// <summary>“提前两天提醒我”: so long before the due date.</summary>
    public static bool Ahead(string plain) => Plain.HasAny(plain, Before);

    /// <summary>“每月5号提醒我还房租” → “每月5号房租”.</summary>
    public static string Without(string plain) => Asking.Aggregate(plain, (text, word) => text.Replace(word, " ", StringComparison.Ordinal)).Trim();

    /// <param name="names">Of bills: they say nothing about when.</param>
    /// <returns>Null: something else is said as well.</returns>
    public static Moment? Read(string plain, Language language, LocalDate today, IEnumerable<string> names)
    {
        var text = Glued.Aggregate(plain, (whole, pair) => whole.Replace(pair.From, pair.To, StringComparison.Ordinal));
        var c = new Cursor(text);
        var bills = new Lexicon([.. names]);
        (LocalDate? day, LocalTime? time, LocalTime? part) = (null, null, null);
        while (!c.End)
        {
            c.Blank();
            if (c.End || c.Eat(bills) is not null)
            {
                continue;
            }

            if (c.Try(Span) is var (minutes, _))
            {
                return new Moment(null, null, Period.FromMinutes(minutes));
            }

            if (time is null && c.Try(Times.At) is { } clock)
            {
                time = clock;
            }
            else if (time is null && c.Try(Hourly) is { } hour)
            {
                time = hour;
            }
            else if (part is null && Array.Find(Parts, one => c.Eat(one.Words) is not null) is { Words: not null } of)
            {
                part = of.Time;
            }
            else if (day is null && c.Try(x => Day(x, language, today)) is { } date)
            {
                day = date;
            }
            else if (c.Eat(Noise) is null)
            {
                return null;
            }
        }

        // “this evening at 8”
        time = time is { Hour: < 12 } early && part is { Hour: > 12 } ? early.PlusHours(12) : time ?? part;
        return new Moment(day, time);
    }

    // “at 8”: in the morning, and “at 3” in the afternoon; the time is said back.
    private static LocalTime? Hourly(Cursor c)
    {
        if (!c.Eat("at "))
        {
            return null;
        }

        var hour = Quantity.Number(c);
        return hour is >= 1 and <= 12 && hour % 1 == 0 && (c.End || c.Now is ' ' or ',') ? new LocalTime((int)(hour < 7 ? hour + 12 : hour), 0) : null;
    }

    private static LocalDate? Day(Cursor c, Language language, LocalDate today)
    {
        var start = c.At;
        if (c.Eat(Weekend) is not null)
        {
            return today.DayOfWeek == IsoDayOfWeek.Saturday ? today : today.Next(IsoDayOfWeek.Saturday);
        }

        if (c.Eat(Few) is not null)
        {
            return today.PlusDays(3);
        }

        if (c.Eat(Couple) is not null)
        {
            return today.PlusDays(2);
        }

        // “Next Friday” is said of this week's too; the date is said back.
        var next = c.Eat(Next) is not null;
        c.Blank();
        if (next && NearDates.Weekday(c, today, past: false, language) is Said.Weekday(var name))
        {
            return today.Next(IsoDayOfWeek.Monday).PlusDays((int)name - 1);
        }

        c.At = start;
        if (Dates.NextAt(c, language, today) is { } date)
        {
            return date;
        }

        c.At = start;
        return c.Eat(NextWeek) is null ? null : today.Next(IsoDayOfWeek.Monday);
    }

    // 两小时后, in half an hour
    private static (long Minutes, bool Said)? Span(Cursor c)
    {
        var led = c.Eat("过") || c.Eat("in");
        c.Blank();
        var number = c.Eat("半") || c.Eat("half an") || c.Eat("half a") ? 0.5m : c.Eat("an") || c.Eat("a") ? 1 : Quantity.Number(c);
        c.Blank();
        var minutes = number is null ? null : c.Eat(Hour) is not null ? number * 60 : c.Eat(Minute) is not null ? number : null;
        c.Blank();
        return minutes is > 0 and <= 1440 && (c.Eat(Later) is not null || led) ? ((long)minutes, true) : null;
    }
}
