using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>Cuts updates out of an answer and reads each on its own, so that a bad one spoils no other.</summary>
public static class UpdateReader
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };
    private static readonly JsonReaderOptions Bounded = new() { MaxDepth = Limits.UpdateDepth };

    /// <summary>Reads the <c>result</c> of getUpdates.</summary>
    /// <exception cref="JsonException">It is no JSON array.</exception>
    public static UpdateBatch ReadBatch(ReadOnlySpan<byte> array)
    {
        var reader = new Utf8JsonReader(array, AnyDepth);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("An array of updates was expected.");
        }

        List<Update> updates = [];
        List<Unreadable> unreadable = [];
        List<long> ids = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var (update, id) = Read(array[start..(int)reader.BytesConsumed]);
            if (update is not null)
            {
                updates.Add(update);
            }
            else
            {
                unreadable.Add(new Unreadable(id));
            }

            if (id is { } known)
            {
                ids.Add(known);
            }
        }

        return new UpdateBatch(updates, unreadable, ids);
    }

    /// <summary>
    /// Reads one update. <c>Update</c> is null where it cannot be read, <c>Id</c> null where even its id cannot. Never throws.
    /// </summary>
    public static (Update? Update, long? Id) Read(ReadOnlySpan<byte> json)
    {
        long? id = null;
        try
        {
            id = FindId(json);
            return (id is { } known ? ReadBody(json, known) : null, id);
        }
        catch (JsonException)
        {
            return (null, id);
        }
    }

    /// <summary>The id counts even where the rest is too deep to read: without it a bad update could not be confirmed.</summary>
    private static long? FindId(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, AnyDepth);
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "update_id"u8))
            {
                // The next offset would wrap to one far below zero, by which Telegram forgets what waits.
                return Json.Long(ref reader) is < long.MaxValue and var id ? id : null;
            }

            reader.Skip();
        }

        return null;
    }

    private static Update ReadBody(ReadOnlySpan<byte> json, long id)
    {
        var reader = new Utf8JsonReader(json, Bounded);
        Update update = new Update.Other(id);
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "message"u8))
            {
                update = new Update.NewMessage(id, TypeReader.Message(ref reader));
            }
            else if (Json.Is(ref reader, "callback_query"u8))
            {
                update = new Update.Tap(id, TypeReader.CallbackQuery(ref reader));
            }
            else if (Json.Is(ref reader, "my_chat_member"u8))
            {
                update = new Update.Membership(id, TypeReader.ChatMemberUpdated(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return update;
    }
}
