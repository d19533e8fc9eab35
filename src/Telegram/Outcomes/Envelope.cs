using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>The Bot API's own frame around every answer.</summary>
/// <param name="Ok">Whether it is a result.</param>
/// <param name="Result">Where the result stands in the body; empty where there is none.</param>
internal sealed record Envelope(bool Ok, Range Result, int? Code, string Description, long? RetryAfter, long? MigrateTo)
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>null where the body is not the Bot API's: no JSON, cut, or without "ok".</summary>
    public static Envelope? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return ReadFields(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Envelope? ReadFields(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, AnyDepth);
        bool? ok = null;
        var result = ..0;
        int? code = null;
        var description = "";
        (long? RetryAfter, long? MigrateTo) parameters = default;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "ok"u8))
            {
                ok = Json.Bool(ref reader);
            }
            else if (Json.Is(ref reader, "result"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                result = start..(int)reader.BytesConsumed;
            }
            else if (Json.Is(ref reader, "error_code"u8))
            {
                code = (int)Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "description"u8))
            {
                description = Json.String(ref reader);
            }
            else if (Json.Is(ref reader, "parameters"u8))
            {
                parameters = Parameters(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        // Reading past the end is what tells a whole body from one with something behind it.
        reader.Read();
        return ok is { } said ? new Envelope(said, result, code, description, parameters.RetryAfter, parameters.MigrateTo) : null;
    }

    private static (long? RetryAfter, long? MigrateTo) Parameters(ref Utf8JsonReader reader)
    {
        long? retryAfter = null;
        long? migrateTo = null;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "retry_after"u8))
            {
                retryAfter = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "migrate_to_chat_id"u8))
            {
                migrateTo = Json.Long(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return (retryAfter, migrateTo);
    }
}
