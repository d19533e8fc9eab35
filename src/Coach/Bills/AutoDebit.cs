using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>Whether a bill pays itself.</summary>
internal static class AutoDebit
{
    /// <summary>What was said of this bill, else of all of them; null: not known.</summary>
    public static bool? Of(Member member, Bill bill) => bill.AutoDebit ?? member.Answers.GetValueOrDefault(Item.AutoRepay)?.Option switch
    {
        "on_funded" or "on_unsure" => true,
        "off" => false,
        _ => null,
    };
}
