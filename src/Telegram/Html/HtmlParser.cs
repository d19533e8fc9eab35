using System.Text;

namespace Ontime.Telegram;

/// <summary>Reads HTML the way Telegram does, but forgives: what is no tag is text, what is not closed ends with the text.</summary>
internal sealed class HtmlParser(string html)
{
    /// <summary>Bounds the look for a tag's end.</summary>
    private const int LongestTag = 8192;

    private readonly StringBuilder _plain = new(html.Length);
    private readonly List<HtmlText.Span> _spans = [];

    /// <summary>Open tags, as places in <see cref="_spans"/>.</summary>
    private readonly Stack<int> _open = new();

    public HtmlText Parse()
    {
        for (var i = 0; i < html.Length;)
        {
            if (html[i] == '<' && TagEnd(i) is { } end)
            {
                Tag(html[i..end]);
                i = end;
            }
            else if (html[i] == '&' && Entity.Read(html, i) is { Used: > 0 } entity)
            {
                _plain.Append(entity.Text);
                i += entity.Used;
            }
            else
            {
                _plain.Append(html[i++]);
            }
        }

        while (_open.Count > 0)
        {
            CloseTop();
        }

        _spans.RemoveAll(span => span.End == span.Start);
        return new HtmlText(_plain.ToString(), _spans);
    }

    private void Tag(string tag)
    {
        if (tag[1] != '/')
        {
            _open.Push(_spans.Count);
            _spans.Add(new HtmlText.Span(_plain.Length, _plain.Length, tag, Name(tag, 1)));
            return;
        }

        var name = Name(tag, 2);
        if (!_open.Any(at => Is(_spans[at].Name, name)))
        {
            return;
        }

        while (!Is(_spans[_open.Peek()].Name, name))
        {
            CloseTop();
        }

        CloseTop();
    }

    private void CloseTop()
    {
        var at = _open.Pop();
        _spans[at] = _spans[at] with { End = _plain.Length };
    }

    /// <summary>Behind the tag that begins here; null where none does. A quoted value may hold a “&gt;”.</summary>
    private int? TagEnd(int start)
    {
        var letter = start + 1 < html.Length && html[start + 1] == '/' ? start + 2 : start + 1;
        if (letter >= html.Length || !char.IsAsciiLetter(html[letter]))
        {
            return null;
        }

        var quote = '\0';
        var limit = Math.Min(html.Length, start + LongestTag);
        for (var i = letter; i < limit; i++)
        {
            var c = html[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return i + 1;
            }
        }

        return null;
    }

    private static string Name(string tag, int from)
    {
        var to = from;
        while (char.IsAsciiLetterOrDigit(tag[to]) || tag[to] == '-')
        {
            to++;
        }

        return tag[from..to];
    }

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
