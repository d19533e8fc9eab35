using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>Reads the <c>result</c> of each call but getUpdates.</summary>
internal static class ResultReader
{
    public static User User(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return TypeReader.User(ref reader);
    }

    /// <summary>
    /// A message, of which only the ids are wanted, or <c>true</c>. Never throws: "ok" said that the call took effect, and to make it again
    /// because of a result of another shape would send the message twice.
    /// </summary>
    public static Posted Posted(ReadOnlySpan<byte> json)
    {
        try
        {
            return Message(json);
        }
        catch (JsonException)
        {
            return new Posted(null, null);
        }
    }

    private static Posted Message(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        long? id = null;
        string? file = null;
        if (reader.Read() && reader.TokenType != JsonTokenType.StartObject)
        {
            // The true that answers each tap: to throw here would cost more than the rest of the call.
            return new Posted(null, null);
        }

        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "message_id"u8))
            {
                id = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "document"u8))
            {
                Json.Enter(ref reader);
                file = FileId(ref reader);
            }
            else if (Json.Is(ref reader, "photo"u8))
            {
                file = LargestPhoto(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new Posted(id, file);
    }

    public static WebhookInfo WebhookInfo(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var url = "";
        long pending = 0;
        long? date = null;
        string? message = null;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "url"u8))
            {
                url = Json.String(ref reader);
            }
            else if (Json.Is(ref reader, "pending_update_count"u8))
            {
                pending = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "last_error_date"u8))
            {
                date = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "last_error_message"u8))
            {
                message = Json.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new WebhookInfo(url, pending, date, message);
    }

    public static IReadOnlyList<BotCommand> Commands(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        Array(ref reader);
        List<BotCommand> commands = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var (command, description) = ("", "");
            while (Json.NextField(ref reader))
            {
                if (Json.Is(ref reader, "command"u8))
                {
                    command = Json.String(ref reader);
                }
                else if (Json.Is(ref reader, "description"u8))
                {
                    description = Json.String(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }

            commands.Add(new BotCommand(command, description));
        }

        return commands;
    }

    /// <summary>Sizes come from small to large.</summary>
    private static string? LargestPhoto(ref Utf8JsonReader reader)
    {
        string? file = null;
        Array(ref reader);
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            file = FileId(ref reader);
        }

        return file;
    }

    private static string? FileId(ref Utf8JsonReader reader)
    {
        string? file = null;
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "file_id"u8))
            {
                file = Json.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return file;
    }

    private static void Array(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("A list was expected.");
        }
    }
}
