namespace Ontime.Dialogs;

/// <summary>Placeholders: the same in every language, and each of them filled by somebody.</summary>
internal static class Filled
{
    // What stands for an answer: its name, its words, its number, how much less than before; of bills and months: how many of how many.
    private static readonly HashSet<string> OfAnswers = ["name", "answer", "n", "m", "diff"];

    // A line of “how it adds up” that an item words for itself.
    private static readonly HashSet<string> OfLines = ["name", "earned", "of", "words", "gain", "until"];

    public static IEnumerable<Fault> Check(DialogSet set, Bound bound)
    {
        var english = set.Texts(Language.En);
        foreach (var (key, template) in set.Texts(Language.ZhHans).Sentences)
        {
            var here = Placeholders.Of(template).ToHashSet();
            if (english.Find(key) is { } other && !here.SetEquals(Placeholders.Of(other)))
            {
                yield return set.Fault(Language.ZhHans, key, $"“{key}” has {Listed(here)} here and {Listed(Placeholders.Of(other))} in English; make them the same");
            }
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            foreach (var (key, template) in set.Texts(language).Sentences)
            {
                foreach (var name in Placeholders.Of(template).Distinct().Where(name => !Fills(name, bound.Said.Contains(key) ? bound.Arguments : key.EndsWith(".line_more", StringComparison.Ordinal) ? OfLines : OfAnswers, bound)))
                {
                    yield return set.Fault(language, key, $"nothing fills {{{name}}} in “{key}”; take it out, or bind it in the program");
                }

                if (template.Count(letter => letter == '{') != template.Count(letter => letter == '}'))
                {
                    yield return set.Fault(language, key, $"“{key}” has a brace without its other half");
                }
            }
        }
    }

    private static bool Fills(string name, IReadOnlySet<string> here, Bound bound) => here.Contains(name) || bound.Values.Contains(name);

    private static string Listed(IEnumerable<string> names) =>
        names.Distinct().Order(StringComparer.Ordinal).Select(name => $"{{{name}}}").ToList() is { Count: > 0 } list ? string.Join(" ", list) : "no placeholder";
}
