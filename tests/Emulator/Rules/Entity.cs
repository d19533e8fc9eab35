using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>A formatted stretch of a text; offset and length in UTF-16 units.</summary>
public sealed record Entity(string Type, int Offset, int Length)
{
    /// <summary>Of text_link.</summary>
    public string? Url { get; init; }

    /// <summary>Of pre.</summary>
    public string? Language { get; init; }

    /// <summary>Of custom_emoji.</summary>
    public string? EmojiId { get; init; }

    /// <summary>Of date_time, in seconds.</summary>
    public long? UnixTime { get; init; }

    /// <summary>Of date_time.</summary>
    public string? Format { get; init; }

    internal int End => Offset + Length;

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["type"] = Type, ["offset"] = Offset, ["length"] = Length };
        Add(json, "url", Url);
        Add(json, "language", Language);
        Add(json, "custom_emoji_id", EmojiId);
        Add(json, "unix_time", UnixTime);
        Add(json, "date_time_format", Format);
        return json;
    }

    private static void Add<T>(JsonObject json, string name, T? value)
    {
        if (value is not null)
        {
            json[name] = JsonValue.Create(value);
        }
    }
}
