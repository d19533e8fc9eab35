using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Ontime.Members.Documents;

/// <summary>
/// An answer of an earlier document: an object in the first version, in the second an array of option, moment, and then number, ticks, date and whether
/// again, as far as there are any. Written for a person to read.
/// </summary>
internal sealed class AnswerJson : JsonConverter<Answer>
{
    public override Answer Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var named = reader.TokenType == JsonTokenType.StartObject;
        if (!named && reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An answer is an array.");
        }

        string? option = null;
        Instant? at = null;
        var answer = new Answer("", default);
        for (var place = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject); place++)
        {
            var field = named ? Place(reader.GetString()) : place;
            if (named)
            {
                reader.Read();
            }

            if (reader.TokenType == JsonTokenType.Null)
            {
                continue;
            }

            switch (field)
            {
                case 0:
                    option = reader.GetString();
                    break;
                case 1:
                    at = Instant.FromUnixTimeMilliseconds(reader.GetInt64());
                    break;
                case 2:
                    answer = answer with { Number = reader.GetDecimal() };
                    break;
                case 3:
                    answer = answer with { Many = Ticks(ref reader) };
                    break;
                case 4:
                    answer = answer with { Date = LocalDatePattern.Iso.Parse(reader.GetString()!).GetValueOrThrow() };
                    break;
                case 5:
                    answer = answer with { Again = reader.GetBoolean() };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return option is not null && at is { } moment ? answer with { Option = option, At = moment } : throw new JsonException("An answer without an option or a moment.");
    }

    public override void Write(Utf8JsonWriter writer, Answer value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("option", value.Option);
        writer.WriteString("at", InstantPattern.ExtendedIso.Format(value.At));
        if (value.Number is { } number)
        {
            writer.WriteNumber("number", number);
        }

        if (value.Many is { } many)
        {
            writer.WriteStartArray("many");
            foreach (var tick in many)
            {
                writer.WriteStringValue(tick);
            }

            writer.WriteEndArray();
        }

        if (value.Date is { } date)
        {
            writer.WriteString("date", LocalDatePattern.Iso.Format(date));
        }

        if (value.Again)
        {
            writer.WriteBoolean("again", true);
        }

        writer.WriteEndObject();
    }

    private static List<string> Ticks(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Ticks are an array.");
        }

        var ticks = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ticks.Add(reader.GetString() ?? throw new JsonException("A tick is a text."));
        }

        return ticks;
    }

    private static int Place(string? name) => Array.IndexOf(["option", "at", "number", "many", "date", "again"], name);
}
