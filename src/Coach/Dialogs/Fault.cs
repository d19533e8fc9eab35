namespace Ontime.Dialogs;

/// <summary>Something wrong in the dialog files: where, and what to do about it.</summary>
/// <param name="Line">1 and up; 0 where the whole file is meant.</param>
public sealed record Fault(string File, int Line, string? Step, string Sentence)
{
    public override string ToString() => $"{File}{(Line > 0 ? $":{Line}" : "")}: {(Step is null ? "" : $"step {Step}: ")}{Sentence}";
}
