using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Scores;
using Ontime.Typing;

namespace Ontime;

/// <summary>Words while no question is open.</summary>
internal static class Idle
{
    public static void Handle(Talk talk, string text, LocalDate typedOn)
    {
        var language = talk.Member.Language;
        if (Knowing.Take(talk, text))
        {
            return;
        }

        if (SeveralBills.Read(text, language) is { } several)
        {
            Unagreed.Ask(talk, Importing.Take(talk, string.Join('\n', several)));
            return;
        }

        if (Lines.Correct(talk, text))
        {
            return;
        }

        if (BillLines.Read(text, language) is not null)
        {
            Lines.Add(talk, Item.BillCalendar, text);
            return;
        }

        if (Undoing.Take(talk, text))
        {
            return;
        }

        if (TypedPayments.Take(talk, text, typedOn) || BareWords.Take(talk, text, typedOn))
        {
            return;
        }

        if (Lines.Take(talk, text))
        {
            return;
        }

        switch (Typing.Asides.Read(text, language))
        {
            case Aside.Help:
                Commands.Run(talk, "/help");
                return;
            case Aside.Cancel or Aside.Back:
                talk.Say("house.nothing_open");
                return;
        }

        if (TypedScore.Take(talk, text, typedOn))
        {
            return;
        }

        if (Commands.Wished(talk, text))
        {
            return;
        }

        var said = SmallTalks.Read(text);
        if (said != SmallTalk.Hello && (Chatting.Take(talk, said) || Knowing.Pass(talk, text)))
        {
            return;
        }

        talk.SayWith(
            [[Command(talk, "check"), Command(talk, "index")], [Command(talk, "next"), Command(talk, "help")]],
            "house.idle");
    }

    public static Button Command(Talk talk, string name) => new($"c:{name}", talk.Line($"button.{name}"));
}
