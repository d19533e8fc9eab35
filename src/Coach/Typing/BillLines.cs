using System.Text.RegularExpressions;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Typing;

/// <summary>A bill written on one line.</summary>
/// <param name="Amount">In yuan; null where none was written.</param>
/// <param name="Month">1 to 12 where the day was written as a date: “25 Dec” may mean every 25th, or that one.</param>
public sealed record BillLine(string Name, DueDay Day, decimal? Amount, int? Month = null);

/// <summary>“花呗 10号 1200”, “Huabei 10th 1200”, “招行卡 每月5号”, “rent 1st”.</summary>
public static partial class BillLines
{
    /// <summary>Longest name, in UTF-16 units.</summary>
    public const int LongestName = 40;

    private static readonly string[] Around =
        ["每年", "每月自动扣", "账单出了", "账单出来了", "出账单了", "出账了", "应还", "该还", "需还", "自动扣款", "自动还款", "自动扣", "会扣", "收租", "交租", "要还", "下个月", "下月", "这个月", "本月", "左右", "差不多", "好像", "一般", "next month", "this month", "around", "about", "roughly", "每月的", "每个月的", "每月", "每个月", "还款日", "到期", "还款", "还的", "还", "是", "大概", "is due on the", "is due on", "is due", "is on the", "is on", "is", "of", "due on the", "due on", "due the", "due", "on the", "every",
        "each", "the", "on", "monthly", "of each month", "of every month", "of the month", "every month", "each month", "a month", ":",
        "-", ","];

    private static readonly string[] Month = ["月底", "月末", "月尾", "最后一天", "last day of the month", "last day", "end of the month",
        "end of month", "month end", "eom"];

    // Somebody tells what happened to a bill, and when; a new one is not written like that.
    private static readonly string[] Told = ["改成", "改为", "改到", "换成", "删", "取消", "不是", "change", "delete", "remove", "move", "paid", "payed", "sorry", "forgot", "yesterday", "today", "tomorrow", "remind me", "can't", "cannot", "was", "will",
        "还了", "还过", "还清", "已还", "已经", "没还", "未还", "还不", "付了", "付过", "扣了", "扣过", "交了", "昨天", "昨晚", "前天", "今天", "明天", "后天", "忘了", "忘记", "提醒我", "不好意思", "抱歉"];

    private static readonly string[] Owned = ["add a ", "add an ", "add my ", "add ", "a ", "an ", "加一笔", "再加一笔", "加个", "加一个", "加上", "再加", "添加", "记一笔", "记一下", "记个", "帮我加", "帮我记", "just ", "only ", "i pay ", "i have to pay ", "i have ", "pay ", "我有", "我要还", "要还", "my ", "our ", "the ", "我的", "我们的", "我家", "我"];

    private static readonly string[] NoNames = ["我", "我是", "我才", "我在", "他", "她", "你", "这", "那", "i", "i'm", "im", "i am", "he", "he's", "she", "she's", "we", "we're", "they", "you", "me", "it", "it's", "its", "this", "that", "that's", "there", "there are", "maybe", "only", "just", "at", "in", "by", "after", "before", "until", "yes", "no", "ok"];

    /// <summary>Null: not a bill. Never throws.</summary>
    public static BillLine? Read(string line, Language language)
    {
        var text = Cleaned.Text(line.Length > Cleaned.Longest ? string.Empty : line).Trim();
        if (text.Length is 0 or > Plain.Longest || text.Contains('\n'))
        {
            return null;
        }

        text = Unstated(text);
        var plain = string.Concat(text.Select(Plain.Fold));
        if (plain.EndsWith('吗') || Array.Exists(Told, word => Says(plain, word)))
        {
            return null;
        }

        var days = Days(plain);
        if (days.Count == 0)
        {
            return Bare(text, plain);
        }

        var (start, end, day, month) = days[0];
        // “房东每月5号收租”: what belongs to the day stands on both sides of it.
        var (head, tail) = (Trimmed(plain, 0, start), Trimmed(plain, end, plain.Length));
        if (days.Count > 1 || Made(text[head.From..head.To] + " " + text[tail.From..tail.To], plain[head.From..head.To] + " " + plain[tail.From..tail.To], day) is not { } bill)
        {
            return null;
        }

        // “10号我出差”: what begins with a day and names nothing to pay is told of that day.
        return bill.Amount is null && Kinds.Named(bill.Name) == BillKind.Other && !Around.Aggregate(plain[..start], (before, word) => before.Replace(word, " ", StringComparison.Ordinal)).Any(char.IsLetterOrDigit) ? null : bill with { Month = month };
    }

    // “账单日5号还款日25号”: the day of the statement is not the day to pay.
    private static string Unstated(string text) =>
        Statement().Replace(text, " ") is var rest && rest.Length < text.Length && Days(string.Concat(rest.Select(Plain.Fold))).Count > 0 ? rest.Trim() : text;

    [GeneratedRegex("(?:账单日|帳單日|出账日|出帳日|[Ss]tatement(?: date| day)?)(?:是|为|:|：| is| on| the| )*(?:每月|每个月)?[0-9]{1,2} ?(?:号|號|日|st|nd|rd|th)?[，,；; ]*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Statement();

    /// <summary>“房租3000”: a bill one knows and an amount, without a day; null: not that. Never throws.</summary>
    public static (string Name, decimal Amount)? Undated(string line)
    {
        var text = Cleaned.Text(line.Length > Cleaned.Longest ? string.Empty : line).Trim();
        var plain = string.Concat(text.Select(Plain.Fold));
        return text.Length is > 0 and <= Plain.Longest && !text.Contains('\n') && !Array.Exists(Told, word => Says(plain, word)) && Days(plain).Count == 0 && Bare(text, plain) is null
            && Made(text, plain, DueDay.Last) is { Amount: { } amount } bill && Kinds.Named(bill.Name) != BillKind.Other ? (bill.Name, amount) : null;
    }

    /// <summary>“爸妈的房贷”, “my car loan”: a short name that says of what kind it is, and nothing else; null: not that. Never throws.</summary>
    public static string? NameAlone(string line)
    {
        var text = Cleaned.Text(line.Length > Cleaned.Longest ? string.Empty : line).Trim();
        var plain = Plain.Of(text);
        return plain.Length > 0 && plain.Length <= (plain[0] > 127 ? 8 : 20) && !plain.Any(char.IsAsciiDigit) && !Enquiries.Asks(plain) && !Array.Exists(Told, word => Says(plain, word)) && Kinds.Count(plain) == 1 && Bare(text) is var name && Named(name) ? name : null;
    }

    private static readonly string[] Having = ["只有", "只用", "就用", "就有", "只开了", "就", "只", "有", "在用", "用", "only have", "only use", "only got", "i only have", "i only use", "i just have", "i use", "just have", "just use"];

    /// <summary>As <see cref="NameAlone"/>, of “只有花呗” and “I only have Huabei”.</summary>
    public static string? Alone(string line)
    {
        var plain = Plain.Of(line);
        plain = plain.StartsWith('我') ? plain[1..] : plain;
        var having = Array.Find(Having, word => plain.Length > word.Length && plain.StartsWith(word, StringComparison.Ordinal));
        return Kinds.Spoken.Any(name => name == (having is null ? plain : plain[having.Length..].Trim())) ? plain[(having?.Length ?? 0)..].Trim()
            : Bare(having is null ? plain : plain[having.Length..].Trim()) is var name && Kinds.Spoken.Contains(name) ? name : null;
    }

    /// <summary>“再加一张民生的”, “add another card”: one more bill, of which the rest is asked.</summary>
    public static bool IsOneMore(string text) => OneMore().IsMatch(Plain.Of(text));

    [GeneratedRegex(
        "^(?:我|帮我|请|麻烦)?(?:还|还要|还想|想|要)?(?:再加|加|再添|添加|新增|再记)(?:一|多一|上一)?(?:张|笔|个|条)[^0-9,，?？]{0,10}$"
        + "|^(?:please |can you |could you |i want to |i'd like to |i need to |let me )?add (?:another|one more|one|a new|an extra)(?: [a-z]+){0,3}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OneMore();

    // “my rent” is the rent.
    private static string Bare(string name)
    {
        var plain = string.Concat(name.Select(Plain.Fold));
        var own = Array.Find(Owned, word => plain.Length > word.Length && plain.StartsWith(word, StringComparison.Ordinal) && (word != "我" || Kinds.IsPlain(plain[1..])));
        return own is null ? name : Bare(name[own.Length..].Trim());
    }

    private static bool Says(string plain, string word)
    {
        for (var at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            var end = at + word.Length;
            if (word[0] > 127 || ((at == 0 || !char.IsAsciiLetter(plain[at - 1])) && (end == plain.Length || !char.IsAsciiLetter(plain[end]))))
            {
                return true;
            }
        }

        return false;
    }

    // “花呗 10 1200”: two numbers, the first a day.
    private static BillLine? Bare(string text, string plain)
    {
        var words = plain.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2)
        {
            return null;
        }

        var amount = words.Length > 2 ? Amount(words[^1]) : null;
        if (amount is not null && !DueDay.TryParse(words[^2], out _))
        {
            // “student loan 15”: of a bill one knows, a name of two words and a day.
            amount = null;
            if (Kinds.Named(string.Join(' ', words[..^1])) == BillKind.Other)
            {
                return null;
            }
        }
        else if (words.Length > 2 && amount is null)
        {
            return null;
        }

        var number = words[amount is null ? ^1 : ^2];
        if (!DueDay.TryParse(number, out var day) || day.IsLast)
        {
            return null;
        }

        return Of(text, plain, 0, plain.LastIndexOf(' ' + number, StringComparison.Ordinal), day, amount);
    }

    private static BillLine? Made(string text, string plain, DueDay day)
    {
        var (from, to) = Trimmed(plain, 0, plain.Length);
        // The longest tail, then the longest head, that is an amount.
        for (var at = from + 1; at < to; at++)
        {
            if (Breaks(plain, at) && Amount(plain[at..to]) is { } amount)
            {
                return Of(text, plain, from, at, day, amount);
            }
        }

        for (var at = to - 1; at > from; at--)
        {
            if (plain[at] == ' ' && Amount(plain[from..at]) is { } amount)
            {
                return Of(text, plain, at, to, day, amount);
            }
        }

        return Of(text, plain, from, to, day, null);
    }

    private static BillLine? Of(string text, string plain, int from, int to, DueDay day, decimal? amount)
    {
        (from, to) = Trimmed(plain, from, to);
        var name = text[from..to].Trim();
        while (name.Contains("  ", StringComparison.Ordinal))
        {
            name = name.Replace("  ", " ", StringComparison.Ordinal);
        }

        name = Bare(name);
        return Named(name) ? new BillLine(name, day, amount) : null;
    }

    // An amount begins after a blank, or glued to a Chinese name: 房租3500, 房租三千五.
    private static bool Breaks(string plain, int at) =>
        plain[at] != ' ' && (plain[at - 1] is ' ' or ',' or ':'
            || (plain[at - 1] > 127 && (plain[at] == '¥' || (Numeral.Digit(plain[at]) > 0 && plain.AsSpan(at).ContainsAny('百', '千', '万')) || (char.IsAsciiDigit(plain[at]) && char.IsAsciiDigit(plain[Math.Min(at + 2, plain.Length - 1)])))));

    private static decimal? Amount(string plain) =>
        !IsCode(plain) && Kinds.Named(plain) == BillKind.Other && plain.Any(c => char.IsAsciiDigit(c) || Numeral.Digit(c) >= 0 || c == '十') && Money.Read(plain.Trim(' ', ',')) is Typed.Number { Value: > 0 } number ? number.Value : null;

    // I21, x2: a letter glued to a figure is a name; a currency may be glued.
    private static bool IsCode(string plain) =>
        plain.IndexOfAny([.. "0123456789"]) is > 0 and var at && char.IsAsciiLetter(plain[at - 1]) && !plain.AsSpan(0, at).EndsWith("rmb") && !plain.AsSpan(0, at).EndsWith("cny");

    // Money that comes in, and other days to remember: “我工资10号发”, “my birthday is the 5th”.
    private static readonly string[] NoBills =
        ["工资", "薪", "奖金", "补贴", "退款", "收入", "生日", "面试", "考试", "纪念日", "账单日", "出账日", "额度", "limit", "salary", "payday", "pay day", "paycheck", "paycheque", "wage", "wages", "get paid", "income", "bonus", "refund", "birthday", "interview", "exam", "anniversary", "statement"];

    private static bool Named(string name) =>
        !Plain.HasAny(Plain.Folded(name), NoBills) && name.Length is > 0 and <= LongestName && !Around.Contains(Plain.Of(name)) && !NoNames.Contains(Plain.Of(name)) && name.Any(char.IsLetter) && name.Count(char.IsAsciiDigit) <= 4 && Money.Read(Plain.Of(name)) is null && !name.Contains('?') && !name.Contains('？');

    private static (int From, int To) Trimmed(string plain, int from, int to)
    {
        for (var more = true; more;)
        {
            more = false;
            while (from < to && plain[from] is ' ' or ',' or ':' or '、')
            {
                from++;
            }

            while (to > from && plain[to - 1] is ' ' or ',' or ':' or '、' or '。' or '.' or ';')
            {
                to--;
            }

            foreach (var word in Around)
            {
                if (to - from > word.Length && plain.AsSpan(from, to - from).EndsWith(word) && (word[0] > 127 || plain[to - word.Length - 1] == ' '))
                {
                    (to, more) = (to - word.Length, true);
                }
                else if (word[0] > 127 && word.Length > 1 && to - from > word.Length && plain.AsSpan(from, to - from).StartsWith(word))
                {
                    (from, more) = (from + word.Length, true);
                }
            }
        }

        return (from, to);
    }

    internal static List<(int Start, int End, DueDay Day, int? Month)> Days(string plain)
    {
        var found = new List<(int, int, DueDay, int?)>();
        var c = new Cursor(plain);
        while (!c.End)
        {
            var start = c.At;
            var fresh = start == 0 || !char.IsAsciiLetterOrDigit(plain[start - 1]) || (char.IsAsciiDigit(plain[start]) && char.IsAsciiLetter(plain[start - 1]));
            if (Array.Exists(Month, c.Eat))
            {
                found.Add((start, c.At, DueDay.Last, null));
            }
            else if (fresh && CalendarDates.Named(c) is { } date)
            {
                found.Add((start, c.At, DueDay.Of(date.Number), date.MonthNumber));
            }
            else if (fresh && Marked(c) is { } day)
            {
                if (day is < 1 or > 31)
                {
                    return [];
                }

                _ = c.Eat("吧");
                found.Add((start, c.At, DueDay.Of(day), null));
            }
            else
            {
                c.At = start + 1;
            }
        }

        return found;
    }

    private static int? Marked(Cursor c) =>
        Ordinals.Read(c) ?? (DaysOfMonth.Whole(c) is { } day && (Space(c) || c.Eat("号") || c.Eat("日") || c.Eat("st") || c.Eat("nd") || c.Eat("rd") || c.Eat("th")) ? day : null);

    private static bool Space(Cursor c)
    {
        if (c.Now == ' ' && c.Ahead(1) is '号' or '日')
        {
            c.At += 2;
            return true;
        }

        return false;
    }
}
