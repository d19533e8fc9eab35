using NodaTime;
using Ontime.Dialogs;
using Ontime.Reminders;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>A bare yes or no after a reminder that asked. A no is that it is not paid yet; whether a yes means paid, and when, is asked.</summary>
internal static class BareWords
{
    // These acknowledge.
    private static readonly string[] Heard = ["好", "好的", "好吧", "行", "ok", "okay", "k", "kk", "收到", "知道了", "明白", "明白了", "sure", "fine", "alright", "👌", "👍"];

    /// <summary>False where nothing, or more than one bill, was asked about.</summary>
    public static bool Take(Talk talk, string text, LocalDate typedOn)
    {
        if (Heard.Contains(Plain.Of(text)) || Typist.Read(Kind.YesNo, text, talk.Member.Language, typedOn) is not Typed.Word { Id: "yes" or "no" } word)
        {
            return false;
        }

        var asked = OpenCycles.Of(talk.Member, talk.Today, talk.Zone).Where(pair => pair.Cycle.Told != 0 && pair.Cycle.Due <= talk.Today).ToList();
        if (asked is not [var (bill, cycle)])
        {
            return false;
        }

        if (word.Id == "no" && cycle.Due < talk.Today)
        {
            Payments.Unpaid(talk, bill, cycle);
        }
        else if (word.Id == "no")
        {
            Deeds.Answer(talk, bill, cycle, "deed.not_yet.say", ["paid", "later", "cant"]);
        }
        else
        {
            talk.Effects.Add(new Effect.Say("bill", Reminding.Asked(talk, bill, cycle)));
        }

        return true;
    }
}
