using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo: recorded and obeyed by getUpdates; nothing is delivered by webhook yet.</summary>
internal static class Webhooks
{
    public static string Set(World world, Call call)
    {
        var url = call["url"]!;
        if (url.Length == 0)
        {
            return Delete(world, call);
        }

        if (!url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            throw Refused.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        world.Profile.Webhook = call.Parameters;
        Apply(world, call);
        world.Polls.Interrupt("terminated by setWebhook request");
        return "true";
    }

    public static string Delete(World world, Call call)
    {
        world.Profile.Webhook = null;
        Apply(world, call);
        return "true";
    }

    public static string Info(World world, Call call) => new JsonObject
    {
        ["url"] = world.Profile.Webhook?["url"].GetString() ?? "",
        ["has_custom_certificate"] = false,
        ["pending_update_count"] = world.Queue.Pending,
    }.ToJsonString();

    private static void Apply(World world, Call call)
    {
        if (call.Given.Object("allowed_updates") is { } allowed)
        {
            world.Queue.Allow(allowed);
        }

        if (call.Given.Is("drop_pending_updates"))
        {
            world.Queue.Drop();
        }
    }
}
