using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>
/// Versions 1 and 2 of the document, which named every property in full: the first wrote answers as objects and empty lists too. They are read for ever. The same
/// names serve where a person wants to read what is kept, with moments and answers written out.
/// </summary>
internal static class Earlier
{
    private const int Last = 2;

    private static readonly JsonSerializerOptions Options = new(MemberJson.Default.Options)
    {
        TypeInfoResolver = MemberJson.Default.WithAddedModifier(Lean.Modify),
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonTypeInfo<Document> Shape = (JsonTypeInfo<Document>)Options.GetTypeInfo(typeof(Document));
    private static readonly JsonTypeInfo<Member> Whole = (JsonTypeInfo<Member>)Options.GetTypeInfo(typeof(Member));

    public static Member Read(ReadOnlySpan<byte> bytes, Kept kept)
    {
        var document = JsonSerializer.Deserialize(bytes, Shape) ?? throw new FormatException("The member document is empty.");
        return document.V switch
        {
            >= 1 and <= Last => Gaps.Fill(document.M ?? throw new FormatException("The member document has no member in it."))
                with { ChatId = kept.ChatId, Version = kept.Version, DueAt = kept.DueAt },
            > Last => throw new FormatException(
                $"The member document has version {document.V}; this program reads up to {MemberCodec.Version}. Start the newer program."),
            _ => throw new FormatException($"The member document has version {document.V}, which no program ever wrote."),
        };
    }

    public static string Readable(Member member) => JsonSerializer.Serialize(member, Whole);

    internal sealed record Document(int V, Member? M);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    Converters = [typeof(InstantJson), typeof(LocalDateJson), typeof(LocalTimeJson), typeof(YearMonthJson), typeof(DueDayJson), typeof(SettledJson), typeof(AnswerJson)])]
[JsonSerializable(typeof(Earlier.Document))]
[JsonSerializable(typeof(Member))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
internal sealed partial class MemberJson : JsonSerializerContext;
