using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ontime.Words;

/// <summary>Compact JSON as bytes. Writer and room are kept for the next one on the same thread: each turn writes several, and would leave them behind.</summary>
internal static class JsonBytes
{
    private const int Usual = 2048, MostKept = 64 * 1024;

    // No page of the web ever holds it: a Chinese letter may take its three bytes instead of six, and a plus one.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static (ArrayBufferWriter<byte> Room, Utf8JsonWriter Json)? _kept;

    public static byte[] Of<T>(T what, Action<Utf8JsonWriter, T> write)
    {
        var (room, json) = _kept ?? New();
        _kept = null;
        write(json, what);
        json.Flush();
        var bytes = room.WrittenSpan.ToArray();
        if (room.Capacity <= MostKept)
        {
            // Cleared, since it held people's words.
            room.Clear();
            json.Reset();
            _kept = (room, json);
        }

        return bytes;
    }

    private static (ArrayBufferWriter<byte>, Utf8JsonWriter) New()
    {
        var room = new ArrayBufferWriter<byte>(Usual);
        return (room, new Utf8JsonWriter(room, Plain));
    }
}
