using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>What people do, as messages in the chat and updates for the bot.</summary>
internal static class Deeds
{
    public static int Say(World world, Person person, Chat chat, string text, int? replyTo)
    {
        if (text.Length is 0 or > 4096)
        {
            throw new ArgumentException("Telegram lets people write 1-4096 characters.", nameof(text));
        }

        var command = text.StartsWith('/') ? text.Split([' ', '\n'], 2)[0].Length : 0;
        return Post(world, person, chat, new ChatMessage
        {
            Id = 0,
            FromBot = false,
            Date = default,
            Kind = "text",
            Text = text,
            ReplyTo = replyTo,
            Entities = command > 1 ? [new Entity("bot_command", 0, command)] : [],
        });
    }

    public static int Send(World world, Person person, string kind, JsonObject media, string caption = "") => Post(
        world,
        person,
        person.Chat,
        new ChatMessage { Id = 0, FromBot = false, Date = default, Kind = kind, Media = media, Text = caption });

    public static Tap Tap(World world, Person person, Chat chat, string data, int messageId, bool inaccessible)
    {
        lock (world.Gate)
        {
            RequireOpen(chat);
            var tap = world.Taps.Create(chat.Id, data);
            var message = inaccessible ? null : chat.FindEvenDeleted(messageId);
            var query = new JsonObject
            {
                ["id"] = tap.Id,
                ["from"] = person.ToJson(),
                ["message"] = message is null ? MessageJson.WriteInaccessible(chat, messageId) : MessageJson.Write(world, chat, message),
                ["chat_instance"] = $"{chat.Id * 7_919_000_001 % long.MaxValue}",
                ["data"] = data,
            };
            chat.Reacted = false;
            if (!world.Queue.Create("callback_query", query, chat, world.Options.QueryLife, tap))
            {
                world.Taps.Close(tap);
            }

            return tap;
        }
    }

    public static void Member(World world, Person person, Chat chat, ChatState state, string before, string after)
    {
        lock (world.Gate)
        {
            chat.State = state;
            chat.Reacted = false;
            world.Queue.Create(
                "my_chat_member",
                new JsonObject
                {
                    ["chat"] = chat.ToJson(),
                    ["from"] = person.ToJson(),
                    ["date"] = world.Clock.Now.ToUnixTimeSeconds(),
                    ["old_chat_member"] = Status(world, before),
                    ["new_chat_member"] = Status(world, after),
                },
                chat,
                UpdateQueue.Day);
        }
    }

    private static int Post(World world, Person person, Chat chat, ChatMessage draft)
    {
        lock (world.Gate)
        {
            if (chat.State == ChatState.NeverStarted)
            {
                chat.State = ChatState.Open;
            }

            RequireOpen(chat);
            var message = draft with { Id = chat.NextId(), FromId = person.Id, Date = world.Clock.Now };
            chat.Add(message);
            chat.Reacted = false;
            if (chat.State == ChatState.Open)
            {
                world.Queue.Create("message", MessageJson.Write(world, chat, message), chat, UpdateQueue.Day);
            }

            return message.Id;
        }
    }

    private static void RequireOpen(Chat chat)
    {
        if (chat.State is ChatState.Blocked or ChatState.Deactivated)
        {
            throw new InvalidOperationException($"Nobody can act in chat {chat.Id} while it is {chat.State}: unblock first.");
        }
    }

    private static JsonObject Status(World world, string status)
    {
        var json = new JsonObject { ["user"] = world.BotJson(), ["status"] = status };
        if (status == "kicked")
        {
            json["until_date"] = 0;
        }

        return json;
    }
}
