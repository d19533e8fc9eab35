using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;

namespace Ontime.Members.Documents;

/// <summary>What every part of the document reads and writes alike. What is null, empty or as usual is not written.</summary>
internal static class Keys
{
    /// <summary>No key has more letters; a longer one is none of ours.</summary>
    public const int Longest = 8;

    private const string Unknown = "?";

    public static void Start(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (json.TokenType != type)
        {
            throw new JsonException($"{type} is missing.");
        }
    }

    /// <summary>Goes to the next element of an array; false at its end.</summary>
    public static bool More(ref Utf8JsonReader json) => json.Read() && json.TokenType != JsonTokenType.EndArray;

    /// <summary>Goes to the next cell of a row, and stays at its end; false where there is none.</summary>
    public static bool Cell(ref Utf8JsonReader json) => json.TokenType != JsonTokenType.EndArray && More(ref json);

    /// <summary>Goes to the next cell, which there must be.</summary>
    public static void Must(ref Utf8JsonReader json)
    {
        if (!Cell(ref json))
        {
            throw new JsonException("A row is too short.");
        }
    }

    /// <summary>The next cell, 0 where there is none.</summary>
    public static int Int(ref Utf8JsonReader json) => Cell(ref json) ? json.GetInt32() : 0;

    public static void End(ref Utf8JsonReader json)
    {
        if (Cell(ref json))
        {
            throw new JsonException("A row is too long.");
        }
    }

    /// <summary>Goes to the value of the next key that has one; below 0 at the end of the object, else the letters of the key.</summary>
    public static int Next(ref Utf8JsonReader json, scoped Span<char> key)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var length = Unknown.Length;
            if (json.ValueSpan.Length <= Longest)
            {
                length = json.CopyString(key);
            }
            else
            {
                Unknown.CopyTo(key);
            }

            json.Read();
            if (json.TokenType != JsonTokenType.Null)
            {
                return length;
            }
        }

        return -1;
    }

    public static void Text(Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    public static void Number(Utf8JsonWriter json, string key, int number, int usual = 0)
    {
        if (number != usual)
        {
            json.WriteNumber(key, number);
        }
    }

    public static void Time(Utf8JsonWriter json, string key, LocalTime? time)
    {
        if (time is { } clock)
        {
            json.WriteString(key, clock.TickOfDay % NodaConstants.TicksPerMinute == 0 ? $"{clock.Hour:00}:{clock.Minute:00}" : NodaTime.Text.LocalTimePattern.ExtendedIso.Format(clock));
        }
    }

    public static LocalTime Time(ref Utf8JsonReader json)
    {
        var text = json.GetString() ?? "";
        return NodaTime.Text.LocalTimePattern.ExtendedIso.Parse(text.Length == 5 ? text + ":00" : text) is { Success: true, Value: var time }
            ? time
            : throw new JsonException("No time of day here.");
    }

    public static void Answer(Utf8JsonWriter json, string key, Answer? answer, Moments since)
    {
        if (answer is not null)
        {
            json.WriteString(key, AnswerLine.One(answer, since));
        }
    }

    public static void Moments(Utf8JsonWriter json, string key, ImmutableList<Instant> moments, Moments since)
    {
        if (moments.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var moment in moments)
        {
            since.Write(json, moment);
        }

        json.WriteEndArray();
    }

    public static ImmutableList<Instant> Moments(ref Utf8JsonReader json, Moments since)
    {
        var moments = ImmutableList.CreateBuilder<Instant>();
        Start(ref json, JsonTokenType.StartArray);
        while (More(ref json))
        {
            moments.Add(since.Read(ref json));
        }

        return moments.ToImmutable();
    }

    public static void Moments(Utf8JsonWriter json, string key, ImmutableSortedDictionary<string, Instant> moments, Moments since)
    {
        if (moments.IsEmpty)
        {
            return;
        }

        json.WriteStartObject(key);
        foreach (var (name, moment) in moments)
        {
            since.Write(json, name, moment);
        }

        json.WriteEndObject();
    }

    public static void Texts(Utf8JsonWriter json, string key, IReadOnlyCollection<string> texts)
    {
        if (texts.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static ImmutableList<string> Texts(ref Utf8JsonReader json)
    {
        var texts = ImmutableList.CreateBuilder<string>();
        Start(ref json, JsonTokenType.StartArray);
        while (More(ref json))
        {
            texts.Add(Words(ref json));
        }

        return texts.ToImmutable();
    }

    public static ImmutableSortedDictionary<string, T> Map<T>(ref Utf8JsonReader json, Moments since, Rows.Row<T> value)
    {
        var map = ImmutableSortedDictionary.CreateBuilder<string, T>();
        Start(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            map[name] = value(ref json, since);
        }

        return map.ToImmutable();
    }

    public static string Words(ref Utf8JsonReader json) => json.GetString() ?? throw new JsonException("A text is missing.");
}
