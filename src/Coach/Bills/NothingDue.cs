using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>“这个月花呗不用还”, “nothing due on Huabei”: this time it asks for nothing.</summary>
internal static class NothingDue
{
    private static readonly string[] Words =
        ["不用还", "无需还", "不需要还", "没有要还", "没有账单", "没账单", "没出账", "没有出账", "账单是0", "账单为0", "账单0", "nothing due", "no bill", "nothing to pay", "nothing to repay", "nothing owed", "zero balance", "balance is zero", "balance is 0"];

    // Of more than this time.
    private static readonly string[] ForGood = ["以后", "再也", "不再", "注销", "关了", "关掉", "停用", "?", "吗", "是不是", "以前", "上个月", "上月", "any more", "anymore", "closed", "cancelled", "last month"];

    /// <param name="text">Folded, see <see cref="Plain.Folded"/>.</param>
    public static bool IsSaid(string text) => Plain.HasAny(text, Words) && !Plain.HasAny(text, ForGood);

    /// <summary>False where no bill is meant; of several it is asked which.</summary>
    public static bool Take(Talk talk, List<(Bill Bill, Cycle Cycle)> meant)
    {
        switch (meant)
        {
            case []:
                return false;
            case [var (bill, cycle)]:
                Payments.End(talk, bill, cycle, CycleState.NothingDue, null);
                return true;
            default:
                TypedPayments.Which(talk, meant, "nothing");
                return true;
        }
    }
}
