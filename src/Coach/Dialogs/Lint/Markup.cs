namespace Ontime.Dialogs;

/// <summary>Texts use four tags and three escapes, closed in order; a button is plain.</summary>
internal static class Markup
{
    private static readonly string[] Tags = ["b", "i", "code", "pre"], Escapes = ["&amp;", "&lt;", "&gt;", "&quot;"];

    public static IEnumerable<Fault> Check(DialogSet set)
    {
        var labels = set.Steps().SelectMany(pair => StepTexts.Labels(set, pair.Step)).ToHashSet();
        return
            from language in Enum.GetValues<Language>()
            from text in set.Texts(language).Sentences
            let wrong = Sizes.Label(set, labels, text.Key) ? Plain(text.Value) : Wrong(text.Value)
            where wrong is not null
            select set.Fault(language, text.Key, $"“{text.Key}”: {wrong}");
    }

    private static string? Plain(string text) => text.AsSpan().IndexOfAny('<', '>') >= 0 ? "a button has no tags" : null;

    private static string? Wrong(string text)
    {
        var open = new Stack<string>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '&' && !Escapes.Any(escape => text.AsSpan(at).StartsWith(escape)))
            {
                return "“&” is written &amp;";
            }

            if (text[at] is not ('<' or '>'))
            {
                continue;
            }

            var close = text.IndexOf('>', at);
            var tag = text[at] == '>' || close < 0 ? "" : text[(at + 1)..close];
            if (!Tags.Contains(tag.TrimStart('/')))
            {
                return "only <b> <i> <code> <pre> are tags; a plain “<” is written &lt; and “>” &gt;";
            }

            if (tag[0] != '/')
            {
                open.Push(tag);
            }
            else if (!open.TryPop(out var opened) || opened != tag[1..])
            {
                return $"<{tag}> closes nothing that is open";
            }

            at = close;
        }

        return open.TryPeek(out var left) ? $"<{left}> is not closed" : null;
    }
}
