using NodaTime;
using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>What is said of a bill.</summary>
internal static class Said
{
    private const string Kinded = "卡贷费租", Verbs = "还付没有不我了用";

    private static readonly string[] Before = ["我的", "我", "把我的", "把", "将", "请把", "帮我把", "麻烦把", "my ", "the ", "our ", "有", "那个", "这个"], After = ["的日子", "的还款日", "还款日", "due date", "date", "已经", "也", "有点", "is", "was", "'s", "has been", "already", "still", "to"],
        Is = ["是", "it's ", "it is "], Moving = ["move ", "change ", "set ", "put ", "shift ", "please move ", "please change ", "can you move ", "can you change "], Denials = ["不是", "not my ", "not the ", "not "],
        Late = ["已经逾期了", "逾期了", "逾期", "晚了", "拖了", "overdue by", "overdue for", "overdue", "late by"];

    /// <summary>“逾期了一个多月” → “一个多月”.</summary>
    public static string HowLong(string rest) => Array.Find(Late, word => rest.StartsWith(word, StringComparison.Ordinal)) is { } late ? rest[late.Length..].Trim() : rest;

    /// <summary>True where the words begin with a bill that is not kept.</summary>
    public static bool Another(Talk talk, string text) => Start(talk, text) is { Bill: null };

    /// <summary>The day that a kept bill is to have instead: “花呗应该是8号”, “打错了，是8号” of the one just added; null: nothing is put right.</summary>
    public static (Bill Bill, DueDay Day)? Corrected(Talk talk, string text)
    {
        var plain = Plain.Of(text);
        var moving = Array.Find(Moving, word => plain.StartsWith(word, StringComparison.Ordinal));
        var meant = moving is null ? Corrections.Meant(plain) : plain[moving.Length..];
        var put = meant is null ? null : Start(talk, meant);
        var started = put ?? Start(talk, plain);
        var bill = started is var (named, _)
            ? named
            : talk.Member.Bills.LastOrDefault(one => one.Day is not null && Fresh(talk, one));
        // “花呗不是1号是3号” names it first and puts it right then.
        meant = started is null ? meant : put is null ? Corrections.Meant(started.Value.Words) : started.Value.Words;
        return bill is not null && meant is not null && Typist.Read(Kind.DayOfMonth, meant, talk.Member.Language, talk.Today) is Typed.Day { Value: var day } ? (bill, day) : null;
    }

    /// <summary>“不是花呗”, “not Huabei”: a bill was named wrongly.</summary>
    public static bool Denied(string text) =>
        Plain.Of(text) is var plain && Array.Exists(Denials, denial => plain.IndexOf(denial, StringComparison.Ordinal) is >= 0 and var at && Kinds.Spoken.Any(plain[(at + denial.Length)..].StartsWith));

    /// <summary>The kind that a kept bill has instead: “不是花呗，是借呗” of one that is named or was just added; null: nothing is put right.</summary>
    public static (Bill Bill, BillKind Kind)? Renamed(Talk talk, string text)
    {
        var plain = Plain.Of(text);
        return Corrections.Meant(plain) is { } put && Array.Find(Is, put.StartsWith) is var verb && put[(verb?.Length ?? 0)..] is var meant && Kinds.IsPlain(meant) && Kinds.Named(meant) is var kind
            && talk.Member.Bills.FindLast(bill => bill.Name is null && bill.Kind != kind && (Denied(text) ? Kinds.Spoken.Any(word => Kinds.Named(word) == bill.Kind && Plain.Has(plain, word)) : Fresh(talk, bill))) is { } named
            ? (named, kind) : null;
    }

    /// <summary>“房租逾期了” → “逾期了”; null: it begins with no bill.</summary>
    public static string? Without(Talk talk, string text) => Start(talk, text)?.Words;

    /// <summary>“花呗什么时候还” → “账单什么时候还”: what is asked of a bill, whichever; null: none that is kept is named.</summary>
    public static string? WithoutName(Talk talk, string text)
    {
        var plain = Plain.Of(text);
        var name = talk.Member.Bills.SelectMany(Names)
            .Where(name => name.Length > 0 && Plain.Has(plain, name)).MaxBy(name => name.Length);
        return name is null ? null : plain.Replace(name, name[0] > 127 ? "账单" : "bill", StringComparison.Ordinal);
    }

    /// <summary>What a bill may be called: the names of those that are kept, and the words for the kinds.</summary>
    public static IEnumerable<string> Names(Talk talk) => talk.Member.Bills.Select(bill => bill.Name).OfType<string>().Select(Plain.Of).Concat(Kinds.Spoken);

    /// <summary>What this one may be called.</summary>
    public static IEnumerable<string> Names(Bill bill) => Kinds.Spoken.Where(word => Kinds.Named(word) == bill.Kind).Append(bill.Name is { } own ? Plain.Of(own) : "");

    private static bool Fresh(Talk talk, Bill bill) => talk.Now - bill.Added < Duration.FromMinutes(10);

    private static (Bill? Bill, string Words)? Start(Talk talk, string text)
    {
        var plain = Plain.Of(text);
        plain = Before.Where(word => plain.StartsWith(word, StringComparison.Ordinal)).MaxBy(word => word.Length) is { } owned ? plain[owned.Length..] : plain;
        var name = Names(talk)
            .Where(name => name.Length > 0 && plain.StartsWith(name, StringComparison.Ordinal) && Plain.Has(plain, name)).MaxBy(name => name.Length);
        var length = name?.Length ?? Unkept(plain);
        if (length == 0)
        {
            return null;
        }

        var rest = plain[length..].TrimStart(' ', ',');
        for (var word = Filler(rest); word is not null; word = Filler(rest))
        {
            rest = rest[word.Length..].TrimStart();
        }

        return rest.Length == 0 ? null : (Kept(talk, plain[..length]), rest);
    }

    private static Bill? Kept(Talk talk, string name) =>
        talk.Member.Bills.FindLast(bill => bill.Name is { } own && Plain.Of(own) == name)
        ?? talk.Member.Bills.FindLast(bill => bill.Kind != BillKind.Other && bill.Kind == Kinds.Named(name) && (bill.Name is null || Kinds.IsPlain(name)));

    // 招行卡, 车贷, 物业费: a bill that is not kept, by its last character.
    private static int Unkept(string plain)
    {
        var end = Array.FindIndex([.. plain.Take(7)], letter => Kinded.Contains(letter));
        return end > 0 && plain.Take(end).All(letter => letter > '\u2E7F' && !Verbs.Contains(letter)) ? end + 1 : 0;
    }

    private static string? Filler(string rest) =>
        Array.Find(After, word => rest.StartsWith(word, StringComparison.Ordinal) && (word[0] > 127 || word[0] == '\'' || Plain.Has(rest, word)));
}
