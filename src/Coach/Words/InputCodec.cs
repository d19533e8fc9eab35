using System.Text.Json;
using Ontime.Admin;

namespace Ontime.Words;

/// <summary>The inputs that one chat has for another, as the values of a JSON array that begins with the input's letter.</summary>
internal static class InputCodec
{
    public static void Write(Utf8JsonWriter json, Input input)
    {
        switch (input)
        {
            case Input.Ordered ordered:
                json.WriteStringValue("o");
                json.WriteStringValue(Orders.Write(ordered.Order));
                json.WriteStringValue(ordered.Language.Code());
                json.WriteNumberValue(ordered.By);
                break;
            case Input.Carried carried:
                json.WriteStringValue("c");
                json.WriteStringValue(Orders.Write(carried.Order));
                json.WriteStringValue(carried.Language.Code());
                json.WriteNumberValue((int)carried.Fate);
                break;
            case Input.Feedback feedback:
                json.WriteStringValue("f");
                json.WriteStringValue(feedback.Text);
                json.WriteStringValue(feedback.Language.Code());
                json.WriteNumberValue(feedback.From);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "An input that no chat has for another.");
        }
    }

    public static Input Read(IReadOnlyList<JsonElement> parts)
    {
        var language = Languages.Parse(parts[2].GetString()) ?? throw new FormatException("An input in no language of ours.");
        return parts[0].GetString() switch
        {
            "o" => new Input.Ordered(ReadOrder(parts[1]), parts[3].GetInt64(), language),
            "c" => new Input.Carried(ReadOrder(parts[1]), (OrderFate)parts[3].GetInt32(), language),
            "f" => new Input.Feedback(parts[3].GetInt64(), parts[1].GetString()!, language),
            var letter => throw new FormatException($"No input is called {letter}."),
        };
    }

    public static Order ReadOrder(JsonElement words) => Orders.Parse(words.GetString()!) ?? throw new FormatException("No order is written like that.");
}
