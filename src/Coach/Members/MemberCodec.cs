using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ontime.Bills;

namespace Ontime.Members;

/// <summary>The member document as versioned JSON bytes; older versions are migrated when they are read.</summary>
public static class MemberCodec
{
    /// <summary>The version written today. A new one needs a step in <see cref="Migrate"/> and a fixture of the one before.</summary>
    public const int Version = 2;

    private static readonly JsonTypeInfo<Document> Shape = (JsonTypeInfo<Document>)new JsonSerializerOptions(MemberJson.Default.Options)
    {
        TypeInfoResolver = MemberJson.Default.WithAddedModifier(Lean.Modify),
    }.GetTypeInfo(typeof(Document));

    public static byte[] Write(Member member) => JsonSerializer.SerializeToUtf8Bytes(new Document(Version, member), Shape);

    /// <exception cref="FormatException">The bytes are no member document, or of a newer program.</exception>
    public static Member Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var document = JsonSerializer.Deserialize(bytes, Shape);
            return Migrate(document ?? throw new FormatException("The member document is empty."));
        }
        catch (JsonException broken)
        {
            throw new FormatException($"The member document cannot be read at byte {broken.BytePositionInLine}.", broken);
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or OverflowException)
        {
            // A value of the right shape that nothing can have: a moment after the year 9999.
            throw new FormatException($"The member document holds an impossible value: {broken.GetType().Name}.", broken);
        }
    }

    /// <summary>The data of an event as JSON bytes.</summary>
    public static byte[] WriteEvent(Event happened) => JsonSerializer.SerializeToUtf8Bytes(happened.Data, MemberJson.Default.IReadOnlyDictionaryStringString);

    public static Event ReadEvent(string kind, ReadOnlySpan<byte> data) =>
        new(kind, JsonSerializer.Deserialize(data, MemberJson.Default.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>());

    private static Member Migrate(Document document) => document.V switch
    {
        // The first version wrote answers as objects and empty lists too; both are still read.
        1 or Version => Gaps.Fill(document.M ?? throw new FormatException("The member document has no member in it.")),
        > Version => throw new FormatException($"The member document has version {document.V}; this program reads up to {Version}. Start the newer program."),
        _ => throw new FormatException($"The member document has version {document.V}, which no program ever wrote."),
    };

    internal sealed record Document(int V, Member? M);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(LocalDateJson), typeof(LocalTimeJson), typeof(YearMonthJson), typeof(DueDayJson), typeof(SettledJson), typeof(AnswerJson)])]
[JsonSerializable(typeof(MemberCodec.Document))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class MemberJson : JsonSerializerContext;
