using System.Text.Json.Nodes;

namespace Ontime.Emulator;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo.</summary>
internal static class Webhooks
{
    private const int UsualConnections = 40;

    public static string Set(World world, Call call)
    {
        var url = call["url"]!;
        if (url.Length == 0)
        {
            return Delete(world, call);
        }

        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !(address.Scheme == "https" || address is { Scheme: "http", IsLoopback: true }))
        {
            // A Bot API server of one's own takes http to where it can reach it itself; here that is this machine.
            throw Refused.Bad("bad webhook: An HTTPS URL must be provided for webhook");
        }

        world.Pusher.Start(address, call["secret_token"], (int)(call.Given.Number("max_connections") ?? UsualConnections));
        world.Profile.Webhook = call.Parameters;
        Apply(world, call);
        world.Polls.Interrupt("terminated by setWebhook request");
        return "true";
    }

    public static string Delete(World world, Call call)
    {
        world.Pusher.Stop();
        world.Profile.Webhook = null;
        Apply(world, call);
        return "true";
    }

    public static string Info(World world, Call call)
    {
        var info = new JsonObject
        {
            ["url"] = world.Profile.Webhook?["url"].GetString() ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = world.Queue.Pending,
        };
        if (world.Profile.Webhook is { } set)
        {
            info["max_connections"] = set.TryGetValue("max_connections", out var most) ? most.GetInt32() : UsualConnections;
            if (set.TryGetValue("allowed_updates", out var allowed))
            {
                info["allowed_updates"] = JsonNode.Parse(allowed.GetRawText());
            }

            if (world.Pusher.LastError is { } error)
            {
                (info["last_error_date"], info["last_error_message"]) = (world.Pusher.LastErrorAt.ToUnixTimeSeconds(), error);
            }
        }

        return info.ToJsonString();
    }

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
