using System.Text.Json;
using Ontime.Admin;
using Ontime.Broadcasting;

namespace Ontime.Words;

/// <summary>What is stored of a turn until it is sent.</summary>
/// <param name="Edition">The edition that decided it, in whose words it is said; null: the one in force when it is sent.</param>
public sealed record Outgoing(Language Language, IReadOnlyList<Effect> Effects, long? Edition = null);

/// <summary>Effects as compact JSON bytes: one outbox row a turn. Each effect is an array that begins with its letter.</summary>
public static class EffectCodec
{
    public static byte[] Write(Outgoing outgoing) => JsonBytes.Of(outgoing, Write);

    /// <exception cref="FormatException">The bytes were not written by this codec.</exception>
    public static Outgoing Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes);
            using var document = JsonDocument.ParseValue(ref reader);
            var parts = document.RootElement.EnumerateArray().ToList();
            var language = Languages.Parse(parts[0].GetString()) ?? throw new FormatException("Effects in no language of ours.");
            long? edition = parts.Count > 1 && parts[1].ValueKind == JsonValueKind.Number ? parts[1].GetInt64() : null;
            return new Outgoing(language, parts.Skip(edition is null ? 1 : 2).Select(part => ReadEffect(part.EnumerateArray().ToList())).ToList(), edition);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException or KeyNotFoundException or IndexOutOfRangeException or FormatException)
        {
            throw new FormatException($"The stored effects cannot be read: {broken.GetType().Name}.", broken);
        }
    }

    private static void Write(Utf8JsonWriter json, Outgoing outgoing)
    {
        json.WriteStartArray();
        json.WriteStringValue(outgoing.Language.Code());
        if (outgoing.Edition is { } edition)
        {
            json.WriteNumberValue(edition);
        }

        foreach (var effect in outgoing.Effects)
        {
            json.WriteStartArray();
            Write(json, effect);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Effect effect)
    {
        switch (effect)
        {
            case Effect.Say say:
                json.WriteStringValue("s");
                json.WriteStringValue(say.Name);
                MessageCodec.Write(json, say.Message);
                break;
            case Effect.Edit edit:
                json.WriteStringValue("e");
                json.WriteStringValue(edit.Name);
                json.WriteNumberValue(edit.MessageId ?? 0);
                MessageCodec.Write(json, edit.Message);
                break;
            case Effect.Strip strip:
                json.WriteStringValue("k");
                json.WriteStringValue(strip.Name);
                json.WriteNumberValue(strip.MessageId ?? 0);
                break;
            case Effect.Answer answer:
                json.WriteStringValue("a");
                json.WriteStringValue(answer.QueryId);
                if (answer.Toast is { } toast)
                {
                    MessageCodec.Write(json, toast);
                }

                break;
            case Effect.Delete delete:
                json.WriteStringValue("d");
                json.WriteNumberValue(delete.MessageId);
                break;
            case Effect.File file:
                json.WriteStringValue("x");
                json.WriteNumberValue((int)file.Kind);
                break;
            case Effect.Chart chart:
                json.WriteStringValue("c");
                json.WriteStringValue(chart.Kind.ToString());
                break;
            case Effect.Report report:
                json.WriteStringValue("r");
                json.WriteStringValue(Orders.Write(report.Order));
                break;
            case Effect.Cast cast:
                json.WriteStringValue("b");
                json.WriteStringValue(CastOrders.Write(cast.Order));
                json.WriteNumberValue(cast.MessageId ?? 0);
                if (cast.Order is CastOrder.Compose compose)
                {
                    json.WriteStringValue(compose.Chinese);
                    json.WriteStringValue(compose.English);
                }

                break;
            case Effect.Tell tell:
                json.WriteStringValue("t");
                json.WriteNumberValue(tell.ChatId);
                InputCodec.Write(json, tell.Input);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "An effect without a letter.");
        }
    }

    private static Effect ReadEffect(List<JsonElement> parts) => parts[0].GetString() switch
    {
        "s" => new Effect.Say(parts[1].GetString()!, MessageCodec.ReadMessage(parts[2])),
        "e" => new Effect.Edit(parts[1].GetString()!, Id(parts[2]), MessageCodec.ReadMessage(parts[3])),
        "k" => new Effect.Strip(parts[1].GetString()!, Id(parts[2])),
        "a" => new Effect.Answer(parts[1].GetString()!, parts.Count > 2 ? MessageCodec.ReadLine(parts[2]) : null),
        "d" => new Effect.Delete(parts[1].GetInt64()),
        "x" => new Effect.File(parts.Count > 1 ? (FileKind)parts[1].GetInt32() : FileKind.Export),
        "c" => new Effect.Chart(Enum.Parse<ChartKind>(parts[1].GetString()!)),
        "r" => new Effect.Report(InputCodec.ReadOrder(parts[1])),
        "b" => new Effect.Cast(CastOrders.Read(parts[1].GetString()!, parts.Count > 4 ? (parts[3].GetString(), parts[4].GetString()) : (null, null)), Id(parts[2])),
        "t" => new Effect.Tell(parts[1].GetInt64(), InputCodec.Read(parts[2..])),
        var letter => throw new FormatException($"No effect is called {letter}."),
    };

    private static long? Id(JsonElement part) => part.GetInt64() is var id and not 0 ? id : null;
}
