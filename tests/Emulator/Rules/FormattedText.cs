using System.Text;
using System.Text.Json;

namespace Ontime.Emulator;

/// <summary>A text as Telegram keeps it: plain, trimmed, with entities.</summary>
/// <param name="Plain">What a person reads.</param>
/// <param name="Source">What the bot sent.</param>
internal sealed record FormattedText(string Plain, IReadOnlyList<Entity> Entities, string Source)
{
    public static readonly FormattedText None = new("", [], "");

    private const int MaxRawBytes = 32768;

    public static FormattedText Text(Parameters given)
    {
        var text = Read(given, "text", "entities", 4096, "message is too long");
        return text.Plain.Length > 0 ? text : throw Refused.Bad("message text is empty");
    }

    public static FormattedText Caption(Parameters given) =>
        Read(given, "caption", "caption_entities", 1024, "message caption is too long");

    public bool SameAs(FormattedText other) => Plain == other.Plain && Entities.SequenceEqual(other.Entities);

    private static FormattedText Read(Parameters given, string name, string entitiesName, int max, string tooLong)
    {
        var source = given.Text(name) ?? "";
        if (Encoding.UTF8.GetByteCount(source) > MaxRawBytes)
        {
            throw Refused.Bad("text is too long");
        }

        var html = given.Text("parse_mode") is not null;
        var (text, entities) = html ? HtmlReader.Read(source) : (source, Explicit(given, entitiesName, source));
        if (html && given.Values.ContainsKey(entitiesName))
        {
            throw Refused.Bad($"{entitiesName} can't be given together with parse_mode");
        }

        var formatted = Trim(text, entities, source);
        if (formatted.Plain.Length > max)
        {
            throw Refused.Bad(tooLong);
        }

        return formatted.Entities.Count > 100
            ? throw Refused.Bad($"the message has {formatted.Entities.Count} entities (Telegram would drop those past 100)")
            : formatted;
    }

    private static List<Entity> Explicit(Parameters given, string name, string text)
    {
        if (!given.Values.TryGetValue(name, out var list))
        {
            return [];
        }

        List<Entity> entities = [.. list.EnumerateArray().Select(Read)];
        return entities.TrueForAll(e => e.End <= text.Length) ? entities : throw Refused.Bad("entity beyond the end of the text");
    }

    private static Entity Read(JsonElement entity)
    {
        string? Optional(string name) => entity.TryGetProperty(name, out var value) ? value.GetString() : null;
        int Number(string name) => entity.GetProperty(name).GetInt32();
        return new(entity.GetProperty("type").GetString()!, Number("offset"), Number("length"))
        {
            Url = Optional("url"),
            Language = Optional("language"),
            EmojiId = Optional("custom_emoji_id"),
            UnixTime = entity.TryGetProperty("unix_time", out var time) ? time.GetInt64() : null,
            Format = Optional("date_time_format"),
        };
    }

    private static FormattedText Trim(string text, List<Entity> entities, string source)
    {
        var plain = text.Trim();
        var lead = text.Length - text.TrimStart().Length;
        var kept = entities
            .Select(e =>
            {
                var start = Math.Max(0, e.Offset - lead);
                return e with { Offset = start, Length = Math.Min(plain.Length, e.End - lead) - start };
            })
            .Where(static e => e.Length > 0);
        return new(plain, [.. kept], source);
    }
}
