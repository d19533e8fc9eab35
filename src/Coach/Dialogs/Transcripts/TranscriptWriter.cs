using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace Ontime.Dialogs;

/// <summary>Writes a conversation as the file that <see cref="TranscriptReader"/> reads.</summary>
public static class TranscriptWriter
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static string Write(Transcript transcript)
    {
        var text = new StringBuilder(transcript.Note);
        text.Append($"title: {Quoted(transcript.Title)}\nlanguage: {transcript.Language.Code()}\n");
        text.Append($"at: {Minute.Format(transcript.At)}\nzone: {transcript.Zone}\n{(transcript.Admin ? "admin: true\n" : "")}turns:\n");
        foreach (var beat in transcript.Turns)
        {
            text.Append(beat switch
            {
                Beat.You you => $"\n  - you: {Quoted(you.Text)}\n",
                Beat.Tap tap => $"\n  - tap: {Quoted(tap.Label)}\n",
                Beat.Wait wait => $"\n  - wait: {wait.Time}\n",
                Beat.Coach coach => $"  - coach: {Block(coach.Text)}",
                Beat.Edit edit => $"  - edit: {Block(edit.Text)}",
                Beat.Buttons buttons => $"  - buttons: [{string.Join(", ", buttons.Rows.Select(row => $"[{string.Join(", ", row.Select(Quoted))}]"))}]\n",
                Beat.Toast toast => $"  - toast: {Quoted(toast.Text)}\n",
                _ => "  - deleted: true\n",
            });
        }

        return text.ToString();
    }

    /// <summary>As a block where YAML gives it back letter by letter, else as a string.</summary>
    private static string Block(string text) => text.Length == 0 || text[0] is ' ' or '\n' || text[^1] == '\n' || text.Any(letter => char.IsControl(letter) && letter != '\n')
        ? $"{Quoted(text)}\n"
        : $"|\n{string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : $"      {line}\n"))}";

    /// <summary>A JSON string is a YAML string.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
