using Ontime.Dialogs;
using Ontime.Shield;
using Ontime.Typing;

namespace Ontime;

/// <summary>What typed words lead to, in this order: danger and shield, a command, the open question, and only then nothing in particular.</summary>
internal static class Saying
{
    public static void Handle(Talk talk, Input.Said said, Alarm? alarm)
    {
        if (alarm is not null && !(alarm is Alarm.Scam && Erasing(talk, said.Text)))
        {
            Alarms.Raise(talk, alarm, said.MessageId);
            return;
        }

        var text = Cleaned.Text(said.Text).Trim();
        if (text.StartsWith('/'))
        {
            Commands.Run(talk, text);
            return;
        }

        var typedOn = said.At.InZone(talk.Zone).Date;
        if (talk.Member.Top is { Open: not null } top && talk.Set.Find(top.Step) is { Doing: Doing.Asking { Ask: var ask } } step)
        {
            Answer(talk, step, ask, text, typedOn);
            return;
        }

        Idle.Handle(talk, text, typedOn);
    }

    /// <summary>Asked whether all is to go, “erase my record” means what is kept here; else it is what swindlers offer.</summary>
    private static bool Erasing(Talk talk, string text) => talk.Member.Top is { Open: not null, Step: "forget" } && Wishes.Read(text) == "forget";

    /// <summary>Asks the open question again below what was just said.</summary>
    public static void Resume(Talk talk)
    {
        if (talk.Member.Top is { Open: not null } top && talk.Set.Find(top.Step) is { Doing: Doing.Asking { Ask: var ask } } step)
        {
            talk.Effects.Add(new Effect.Strip("q", null));
            Machine.AskAgain(talk, step, ask);
        }
    }

    public static void Answer(Talk talk, Step step, Ask ask, string text, NodaTime.LocalDate typedOn)
    {
        // “ok thanks” takes what is offered; what is bad for whom says it, it does not admit.
        if (Chatting.Aside(ask, text) is { } said
            && (OptionWords.Match(talk, step, ask, text) is not { } match || (said is SmallTalk.Thanks or SmallTalk.Bye && step.Confirm.ContainsKey(match.Option)))
            && Chatting.Take(talk, said))
        {
            return;
        }

        if (Bills.NoMore.Take(talk, step, text))
        {
            return;
        }

        if (ask.Kind != AskKind.Text && Knowing.Take(talk, text))
        {
            return;
        }

        if (ask.Kind != AskKind.Text && SeveralBills.Read(text, talk.Member.Language) is { } several)
        {
            // A question for a bill takes the first, and the calendar the others.
            var amounts = Bills.Importing.Take(talk, string.Join('\n', several.Skip(ask.Kind == AskKind.Bill ? 1 : 0)));
            if (ask.Kind == AskKind.Bill)
            {
                Answered(talk, step, ask, several[0], typedOn);
            }

            Bills.Unagreed.Ask(talk, amounts);
            return;
        }

        Answered(talk, step, ask, text, typedOn);
    }

    private static void Answered(Talk talk, Step step, Ask ask, string text, NodaTime.LocalDate typedOn)
    {
        if (ask.Kind == AskKind.Bill && Bills.Lines.Again(talk, text))
        {
            return;
        }

        switch (Reading.Of(talk, step, ask, text, typedOn))
        {
            case Read.Answer answer:
                Machine.Take(talk, step, answer.Given);
                break;
            case Read.Confirm confirm:
                Dialogs.Asides.Confirm(talk, step, confirm.Option);
                break;
            case Read.Denied:
                Dialogs.Asides.Deny(talk);
                break;
            case Read.Before:
                talk.Say($"{step.Id}.past");
                break;
            case Read.Aside aside:
                Aside(talk, step, ask, aside.Word);
                break;
            default:
                // Words about a bill mean the reminder or the calendar, not the question; that stays open.
                if (!((Scores.TypedScore.IsOpen(talk) || Scores.TypedScore.Named(text)) && Scores.TypedScore.Take(talk, text, typedOn)) && !Bills.Lines.Correct(talk, text) && !Bills.TypedPayments.Take(talk, text, typedOn) && !Bills.Lines.Take(talk, text) && !Chatting.Take(talk, SmallTalks.Read(text)) && !Commands.Wished(talk, text) && !Knowing.Pass(talk, text))
                {
                    Dialogs.Asides.Missed(
                        talk, step, ask,
                        bare: Reading.Between(talk, ask, text, typedOn) is not null || Typist.Read(Kind.YesNo, text, talk.Member.Language, typedOn) is Typed.Word { Id: "yes" or "no" },
                        several: OptionWords.Several(talk, step, ask, text));
                }

                break;
        }
    }

    private static void Aside(Talk talk, Step step, Ask ask, Aside word)
    {
        switch (word)
        {
            case Typing.Aside.Why:
                Dialogs.Asides.Why(talk, step);
                break;
            case Typing.Aside.Example:
                Dialogs.Asides.Example(talk, step, ask);
                break;
            case Typing.Aside.Back:
                if (!Machine.Back(talk))
                {
                    talk.Say("house.no_back");
                }

                break;
            case Typing.Aside.Cancel:
                Commands.Run(talk, "/cancel");
                break;
            case Typing.Aside.Help:
                Commands.Run(talk, "/help");
                break;
            default:
                // Skip, and what the question has no option for: not sure, does not apply, rather not say.
                Dialogs.Asides.Skip(talk, step, typed: true);
                break;
        }
    }
}
