using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Plan;

/// <summary>Says what the plan came with.</summary>
internal static class PlanWakes
{
    /// <returns>False where nothing of the plan is due.</returns>
    public static bool Tell(Talk talk)
    {
        if (PlanDue.Next(talk.Member, talk.Zone, talk.Now) is not var (occasion, at) || at > talk.Now)
        {
            return false;
        }

        if (talk.Member.Top?.Open is not null)
        {
            // What was left open days ago is no longer the question.
            talk.Effects.Add(new Effect.Strip("q", null));
        }

        talk.Member = Pace.Spoke(talk.Member, talk.Now) with { Frames = [], QuestionsOn = talk.Today };
        talk.Happened(EventKinds.Told, ("what", $"plan_{occasion.ToString().ToLowerInvariant()}"));
        Mark(talk, occasion);
        Machine.Open(talk, occasion switch
        {
            PlanOccasion.Review => "review",
            PlanOccasion.Month => "plan.month",
            PlanOccasion.CheckIn => "monthly",
            _ => "plan.offer",
        });
        return true;
    }

    private static void Mark(Talk talk, PlanOccasion occasion)
    {
        talk.Member = occasion switch
        {
            PlanOccasion.Review => talk.Member with { SixMonths = talk.Member.SixMonths! with { ReviewTold = talk.Today } },
            PlanOccasion.CheckIn => talk.Member with { CheckIn = (talk.Member.CheckIn ?? new CheckIn()) with { On = talk.Today } },
            PlanOccasion.Offer => talk.Member with { PlanOffered = talk.Now },
            _ => talk.Member,
        };
        CourseBindings.Settle(talk);
    }
}
