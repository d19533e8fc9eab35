namespace Ontime.Dialogs;

/// <summary>Every text is used by a step or named by the program: one that nobody reads is a slip of the pen or left over.</summary>
internal static class UnusedTexts
{
    public static IEnumerable<Fault> Check(DialogSet set, Bound bound)
    {
        var used = set.Steps().SelectMany(pair => StepTexts.Needed(set, pair.Step).Concat(StepTexts.Possible(pair.Step)))
            .Concat(bound.Said).Concat(SaidByCode.OfData(set)).ToHashSet();
        return
            from language in Enum.GetValues<Language>()
            from key in set.Texts(language).Keys
            where !used.Contains(key)
            select set.Fault(language, key, $"nobody says “{key}”; correct the name, or take it away");
    }
}
