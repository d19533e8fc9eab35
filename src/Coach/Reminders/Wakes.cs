using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Plan;
using Ontime.Scores;

namespace Ontime.Reminders;

/// <summary>The moment a member waited for has come: what was promised is said, and at most one thing besides.</summary>
internal static class Wakes
{
    /// <summary>A reminder this late is no longer what was asked for.</summary>
    private static readonly Duration TooLate = Duration.FromHours(12);

    public static void Handle(Talk talk)
    {
        Retention.Handle(talk);
        if (talk.Forget || talk.Member.Banned is not null)
        {
            return;
        }

        Reminding.Handle(talk, BillAgenda.Look(talk.Member, talk.Now));
        if (talk.Member.QuietUntil is not { } until || until <= talk.Now)
        {
            Plans(talk);
        }

        if (Pace.Silent(talk.Member, talk.Now))
        {
            return;
        }

        if (Pace.ShouldHalve(talk.Member) && (talk.Member.HalvingSaid || Agenda.QuestionsAt(talk) <= talk.Now))
        {
            Halve(talk);
        }
        else if (Agenda.NudgeAt(talk) <= talk.Now)
        {
            Nudge(talk);
        }
        else if (DatedWords.Tell(talk))
        {
            return;
        }
        else if (Agenda.ReturnAt(talk) <= talk.Now)
        {
            Return(talk);
        }
        else if (PlanWakes.Tell(talk))
        {
            return;
        }
        else if (Agenda.QuestionsAt(talk) <= talk.Now)
        {
            Ask(talk);
        }
    }

    private static void Plans(Talk talk)
    {
        if (Agenda.PlanAt(talk) <= talk.Now)
        {
            Reminded.Say(talk, TooLate);
        }
    }

    /// <summary>Said once, in place of what would have come; from then on it comes half as often.</summary>
    private static void Halve(Talk talk)
    {
        var said = talk.Member.HalvingSaid;
        talk.Member = Pace.Halve(talk.Member) with { HalvingSaid = true };
        if (said)
        {
            return;
        }

        talk.Member = Pace.Spoke(talk.Member, talk.Now) with { QuestionsOn = talk.Today };
        talk.SayWith([[new Button("c:even_less", talk.Line("button.even_less")), new Button("c:as_before", talk.Line("button.as_before"))]], "house.halved");
        talk.Happened(EventKinds.Told, ("what", "halved"));
    }

    private static void Nudge(Talk talk)
    {
        talk.Member = Pace.Spoke(talk.Member, talk.Now) with { Nudged = talk.Now };
        var progress = Sessions.Progress(talk);
        talk.SayWith(
            [[new Button("c:go_on", talk.Line("button.go_on")), new Button("c:no_thanks", talk.Line("button.no_thanks"))]],
            progress is null ? "house.nudge_last" : "house.nudge",
            ("n", Sessions.Number(progress?.Number ?? 0)),
            ("left", Sessions.Number(progress?.Total - progress?.Number + 1 ?? 0)));
        talk.Happened(EventKinds.Told, ("what", "nudge"));
    }

    private static void Return(Talk talk)
    {
        talk.Member = Pace.Spoke(talk.Member, talk.Now) with { Returned = talk.Now, QuestionsOn = talk.Today, QuestionsToday = 0 };
        if (CheckBindings.StaleCount(talk) == 0)
        {
            return;
        }

        // What was open a month ago is no longer the question.
        if (talk.Member.Top?.Open is not null)
        {
            talk.Effects.Add(new Effect.Strip("q", null));
        }

        talk.Member = talk.Member with { Frames = [] };
        talk.Happened(EventKinds.Told, ("what", "return"));
        Machine.Open(talk, "back");
    }

    private static void Ask(Talk talk)
    {
        if (Lessons.Next(talk) is { } lesson)
        {
            talk.Member = Pace.Spoke(talk.Member, talk.Now) with { QuestionsOn = talk.Today };
            Machine.Open(talk, lesson);
            return;
        }

        if (Checklist.Questions.Next(talk.Set.Items, talk.Standing, 1, CheckBindings.Allowed(talk)).Count == 0)
        {
            // Nothing to ask: no need to look again every day.
            talk.Member = talk.Member with { RestUntil = talk.Today.PlusDays(3) };
            return;
        }

        talk.Member = Pace.Spoke(talk.Member, talk.Now);
        talk.Happened(EventKinds.Told, ("what", "questions"));
        Machine.Open(talk, "daily");
    }
}
