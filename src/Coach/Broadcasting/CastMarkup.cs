namespace Ontime.Broadcasting;

/// <summary>
/// Whether an operator's HTML is what Telegram takes: <c>b i u s code pre blockquote tg-spoiler</c> and links, closed in order. Told at once, since
/// Telegram would refuse it to everybody.
/// </summary>
internal static class CastMarkup
{
    private static readonly string[] Tags = ["b", "i", "u", "s", "code", "pre", "blockquote", "tg-spoiler", "a"];
    private static readonly string[] Escapes = ["&amp;", "&lt;", "&gt;", "&quot;"];
    private static readonly string[] Schemes = ["https://", "http://", "tg://"];

    /// <returns>What is wrong with it; null: nothing.</returns>
    public static Line? Fault(string html)
    {
        var open = new Stack<string>();
        for (var at = 0; at < html.Length; at++)
        {
            switch (html[at])
            {
                case '&' when !Escapes.Any(escape => html.AsSpan(at).StartsWith(escape)):
                    return new Line("cast.bad.ampersand");
                case '>':
                    return new Line("cast.bad.sign");
                case '<':
                    var close = html.IndexOf('>', at);
                    if (close < 0)
                    {
                        return new Line("cast.bad.sign");
                    }

                    if (Tag(html[(at + 1)..close], open) is { } fault)
                    {
                        return fault;
                    }

                    at = close;
                    break;
            }
        }

        return open.TryPeek(out var left) ? Named("cast.bad.open", $"<{left}>") : null;
    }

    private static Line? Tag(string tag, Stack<string> open)
    {
        if (tag.StartsWith('/'))
        {
            return open.TryPop(out var opened) && opened == tag[1..] ? null : Named("cast.bad.close", $"<{tag}>");
        }

        var name = tag.Split(' ')[0];
        if (!Tags.Contains(name) || (name != "a" && tag != name))
        {
            return Named("cast.bad.tag", $"<{tag}>");
        }

        if (name == "a" && !IsLink(tag))
        {
            return new Line("cast.bad.link");
        }

        // Nothing stands inside code, and neither quotes nor links inside their own kind.
        if (open.Any(outer => outer is "code" or "pre" || (outer == name && name is "a" or "blockquote")))
        {
            return Named("cast.bad.inside", $"<{name}>");
        }

        open.Push(name);
        return null;
    }

    private static bool IsLink(string tag)
    {
        const string begins = "a href=\"";
        if (!tag.StartsWith(begins, StringComparison.Ordinal) || !tag.EndsWith('"'))
        {
            return false;
        }

        var address = tag.Length > begins.Length ? tag[begins.Length..^1] : "";
        return !address.Contains('"') && Schemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && address.Length > scheme.Length);
    }

    private static Line Named(string key, string tag) => new(key, "words", new Arg.Words(tag));
}
