using System.Globalization;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>The “3/8” of a session: which part is being asked, and how many there will be.</summary>
internal static class Sessions
{
    private const string Done = "parts", Part = "part";

    /// <summary>Dialogs that go through several questions, each of which can be passed; any other is a menu or a card, which is left.</summary>
    public static bool Is(string dialog) => dialog is "first" or "back" or "daily" or "check";

    /// <summary>The session goes to its next part. On the way back the count goes back too.</summary>
    public static Frame Began(Frame frame, Step step)
    {
        var asked = Asked(frame);
        var at = asked.IndexOf(step.Id);
        var now = at < 0 ? [.. asked, step.Id] : asked[..(at + 1)];
        return frame.With(Done, string.Join(' ', now)).With(Part, step.Id);
    }

    /// <summary>The number of the part being asked and the number of all; null outside a session's part.</summary>
    public static (int Number, int Total)? Progress(Talk talk)
    {
        // Where an interrupt talks, the question is none of the session's.
        if (talk.Frames.Exists(frame => frame.Interrupt) || talk.Frames.Find(frame => frame.Note(Part) is not null) is not { } session)
        {
            return null;
        }

        var asked = session.Note(Done) is { Length: > 0 } parts ? parts.AsSpan().Count(' ') + 1 : 0;
        var steps = talk.Set.Dialog(session.Dialog)!.Steps;
        var current = session.Note(Part);
        if (talk.Set.Find(session.Step) is not { Part: true })
        {
            return null;
        }

        var (total, passed) = (asked, false);
        for (var n = 0; n < steps.Count; n++)
        {
            var step = steps[n];
            if (passed && step.Part && step.Doing is not Doing.Call { Pick: not null } && Guards.Hold(talk, step) && Worth(talk, step))
            {
                total++;
            }

            passed = passed || step.Id == current;
        }

        return (asked, total);
    }

    /// <summary>Enough for now: out of the loop of questions, with its closing line.</summary>
    public static void Stop(Talk talk)
    {
        talk.Effects.Add(new Effect.Strip("q", talk.TappedMessage));
        var first = talk.Frames.FindIndex(frame => frame.Dialog is "check" or "daily");
        talk.CloseFrom(Math.Max(first, 0));
        talk.Say("house.enough");
        Machine.Run(talk);
    }

    private static bool Worth(Talk talk, Step step) => step.Doing is not Doing.Call { Target: { } target } || Guards.WorthAsking(talk, step, target);

    private static List<string> Asked(Frame frame) =>
        frame.Note(Done) is { Length: > 0 } parts ? [.. parts.Split(' ')] : [];

    public static Arg.Number Number(int value) => new(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
}
