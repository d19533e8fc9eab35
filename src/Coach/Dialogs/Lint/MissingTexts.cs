namespace Ontime.Dialogs;

/// <summary>Every text that a step or the program needs stands in every language; so does every text that stands in one.</summary>
internal static class MissingTexts
{
    private static readonly Language[] All = Enum.GetValues<Language>();

    public static IEnumerable<Fault> Check(DialogSet set, Bound bound)
    {
        var needed = new HashSet<string>();
        foreach (var (_, step) in set.Steps())
        {
            foreach (var key in StepTexts.Needed(set, step).Where(needed.Add))
            {
                foreach (var language in All.Where(language => !set.Texts(language).Has(key)))
                {
                    yield return set.Fault(step, $"{Looking.File(language)} has no text “{key}”; write it");
                }
            }
        }

        var said = bound.Said.Concat(SaidByCode.OfData(set)).Where(needed.Add).ToList();
        foreach (var (key, language) in said.SelectMany(key => All.Select(language => (key, language))).Where(pair => !set.Texts(pair.language).Has(pair.key)))
        {
            yield return new Fault(Looking.File(language), 0, null, $"the coach says “{key}”, and there is no such text; write it");
        }

        foreach (var language in All)
        {
            foreach (var other in All.Where(other => other != language))
            {
                foreach (var key in set.Texts(language).Keys.Where(key => !needed.Contains(key) && !Same(set.Texts(language), set.Texts(other), key)))
                {
                    yield return set.Fault(language, key, $"“{key}” stands here and not in {Looking.File(other)}; write it there, or take it away");
                }
            }
        }
    }

    private static bool Same(Texts one, Texts other, string key) => one.Has(key) ? other.Has(key) : other.HasWords(key);
}
