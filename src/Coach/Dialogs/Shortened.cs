using Ontime.Typing;

namespace Ontime.Dialogs;

/// <summary>English labels as people say them shorter: “never late please” is “Never pay late”, “yes, keep” is “Keep it”.</summary>
internal static class Shortened
{
    private static readonly string[] Around = ["please", "pls", "just", "the", "a", "an", "my", "i", "i'd", "i'm", "to", "want", "like", "would", "yes", "yeah", "ok", "okay", "then"],
        Denials = ["not", "no", "never", "none", "nothing", "without", "don't", "can't", "cannot", "isn't", "haven't"];

    /// <summary>True where the words stand in the label in this order, make up half of it at least, and leave no “not” of it out.</summary>
    public static bool Is(string label, string text)
    {
        var (whole, said) = (Words(label), Words(text));
        said.RemoveAll(word => Around.Contains(word));
        if (!said.Exists(word => word.Length > 2) || said.Count * 2 < whole.Count)
        {
            return false;
        }

        var at = 0;
        foreach (var word in whole)
        {
            if (at < said.Count && said[at] == word)
            {
                at++;
            }
            else if (Denials.Contains(word))
            {
                return false;
            }
        }

        return at == said.Count;
    }

    private static List<string> Words(string text) => [.. Plain.Of(text).Split([' ', ',', '.', '!', '?', ';', ':'], StringSplitOptions.RemoveEmptyEntries)];
}
