using System.Globalization;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Words;

/// <summary>How numbers, money, dates and times are written: rule 10 of the voice.</summary>
public static class Formats
{
    private static readonly string[] WeekdaysZh = ["", "一", "二", "三", "四", "五", "六", "日"];
    private static readonly string[] WeekdaysEn = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] MonthsEn = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>12,000元（1.2万） and ¥12,000. The 万 is added from 10,000 where it takes two decimals at most.</summary>
    public static string Money(Language language, decimal yuan)
    {
        var figure = yuan.ToString("#,0.##", CultureInfo.InvariantCulture);
        if (language == Language.En)
        {
            return $"¥{figure}";
        }

        var wan = yuan / 10000;
        return wan >= 1 && wan == Math.Round(wan, 2) ? $"{figure}元（{Number(wan)}万）" : $"{figure}元";
    }

    /// <summary>12月10日（周四） and Thu 10 Dec.</summary>
    public static string Date(Language language, LocalDate date, bool year) => language == Language.En
        ? $"{WeekdaysEn[(int)date.DayOfWeek]} {date.Day} {MonthsEn[date.Month]}{(year ? $" {date.Year}" : "")}"
        : $"{(year ? $"{date.Year}年" : "")}{date.Month}月{date.Day}日（周{WeekdaysZh[(int)date.DayOfWeek]}）";

    /// <summary>10号, 月底 and 10th, last day.</summary>
    public static string Day(Language language, DueDay day) => language == Language.En
        ? day.IsLast ? "last day" : $"{day.Number}{Ordinal(day.Number)}"
        : day.IsLast ? "月底" : $"{day.Number}号";

    /// <summary>晚上8点, 中午12点, 早上9点半 and 8 pm, noon, 9:30 am.</summary>
    public static string Clock(Language language, LocalTime time) => language == Language.En
        ? ClockEn(time)
        : $"{PartOfDay(time)}{Hour12(time)}点{time.Minute switch { 0 => "", 30 => "半", _ => $"{time.Minute}分" }}";

    /// <summary>12月 and Dec.</summary>
    public static string ShortMonth(Language language, int month) => language == Language.En ? MonthsEn[month] : $"{month}月";

    public static string Comma(Language language) => language == Language.En ? ", " : "、";

    private static string ClockEn(LocalTime time) => time.Minute == 0 && time.Hour == 12
        ? "noon"
        : $"{Hour12(time)}{(time.Minute == 0 ? "" : $":{time.Minute:00}")} {(time.Hour < 12 ? "am" : "pm")}";

    private static int Hour12(LocalTime time) => time.Hour % 12 == 0 ? 12 : time.Hour % 12;

    private static string PartOfDay(LocalTime time) => time.Hour switch
    {
        < 5 => "凌晨",
        < 12 => "早上",
        12 => "中午",
        < 18 => "下午",
        _ => "晚上",
    };

    private static string Ordinal(int number) => number switch
    {
        1 or 21 or 31 => "st",
        2 or 22 => "nd",
        3 or 23 => "rd",
        _ => "th",
    };
}
