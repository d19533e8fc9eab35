using System.Globalization;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>Reminds of “when …, I will …”, once, and takes what came of it.</summary>
internal static class Reminded
{
    private static readonly Duration Later = Duration.FromHours(1);

    /// <summary>Says what is due. What is much too late is dropped in silence: it asked for a moment, not for a day.</summary>
    public static void Say(Talk talk, Duration tooLate)
    {
        foreach (var plan in talk.Member.Plans.Where(plan => plan.At <= talk.Now).ToList())
        {
            talk.Member = talk.Member with { Plans = talk.Member.Plans.Replace(plan, plan with { At = null }) };
            if (talk.Now - plan.At > tooLate)
            {
                continue;
            }

            talk.Happened(EventKinds.Told, ("what", "plan"), ("step", plan.Item));
            if (talk.Set.Find(plan.Item) is { Item: null, Doing: Doing.Asking })
            {
                // The follow-up of a call is a question of its own.
                Machine.Open(talk, plan.Item);
                continue;
            }

            talk.SayWith([[Press(talk, plan, "done"), Press(talk, plan, "later"), Press(talk, plan, "drop")], [Idle.Command(talk, "why_plan")]], "plan.remind", ("plan", new Arg.Block([talk.Line(plan.Key)])));
        }
    }

    /// <summary>Takes <c>p&lt;chosen&gt;:&lt;deed&gt;</c>, fenced by the moment the plan was made.</summary>
    public static Line? Press(Talk talk, string data)
    {
        var parts = data[1..].Split(':');
        var plan = parts.Length == 2 ? talk.Member.Plans.Find(plan => Key(plan) == parts[0]) : null;
        if (plan is null)
        {
            return Taps.Stale(talk);
        }

        switch (parts[1])
        {
            case "done":
                Keep(talk, plan, null);
                talk.Effects.Add(new Effect.Edit("n", talk.TappedMessage, new Message(talk.Line("plan.done"))));
                if (Course.StepOf(talk.Member, talk.Set, talk.Standing, plan.Item) is { Items.Count: 1 } step)
                {
                    CourseBindings.Tick(talk, step);
                }

                if (talk.Set.Find(plan.Item) is { Item: not null })
                {
                    Machine.Open(talk, plan.Item);
                }

                return null;
            case "later":
                Keep(talk, plan, plan with { At = talk.Now + Later });
                talk.Effects.Add(new Effect.Edit("n", talk.TappedMessage, new Message(talk.Line("plan.later", ("at", PlanBindings.When(talk, talk.Now + Later))))));
                return null;
            case "drop":
                Keep(talk, plan, null);
                talk.Effects.Add(new Effect.Edit("n", talk.TappedMessage, new Message(talk.Line("plan.dropped"))));
                return null;
            default:
                return Taps.Stale(talk);
        }
    }

    private static void Keep(Talk talk, IfThen plan, IfThen? kept) => talk.Member = talk.Member with
    {
        Plans = kept is null ? talk.Member.Plans.Remove(plan) : talk.Member.Plans.Replace(plan, kept),
    };

    private static Button Press(Talk talk, IfThen plan, string deed) => new($"p{Key(plan)}:{deed}", talk.Line($"button.plan_{deed}"));

    private static string Key(IfThen plan) => $"{plan.Chosen.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}.{plan.Item}";
}
