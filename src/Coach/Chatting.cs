using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime;

/// <summary>A short line for what answers no question. The question stays open and where it is, and it counts as no miss.</summary>
internal static class Chatting
{
    /// <summary>False where the words mean nothing of the kind.</summary>
    public static bool Take(Talk talk, SmallTalk? said)
    {
        if (said is not { } meant)
        {
            return false;
        }

        switch (meant)
        {
            case SmallTalk.Hardship:
                talk.SayWith(talk.Member.Bills.IsEmpty
                    ? [[new Button("c:options", talk.Line("button.options"))]]
                    : [[new Button("c:options", talk.Line("button.options")), new Button("c:bills", talk.Line("button.bills"))]], "small.hardship");
                return true;
            case SmallTalk.Owing:
                Bills.Owing.Tell(talk);
                return true;
        }

        talk.Say(meant switch
        {
            SmallTalk.Hello => "small.hello",
            SmallTalk.Thanks => "small.thanks",
            SmallTalk.Bye => "small.bye",
            SmallTalk.Heard => "small.heard",
            SmallTalk.WhoAreYou => "small.who",
            SmallTalk.CanYouBeTrusted => "small.trust",
            SmallTalk.Annoyed => "small.annoyed",
            SmallTalk.Lend => "small.lend",
            // Debts come first: then nothing is said about scores and limits.
            SmallTalk.Raise when Trouble.Is(talk.Member) => "small.raise_later",
            SmallTalk.Raise => "small.raise",
            _ => throw new ArgumentOutOfRangeException(nameof(said), meant, "Small talk without a line."),
        });
        return true;
    }

    /// <summary>What is never an answer. “ok”, “no job” and “I want a higher limit” may be one, and so may anything where free words are asked for.</summary>
    public static SmallTalk? Aside(Ask ask, string text) =>
        ask.Kind != AskKind.Text && SmallTalks.Read(text) is { } said && said is not (SmallTalk.Heard or SmallTalk.Hardship or SmallTalk.Raise) ? said : null;
}
