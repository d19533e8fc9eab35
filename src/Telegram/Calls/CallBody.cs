namespace Ontime.Telegram;

/// <summary>The bytes of a request and their content type.</summary>
internal sealed record CallBody(ReadOnlyMemory<byte> Bytes, string ContentType)
{
    public static CallBody Json(byte[] bytes) => new(bytes, "application/json");
}
