using System.Text;

namespace Ontime.Emulator;

/// <summary>Reads parse_mode HTML: plain text and entities, or the refusal Telegram gives, with its offset in bytes.</summary>
/// <remarks>
/// After the rules of core.telegram.org/bots/api#html-style. Stricter than Telegram in two places, where it would drop formatting
/// without a word: attributes a tag does not have, and nesting that is not allowed.
/// </remarks>
internal sealed class HtmlReader
{
    private readonly string _html;
    private readonly StringBuilder _text = new();
    private readonly List<Entity> _entities = [];
    private readonly Stack<OpenTag> _open = new();
    private int _at;

    private HtmlReader(string html) => _html = html;

    private char Here => _at < _html.Length ? _html[_at] : '\0';

    public static (string Text, List<Entity> Entities) Read(string html)
    {
        var reader = new HtmlReader(html);
        reader.ReadAll();
        return (reader._text.ToString(), [.. reader._entities.OrderBy(static e => e.Offset).ThenByDescending(static e => e.Length)]);
    }

    private void ReadAll()
    {
        while (_at < _html.Length)
        {
            if (Here == '<')
            {
                ReadTag();
            }
            else if (HtmlEntities.TryRead(_html, ref _at) is { } decoded)
            {
                _text.Append(decoded);
            }
            else
            {
                _text.Append(_html[_at++]);
            }
        }

        if (_open.TryPeek(out var left))
        {
            throw Refused.Bad("can't parse entities: Can't find end tag corresponding to start tag " + left.Name);
        }
    }

    private void ReadTag()
    {
        var start = _at++;
        if (Here == '/')
        {
            _at++;
            Close(start);
        }
        else
        {
            Open(start);
        }
    }

    private void Open(int start)
    {
        var name = Until(static c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        if (Here == '\0')
        {
            throw Fault("Unclosed start tag", start);
        }

        if (!HtmlTags.TryFind(name, out var tag))
        {
            throw Fault($"Unsupported start tag \"{name}\"", start);
        }

        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        for (SkipSpace(); Here != '>'; SkipSpace())
        {
            var (key, value) = ReadAttribute(name, start);
            if (!tag.Attributes.Contains(key))
            {
                throw Fault($"Tag \"{name}\" has no attribute \"{key}\" (Telegram would ignore it)", start);
            }

            attributes[key] = value;
        }

        _at++;
        if (tag.Problem(attributes) is { } problem)
        {
            throw Fault(problem, start);
        }

        foreach (var outer in _open)
        {
            if (!HtmlTags.MayNest(outer, name, tag))
            {
                throw Fault($"Tag \"{name}\" can't stand inside \"{outer.Name}\" (Telegram would drop one of them)", start);
            }
        }

        _open.Push(new OpenTag(name, tag, attributes, _text.Length));
    }

    private (string Key, string Value) ReadAttribute(string tag, int start)
    {
        var key = Until(static c => char.IsWhiteSpace(c) || c is '=' or '>');
        if (key.Length == 0)
        {
            throw Fault(Here == '\0' ? "Unclosed start tag" : $"Empty attribute name in the tag \"{tag}\"", start);
        }

        SkipSpace();
        if (Here != '=')
        {
            return key == "expandable"
                ? (key, "1")
                : throw Fault($"Expected equal sign in declaration of an attribute of the tag \"{tag}\"", start);
        }

        _at++;
        SkipSpace();
        var value = Here is '"' or '\'' ? Quoted(start) : Token();
        return Here == '\0' ? throw Fault("Unclosed start tag", start) : (key, value);
    }

    private string Quoted(int start)
    {
        var quote = _html[_at++];
        var value = new StringBuilder();
        while (Here != quote)
        {
            if (_at >= _html.Length)
            {
                throw Fault("Unclosed start tag", start);
            }

            if (HtmlEntities.TryRead(_html, ref _at) is { } decoded)
            {
                value.Append(decoded);
            }
            else
            {
                value.Append(_html[_at++]);
            }
        }

        _at++;
        return value.ToString();
    }

    private string Token()
    {
        var start = _at;
        var token = Until(static c => !char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-'));
        return char.IsWhiteSpace(Here) || Here is '>' or '\0'
            ? token.ToLowerInvariant()
            : throw Fault("Unexpected end of name token", start);
    }

    private void Close(int start)
    {
        if (!_open.TryPeek(out var open))
        {
            throw Fault("Unexpected end tag", start);
        }

        var name = Until(static c => char.IsWhiteSpace(c) || c == '>').ToLowerInvariant();
        SkipSpace();
        if (Here != '>')
        {
            throw Fault("Unclosed end tag", start);
        }

        if (name.Length > 0 && name != open.Name)
        {
            throw Fault("Unmatched end tag", start, $", expected \"</{open.Name}>\", found \"</{name}>\"");
        }

        _at++;
        _open.Pop();
        if (_text.Length > open.Offset)
        {
            HtmlTags.Add(_entities, open, _text.ToString(open.Offset, _text.Length - open.Offset));
        }
    }

    private string Until(Func<char, bool> end)
    {
        var start = _at;
        while (_at < _html.Length && !end(_html[_at]))
        {
            _at++;
        }

        return _html[start.._at];
    }

    private void SkipSpace() => Until(static c => !char.IsWhiteSpace(c));

    private Refused Fault(string what, int at, string more = "") =>
        Refused.Bad($"can't parse entities: {what} at byte offset {Encoding.UTF8.GetByteCount(_html.AsSpan(0, at))}{more}");
}

/// <summary>A start tag whose end has not come yet; the offset is in the plain text.</summary>
internal sealed record OpenTag(string Name, HtmlTag Tag, Dictionary<string, string> Attributes, int Offset);
