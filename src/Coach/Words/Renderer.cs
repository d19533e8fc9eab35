using System.Text;
using Ontime.Dialogs;

namespace Ontime.Words;

/// <summary>A message in one language, ready to be sent.</summary>
/// <param name="Html">With the few tags texts may use, everything else escaped; not yet split.</param>
public sealed record Rendered(string Html, IReadOnlyList<IReadOnlyList<RenderedButton>> Rows);

/// <param name="Label">Plain text.</param>
public sealed record RenderedButton(string Label, string Data);

/// <summary>Turns texts by key into words, at the moment they are sent.</summary>
public sealed class Renderer(DialogSet dialogs)
{
    private const int Depth = 6;

    public Rendered Render(Language language, Message message)
    {
        var texts = dialogs.Texts(language);
        var html = Joined(texts, language, message.Lines, "\n", Html, 0).TrimEnd('\n');
        var rows = new List<IReadOnlyList<RenderedButton>>(message.Rows.Count);
        foreach (var row in message.Rows)
        {
            var buttons = new List<RenderedButton>(row.Count);
            foreach (var button in row)
            {
                buttons.Add(new RenderedButton(Plain(language, button.Label), button.Data));
            }

            rows.Add(buttons);
        }

        return new Rendered(html, rows);
    }

    /// <summary>One line as plain text, for a toast or a button.</summary>
    public string Plain(Language language, Line line) => Text(dialogs.Texts(language), language, line, words => words, 0);

    private static string Text(Texts texts, Language language, Line line, Func<string, string> escape, int depth)
    {
        // A text that an edition lost while its message waited in the outbox: the one sentence that is always true.
        var template = texts.Find(line.Key) ?? texts.Find("house.fault") ?? "";
        if (depth > Depth || !template.Contains('{'))
        {
            return template;
        }

        var result = new StringBuilder(template.Length + 32);
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            result.Append(template, at, open - at);
            var (name, form) = Placeholders.Parted(template[(open + 1)..close]);

            // A placeholder nobody filled stays visible: the transcripts look for braces.
            var formed = line.Args.TryGetValue(name, out var arg) ? Formed(texts, arg, form) : null;
            var words = formed is null ? $"{{{name}}}" : Say(texts, language, formed, escape, depth + 1);
            // “Your credit card” begins a sentence; “my credit card” never does, and a person's own words stay as they were written.
            result.Append(form is "the" && formed is Arg.Text && Begins(result) ? Capital(words) : words);
            at = close + 1;
        }

        return result.Append(template, at, template.Length - at).ToString();
    }

    /// <summary>A text that has its words in that form as well (bill.card and bill.card.the): those.</summary>
    private static Arg Formed(Texts texts, Arg arg, string? form) =>
        form is not null && arg is Arg.Block { Lines: [{ Args.Count: 0, Key: var key }] } && texts.Has($"{key}.{form}") ? new Arg.Text($"{key}.{form}") : arg;

    // At the head of a sentence.
    private static bool Begins(StringBuilder text) => text.Length == 0 || text[^1] == '\n' || (text.Length > 1 && text[^1] == ' ' && text[^2] is '.' or '?');

    private static string Capital(string words) => words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    private static string Say(Texts texts, Language language, Arg arg, Func<string, string> escape, int depth) => arg switch
    {
        Arg.Text text => Text(texts, language, new Line(text.Key), escape, depth),
        Arg.Words words => escape(words.Value),
        Arg.Html html => html.Value,
        Arg.Block block => Joined(texts, language, block.Lines, "\n", escape, depth),
        Arg.Series series => Joined(texts, language, series.Parts, Formats.Comma(language), escape, depth),
        Arg.Number number => Formats.Number(number.Value),
        Arg.Money money => Formats.Money(language, money.Yuan),
        Arg.Date date => Formats.Date(language, date.Value, date.Year),
        Arg.Day day => Formats.Day(language, day.Value),
        Arg.Clock clock => Formats.Clock(language, clock.Value),
        _ => throw new ArgumentOutOfRangeException(nameof(arg), arg.GetType().Name, "An argument without a rendering."),
    };

    private static string Joined(Texts texts, Language language, IReadOnlyList<Line> lines, string between, Func<string, string> escape, int depth)
    {
        var words = new string[lines.Count];
        for (var n = 0; n < words.Length; n++)
        {
            words[n] = Text(texts, language, lines[n], escape, depth);
        }

        return string.Join(between, words);
    }

    private static string Html(string words) => words.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
