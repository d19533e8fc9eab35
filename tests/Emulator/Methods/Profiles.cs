using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>What the bot says about itself: commands, names, descriptions, menu button.</summary>
internal static class Profiles
{
    public static string GetMe(World world, Call call)
    {
        var me = world.BotJson();
        (me["can_join_groups"], me["can_read_all_group_messages"], me["supports_inline_queries"]) = (true, false, false);
        return me.ToJsonString();
    }

    public static string SetCommands(World world, Call call)
    {
        var commands = call.Given.Values["commands"].EnumerateArray();
        world.Profile.Commands[Key(call)] =
            [.. commands.Select(static c => (c.GetProperty("command").GetString()!, c.GetProperty("description").GetString()!))];
        return "true";
    }

    public static string GetCommands(World world, Call call)
    {
        var commands = world.Profile.Commands.GetValueOrDefault(Key(call), []);
        var json = commands.Select(static c => new JsonObject { ["command"] = c.Command, ["description"] = c.Description });
        return new JsonArray([.. json]).ToJsonString();
    }

    public static string DeleteCommands(World world, Call call)
    {
        world.Profile.Commands.Remove(Key(call));
        return "true";
    }

    public static string SetName(World world, Call call) => Set(world.Profile.Names, call, "name");

    public static string SetDescription(World world, Call call) => Set(world.Profile.Descriptions, call, "description");

    public static string SetShortDescription(World world, Call call) => Set(world.Profile.ShortDescriptions, call, "short_description");

    public static string SetMenuButton(World world, Call call)
    {
        world.Profile.MenuButtons[call.Chat ?? 0] = call.Given.Object("menu_button")?.GetProperty("type").GetString() ?? "default";
        return "true";
    }

    private static string Set(Dictionary<string, string> texts, Call call, string parameter)
    {
        texts[call["language_code"] ?? ""] = call[parameter] ?? "";
        return "true";
    }

    private static (string Scope, string Language) Key(Call call)
    {
        var scope = call.Given.Object("scope") is { } given
            ? string.Join(':', given.EnumerateObject().OrderBy(static p => p.Name == "type" ? 0 : 1).Select(static p => Plain(p.Value)))
            : "default";
        return (scope, call["language_code"] ?? "");
    }

    private static string Plain(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
}
