using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>Moments, in earlier documents milliseconds since 1970; written for a person to read.</summary>
internal sealed class InstantJson : JsonConverter<Instant>
{
    public override Instant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Instant.FromUnixTimeMilliseconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Instant value, JsonSerializerOptions options) =>
        writer.WriteStringValue(InstantPattern.ExtendedIso.Format(value));
}

internal abstract class TextJson<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return read(reader.GetString() ?? "");
        }
        catch (UnparsableValueException broken)
        {
            throw new JsonException($"No {typeof(T).Name} here.", broken);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
}

internal sealed class LocalDateJson() : TextJson<LocalDate>(text => LocalDatePattern.Iso.Parse(text).Value, LocalDatePattern.Iso.Format);

internal sealed class LocalTimeJson() : TextJson<LocalTime>(text => LocalTimePattern.GeneralIso.Parse(text).Value, LocalTimePattern.GeneralIso.Format);

internal sealed class YearMonthJson() : TextJson<YearMonth>(text => YearMonthPattern.Iso.Parse(text).Value, YearMonthPattern.Iso.Format);

internal sealed class DueDayJson() : TextJson<DueDay>(
    text => DueDay.TryParse(text, out var day) ? day : throw new JsonException("No day of the month here."), day => day.ToString());
