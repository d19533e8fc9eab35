namespace Ontime.Shield;

/// <summary>A fault in dialogs/shield.yaml.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public readonly record struct ShieldFault(int Line, string Sentence);

/// <summary>The words of dialogs/shield.yaml.</summary>
public sealed record ShieldWords
{
    /// <summary>Reads the file's text; with faults the words are those that could be read.</summary>
    public static (ShieldWords Words, IReadOnlyList<ShieldFault> Faults) Read(string yaml) => (new ShieldWords(), []);
}
