using System.Collections.Frozen;

namespace Ontime.Dialogs;

/// <summary>The wording in one language: sentences by key, and lists of words that mean an option.</summary>
public sealed class Texts(FrozenDictionary<string, string> sentences, FrozenDictionary<string, IReadOnlyList<string>> words)
{
    public IEnumerable<string> Keys => sentences.Keys.Concat(words.Keys);

    /// <summary>The sentence, or null where there is none.</summary>
    public string? Find(string key) => sentences.GetValueOrDefault(key);

    public bool Has(string key) => sentences.ContainsKey(key);

    /// <summary>The list of words, empty where there is none.</summary>
    public IReadOnlyList<string> Words(string key) => words.GetValueOrDefault(key) ?? [];

    public bool HasWords(string key) => words.ContainsKey(key);

    public IEnumerable<KeyValuePair<string, string>> Sentences => sentences;
}
