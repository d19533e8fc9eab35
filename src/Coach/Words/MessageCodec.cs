using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;

namespace Ontime.Words;

/// <summary>Messages as JSON: a line is its key, or an array of its key and its arguments; an argument is a string that begins with its letter.</summary>
internal static class MessageCodec
{
    public static void Write(Utf8JsonWriter json, Message message)
    {
        json.WriteStartArray();
        Write(json, message.Lines);
        foreach (var row in message.Rows)
        {
            json.WriteStartArray();
            foreach (var button in row)
            {
                json.WriteStringValue(button.Data);
                Write(json, button.Label);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static Message ReadMessage(JsonElement json)
    {
        var parts = json.EnumerateArray().ToList();
        return new Message(ReadLines(parts[0]), parts.Skip(1).Select(ReadRow).ToList());
    }

    public static void Write(Utf8JsonWriter json, Line line)
    {
        if (line.Args.Count == 0)
        {
            json.WriteStringValue(line.Key);
            return;
        }

        json.WriteStartArray();
        json.WriteStringValue(line.Key);
        foreach (var (name, arg) in line.Args)
        {
            json.WriteStringValue(name);
            Write(json, arg);
        }

        json.WriteEndArray();
    }

    public static Line ReadLine(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            return new Line(json.GetString()!);
        }

        var parts = json.EnumerateArray().ToList();
        var args = new Dictionary<string, Arg>();
        for (var i = 1; i + 1 < parts.Count; i += 2)
        {
            args[parts[i].GetString()!] = ReadArg(parts[i + 1]);
        }

        return new Line(parts[0].GetString()!, args);
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Line> lines)
    {
        json.WriteStartArray();
        foreach (var line in lines)
        {
            Write(json, line);
        }

        json.WriteEndArray();
    }

    private static List<Line> ReadLines(JsonElement json) => json.EnumerateArray().Select(ReadLine).ToList();

    private static IReadOnlyList<Button> ReadRow(JsonElement json)
    {
        var parts = json.EnumerateArray().ToList();
        return Enumerable.Range(0, parts.Count / 2).Select(i => new Button(parts[2 * i].GetString()!, ReadLine(parts[(2 * i) + 1]))).ToList();
    }

    private static void Write(Utf8JsonWriter json, Arg arg)
    {
        switch (arg)
        {
            case Arg.Block block:
                json.WriteStartArray();
                json.WriteStringValue("b");
                Write(json, block.Lines);
                json.WriteEndArray();
                break;
            case Arg.Series series:
                json.WriteStartArray();
                json.WriteStringValue("l");
                Write(json, series.Parts);
                json.WriteEndArray();
                break;
            default:
                json.WriteStringValue(arg switch
                {
                    Arg.Text text => $"t{text.Key}",
                    Arg.Words words => $"w{words.Value}",
                    Arg.Html html => $"h{html.Value}",
                    Arg.Number number => $"n{number.Value.ToString(CultureInfo.InvariantCulture)}",
                    Arg.Money money => $"m{money.Yuan.ToString(CultureInfo.InvariantCulture)}",
                    Arg.Date date => $"{(date.Year ? 'y' : 'd')}{LocalDatePattern.Iso.Format(date.Value)}",
                    Arg.Day day => $"o{day.Value}",
                    Arg.Clock clock => $"c{LocalTimePattern.GeneralIso.Format(clock.Value)}",
                    _ => throw new ArgumentOutOfRangeException(nameof(arg), arg.GetType().Name, "An argument without a letter."),
                });
                break;
        }
    }

    private static Arg ReadArg(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return json[0].GetString() == "b" ? new Arg.Block(ReadLines(json[1])) : new Arg.Series(ReadLines(json[1]));
        }

        var text = json.GetString()!;
        var value = text[1..];
        return text[0] switch
        {
            't' => new Arg.Text(value),
            'w' => new Arg.Words(value),
            'h' => new Arg.Html(value),
            'n' => new Arg.Number(decimal.Parse(value, CultureInfo.InvariantCulture)),
            'm' => new Arg.Money(decimal.Parse(value, CultureInfo.InvariantCulture)),
            'd' => new Arg.Date(LocalDatePattern.Iso.Parse(value).Value, Year: false),
            'y' => new Arg.Date(LocalDatePattern.Iso.Parse(value).Value, Year: true),
            'o' => new Arg.Day(DueDay.TryParse(value, out var day) ? day : throw new FormatException("No day of the month.")),
            'c' => new Arg.Clock(LocalTimePattern.GeneralIso.Parse(value).Value),
            _ => throw new FormatException($"No argument begins with {text[0]}."),
        };
    }
}
