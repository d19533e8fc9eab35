using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Bot.TerminalChat;

/// <summary>The conversation so far as a transcript test.</summary>
internal sealed class Recording(Language language, LocalDateTime at, string zone)
{
    private readonly List<Beat> _beats = [];

    public void You(string text) => _beats.Add(new Beat.You(text));

    public void Tap(string label) => _beats.Add(new Beat.Tap(label));

    public void Wait(string time) => _beats.Add(new Beat.Wait(time));

    public void Coach(IEnumerable<Shown> shown) => _beats.AddRange(shown.SelectMany(Seen));

    public string Write(string title) => TranscriptWriter.Write(new Transcript(title, language, at, zone, _beats));

    private static IEnumerable<Beat> Seen(Shown shown) => shown switch
    {
        Shown.Said said => [new Beat.Coach(said.Bubble.Text), .. Buttons(said.Bubble)],
        Shown.Edited edited => [new Beat.Edit(edited.Bubble.Text), .. Buttons(edited.Bubble)],
        Shown.Toast toast => [new Beat.Toast(toast.Text)],
        Shown.Deleted => [new Beat.Deleted()],
        _ => [],
    };

    private static IEnumerable<Beat> Buttons(Bubble bubble) => bubble.Rows.Count == 0
        ? []
        : [new Beat.Buttons([.. bubble.Rows.Select(IReadOnlyList<string> (row) => [.. row.Select(button => button.Label)])])];
}
