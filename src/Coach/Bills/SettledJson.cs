using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime.Text;

namespace Ontime.Bills;

/// <summary>
/// In earlier documents “2026-12-10P0”: the due date, the state's letter, the days late, and “k” where the streak was kept. Written for a person to read.
/// </summary>
internal sealed class SettledJson : JsonConverter<Settled>
{
    private const int Date = 10;
    private static readonly (char Letter, CycleState State)[] Letters =
    [
        ('P', CycleState.Paid), ('L', CycleState.PaidLate), ('M', CycleState.Minimum), ('N', CycleState.NothingDue),
    ];

    public override Settled Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var kept = text.EndsWith('k');
        return text.Length > Date + 1
            && LocalDatePattern.Iso.Parse(text[..Date]) is { Success: true, Value: var due }
            && Array.Find(Letters, pair => pair.Letter == text[Date]) is { Letter: not '\0', State: var state }
            && int.TryParse(text[(Date + 1)..].TrimEnd('k'), NumberStyles.None, CultureInfo.InvariantCulture, out var late)
            ? new Settled(due, state, late, kept)
            : throw new JsonException("No settled due date here.");
    }

    public override void Write(Utf8JsonWriter writer, Settled value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("due", LocalDatePattern.Iso.Format(value.Due));
        writer.WriteString("state", value.State.ToString());
        writer.WriteNumber("daysLate", value.DaysLate);
        if (value.Kept)
        {
            writer.WriteBoolean("kept", true);
        }

        writer.WriteEndObject();
    }
}
