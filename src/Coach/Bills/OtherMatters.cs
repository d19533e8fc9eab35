using Ontime.Dialogs;
using Ontime.Typing;
using System.Text.RegularExpressions;

namespace Ontime.Bills;

/// <summary>Words of payment in a sentence about something else: “paid my taxes”, “I completed my degree”. A bill ended by them would be forgotten.</summary>
internal static partial class OtherMatters
{
    private static readonly string[] Repaying = ["pay", "paid", "repay", "afford", "cover", "还", "付", "交", "缴", "周转", "凑", "供", "负担", "扛"];

    private static readonly string[] Money = ["钱", "money", "cash", "debts", "debt"];

    private static readonly string[] Asking = ["is ", "are ", "was ", "has ", "have ", "will ", "does ", "do ", "did ", "can ", "could ", "should "], Owned = ["my ", "the ", "all ", "everything"];

    // “扣了我20块”: a sum, of whatever it was.
    [GeneratedRegex("[¥$]|(?:[0-9零一二两三四五六七八九十百千万几]|yuan|rmb)(?:元|块|毛|yuan|rmb| yuan| rmb| bucks| dollars)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Sum();

    /// <summary>
    /// False where the words name the bill, or say nothing but what became of it and, of one that nobody spoke of, speak of paying. That it cannot be
    /// paid takes words about paying: “can't find Huabei” is none.
    /// </summary>
    public static bool Are(Talk talk, List<(Bill Bill, Cycle Cycle)> meant, string? word, string text)
    {
        // “Paid my phone” speaks of no other bill than the phone's.
        var names = (meant.Count == 0 ? Said.Names(talk) : meant.SelectMany(pair => Said.Names(pair.Bill))).Where(name => name.Length > 0).ToList();
        var named = meant.Exists(pair => TypedPayments.IsNamed(talk, pair.Bill, text));
        if (word == "cant_pay")
        {
            return !(named && Plain.HasAny(text, Repaying)) && !OnlyPayment.Is(text, names);
        }

        return (!named && (HowMany.Holds(text) ? meant.Count == 1 : Sum().IsMatch(text))) || Array.Exists(Asking, asking => text.StartsWith(asking, StringComparison.Ordinal) && names.Concat(Owned).Any(text[asking.Length..].StartsWith))
            || !(named || (OnlyPayment.Is(text, names) && (TypedPayments.SpeaksOfPaying(text) || word != "paid" || meant.Exists(pair => pair.Cycle.Told != 0))));
    }

    /// <summary>Where a reminder stands, or something cannot be paid, the words may be about it: one tap says so.</summary>
    public static bool Beside(Talk talk, List<(Bill Bill, Cycle Cycle)> meant, string? word, string text)
    {
        meant.RemoveAll(pair => pair.Cycle.Told == 0 && !(word == "cant_pay" && Plain.HasAny(text, Repaying)));
        switch (meant)
        {
            case []:
                return word == "cant_pay" && Plain.HasAny(text, Money) && Chatting.Take(talk, SmallTalk.Hardship);
            case [var (bill, cycle)]:
                Deeds.Answer(talk, bill, cycle, "paid.this_one", [word == "paid" ? "paid" : TypedPayments.DeedOf(word)]);
                return true;
            default:
                TypedPayments.Which(talk, meant, TypedPayments.DeedOf(word));
                return true;
        }
    }
}
