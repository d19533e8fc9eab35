using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Admin;

/// <summary>An admin's order reaches the person it concerns; the admin hears what became of it. Everything the person should know is said to them.</summary>
internal static class Carrying
{
    public static void Handle(Talk talk, Input.Ordered ordered)
    {
        if (ordered.Order is Order.Message && !talk.Member.Reachable)
        {
            talk.Effects.Add(Answer(ordered, OrderFate.Unreachable));
            return;
        }

        switch (ordered.Order)
        {
            case Order.Reset:
                talk.Effects.Add(new Effect.Strip("q", null));
                talk.Member = talk.Member with { Frames = [] };
                talk.SayWith([[Idle.Command(talk, "check"), Idle.Command(talk, "help")]], "operator.reset");
                break;
            case Order.Pause:
                talk.Member = talk.Member with { Paused = Paused.All };
                talk.Say("operator.paused");
                break;
            case Order.Ban:
                if (talk.Member.Reachable)
                {
                    talk.Effects.Add(new Effect.Strip("q", null));
                }

                talk.Member = talk.Member with { Frames = [], Banned = talk.Member.Banned ?? new Ban(talk.Now, Said: false) };
                break;
            case Order.Unban:
                talk.Member = talk.Member with { Banned = null };
                break;
            case Order.Message message:
                talk.SayWith([[Idle.Command(talk, "feedback")]], "operator.message", ("words", new Arg.Words(message.Text)));
                break;
            case Order.Retry:
                talk.Say("operator.again");
                Saying.Resume(talk);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(ordered), ordered.Order.GetType().Name, "Nothing that concerns one person.");
        }

        talk.Happened(EventKinds.Operator, ("what", Orders.Name(ordered.Order)));
        talk.Effects.Add(Answer(ordered, OrderFate.Done));
    }

    /// <summary>Nobody is kept under that number: nothing is sent there.</summary>
    public static Turn Nobody(Input.Ordered ordered) => new(null, ordered.Language, [Answer(ordered, OrderFate.Nobody)], []);

    // Without the words of a message: they have arrived where they belong.
    private static Effect.Tell Answer(Input.Ordered ordered, OrderFate fate) =>
        new(ordered.By, new Input.Carried(ordered.Order is Order.Message message ? message with { Text = "…" } : ordered.Order, fate, ordered.Language));
}
