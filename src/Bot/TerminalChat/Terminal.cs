using Ontime.Words;
using Spectre.Console;

namespace Ontime.Bot.TerminalChat;

/// <summary>Prints the conversation: plain lines, with some colour where a person looks at a terminal.</summary>
internal sealed class Terminal(TextReader input, TextWriter output, IAnsiConsole? colours)
{
    /// <summary>True where a person sits before it.</summary>
    public bool Interactive => colours is not null;

    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        if (Interactive)
        {
            await output.WriteAsync("> ");
        }

        return await input.ReadLineAsync(cancellationToken);
    }

    public void Note(string text) => Line(text, "grey");

    public void Show(IReadOnlyList<Shown> shown, Bubble? lettered)
    {
        foreach (var one in shown)
        {
            switch (one)
            {
                case Shown.Said said:
                    Bubble("", said.Bubble, lettered);
                    break;
                case Shown.Edited edited:
                    Bubble("✎ ", edited.Bubble, lettered);
                    break;
                case Shown.Toast toast:
                    Line($"({toast.Text})", "grey");
                    break;
                case Shown.Deleted:
                    Line("[your message was deleted]", "grey");
                    break;
                case Shown.File file:
                    Line($"[{file.Name}]", "grey");
                    Line(file.Content.TrimStart('\uFEFF').TrimEnd(), null);
                    break;
                default:
                    break;
            }
        }
    }

    private void Bubble(string mark, Bubble bubble, Bubble? lettered)
    {
        Line("", null);
        Line(mark + bubble.Text, null);
        var index = 0;
        foreach (var row in bubble.Rows)
        {
            Line("  " + string.Join("   ", row.Select(button => Labelled(button, bubble.Id == lettered?.Id ? index++ : null))), "aqua");
        }
    }

    private static string Labelled(RenderedButton button, int? index) =>
        index is { } known ? $"{Letters.Of(known)}) {button.Label}" : $"[{button.Label}]";

    private void Line(string text, string? colour)
    {
        if (colours is null)
        {
            output.WriteLine(text);
        }
        else
        {
            colours.WriteLine(text, colour is null ? null : Style.Parse(colour));
        }
    }
}
