using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>getChat, leaveChat, getFile, and what a coach never calls.</summary>
internal static class Lookups
{
    private const int MaxDownload = 20_000_000;

    public static string GetChat(World world, Call call)
    {
        var chat = world.Chats.GetValueOrDefault(call.Chat ?? 0) ?? throw Refused.Bad("chat not found");
        var json = chat.ToJson();
        (json["accent_color_id"], json["max_reaction_count"]) = (0, 11);
        return json.ToJsonString();
    }

    public static string LeaveChat(World world, Call call)
    {
        var chat = world.Writable(call.Chat ?? 0);
        if (chat.Type == "private")
        {
            throw Refused.Bad("chat member status can't be changed in private chats");
        }

        chat.State = ChatState.NotMember;
        return "true";
    }

    public static string GetFile(World world, Call call)
    {
        var file = world.Files.Find(call["file_id"]!) ?? throw Refused.Bad("invalid file_id");
        if (file.Bytes.Length > MaxDownload)
        {
            throw Refused.Bad("file is too big");
        }

        return new JsonObject
        {
            ["file_id"] = file.Id,
            ["file_unique_id"] = file.UniqueId,
            ["file_size"] = file.Bytes.Length,
            ["file_path"] = file.Path,
        }.ToJsonString();
    }

    public static string Never(World world, Call call) => throw Refused.Forbidden($"{call.Method} would take the bot off this server");
}
