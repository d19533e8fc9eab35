using System.Text.Json;
using Ontime.Members.Documents;
using Ontime.Words;

namespace Ontime.Members;

/// <summary>The member document as versioned JSON bytes; older versions are migrated when they are read.</summary>
public static class MemberCodec
{
    /// <summary>The version written today. A new one needs a reader beside those of the versions before, and a fixture of each stays in the tests.</summary>
    public const int Version = 3;

    /// <summary>Chat id, version and the next moment due are not in it: see <see cref="Kept"/>.</summary>
    public static byte[] Write(Member member) => JsonBytes.Of(member, Writer.Write);

    /// <param name="kept">What stands beside the document; it counts also where an early document holds it too.</param>
    /// <exception cref="FormatException">The bytes are no member document, or of a newer program.</exception>
    public static Member Read(ReadOnlySpan<byte> bytes, Kept kept)
    {
        try
        {
            var json = new Utf8JsonReader(bytes);
            return IsOfToday(ref json) ? Ended(Reader.Read(ref json, kept), ref json) : Earlier.Read(bytes, kept);
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The member document cannot be read at byte {broken.BytePositionInLine}: {broken.Message}", broken);
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or OverflowException)
        {
            // A value of the right shape that nothing can have: a moment after the year 9999.
            throw new FormatException($"The member document holds an impossible value: {broken.GetType().Name}.", broken);
        }
    }

    /// <summary>The member for a person to read, as JSON with whole names; no program reads it back.</summary>
    public static string Readable(Member member) => Earlier.Readable(member);

    /// <summary>The data of an event as JSON bytes.</summary>
    public static byte[] WriteEvent(Event happened) => JsonSerializer.SerializeToUtf8Bytes(happened.Data, MemberJson.Default.IReadOnlyDictionaryStringString);

    public static Event ReadEvent(string kind, ReadOnlySpan<byte> data) =>
        new(kind, JsonSerializer.Deserialize(data, MemberJson.Default.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>());

    /// <summary>Each program wrote the version first.</summary>
    private static bool IsOfToday(ref Utf8JsonReader json) =>
        json.Read() && json.TokenType == JsonTokenType.StartObject && json.Read() && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("v")
        && json.Read() && json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var version) && version == Version;

    private static Member Ended(Member member, ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.EndObject && !json.Read() ? member : throw new JsonException("The end is missing.");
}
