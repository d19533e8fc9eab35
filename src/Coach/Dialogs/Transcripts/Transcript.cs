using NodaTime;

namespace Ontime.Dialogs;

/// <summary>A conversation as a test: what a person did, what they then saw, and how time passed.</summary>
/// <param name="At">Local time in <paramref name="Zone"/> at which it begins.</param>
/// <param name="Zone">A tz id.</param>
/// <param name="Admin">True where this person is an admin of the coach, the only one.</param>
/// <param name="Note">Comment lines above the first key, kept when the file is rewritten; empty where there are none.</param>
public sealed record Transcript(string Title, Language Language, LocalDateTime At, string Zone, IReadOnlyList<Beat> Turns, bool Admin = false, string Note = "");

/// <summary>One entry of a transcript.</summary>
/// <param name="Line">Where it stands in its file; 0 where it was played.</param>
public abstract record Beat(int Line)
{
    /// <summary>Typed by the person.</summary>
    public sealed record You(string Text, int Line = 0) : Beat(Line);

    /// <summary>A button pressed: the newest one with that label.</summary>
    public sealed record Tap(string Label, int Line = 0) : Beat(Line);

    /// <summary>Time passes; what falls due inside it comes at its own moment.</summary>
    /// <param name="Time">A number with d, h or m.</param>
    public sealed record Wait(string Time, int Line = 0) : Beat(Line);

    /// <summary>A new message, plain.</summary>
    public sealed record Coach(string Text, int Line = 0) : Beat(Line);

    /// <summary>New words in a message that stands.</summary>
    public sealed record Edit(string Text, int Line = 0) : Beat(Line);

    /// <summary>The buttons of the message just named.</summary>
    public sealed record Buttons(IReadOnlyList<IReadOnlyList<string>> Rows, int Line = 0) : Beat(Line);

    public sealed record Toast(string Text, int Line = 0) : Beat(Line);

    /// <summary>A message of the person was deleted.</summary>
    public sealed record Deleted(int Line = 0) : Beat(Line);

    public bool IsInput => this is You or Tap or Wait;

    /// <summary>The entry in words, for a difference.</summary>
    public string Words => this switch
    {
        You you => $"you: {you.Text}",
        Tap tap => $"tap: {tap.Label}",
        Wait wait => $"wait: {wait.Time}",
        Coach coach => $"coach: {coach.Text}",
        Edit edit => $"edit: {edit.Text}",
        Buttons buttons => $"buttons: {string.Join(" / ", buttons.Rows.Select(row => string.Join(" | ", row)))}",
        Toast toast => $"toast: {toast.Text}",
        _ => "deleted: true",
    };
}
