using System.Text.Json;

namespace Ontime.Telegram;

/// <summary>Reads Telegram's types, each from the value that comes next. Fields nobody needs are skipped, new ones too.</summary>
internal static class TypeReader
{
    public static Message Message(ref Utf8JsonReader reader)
    {
        long? id = null;
        long date = 0;
        Chat? chat = null;
        User? from = null;
        string? text = null;
        string? repliesTo = null;
        var content = Content.Other;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "message_id"u8))
            {
                id = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "date"u8))
            {
                date = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "chat"u8))
            {
                chat = Chat(ref reader);
            }
            else if (Json.Is(ref reader, "from"u8))
            {
                from = User(ref reader);
            }
            else if (Json.Is(ref reader, "text"u8))
            {
                text = Json.String(ref reader);
                content = Content.Text;
            }
            else if (Json.Is(ref reader, "reply_to_message"u8))
            {
                repliesTo = Replied(ref reader);
            }
            else
            {
                content = ContentOf(ref reader) is { } kind && content == Content.Other ? kind : content;
                reader.Skip();
            }
        }

        return id is { } known && chat is not null
            ? new Message(known, date, chat, from, text, content) { RepliesTo = repliesTo }
            : throw new JsonException("A message without an id or a chat.");
    }

    /// <summary>What a message replies to: its words where a bot wrote it, else null.</summary>
    private static string? Replied(ref Utf8JsonReader reader)
    {
        var (text, isBot) = ((string?)null, false);
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "from"u8))
            {
                isBot = User(ref reader).IsBot;
            }
            else if (Json.Is(ref reader, "text"u8))
            {
                text = Json.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return isBot ? text : null;
    }

    public static CallbackQuery CallbackQuery(ref Utf8JsonReader reader)
    {
        string? id = null;
        User? from = null;
        Message? message = null;
        string? data = null;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "id"u8))
            {
                id = Json.String(ref reader);
            }
            else if (Json.Is(ref reader, "from"u8))
            {
                from = User(ref reader);
            }
            else if (Json.Is(ref reader, "message"u8))
            {
                message = Message(ref reader);
            }
            else if (Json.Is(ref reader, "data"u8))
            {
                data = Json.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return id is not null && from is not null
            ? new CallbackQuery(id, from, message, data)
            : throw new JsonException("A tap without an id or a sender.");
    }

    public static ChatMemberUpdated ChatMemberUpdated(ref Utf8JsonReader reader)
    {
        Chat? chat = null;
        User? from = null;
        long date = 0;
        MemberStatus? status = null;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "chat"u8))
            {
                chat = Chat(ref reader);
            }
            else if (Json.Is(ref reader, "from"u8))
            {
                from = User(ref reader);
            }
            else if (Json.Is(ref reader, "date"u8))
            {
                date = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "new_chat_member"u8))
            {
                status = Status(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return chat is not null && from is not null && status is { } now
            ? new ChatMemberUpdated(chat, from, date, now)
            : throw new JsonException("A change of membership without a chat, a sender or a status.");
    }

    public static User User(ref Utf8JsonReader reader)
    {
        long? id = null;
        var isBot = false;
        var firstName = "";
        string? username = null;
        string? language = null;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "id"u8))
            {
                id = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "is_bot"u8))
            {
                isBot = Json.Bool(ref reader);
            }
            else if (Json.Is(ref reader, "first_name"u8))
            {
                firstName = Json.String(ref reader);
            }
            else if (Json.Is(ref reader, "username"u8))
            {
                username = Json.String(ref reader);
            }
            else if (Json.Is(ref reader, "language_code"u8))
            {
                language = Json.String(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return id is { } known
            ? new User(known, isBot, firstName, username, language)
            : throw new JsonException("A user without an id.");
    }

    private static Chat Chat(ref Utf8JsonReader reader)
    {
        long? id = null;
        var type = ChatType.Unknown;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "id"u8))
            {
                id = Json.Long(ref reader);
            }
            else if (Json.Is(ref reader, "type"u8))
            {
                type = Json.String(ref reader) switch
                {
                    "private" => ChatType.Private,
                    "group" => ChatType.Group,
                    "supergroup" => ChatType.Supergroup,
                    "channel" => ChatType.Channel,
                    _ => ChatType.Unknown,
                };
            }
            else
            {
                reader.Skip();
            }
        }

        return id is { } known ? new Chat(known, type) : throw new JsonException("A chat without an id.");
    }

    private static MemberStatus Status(ref Utf8JsonReader reader)
    {
        var status = MemberStatus.Unknown;
        Json.Enter(ref reader);
        while (Json.NextField(ref reader))
        {
            if (Json.Is(ref reader, "status"u8))
            {
                status = Json.String(ref reader) switch
                {
                    "member" => MemberStatus.Member,
                    "administrator" or "creator" => MemberStatus.Administrator,
                    "restricted" => MemberStatus.Restricted,
                    "left" => MemberStatus.Left,
                    "kicked" => MemberStatus.Kicked,
                    _ => MemberStatus.Unknown,
                };
            }
            else
            {
                reader.Skip();
            }
        }

        return status;
    }

    private static Content? ContentOf(ref Utf8JsonReader reader) =>
        Json.Is(ref reader, "photo"u8) ? Content.Photo
        : Json.Is(ref reader, "sticker"u8) ? Content.Sticker
        : Json.Is(ref reader, "voice"u8) || Json.Is(ref reader, "audio"u8) ? Content.Voice
        : Json.Is(ref reader, "video"u8) || Json.Is(ref reader, "video_note"u8) || Json.Is(ref reader, "animation"u8) ? Content.Video
        : Json.Is(ref reader, "location"u8) || Json.Is(ref reader, "venue"u8) ? Content.Location
        : Json.Is(ref reader, "contact"u8) ? Content.Contact
        : Json.Is(ref reader, "document"u8) ? Content.Document
        : Json.Is(ref reader, "dice"u8) ? Content.Dice
        : null;
}
