using System.Collections.Immutable;
using System.Text.Json;

namespace Ontime.Members.Documents;

/// <summary>
/// A dialog the person is inside of: “d” the dialog, “s” the step, “i” where it interrupts, “o” the open question (number, when it was shown, misses, what must be
/// confirmed), “t” the trail, “n” the notes.
/// </summary>
internal static class FrameJson
{
    public static void Write(Utf8JsonWriter json, ImmutableList<Frame> frames, Moments since)
    {
        if (frames.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("f");
        foreach (var frame in frames)
        {
            json.WriteStartObject();
            json.WriteString("d", frame.Dialog);
            json.WriteString("s", frame.Step);
            Keys.Number(json, "i", frame.Interrupt ? 1 : 0);
            if (frame.Open is { } open)
            {
                json.WriteStartArray("o");
                json.WriteNumberValue(open.Number);
                since.Write(json, open.Shown);
                if (open.Misses != 0 || open.Pending is not null)
                {
                    json.WriteNumberValue(open.Misses);
                    if (open.Pending is not null)
                    {
                        json.WriteStringValue(open.Pending);
                    }
                }

                json.WriteEndArray();
            }

            Keys.Texts(json, "t", frame.Trail);
            if (!frame.Notes.IsEmpty)
            {
                json.WriteStartObject("n");
                foreach (var (name, note) in frame.Notes)
                {
                    json.WriteString(name, note);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static ImmutableList<Frame> Read(ref Utf8JsonReader json, Moments since)
    {
        var frames = ImmutableList.CreateBuilder<Frame>();
        Keys.Start(ref json, JsonTokenType.StartArray);
        while (Keys.More(ref json))
        {
            frames.Add(One(ref json, since));
        }

        return frames.ToImmutable();
    }

    private static Frame One(ref Utf8JsonReader json, Moments since)
    {
        string? dialog = null, step = null;
        var interrupt = false;
        Open? open = null;
        ImmutableList<string> trail = [];
        var notes = ImmutableSortedDictionary<string, string>.Empty;
        Span<char> key = stackalloc char[Keys.Longest];
        Keys.Start(ref json, JsonTokenType.StartObject);
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "d":
                    dialog = json.GetString();
                    break;
                case "s":
                    step = json.GetString();
                    break;
                case "i":
                    interrupt = json.GetInt32() != 0;
                    break;
                case "o":
                    open = Question(ref json, since);
                    break;
                case "t":
                    trail = Keys.Texts(ref json);
                    break;
                case "n":
                    notes = Keys.Map(ref json, since, static (ref json, _) => Keys.Words(ref json));
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return dialog is not null && step is not null ? new Frame(dialog, step, interrupt, open, trail, notes) : throw new JsonException("A frame without a dialog or a step.");
    }

    private static Open Question(ref Utf8JsonReader json, Moments since)
    {
        Keys.Start(ref json, JsonTokenType.StartArray);
        Keys.Must(ref json);
        var number = json.GetInt32();
        Keys.Must(ref json);
        var shown = since.Read(ref json);
        var open = new Open(number, Keys.Int(ref json), Keys.Cell(ref json) ? json.GetString() : null, shown);
        Keys.End(ref json);
        return open;
    }
}
