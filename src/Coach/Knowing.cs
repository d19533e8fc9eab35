using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime;

/// <summary>An answer to what a person asks back, where one is known, with the day it was looked up. The open question waits, and it counts as no miss.</summary>
internal static class Knowing
{
    /// <summary>False where it is no question that has an answer here.</summary>
    public static bool Take(Talk talk, string text)
    {
        switch (Enquiries.Of(Plain.Of(text)))
        {
            case null:
                return false;
            case Enquiries.Raise:
                return Chatting.Take(talk, SmallTalk.Raise);
            case var topic:
                talk.Effects.Add(new Effect.Say("n", new Message([talk.Line($"fact.{topic}"), talk.Line("fact.checked", ("date", new Arg.Date(talk.Set.Helplines.Checked, Year: true)))], Message.NoButtons)));
                return true;
        }
    }

    /// <summary>A question without an answer here: that is said, rather than that it was not understood.</summary>
    public static bool Pass(Talk talk, string text)
    {
        if (!Enquiries.Asks(Plain.Of(text)))
        {
            return false;
        }

        talk.Say(Enquiries.IsElsewhere(Plain.Of(text)) ? "small.elsewhere" : "small.dont_know");
        return true;
    }
}
