using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>Runs dialogs: from where a member stands to the next question, or to the end.</summary>
internal static class Machine
{
    /// <summary>The way of a pick that found nothing.</summary>
    private const string Nothing = "none";

    /// <summary>The note of a frame that was opened for one step and goes no further.</summary>
    public const string Only = "only";

    /// <summary>Opens a dialog, or a single step, and runs it. In the middle of another it is an interrupt, which goes back to it afterwards.</summary>
    public static void Open(Talk talk, string target, params (string Name, string Value)[] notes)
    {
        // What is open already is not opened inside itself: it begins anew where it is.
        var frame = FrameAt(talk, target, talk.Frames.Count > 0);
        var same = talk.Frames.FindIndex(open => open.Dialog == frame.Dialog && !open.Interrupt && talk.Set.Find(open.Step)?.Item is null);
        if (same >= 0)
        {
            talk.Effects.Add(new Effect.Strip("q", null));
            talk.CloseFrom(same + 1);
            talk.Replace(notes.Aggregate(talk.Top with { Step = frame.Step, Open = null }, (with, note) => with.With(note.Name, note.Value)));
            Run(talk);
            return;
        }

        // An interrupt inside an interrupt replaces it: nobody has to find the way out of three menus.
        var first = talk.Frames.FindIndex(frame => frame.Interrupt);
        if (first >= 0)
        {
            talk.CloseFrom(first);
            talk.Effects.Add(new Effect.Strip("q", null));
        }
        else if (talk.Member.Top?.Open is not null)
        {
            talk.Effects.Add(new Effect.Strip("q", null));
        }

        talk.Push(notes.Aggregate(frame, (with, note) => with.With(note.Name, note.Value)));
        Run(talk);
    }

    /// <summary>Runs steps until one waits. A dialog that loops without a question ends visibly.</summary>
    public static void Run(Talk talk)
    {
        for (var steps = 0; talk.Frames.Count > 0; steps++)
        {
            if (steps == Limits.StepsATurn)
            {
                talk.Frames = [];
                talk.Happened(EventKinds.Looped);
                talk.Say("house.fault");
                return;
            }

            if (!Advance(talk))
            {
                return;
            }
        }
    }

    /// <summary>The open question once more; where something else has settled it since, what comes after it.</summary>
    public static void AskAgain(Talk talk, Step step, Ask ask)
    {
        if (Guards.Hold(talk, step))
        {
            Prompts.Ask(talk, step, ask);
            return;
        }

        talk.Replace(talk.Top with { Open = null });
        Run(talk);
    }

    /// <summary>Takes the answer to the open question and goes on.</summary>
    public static void Take(Talk talk, Step step, Given given)
    {
        var number = talk.Top.Open!.Number;
        talk.Answered = number;
        talk.Replace(talk.Top.With(step.Id, given.Option).With("ticks", null));
        talk.Given = given;
        talk.Before = talk.Answers.GetValueOrDefault(step.Id);
        Answering.Keep(talk, step, given);
        Do(talk, step);
        if (talk.Forget || talk.Frames.Count == 0)
        {
            return;
        }

        talk.Echo = Replies.Echo(talk, step, given).Below(talk.Echo);
        Move(talk, step, given.Option);
        Run(talk);
    }

    /// <summary>Goes on without an answer.</summary>
    public static void PassOver(Talk talk, Step step, Echo? echo)
    {
        talk.Answered = talk.Top.Open!.Number;
        talk.Echo = echo;
        if (step.Item is not null)
        {
            // Passing an item passes what it would have led to.
            Return(talk, null);
        }
        else
        {
            // Passing a part of one (the day of a bill) must not lose the rest: its actions run without an answer.
            talk.Given = null;
            Do(talk, step);
            Move(talk, step, null);
        }

        Run(talk);
    }

    /// <summary>Leaves the dialog that talks, or the whole session where it is none's interrupt; what was asked below is asked again.</summary>
    public static void Leave(Talk talk)
    {
        talk.Effects.Add(new Effect.Strip("q", talk.TappedMessage));
        var first = talk.Frames.FindIndex(frame => frame.Interrupt);
        talk.CloseFrom(Math.Max(first, 0));
        Run(talk);
    }

    /// <summary>Back to the question before, in this dialog or in the one that called it. False where there is none.</summary>
    public static bool Back(Talk talk)
    {
        var depth = talk.Frames.Count - 1;
        while (depth >= 0 && talk.Frames[depth].Trail.Count == 0 && !talk.Frames[depth].Interrupt)
        {
            depth--;
        }

        if (depth < 0 || talk.Frames[depth].Trail.Count == 0)
        {
            return false;
        }

        talk.Effects.Add(new Effect.Strip("q", talk.TappedMessage));
        var frame = talk.Frames[depth];
        talk.CloseFrom(depth);
        var before = frame.Trail[^1];
        talk.Push(frame.With("again", before) with { Step = before, Open = null, Trail = frame.Trail.RemoveAt(frame.Trail.Count - 1) });
        Run(talk);
        return true;
    }

    /// <summary>One step. False where it waits.</summary>
    private static bool Advance(Talk talk)
    {
        var frame = talk.Top;
        var step = talk.Set.Find(frame.Step);
        if (step is null)
        {
            // A step that a changed edition lost: Editions.Settle has already looked for a way; this is the last resort.
            talk.Pop();
            return true;
        }

        var given = frame.Open is null ? frame.Note($"={step.Id}") : null;
        if (given is not null && step.Amounts && talk.Amounts is null && frame.Note("consent") is null)
        {
            // An amount was typed before amounts were agreed to: that is asked first, and only once.
            talk.Replace(frame.With("consent", "asked"));
            talk.Push(FrameAt(talk, "amounts", interrupt: false));
            return true;
        }

        // Looked at again when an interrupted question comes back: what happened between may have settled it.
        if (given is null ? !Guards.Hold(talk, step) : step.Amounts && talk.Amounts is null)
        {
            // A loop of picks that is passed over has picked nothing.
            Move(talk, step, step.Doing is Doing.Call { Pick: not null } ? Nothing : null);
            return true;
        }

        switch (step.Doing)
        {
            case Doing.Asking asking when given is not null:
                // Typed together with an earlier answer: no need to ask.
                talk.Replace((frame.With($"={step.Id}", null)) with { Open = new Open(talk.Asked, 0, null, talk.Now) });
                if (Prefills.Read(asking.Ask, given) is { } known)
                {
                    Take(talk, step, known with { Typed = true });
                    return false;
                }

                return true;
            case Doing.Asking asking:
                Prompts.Ask(talk, step, asking.Ask);
                return false;
            case Doing.Call call:
                Call(talk, step, call);
                return true;
            case Doing.Say:
                if (step.Lead)
                {
                    talk.Lead = talk.Line(step.Id);
                }
                else
                {
                    talk.FlushEcho();
                    talk.Say(step.Id);
                }

                Do(talk, step);
                break;
            case Doing.Pass:
                Do(talk, step);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(talk), step.Doing.GetType().Name, "A doing without a way.");
        }

        // An action may have opened or closed dialogs itself; then this step is no longer the one to leave.
        if (!talk.Forget && talk.Frames is [.., var top] && top == frame)
        {
            Move(talk, step, null);
        }

        return !talk.Forget;
    }

    private static void Call(Talk talk, Step step, Doing.Call call)
    {
        var target = call.Target ?? Bindings.Picks[call.Pick!](talk);
        if (target is null || (step.Part && !(Guards.WorthAsking(talk, step, target) && (talk.Set.Find(target) is not { } part || Guards.Hold(talk, part)))))
        {
            Move(talk, step, target is null ? Nothing : null);
            return;
        }

        var frame = talk.Top.With("again", null);
        talk.Replace(step.Part ? Sessions.Began(frame, step) : frame, FrameAt(talk, target, interrupt: false));
        if (step.Lead)
        {
            talk.Lead = talk.Line(step.Id);
        }
    }

    private static void Do(Talk talk, Step step)
    {
        foreach (var action in step.Do)
        {
            Bindings.Actions[action](talk);
        }
    }

    private static void Move(Talk talk, Step step, string? option)
    {
        var frame = talk.Top;
        var target = frame.Note(Only) == step.Id ? Go.End : step.Go.After(option);
        if (target != Go.End)
        {
            var next = talk.Set.Find(target);
            var trail = step.Doing is Doing.Asking || step.Part ? Trailed(frame, step) : frame.Trail;
            talk.Replace(frame with { Dialog = next?.Dialog ?? frame.Dialog, Step = target, Open = null, Trail = trail });
            return;
        }

        Return(talk, option);
    }

    /// <summary>Back to whoever called, with the answer that decides its way.</summary>
    private static void Return(Talk talk, string? option)
    {
        talk.Pop();
        if (talk.Frames is [.., { Open: null } caller] && talk.Set.Find(caller.Step) is { Doing: Doing.Call } calling)
        {
            // The answer “none” of a step that was picked is no pick of none: the loop goes on.
            Move(talk, calling, calling.Doing is Doing.Call { Pick: not null } && option == Nothing ? null : option);
        }
    }

    private static System.Collections.Immutable.ImmutableList<string> Trailed(Frame frame, Step step)
    {
        var trail = frame.Trail.Count > 0 && frame.Trail[^1] == step.Id ? frame.Trail : frame.Trail.Add(step.Id);
        return trail.Count > Limits.Trail ? trail.RemoveAt(0) : trail;
    }

    private static Frame FrameAt(Talk talk, string target, bool interrupt)
    {
        if (talk.Set.Dialog(target) is { } dialog)
        {
            return new Frame(dialog.Id, dialog.Start, interrupt);
        }

        var step = talk.Set.Find(target) ?? throw new InvalidOperationException($"No dialog and no step is called {target}.");
        return new Frame(step.Dialog, step.Id, interrupt);
    }
}
