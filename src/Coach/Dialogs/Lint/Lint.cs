namespace Ontime.Dialogs;

/// <summary>Looks for what the reader cannot see: whether steps, texts, points and the program fit together.</summary>
public static class Lint
{
    /// <returns>Every fault with its file, line and step, in the order of the files; empty where all is well.</returns>
    public static IReadOnlyList<Fault> Check(DialogSet set) => Check(set, Bound.Here);

    internal static IReadOnlyList<Fault> Check(DialogSet set, Bound bound) =>
    [
        .. new[]
        {
            Targets.Check(set),
            Ways.Check(set),
            Reachable.Check(set, bound),
            Loops.Check(set),
            Names.Check(set, bound),
            OptionKeys.Check(set),
            Cards.Check(set),
            Earnings.Check(set),
            Bands.Check(set),
            Statements.Check(set, bound),
            MissingTexts.Check(set, bound),
            UnusedTexts.Check(set, bound),
            Filled.Check(set, bound),
            Sizes.Check(set),
            Markup.Check(set),
            Voice.Check(set),
        }.SelectMany(faults => faults).Distinct()
            .OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line).ThenBy(fault => fault.Sentence, StringComparer.Ordinal),
    ];
}

/// <summary>What the checks share.</summary>
internal static class Looking
{
    public static IEnumerable<(Dialog Dialog, Step Step)> Steps(this DialogSet set) =>
        set.Dialogs.SelectMany(dialog => dialog.Steps.Select(step => (dialog, step)));

    public static Ask? Ask(this Step step) => (step.Doing as Doing.Asking)?.Ask;

    /// <summary>A fault of a step, at its line.</summary>
    public static Fault Fault(this DialogSet set, Step step, string sentence) =>
        new(set.Dialog(step.Dialog)?.File ?? step.Dialog, step.Line, step.Id, sentence);

    /// <summary>A fault of a text, at its line.</summary>
    public static Fault Fault(this DialogSet set, Language language, string key, string sentence) =>
        new(File(language), set.Texts(language).LineOf(key), set.Owner(key)?.Id, sentence);

    public static string File(Language language) => $"text/{language.Code()}.yaml";

    /// <summary>The step whose id the key begins with, the longest one; null where it is a text of the house.</summary>
    public static Step? Owner(this DialogSet set, string key)
    {
        for (var end = key.Length; end > 0; end = key.LastIndexOf('.', end - 1))
        {
            if (set.Find(key[..end]) is { } step)
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>Where a step says that it leads: by each option, and else.</summary>
    public static IEnumerable<string> Targets(this Step step) => step.Go.By.Values.Append(step.Go.Else).OfType<string>().Distinct();

    /// <summary>The step a call begins with: a dialog of that name goes first, as in the machine.</summary>
    public static Step? Entry(this DialogSet set, string target) => set.Find(set.Dialog(target)?.Start ?? target);
}
