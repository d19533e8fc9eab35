using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Ontime.Bills;
using Ontime.Typing;

namespace Ontime.Tests.Typing;

public sealed class TypingLaws
{
    private static readonly Kind[] Kinds = Enum.GetValues<Kind>();

    // Pieces people's words are made of, so that chance meets the grammars and not only noise.
    private static readonly string[] Pieces =
    [
        "1", "2", "5", "10", "12", "31", "99", "2026", "一", "两", "三", "十", "百", "千", "万", "亿", "零", "半", "廿", "点", "块", "元", "毛", "号", "日", "月", "年", "天", "周", "个", "次", "成", "%", ".", ",", "-", "/", ":", " ", "k", "w", "多", "后", "前", "下", "上", "不", "没",
        "有", "是", "的", "了", "twenty", "five", "hundred", "thousand", "and", "a", "half", "quarter", "past", "to", "pm", "am", "dec", "friday", "last", "next", "in", "ago", "th", "st", "not", "no", "yes", "i", "do", "还", "百分之", "分之", "晚上", "差", "一刻", "吃饭", "\ud83d", "\ude00", "👍", "\0", "\u202e", "９", "٣", "?", "!",
    ];

    private static readonly Gen<string> Words = Gen.Elements(Pieces).ListOf().Select(list => string.Concat(list.Take(14)));

    private static readonly Gen<LocalDate> Days = Gen.Choose(0, 40_000).Select(n => new LocalDate(1990, 1, 1).PlusDays(n));

    [Fact]
    public void No_text_makes_a_reader_throw_and_every_value_is_in_range() => Holds(
        from text in Gen.OneOf(Words, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? string.Empty))
        from kind in Gen.Elements(Kinds)
        from language in Gen.Elements(Language.En, Language.ZhHans)
        from today in Days
        select (text, kind, language, today),
        c => InRange(c.kind, Typist.Read(c.kind, c.text, c.language, c.today), c.today));

    [Fact]
    public void No_text_makes_an_aside_or_a_bill_line_throw() => Holds(
        from text in Words from language in Gen.Elements(Language.En, Language.ZhHans) select (text, language),
        c =>
        {
            _ = Asides.Read(c.text, c.language);
            return BillLines.Read(c.text, c.language) is not { } bill || (bill.Name.Length is > 0 and <= BillLines.LongestName && bill.Amount is null or > 0);
        });

    [Fact]
    public void An_amount_written_in_any_of_the_ways_reads_back() => Holds(
        Gen.Choose(1, 99_999_999),
        n => Renderings.Of(n).All(text => Typist.Read(Kind.Money, text, Language.ZhHans, TypedCases.Today) is Typed.Number { About: false } number && number.Value == n));

    [Fact]
    public void A_date_written_in_any_of_the_ways_reads_back() => Holds(
        from today in Days from ahead in Gen.Choose(0, 364) select (today, date: today.PlusDays(ahead)),
        c => (c.date.Month == 2 && c.date.Day == 29) || new[] { c.date.ToString("uuuu-MM-dd", null), $"{c.date.Month}月{c.date.Day}日", $"{c.date.Year}年{c.date.Month}月{c.date.Day}号", $"{c.date.Month}/{c.date.Day}" }
            .All(text => Typist.Read(Kind.Date, text, Language.ZhHans, c.today) is Typed.Date(var read) && read == c.date));

    [Fact]
    public void Every_minute_of_a_day_reads_back()
    {
        for (var minute = 0; minute < 24 * 60; minute++)
        {
            var time = LocalTime.Midnight.PlusMinutes(minute);
            var twelve = $"{((time.Hour + 11) % 12) + 1}:{time.Minute:00}{(time.Hour < 12 ? "am" : "pm")}";
            foreach (var text in new[] { time.ToString("HH:mm", null), $"{time.Hour}点{time.Minute}分", twelve })
            {
                (text.EndsWith("点0分", StringComparison.Ordinal) ? new Typed.Clock(time) : Typist.Read(Kind.Time, text, Language.En, TypedCases.Today)).ShouldBe(new Typed.Clock(time), text);
            }
        }
    }

    [Fact]
    public void What_is_cleaned_is_valid_short_and_stays_as_it_is() => Holds(
        Gen.OneOf(Words, ArbMap.Default.GeneratorFor<string>().Select(s => s ?? string.Empty), Words.Select(w => string.Concat(Enumerable.Repeat(w + "👍", 300)))),
        text =>
        {
            var once = Cleaned.Text(text);
            return once.Length <= Cleaned.Longest && Cleaned.Text(once) == once && !once.Contains('\0') && !once.Contains('\u202e') && once.EnumerateRunes().All(r => r.Value != 0xFFFD || text.Any(char.IsSurrogate) || text.Contains('\uFFFD'));
        });

    [Fact]
    public void Sixty_four_kilobytes_take_no_time()
    {
        foreach (var unit in new[] { "9", "万", "嗯", "不", " ", "yes ", "not ", "一", "千万", "吃饭", "3天", "👍", "\u200b" })
        {
            var text = string.Concat(Enumerable.Repeat(unit, 65_536 / unit.Length));
            foreach (var part in new[] { text, text[..4096], text[..200], text[..199] })
            {
                foreach (var kind in Kinds)
                {
                    _ = Typist.Read(kind, part, Language.ZhHans, TypedCases.Today);
                    var clock = Stopwatch.StartNew();
                    _ = Typist.Read(kind, part, Language.ZhHans, TypedCases.Today);
                    clock.ElapsedMilliseconds.ShouldBeLessThan(100, $"{kind} of {part.Length} × {unit}");
                }
            }
        }
    }

    private static bool InRange(Kind kind, Typed? typed, LocalDate today) => typed switch
    {
        null => true,
        Typed.Word(var id) => kind == Kind.YesNo ? id is "yes" or "no" or "unsure" or "na" or "skip" : kind == Kind.Payment && id is "paid" or "unpaid" or "partial" or "minimum" or "cant_pay" or "snooze" or "late",
        Typed.Number(var value, _) => kind switch
        {
            Kind.Money => value is >= 0 and <= 1_000_000_000 && value * 100 % 1 == 0,
            Kind.Percent => value is >= 0 and <= 100,
            Kind.Score => value is >= 350 and <= 950 && value % 1 == 0,
            Kind.PerWeek => value is >= 0 and <= 7 && value % 1 == 0,
            Kind.Count or Kind.Months => value >= 0 && value % 1 == 0,
            _ => false,
        },
        Typed.Day(var day) => kind == Kind.DayOfMonth && day.Number is >= 1 and <= 31,
        Typed.Date(var date) => kind == Kind.Date ? date >= today : kind == Kind.DatePast && date <= today,
        Typed.Month(var year, var month) => kind == Kind.DatePast && year <= today.Year && month is null or (>= 1 and <= 12),
        Typed.Clock => kind == Kind.Time,
        Typed.Set(var ids) => kind == Kind.Categories && ids.Distinct().Count() == ids.Count,
        _ => false,
    };

    private static void Holds<T>(Gen<T> cases, Func<T, bool> law) =>
        Prop.ForAll(cases.ToArbitrary(), law).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}

/// <summary>A whole amount as people write it.</summary>
internal static class Renderings
{
    public static IEnumerable<string> Of(int amount)
    {
        yield return $"{amount}";
        yield return $"{amount:N0}";
        yield return $"¥{amount:N0}";
        yield return $"{amount}元";
        yield return Chinese(amount);
        if (amount % 100 == 0)
        {
            yield return $"{amount / 1000m:0.###}k";
            yield return $"{amount / 10_000m:0.####}万";
            yield return $"{amount / 10_000m:0.####}w";
        }

        if (amount % 1000 == 0 && amount / 10_000 is > 0 and < 10_000 && amount / 1000 % 10 > 0)
        {
            yield return $"{amount / 10_000}万{amount / 1000 % 10}";
            yield return $"{amount / 10_000}w{amount / 1000 % 10}";
        }
    }

    private static string Chinese(int amount)
    {
        var (high, low) = (amount / 10_000, amount % 10_000);
        return high == 0 ? Section(low) : Section(high) + "万" + (low == 0 ? string.Empty : (low < 1000 ? "零" : string.Empty) + Section(low));
    }

    private static string Section(int number)
    {
        var text = string.Empty;
        var zero = false;
        foreach (var (unit, name) in ((int, string)[])[(1000, "千"), (100, "百"), (10, "十"), (1, string.Empty)])
        {
            var digit = number / unit % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            text += (zero ? "零" : string.Empty) + "零一二三四五六七八九"[digit] + name;
            zero = false;
        }

        return text;
    }
}
