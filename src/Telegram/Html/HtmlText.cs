using System.Text;

namespace Ontime.Telegram;

/// <summary>Parsed HTML: the plain text and the tags that lie over it, properly nested, outer before inner.</summary>
internal sealed class HtmlText(string plain, IReadOnlyList<HtmlText.Span> spans)
{
    public string Plain { get; } = plain;

    /// <summary>One tag over a stretch of the plain text that is not empty. <c>Open</c> is the start tag as written.</summary>
    internal readonly record struct Span(int Start, int End, string Open, string Name);

    public static HtmlText Parse(string html) => new HtmlParser(html).Parse();

    /// <summary>The first part from <paramref name="start"/> on, and where it ends: always beyond the start.</summary>
    public (string Html, int End) Cut(int start, int limit, int rawLimit)
    {
        var end = Breaks.Find(Plain, start, limit);
        while (true)
        {
            var html = Render(start, end);
            if (Encoding.UTF8.GetByteCount(html) <= rawLimit)
            {
                return (html, end);
            }

            var smaller = Breaks.Find(Plain, start, Math.Max(1, (end - start) / 2));
            if (smaller >= end)
            {
                return (new HtmlText(Plain, []).Render(start, end), end);
            }

            end = smaller;
        }
    }

    /// <summary>A stretch as HTML of its own.</summary>
    public string Render(int start, int end)
    {
        var html = new StringBuilder();
        var open = new Stack<Span>();
        var at = start;
        foreach (var span in spans)
        {
            if (span.End <= start || span.Start >= end)
            {
                continue;
            }

            at = Close(html, open, at, span.Start);
            html.Append(span.Open);
            open.Push(span);
        }

        at = Close(html, open, at, end);
        while (open.TryPop(out var left))
        {
            html.Append("</").Append(left.Name).Append('>');
        }

        return html.ToString();

        // Writes the text up to `to` and, on the way, the ends of the tags that end there.
        int Close(StringBuilder into, Stack<Span> stack, int from, int to)
        {
            while (stack.TryPeek(out var top) && top.End <= to)
            {
                from = Write(into, from, top.End);
                into.Append("</").Append(stack.Pop().Name).Append('>');
            }

            return Write(into, from, to);
        }
    }

    private int Write(StringBuilder html, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            Html.Append(html, Plain[i]);
        }

        return Math.Max(from, to);
    }
}
