namespace Ontime.Dialogs;

/// <summary>Something wrong in the dialog files: where, and what to do about it.</summary>
/// <param name="Line">1 and up; 0 where the whole file is meant.</param>
public sealed record Fault(string File, int Line, string? Step, string Sentence)
{
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Step is null ? "" : $"step {Step}: ")}{Sentence}";
}

/// <summary>All dialogs, texts and word lists: one edition of what the coach says.</summary>
public sealed class DialogSet
{
    /// <param name="files">Path below the dialogs folder, with forward slashes → content.</param>
    /// <returns>The set, or null with every fault that was found.</returns>
    public static (DialogSet? Set, IReadOnlyList<Fault> Faults) Read(IReadOnlyDictionary<string, string> files) =>
        throw new NotSupportedException($"{files.Count}");
}
