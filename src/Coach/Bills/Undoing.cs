using NodaTime;
using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>“点错了”, “undo”, after a bill was ended: the button of the same name, typed.</summary>
internal static class Undoing
{
    /// <summary>So far from its due date a bill is still what was just spoken of; days.</summary>
    private const int After = 7, Early = 21;

    private static readonly string[] Words =
        ["撤销", "撤回", "点错了", "点错", "说错了", "刚才说错了", "刚才点错了", "我没还,点错了", "还没还,点错了", "弄错了", "记错了", "没还,说错了", "undo", "undo that", "undo it", "my mistake", "that was a mistake", "wrong button", "i tapped the wrong one", "take it back"];

    /// <summary>False where not exactly one bill can be meant.</summary>
    public static bool Take(Talk talk, string text)
    {
        if (!Words.Contains(Plain.Of(text)))
        {
            return false;
        }

        var ended = talk.Member.Bills.Where(bill => bill.Before is not null && bill.Past is [var last, ..] && Period.DaysBetween(talk.Today, last.Due) is >= -After and <= Early).ToList();
        if (ended is not [var one])
        {
            return false;
        }

        _ = Payments.TakeBack(talk, one, one.Past[0].Due, "undo");
        return true;
    }
}
