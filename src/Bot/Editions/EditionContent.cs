using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ontime.Bot;

/// <summary>The files of a dialogs folder as the bytes of an edition: the same files are the same bytes. Transcripts are no part of it.</summary>
internal static class EditionContent
{
    private const string Transcripts = "tests/";

    /// <summary>Characters written at once: the writer rents six times as much, and what it rents is kept for the life of the process.</summary>
    private const int Portion = 4096;

    public static byte[] Pack(IReadOnlyDictionary<string, string> files)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 19);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            foreach (var (path, content) in files.Where(file => !file.Key.StartsWith(Transcripts, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(path);
                for (var at = 0; at == 0 || at < content.Length; at += Portion)
                {
                    json.WriteStringValueSegment(content.AsSpan(at, Math.Min(Portion, content.Length - at)), isFinalSegment: at + Portion >= content.Length);
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The files that are not the same in both, or only in one.</summary>
    public static IReadOnlyList<string> Differences(byte[] one, byte[] other)
    {
        var (left, right) = (one.Length == 0 ? [] : Unpack(one), Unpack(other));
        return [.. left.Keys.Union(right.Keys).Where(file => left.GetValueOrDefault(file) != right.GetValueOrDefault(file)).Order(StringComparer.Ordinal)];
    }

    /// <exception cref="FormatException">The bytes were not written by <see cref="Pack"/>.</exception>
    public static Dictionary<string, string> Unpack(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(content) ?? [];
        }
        catch (JsonException broken)
        {
            throw new FormatException("The edition cannot be read.", broken);
        }
    }
}
