using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace Ontime.Members;

/// <summary>
/// An answer as an array: option, moment, then number, ticks, date and whether again, as far as there are any. Two dozen of them are most of a
/// document, and three documents are to fit a page of the store. The first version wrote objects.
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
        var last = value.Again ? 5 : value.Date is not null ? 4 : value.Many is not null ? 3 : value.Number is not null ? 2 : 1;
        writer.WriteStartArray();
        writer.WriteStringValue(value.Option);
        writer.WriteNumberValue(value.At.ToUnixTimeMilliseconds());
        if (last >= 2)
        {
            Write(writer, value.Number, static (json, number) => json.WriteNumberValue(number!.Value));
        }

        if (last >= 3)
        {
            Write(writer, value.Many, static (json, many) => WriteTicks(json, many!));
        }

        if (last >= 4)
        {
            Write(writer, value.Date, static (json, date) => json.WriteStringValue(LocalDatePattern.Iso.Format(date!.Value)));
        }

        if (last >= 5)
        {
            writer.WriteBooleanValue(true);
        }

        writer.WriteEndArray();
    }

    private static void Write<T>(Utf8JsonWriter writer, T? value, Action<Utf8JsonWriter, T?> write)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value);
        }
    }

    private static void WriteTicks(Utf8JsonWriter writer, IReadOnlyList<string> many)
    {
        writer.WriteStartArray();
        foreach (var tick in many)
        {
            writer.WriteStringValue(tick);
        }

        writer.WriteEndArray();
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
