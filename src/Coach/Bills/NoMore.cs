using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>“没有了”, “that’s it” just after a bill was added: there are no others. About its auto-repay, which is asked next, it says nothing.</summary>
internal static class NoMore
{
    private static readonly string[] Words =
        ["没有了", "没了", "没别的", "没别的了", "没有别的", "没有别的了", "没其他的了", "没有其他的了", "没有其他了", "就这些", "就这些了", "就这个", "就这一个", "就这一笔", "就一个", "就一笔", "只有这个", "只有这一个", "只有这一笔", "只有这些",
        "that's it", "thats it", "that's all", "thats all", "that is all", "that is it", "nothing else", "nothing more", "no others", "no other bills", "no more bills", "only that", "only that one", "just that", "just that one", "just this one", "only this one", "just the one", "only one"];

    public static bool Take(Talk talk, Step step, string text)
    {
        if (step.Id != "R7" || talk.Bills.IsEmpty || !Words.Contains(Plain.Faceless(Plain.Of(text)).TrimEnd('的', '啊', '呀', '哦', '吧', ' ')))
        {
            return false;
        }

        talk.Lead = talk.Line("bills.no_more");
        Saying.Resume(talk);
        return true;
    }
}
