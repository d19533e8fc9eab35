using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>Whether a step is run at all.</summary>
internal static class Guards
{
    public static bool Hold(Talk talk, Step step)
    {
        if (step.Amounts && talk.Amounts is null)
        {
            return false;
        }

        foreach (var guard in step.When)
        {
            if (!Holds(talk, guard))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A part of a session is passed over while its answer is fresh, except on the way back to it.</summary>
    public static bool WorthAsking(Talk talk, Step step, string target) =>
        talk.Top.Note("again") == step.Id || !Fresh(talk, target);

    /// <summary>Of a card of ticks one is enough: what was left blank is asked by itself another time.</summary>
    private static bool Fresh(Talk talk, string target) =>
        talk.Set.Find(target) is { Doing: Doing.Asking { Ask: { Kind: AskKind.Card } card } } ? card.Options.Any(item => Fresh(talk, item))
        : talk.Set.Items.TryGetValue(target, out var item) && talk.Answers.TryGetValue(target, out var answer) && !Asking.Due(item, answer, talk.Now);

    private static bool Holds(Talk talk, Guard guard) => guard switch
    {
        Guard.Answered answered => talk.Answers.TryGetValue(answered.Step, out var answer) && answered.Options.Contains(answer.Option),
        Guard.Known known => talk.Answers.TryGetValue(known.Step, out var answer) && answer.Option != Answer.Skipped,
        Guard.Fact fact => Bindings.Facts[fact.Name](talk) == fact.Expected,
        _ => throw new ArgumentOutOfRangeException(nameof(guard), guard.GetType().Name, "A guard without a rule."),
    };
}
