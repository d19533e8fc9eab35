using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>What kind of bill a name means.</summary>
internal static class Kinds
{
    private static readonly (string Word, BillKind Kind)[] Words =
    [
        ("花呗", BillKind.Huabei), ("信用购", BillKind.Huabei), ("huabei", BillKind.Huabei),
        ("借呗", BillKind.Jiebei), ("信用贷", BillKind.Jiebei), ("jiebei", BillKind.Jiebei),
        ("卡", BillKind.Card), ("card", BillKind.Card), ("visa", BillKind.Card), ("mastercard", BillKind.Card), ("amex", BillKind.Card),
        ("房租", BillKind.Rent), ("租金", BillKind.Rent), ("rent", BillKind.Rent),
        ("水费", BillKind.Utility), ("电费", BillKind.Utility), ("燃气", BillKind.Utility), ("话费", BillKind.Utility), ("宽带", BillKind.Utility),
        ("utility", BillKind.Utility), ("utilities", BillKind.Utility), ("electricity", BillKind.Utility), ("water", BillKind.Utility), ("gas", BillKind.Utility), ("phone", BillKind.Utility),
        ("贷", BillKind.Loan), ("loan", BillKind.Loan), ("mortgage", BillKind.Loan), ("白条", BillKind.Loan), ("微粒", BillKind.Loan),
    ];

    public static BillKind Named(string name)
    {
        var lower = Plain.Folded(name);
        return Words.FirstOrDefault(pair => lower.Contains(pair.Word), (Word: "", Kind: BillKind.Other)).Kind;
    }

    /// <summary>True where the name is nothing but the kind's own, so that no name of the person's need be kept.</summary>
    public static bool IsPlain(string name) => Plain.Folded(name).Trim() is "花呗" or "huabei" or "借呗" or "jiebei" or "信用卡" or "credit card";

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
