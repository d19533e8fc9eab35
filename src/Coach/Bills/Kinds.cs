using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>What kind of bill a name means.</summary>
internal static class Kinds
{
    private static readonly (string Word, BillKind Kind)[] Words =
    [
        ("花呗", BillKind.Huabei), ("信用购", BillKind.Huabei), ("huabei", BillKind.Huabei),
        ("huabie", BillKind.Huabei), ("hubei", BillKind.Huabei), ("huabai", BillKind.Huabei), ("hua bei", BillKind.Huabei), ("花贝", BillKind.Huabei), ("花被", BillKind.Huabei),
        ("借呗", BillKind.Jiebei), ("信用贷", BillKind.Jiebei), ("jiebei", BillKind.Jiebei),
        ("jeibei", BillKind.Jiebei), ("jiebie", BillKind.Jiebei), ("jiebai", BillKind.Jiebei), ("jie bei", BillKind.Jiebei), ("借贝", BillKind.Jiebei), ("借被", BillKind.Jiebei),
        ("卡", BillKind.Card), ("card", BillKind.Card), ("cards", BillKind.Card), ("creditcard", BillKind.Card), ("visa", BillKind.Card), ("mastercard", BillKind.Card), ("amex", BillKind.Card),
        ("房租", BillKind.Rent), ("租金", BillKind.Rent), ("rent", BillKind.Rent),
        ("水费", BillKind.Utility), ("电费", BillKind.Utility), ("燃气", BillKind.Utility), ("话费", BillKind.Utility), ("宽带", BillKind.Utility), ("水电", BillKind.Utility), ("煤气", BillKind.Utility), ("网费", BillKind.Utility),
        ("utility", BillKind.Utility), ("utilities", BillKind.Utility), ("electricity", BillKind.Utility), ("water", BillKind.Utility), ("gas", BillKind.Utility), ("phone", BillKind.Utility),
        ("贷", BillKind.Loan), ("loan", BillKind.Loan), ("loans", BillKind.Loan), ("mortgage", BillKind.Loan), ("白条", BillKind.Loan), ("微粒", BillKind.Loan),
    ];

    /// <summary>The words that name a bill by its kind.</summary>
    public static IEnumerable<string> Spoken => Own.Concat(Words.Select(pair => pair.Word).Where(word => word is not ("卡" or "贷")));

    // A card or a loan by itself is the kind; “电费” is one of several utilities, and stays a name.
    private static readonly string[] Own = ["信用卡", "credit card", "card", "creditcard", "房租", "租金", "rent", "贷款", "loan", "水电燃气", "水电", "utility", "utilities"];

    public static BillKind Named(string name)
    {
        var lower = Plain.Folded(name);
        return Words.FirstOrDefault(pair => Plain.Has(lower, pair.Word), (Word: "", Kind: BillKind.Other)).Kind;
    }

    /// <summary>How many kinds are named.</summary>
    public static int Count(string text) => Words.Where(pair => Plain.Has(text, pair.Word)).Select(pair => pair.Kind).Distinct().Count();

    /// <summary>True where the name is nothing but the kind's own, so that no name of the person's need be kept.</summary>
    public static bool IsPlain(string name) => Plain.Folded(name).Trim() is var plain
        && (Own.Contains(plain) || Array.Exists(Words, pair => pair.Kind is BillKind.Huabei or BillKind.Jiebei && pair.Word == plain));

    /// <summary>The kind of the bill that is being added: what its line said, else the option.</summary>
    public static BillKind Adding(Members.Frame frame) =>
        OfOption(frame.Note("kind") ?? frame.Note("R1") ?? frame.Note("bills.add"));

    public static BillKind OfOption(string? option) => option switch
    {
        "huabei" => BillKind.Huabei,
        "jiebei" => BillKind.Jiebei,
        "card" => BillKind.Card,
        "loan" => BillKind.Loan,
        "rent" => BillKind.Rent,
        "utility" => BillKind.Utility,
        _ => BillKind.Other,
    };
}
