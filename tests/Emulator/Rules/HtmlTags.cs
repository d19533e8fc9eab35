using System.Diagnostics.CodeAnalysis;

namespace Ontime.Emulator;

/// <summary>One supported tag.</summary>
/// <param name="Entity">The entity it makes.</param>
/// <param name="Style">Whether it is one of the five that nest freely.</param>
/// <param name="Attributes">What it may carry.</param>
internal sealed record HtmlTag(string Entity, bool Style, params string[] Attributes)
{
    /// <summary>What is wrong with the attributes it carries, or null.</summary>
    public string? Problem(Dictionary<string, string> given) => Entity switch
    {
        "spoiler" when Attributes.Contains("class") && given.GetValueOrDefault("class") != "tg-spoiler" =>
            "Tag \"span\" must have class \"tg-spoiler\"",
        "custom_emoji" when !long.TryParse(given.GetValueOrDefault("emoji-id"), out _) => "Invalid custom emoji identifier specified",
        "date_time" when !long.TryParse(given.GetValueOrDefault("unix"), out _) => "Invalid date-time unix value specified",
        "date_time" when !IsDateFormat(given.GetValueOrDefault("format", "")) => "Invalid date-time format specified",
        "text_link" when given.TryGetValue("href", out var url) && !IsLink(url) => $"Invalid link \"{url}\" (Telegram would drop it)",
        _ => null,
    };

    /// <summary>r, or the parts weekday, date and time in this order: <c>w?[dD]?[tT]?</c>.</summary>
    private static bool IsDateFormat(string format)
    {
        if (format == "r")
        {
            return true;
        }

        var rest = format.AsSpan();
        rest = rest.StartsWith("w") ? rest[1..] : rest;
        rest = rest is ['d' or 'D', ..] ? rest[1..] : rest;
        rest = rest is ['t' or 'T', ..] ? rest[1..] : rest;
        return rest.IsEmpty;
    }

    private static bool IsLink(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "tg" or "mailto" or "tel";
}

internal static class HtmlTags
{
    private static readonly Dictionary<string, HtmlTag> All = new(StringComparer.Ordinal)
    {
        ["b"] = new("bold", Style: true),
        ["strong"] = new("bold", Style: true),
        ["i"] = new("italic", Style: true),
        ["em"] = new("italic", Style: true),
        ["u"] = new("underline", Style: true),
        ["ins"] = new("underline", Style: true),
        ["s"] = new("strikethrough", Style: true),
        ["strike"] = new("strikethrough", Style: true),
        ["del"] = new("strikethrough", Style: true),
        ["tg-spoiler"] = new("spoiler", Style: true),
        ["span"] = new("spoiler", Style: true, "class"),
        ["a"] = new("text_link", Style: false, "href"),
        ["tg-emoji"] = new("custom_emoji", Style: false, "emoji-id"),
        ["tg-time"] = new("date_time", Style: false, "unix", "format"),
        ["code"] = new("code", Style: false, "class"),
        ["pre"] = new("pre", Style: false),
        ["blockquote"] = new("blockquote", Style: false, "expandable"),
    };

    public static bool TryFind(string name, [NotNullWhen(true)] out HtmlTag? tag) => All.TryGetValue(name, out tag);

    /// <summary>
    /// Styles and quotes hold everything, but a quote no quote and a style neither code nor pre; links and the like hold styles only;
    /// code holds nothing, pre a code alone.
    /// </summary>
    public static bool MayNest(OpenTag outer, string name, HtmlTag inner) => outer.Tag.Entity switch
    {
        "code" => false,
        "pre" => name == "code",
        "blockquote" => inner.Entity != "blockquote",
        _ when outer.Tag.Style => inner.Entity is not ("code" or "pre"),
        _ => inner.Style,
    };

    /// <summary>Adds the entity of a closed tag; <c>pre</c> around a <c>code</c> with a language is one entity.</summary>
    public static void Add(List<Entity> entities, OpenTag open, string text)
    {
        var given = open.Attributes;
        var entity = new Entity(open.Tag.Entity, open.Offset, text.Length);
        var made = open.Tag.Entity switch
        {
            "text_link" => entity with { Url = given.GetValueOrDefault("href", text) },
            "custom_emoji" => entity with { EmojiId = given["emoji-id"] },
            "date_time" => entity with { UnixTime = long.Parse(given["unix"]), Format = given.GetValueOrDefault("format") },
            "blockquote" when given.Count > 0 => entity with { Type = "expandable_blockquote" },
            "code" when given.TryGetValue("class", out var name) && name.StartsWith("language-") =>
                entity with { Language = name["language-".Length..] },
            _ => entity,
        };
        if (made.Type == "pre" && entities is [.., { Type: "code" } code] && code.Offset == made.Offset && code.Length == made.Length)
        {
            entities.RemoveAt(entities.Count - 1);
            made = made with { Language = code.Language };
        }

        entities.Add(made);
    }
}
