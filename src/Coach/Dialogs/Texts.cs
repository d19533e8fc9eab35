using System.Collections.Concurrent;
using System.Collections.Frozen;

namespace Ontime.Dialogs;

/// <summary>The wording in one language: sentences by key, and lists of words that mean an option.</summary>
public sealed class Texts(
    FrozenDictionary<string, string> sentences, FrozenDictionary<string, IReadOnlyList<string>> words, FrozenDictionary<string, int> lines)
{
    private readonly ConcurrentDictionary<string, Template> _templates = new(StringComparer.Ordinal);

    public IEnumerable<string> Keys => sentences.Keys.Concat(words.Keys);

    /// <summary>The sentence, or null where there is none.</summary>
    public string? Find(string key) => sentences.GetValueOrDefault(key);

    /// <summary>The sentence taken apart; null where there is none.</summary>
    internal Template? Parted(string key) =>
        _templates.TryGetValue(key, out var known) ? known : Find(key) is { } text ? _templates.GetOrAdd(key, Template.Of(text)) : null;

    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>The list of words, empty where there is none.</summary>
    public IReadOnlyList<string> Words(string key) => words.GetValueOrDefault(key) ?? [];

    public bool HasWords(string key) => words.ContainsKey(key);

    /// <summary>Where the text stands in its file, for faults; 0 where it does not.</summary>
    public int LineOf(string key) => lines.GetValueOrDefault(key);

    public IEnumerable<KeyValuePair<string, string>> Sentences => sentences;
}
