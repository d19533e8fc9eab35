using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>Someone with debts to sort out first: nothing is said about scores and limits, and the next step is to talk to the lender.</summary>
internal static class Trouble
{
    public static bool Is(Member member) => member.TipsSilent || Has(member, "G1", "debt") || NeedsRelief(member);

    /// <summary>Something is overdue, or new borrowing went into old bills: the next step is the talk with the lender.</summary>
    public static bool NeedsRelief(Member member) =>
        IsOverdue(member) || Has(member, Item.BorrowingToRepay, "yes");

    /// <summary>By the person's own word, until they say otherwise.</summary>
    public static bool IsOverdue(Member member) => Has(member, Item.Overdue, "lt30", "ge30");

    private static bool Has(Member member, string item, params ReadOnlySpan<string> options) =>
        member.Answers.TryGetValue(item, out var answer) && options.Contains(answer.Option);
}
