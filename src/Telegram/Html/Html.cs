using System.Text;

namespace Ontime.Telegram;

/// <summary>Telegram's HTML: making text safe, taking it apart, cutting it to size.</summary>
public static class Html
{
    /// <summary>Any text as HTML that shows just that: escaped, and without the controls that turn the direction of what follows.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsBidiControl(c))
            {
                Append(html, c);
            }
        }

        return html.ToString();
    }

    /// <summary>
    /// The text without its tags, as Telegram would show it. Takes broken HTML too: this is what is sent when Telegram refuses the
    /// markup.
    /// </summary>
    public static string ToPlain(string html) => HtmlText.Parse(html).Plain;

    /// <summary>
    /// Cuts a text into messages, in order: each within Telegram's limits and valid HTML by itself, open tags closed and opened again.
    /// Cuts after line ends, else after spaces, else between what people see as characters. Nothing is lost but parts of nothing
    /// but white space, which Telegram refuses.
    /// </summary>
    /// <param name="html">Valid HTML of any length.</param>
    /// <param name="limit">UTF-16 units of a part, after parsing; at least 2.</param>
    /// <param name="rawLimit">UTF-8 bytes of a part, tags and all. A single character whose tags alone are longer loses them.</param>
    /// <returns>The parts; none for an empty text.</returns>
    public static IReadOnlyList<string> Split(string html, int limit = Limits.TextChars, int rawLimit = Limits.RawTextBytes)
    {
        // With no tag and no entity the text is what is seen: nearly every message.
        if (html.AsSpan().IndexOfAny('<', '&') < 0 && Fits(html, html.Length, limit, rawLimit))
        {
            return string.IsNullOrWhiteSpace(html) ? [] : [html];
        }

        var text = HtmlText.Parse(html);
        if (Fits(html, text.Plain.Length, limit, rawLimit))
        {
            return string.IsNullOrWhiteSpace(text.Plain) ? [] : [html];
        }

        List<string> parts = [];
        for (var start = 0; start < text.Plain.Length;)
        {
            var (part, end) = text.Cut(start, limit, rawLimit);
            if (!string.IsNullOrWhiteSpace(text.Plain[start..end]))
            {
                parts.Add(part);
            }

            start = end;
        }

        return parts;
    }

    /// <summary>Cuts a text into a caption and what has to follow as a message of its own.</summary>
    /// <returns>The caption, at most 1024 characters after parsing, and the follow-up, of any length; null: nothing is left over.</returns>
    public static (string Caption, string? FollowUp) Caption(string html)
    {
        var text = HtmlText.Parse(html);
        if (Fits(html, text.Plain.Length, Limits.CaptionChars, Limits.RawTextBytes))
        {
            return (html, null);
        }

        var (caption, end) = text.Cut(0, Limits.CaptionChars, Limits.RawTextBytes);
        var followUp = string.IsNullOrWhiteSpace(text.Plain[end..]) ? null : text.Render(end, text.Plain.Length);
        return (caption, followUp);
    }

    internal static void Append(StringBuilder html, char c) => _ = c switch
    {
        '&' => html.Append("&amp;"),
        '<' => html.Append("&lt;"),
        '>' => html.Append("&gt;"),
        '"' => html.Append("&quot;"),
        _ => html.Append(c),
    };

    private static bool Fits(string html, int plainLength, int limit, int rawLimit) =>
        plainLength <= limit && Encoding.UTF8.GetByteCount(html) <= rawLimit;

    private static bool IsBidiControl(char c) => c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069';
}
