namespace Ontime.Broadcasting;

/// <summary>Reads a broadcast out of one typed message: a line that begins with <c>zh:</c> begins the Chinese text, one with <c>en:</c> the English.</summary>
internal static class Composing
{
    private static readonly (string Marker, Language Language)[] Markers =
        [("zh:", Language.ZhHans), ("中文:", Language.ZhHans), ("en:", Language.En), ("英文:", Language.En)];

    /// <summary>Either an order or what is wrong.</summary>
    /// <param name="words">What was typed behind the command.</param>
    public static (CastOrder? Order, Line? Fault) Read(string words)
    {
        if (words.Trim().Equals("list", StringComparison.OrdinalIgnoreCase))
        {
            return (new CastOrder.List(), null);
        }

        var texts = new Dictionary<Language, List<string>>();
        List<string>? writing = null;
        foreach (var line in words.ReplaceLineEndings("\n").Split('\n'))
        {
            var (begins, rest) = Begins(line);
            if (begins is { } language)
            {
                if (!texts.TryAdd(language, writing = [rest]))
                {
                    return (null, new Line("cast.how"));
                }
            }
            else if (writing is not null)
            {
                writing.Add(line);
            }
            else if (!string.IsNullOrWhiteSpace(line))
            {
                return (null, new Line("cast.how"));
            }
        }

        return Checked(Text(texts, Language.ZhHans), Text(texts, Language.En));
    }

    private static (CastOrder? Order, Line? Fault) Checked(string? chinese, string? english)
    {
        if (chinese is null && english is null)
        {
            return (null, new Line("cast.how"));
        }

        foreach (var (text, language) in new[] { (chinese, "cast.chinese"), (english, "cast.english") })
        {
            if (text is not null && CastMarkup.Fault(text) is { } fault)
            {
                return (null, new Line("cast.bad", new Dictionary<string, Arg> { ["state"] = new Arg.Text(language), ["why"] = new Arg.Block([fault]) }));
            }
        }

        return (new CastOrder.Compose(chinese, english), null);
    }

    private static (Language? Language, string Words) Begins(string line)
    {
        var written = line.TrimStart().Replace('：', ':');
        foreach (var (marker, language) in Markers)
        {
            if (written.StartsWith(marker, StringComparison.OrdinalIgnoreCase))
            {
                return (language, line.TrimStart()[marker.Length..]);
            }
        }

        return (null, line);
    }

    private static string? Text(Dictionary<Language, List<string>> texts, Language language) =>
        texts.TryGetValue(language, out var lines) && string.Join('\n', lines).Trim() is { Length: > 0 } text ? text : null;
}
