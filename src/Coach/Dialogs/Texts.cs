using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Ontime.Dialogs;

/// <summary>The wording in one language: sentences by key, and lists of words that mean an option.</summary>
public sealed class Texts(
    FrozenDictionary<string, string> sentences, FrozenDictionary<string, IReadOnlyList<string>> words, FrozenDictionary<string, int> lines)
{
    private readonly ConcurrentDictionary<string, string[]> _placeholders = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => sentences.Keys.Concat(words.Keys);

    /// <summary>The sentence, or null where there is none.</summary>
    public string? Find(string key) => sentences.GetValueOrDefault(key);

    /// <summary>The names in braces of a sentence, in order; none where there is no sentence.</summary>
    internal IReadOnlyList<string> Placeholders(string key) =>
        _placeholders.GetOrAdd(key, static (key, texts) => [.. Dialogs.Placeholders.Of(texts.Find(key) ?? "")], this);

    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>The list of words, empty where there is none.</summary>
    public IReadOnlyList<string> Words(string key) => words.GetValueOrDefault(key) ?? [];

    public bool HasWords(string key) => words.ContainsKey(key);

    /// <summary>Where the text stands in its file, for faults; 0 where it does not.</summary>
    public int LineOf(string key) => lines.GetValueOrDefault(key);

    public IEnumerable<KeyValuePair<string, string>> Sentences => sentences;
}
