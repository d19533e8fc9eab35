using System.Collections.Frozen;
using System.Collections.Immutable;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>Old step ids and what they are called now, out of every “renamed_from”.</summary>
internal sealed class Renames(FrozenDictionary<string, string> now)
{
    // Notes of a frame whose value is a step's id, or several with a space between.
    private static readonly string[] NotesOfSteps = ["again", "part", "parts", "item", "ticks"];

    public static Renames Of(DialogSet set) => new(set.Dialogs
        .SelectMany(dialog => dialog.Steps)
        .SelectMany(step => step.RenamedFrom.Select(old => (old, step.Id)))
        .Where(pair => set.Find(pair.old) is null)
        .DistinctBy(pair => pair.old)
        .ToFrozenDictionary(pair => pair.old, pair => pair.Id));

    /// <summary>Whether anything on the way to the open question had another name.</summary>
    public bool Touches(ImmutableList<Frame> frames) => now.Count > 0 && frames.Exists(frame => Touches(frame.Step) || frame.Trail.Exists(Touches));

    public bool Touches(string step) => now.ContainsKey(step);

    public string Name(string step) => now.GetValueOrDefault(step, step);

    public Member Apply(Member member) => now.Count == 0 ? member : member with
    {
        Frames = member.Frames.ConvertAll(Apply),
        Answers = Answers(member.Answers),
        Plans = member.Plans.ConvertAll(plan => plan with { Item = Name(plan.Item), Key = Key(plan) }),
    };

    private Frame Apply(Frame frame) => frame with
    {
        Step = Name(frame.Step),
        Trail = frame.Trail.Any(Touches) ? frame.Trail.ConvertAll(Name) : frame.Trail,
        Notes = frame.Notes.ToImmutableSortedDictionary(note => Note(note.Key), note => NotesOfSteps.Contains(note.Key) ? Names(note.Value) : note.Value),
    };

    /// <summary>An answer given under the new name is the younger one and wins.</summary>
    private ImmutableSortedDictionary<string, Answer> Answers(ImmutableSortedDictionary<string, Answer> answers)
    {
        foreach (var (old, answer) in answers.Where(pair => Touches(pair.Key)).ToList())
        {
            answers = answers.Remove(old);
            answers = answers.ContainsKey(now[old]) ? answers : answers.Add(now[old], answer);
        }

        return answers;
    }

    private string Names(string steps) => string.Join(' ', steps.Split(' ').Select(Name));

    /// <summary>A note may be named after a step, or hold an answer for it: “=R1.day”.</summary>
    private string Note(string name) => name.StartsWith('=') ? $"={Name(name[1..])}" : Name(name);

    /// <summary>The text of a plan begins with its item's id.</summary>
    private string Key(IfThen plan) =>
        Touches(plan.Item) && plan.Key.StartsWith($"{plan.Item}.", StringComparison.Ordinal) ? $"{now[plan.Item]}{plan.Key[plan.Item.Length..]}" : plan.Key;
}
