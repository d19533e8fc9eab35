using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using Ontime.Typing;

namespace Ontime.Bot.Verbs;

/// <summary><c>parse</c>: reads JSON lines {"text","locale","kind"} and writes each back with its "value", null where the coach would ask again.</summary>
internal static class Parse
{
    private static readonly Dictionary<string, Kind> Kinds = new(StringComparer.Ordinal)
    {
        ["yesno"] = Kind.YesNo, ["money"] = Kind.Money, ["percent"] = Kind.Percent, ["day_of_month"] = Kind.DayOfMonth, ["date"] = Kind.Date, ["date_past"] = Kind.DatePast, ["score"] = Kind.Score,
        ["count"] = Kind.Count, ["per_week"] = Kind.PerWeek, ["months"] = Kind.Months, ["time"] = Kind.Time, ["payment"] = Kind.Payment, ["categories"] = Kind.Categories,
    };

    // The output goes to a terminal or a tool, not into a page: Chinese stays readable.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A line that cannot be read gets an "error" beside its null value, and the run goes on; always 0.</summary>
    /// <param name="today">The day relative dates are read from.</param>
    internal static int Run(TextReader input, TextWriter output, LocalDate today)
    {
        while (input.ReadLine() is { } line)
        {
            line = line.TrimStart('\uFEFF');
            if (!string.IsNullOrWhiteSpace(line))
            {
                output.Write(Answer(line, today).ToJsonString(Readable) + "\n");
            }
        }

        output.Flush();
        return 0;
    }

    private static JsonObject Answer(string line, LocalDate today)
    {
        JsonObject? fields = null;
        try
        {
            fields = JsonNode.Parse(line) as JsonObject;
            if (fields is null)
            {
                return Failed([], "The line is JSON, but no object with text, locale and kind.");
            }

            var (text, locale, kind) = (Field(fields, "text"), Field(fields, "locale"), Field(fields, "kind"));
            fields.Remove("value");
            if (text is null || kind is null)
            {
                return Failed(fields, "The fields text and kind must be there and be strings.");
            }

            if (!Kinds.TryGetValue(kind, out var known))
            {
                return Failed(fields, $"The kind “{kind}” is unknown. Known are {string.Join(", ", Kinds.Keys)}.");
            }

            fields["value"] = Value(known, Typist.Read(known, text, Languages.Nearest(locale), today));
            return fields;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // ArgumentException: a field twice; InvalidOperationException: a string that is half a surrogate pair.
            return Failed([], $"The line is no JSON this verb can read: {e.Message}");
        }
    }

    private static string? Field(JsonObject fields, string name) =>
        fields[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static JsonObject Failed(JsonObject fields, string error)
    {
        fields["value"] = null;
        fields["error"] = error;
        return fields;
    }

    private static JsonNode? Value(Kind kind, Typed? typed) => typed switch
    {
        null => null,
        Typed.Word("yes") when kind == Kind.YesNo => true,
        Typed.Word("no") when kind == Kind.YesNo => false,
        Typed.Word(var id) => id,
        Typed.Number(var value, _) => value,
        Typed.Day({ IsLast: true }) => "last",
        Typed.Day(var day) => day.Number,
        Typed.Date(var date) => LocalDatePattern.Iso.Format(date),
        Typed.Month(var year, var month) => month is null ? $"{year:0000}" : $"{year:0000}-{month:00}",
        Typed.Clock(var time) => time.ToString("HH:mm", null),
        Typed.Set(var ids) => new JsonArray([.. ids.Select(id => JsonValue.Create(id))]),
        _ => throw new InvalidOperationException($"A kind of value without a spelling: {typed.GetType().Name}."),
    };
}
