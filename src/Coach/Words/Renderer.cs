using System.Globalization;
using System.Runtime.CompilerServices;
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

    /// <summary>Letters that most messages have room in.</summary>
    private const int Usual = 512;

    private const string Fault = "house.fault";

    public Rendered Render(Language language, Message message)
    {
        var texts = dialogs.Texts(language);
        var words = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[Usual]);
        Join(ref words, texts, language, message.Lines, "\n", html: true, 0);
        var html = words.ToStringAndClear().TrimEnd('\n');
        var rows = new List<IReadOnlyList<RenderedButton>>(message.Rows.Count);
        foreach (var row in message.Rows)
        {
            var buttons = new RenderedButton[row.Count];
            for (var n = 0; n < buttons.Length; n++)
            {
                buttons[n] = new RenderedButton(Plain(language, row[n].Label), row[n].Data);
            }

            rows.Add(buttons);
        }

        return new Rendered(html, rows);
    }

    /// <summary>One line as plain text, for a toast or a button.</summary>
    public string Plain(Language language, Line line) => Text(dialogs.Texts(language), language, line, html: false, 0);

    private static string Text(Texts texts, Language language, Line line, bool html, int depth)
    {
        var template = Found(texts, line.Key);
        if (depth > Depth || template.Parts.Length == 0)
        {
            return Whole(texts, line.Key);
        }

        var result = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture, stackalloc char[Usual]);
        Write(ref result, texts, language, line, html, depth);
        return result.ToStringAndClear();
    }

    private static void Write(ref DefaultInterpolatedStringHandler to, Texts texts, Language language, Line line, bool html, int depth)
    {
        var template = Found(texts, line.Key);
        if (depth > Depth)
        {
            to.AppendLiteral(Whole(texts, line.Key));
            return;
        }

        var began = to.Text.Length;
        foreach (var (before, name, form) in template.Parts)
        {
            to.AppendLiteral(before);
            if (!line.Args.TryGetValue(name, out var arg))
            {
                // A placeholder nobody filled stays visible: the transcripts look for braces.
                to.AppendLiteral("{");
                to.AppendLiteral(name);
                to.AppendLiteral("}");
            }
            else if (Formed(texts, arg, form) is var formed && form is "the" && formed is Arg.Text text && Begins(to.Text[began..]))
            {
                // “Your credit card” begins a sentence; “my credit card” never does, and a person's own words stay as they were written.
                to.AppendLiteral(Capital(Text(texts, language, new Line(text.Key), html, depth + 1)));
            }
            else
            {
                Say(ref to, texts, language, formed, html, depth + 1);
            }
        }

        to.AppendLiteral(template.Tail);
    }

    /// <summary>For a text that an edition lost while its message waited in the outbox: the one sentence that is always true.</summary>
    private static Template Found(Texts texts, string key) => texts.Parted(key) ?? texts.Parted(Fault) ?? Template.Of("");

    private static string Whole(Texts texts, string key) => texts.Find(key) ?? texts.Find(Fault) ?? "";

    /// <summary>A text that has its words in that form as well (bill.card and bill.card.the): those.</summary>
    private static Arg Formed(Texts texts, Arg arg, string? form) =>
        form is not null && arg is Arg.Block { Lines: [{ Args.Count: 0, Key: var key }] } && texts.Has($"{key}.{form}") ? new Arg.Text($"{key}.{form}") : arg;

    // At the head of a sentence.
    private static bool Begins(ReadOnlySpan<char> text) => text.Length == 0 || text[^1] == '\n' || (text.Length > 1 && text[^1] == ' ' && text[^2] is '.' or '?');

    private static string Capital(string words) => words.Length > 0 ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    private static void Say(ref DefaultInterpolatedStringHandler to, Texts texts, Language language, Arg arg, bool html, int depth)
    {
        switch (arg)
        {
            case Arg.Text text:
                Write(ref to, texts, language, new Line(text.Key), html, depth);
                break;
            case Arg.Block block:
                Join(ref to, texts, language, block.Lines, "\n", html, depth);
                break;
            case Arg.Series series:
                Join(ref to, texts, language, series.Parts, Formats.Comma(language), html, depth);
                break;
            default:
                to.AppendLiteral(arg switch
                {
                    Arg.Words words => html ? Html(words.Value) : words.Value,
                    Arg.Html markup => markup.Value,
                    Arg.Number number => Formats.Number(number.Value),
                    Arg.Money money => Formats.Money(language, money.Yuan),
                    Arg.Date date => Formats.Date(language, date.Value, date.Year),
                    Arg.Day day => Formats.Day(language, day.Value),
                    Arg.Clock clock => Formats.Clock(language, clock.Value),
                    _ => throw new ArgumentOutOfRangeException(nameof(arg), arg.GetType().Name, "An argument without a rendering."),
                });
                break;
        }
    }

    private static void Join(
        ref DefaultInterpolatedStringHandler to, Texts texts, Language language, IReadOnlyList<Line> lines, string between, bool html, int depth)
    {
        for (var n = 0; n < lines.Count; n++)
        {
            to.AppendLiteral(n == 0 ? "" : between);
            Write(ref to, texts, language, lines[n], html, depth);
        }
    }

    private static string Html(string words) => words.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
