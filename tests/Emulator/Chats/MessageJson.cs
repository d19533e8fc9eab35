using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>Messages as the Bot API writes them.</summary>
internal static class MessageJson
{
    public static JsonObject Write(World world, Chat chat, ChatMessage message, bool withReply = true)
    {
        var json = new JsonObject
        {
            ["message_id"] = message.Id,
            ["from"] = message.FromBot ? world.BotJson() : world.People[message.FromId].ToJson(),
            ["chat"] = chat.ToJson(),
            ["date"] = message.Date.ToUnixTimeSeconds(),
        };
        if (message.EditedAt is { } editedAt)
        {
            json["edit_date"] = editedAt.ToUnixTimeSeconds();
        }

        if (withReply && message.ReplyTo is { } id && chat.Find(id) is { } replied)
        {
            json["reply_to_message"] = Write(world, chat, replied, withReply: false);
        }

        foreach (var (name, value) in message.Media ?? [])
        {
            json[name] = value?.DeepClone();
        }

        WriteText(json, message);
        if (message.Protected)
        {
            json["has_protected_content"] = true;
        }

        if (message is { HasInlineKeyboard: true, Markup: { } markup, Keyboard.Count: > 0 })
        {
            json["reply_markup"] = JsonNode.Parse(markup.GetRawText());
        }

        return json;
    }

    /// <summary>How a tap names a message that is too old: date 0 and nothing else.</summary>
    public static JsonObject WriteInaccessible(Chat chat, int id) => new() { ["chat"] = chat.ToJson(), ["message_id"] = id, ["date"] = 0 };

    private static void WriteText(JsonObject json, ChatMessage message)
    {
        if (message.Text.Length == 0)
        {
            return;
        }

        var (text, entities) = message.Kind == "text" ? ("text", "entities") : ("caption", "caption_entities");
        json[text] = message.Text;
        if (message.Entities.Count > 0)
        {
            json[entities] = new JsonArray([.. message.Entities.Select(static e => e.ToJson())]);
        }
    }
}
