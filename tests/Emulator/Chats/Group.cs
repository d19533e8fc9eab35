using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>A group the bot is in. People speak in it by <see cref="Person.SayInAsync"/>.</summary>
public sealed class Group
{
    private readonly World _world;

    internal Group(World world, Chat chat)
    {
        _world = world;
        Chat = chat;
    }

    /// <summary>As its members see it.</summary>
    public Chat Chat { get; private set; }

    public long Id => Chat.Id;

    /// <summary>Makes a supergroup of it: the old id answers 400 with migrate_to_chat_id from now on.</summary>
    public void Upgrade(long newId)
    {
        lock (_world.Gate)
        {
            var json = Chat.ToJson();
            (json["id"], json["type"]) = (newId, "supergroup");
            var upgraded = _world.AddChat(newId, json);
            Chat.Migrate(upgraded);
            Chat = upgraded;
        }
    }

    internal static JsonObject Describe(long id, string title) =>
        new() { ["id"] = id, ["type"] = id <= -1_000_000_000_000 ? "supergroup" : "group", ["title"] = title };
}
