using System.Collections.Immutable;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>What a changed edition did to a member inside of it.</summary>
public enum Settled
{
    /// <summary>The question that waits is still there.</summary>
    GoesOn,

    /// <summary>The question that waits, or something on the way to it, goes by a new name; nothing was lost.</summary>
    Mapped,

    /// <summary>The question that waited is gone: the member stands at an earlier step, or at none, and must be told.</summary>
    SetBack,
}

/// <summary>Finds a member's place again in a changed edition.</summary>
public static class Editions
{
    // Kept by actions in C#, never offered as a button.
    private static readonly string[] KeptByCode = [Answer.Value, Answer.Skipped, "settled"];

    /// <summary>
    /// The member as this edition knows them. After <see cref="Settled.SetBack"/> the step on top has no open question yet: whoever
    /// calls says so and runs the machine.
    /// </summary>
    /// <remarks>
    /// Answers to a step that is gone stay in the document: they count for nothing, and the way back to the edition before finds them
    /// again. An answer with a lost option of a step that still stands is dropped: it would be read as something else.
    /// </remarks>
    public static (Member Member, Settled Settled) Settle(Member member, DialogSet set)
    {
        var renames = set.Renames;
        var named = renames.Apply(member);
        var frames = new Frame?[named.Frames.Count];
        var moved = false;
        for (var n = 0; n < frames.Length; n++)
        {
            frames[n] = Placed(named.Frames[n], set);
            moved = moved || !ReferenceEquals(frames[n], named.Frames[n]);
        }

        var answers = Known(named.Answers, set);

        // Most of the time nothing has changed: then it is the very same member.
        var settled = !moved && answers == named.Answers ? named : named with
        {
            Frames = moved ? [.. frames.OfType<Frame>()] : named.Frames,
            Answers = answers,
        };
        var lost = named.Top is { } top && (frames[^1] is not { } talks || talks.Step != top.Step || talks.Open is null != top.Open is null);
        var renamed = renames.Touches(member.Frames);
        return (settled, lost ? Settled.SetBack : renamed ? Settled.Mapped : Settled.GoesOn);
    }

    /// <summary>What this edition would do to a member whose open question is this step, as far as the step alone tells: for a preview.</summary>
    public static Settled Foresee(string step, DialogSet set)
    {
        var now = set.Renames.Name(step);
        return set.Find(now) is not { Doing: Doing.Asking } ? Settled.SetBack : now == step ? Settled.GoesOn : Settled.Mapped;
    }

    /// <summary>The frame at its own step, or at the nearest one before it that still exists; null where there is none.</summary>
    private static Frame? Placed(Frame frame, DialogSet set)
    {
        var trail = Standing(frame.Trail, set);
        if (set.Find(frame.Step) is { } step)
        {
            var here = step.Dialog == frame.Dialog && trail == frame.Trail ? frame : frame with { Dialog = step.Dialog, Trail = trail };
            return here.Open is { } open ? Reopened(here, open, step) : here;
        }

        return trail.IsEmpty ? null : (frame with
        {
            Dialog = set.Find(trail[^1])!.Dialog, Step = trail[^1], Open = null, Trail = trail.RemoveAt(trail.Count - 1),
        }).With("ticks", null);
    }

    private static ImmutableList<string> Standing(ImmutableList<string> trail, DialogSet set)
    {
        for (var n = trail.Count - 1; n >= 0; n--)
        {
            trail = set.Find(trail[n]) is null ? trail.RemoveAt(n) : trail;
        }

        return trail;
    }

    /// <summary>The question goes on waiting, without what can't be answered any more; a step that no longer asks is run anew.</summary>
    private static Frame Reopened(Frame frame, Open open, Step step)
    {
        if (step.Doing is not Doing.Asking { Ask: var ask })
        {
            return frame with { Open = null };
        }

        if (open.Pending is { } pending && !step.Confirm.ContainsKey(pending) && !ask.Options.Contains(pending))
        {
            frame = frame with { Open = open with { Pending = null } };
        }

        var ticks = Options.Ticked(frame);
        if (ticks.Count == 0)
        {
            return frame;
        }

        var left = ticks.Where(ask.Options.Contains).ToList();
        return left.Count == ticks.Count ? frame : frame.With("ticks", left.Count == 0 ? null : string.Join(' ', left));
    }

    private static ImmutableSortedDictionary<string, Answer> Known(ImmutableSortedDictionary<string, Answer> answers, DialogSet set)
    {
        foreach (var (id, answer) in answers)
        {
            if (set.Find(id) is not { } step)
            {
                continue;
            }

            var left = Known(step, answer);
            answers = left is null ? answers.Remove(id) : left == answer ? answers : answers.SetItem(id, left);
        }

        return answers;
    }

    /// <summary>The answer without the ticks that are gone; null where nothing of it is left.</summary>
    private static Answer? Known(Step step, Answer answer) =>
        answer.Many is { } many ? Known(step, answer, many) : Has(step, answer.Option) ? answer : null;

    private static Answer? Known(Step step, Answer answer, IReadOnlyList<string> many)
    {
        var left = many.Where(option => Has(step, option)).ToList();
        return left.Count == many.Count ? answer : left.Count == 0 ? null : answer with { Many = left };
    }

    private static bool Has(Step step, string option) =>
        KeptByCode.Contains(option)
        || step.Doing is not Doing.Asking { Ask: { From: null } ask }
        || ask.Options.Contains(option)
        || step.Item?.Shares.ContainsKey(option) == true;
}
