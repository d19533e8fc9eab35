using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Ontime.Words;

namespace Ontime.Bot.TerminalChat;

/// <summary>The conversation so far as a transcript test.</summary>
internal sealed class Recording(Language language, string at, string zone)
{
    private static readonly JavaScriptEncoder Readable = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private readonly StringBuilder _turns = new();

    public void You(string text) => One("you", text);

    public void Tap(string label) => One("tap", label);

    public void Wait(string time) => One("wait", time);

    public void Coach(IEnumerable<Shown> shown)
    {
        foreach (var one in shown)
        {
            switch (one)
            {
                case Shown.Said said:
                    Block("coach", said.Bubble.Text);
                    Buttons(said.Bubble.Rows);
                    break;
                case Shown.Edited edited:
                    Block("edit", edited.Bubble.Text);
                    Buttons(edited.Bubble.Rows);
                    break;
                case Shown.Toast toast:
                    One("toast", toast.Text);
                    break;
                case Shown.Deleted:
                    _turns.Append("  - deleted: true\n");
                    break;
                default:
                    break;
            }
        }
    }

    public string Write(string title) =>
        $"title: {Quoted(title)}\nlanguage: {language.Code()}\nat: {at}\nzone: {zone}\nturns:\n{_turns}";

    private void One(string key, string text) => _turns.Append($"  - {key}: {Quoted(text)}\n");

    private void Block(string key, string text)
    {
        _turns.Append($"  - {key}: |\n");
        foreach (var line in text.Split('\n'))
        {
            _turns.Append(line.Length == 0 ? "\n" : $"      {line}\n");
        }
    }

    private void Buttons(IReadOnlyList<IReadOnlyList<RenderedButton>> rows)
    {
        if (rows.Count > 0)
        {
            _turns.Append($"  - buttons: [{string.Join(", ", rows.Select(row => $"[{string.Join(", ", row.Select(button => Quoted(button.Label)))}]"))}]\n");
        }
    }

    /// <summary>A JSON string is a YAML string.</summary>
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, Readable)}\"";
}
