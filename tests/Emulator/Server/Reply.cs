using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Ontime.Emulator;

/// <summary>What goes back over the wire.</summary>
internal sealed record Reply(int Status, string Body, string ContentType = "application/json", int? RetryAfter = null)
{
    private const string ProxyPage =
        "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<h1>502 Bad Gateway</h1>\r\n</body>\r\n</html>\r\n";

    public static Reply Result(string json) => new(200, $"{{\"ok\":true,\"result\":{json}}}");

    public static Reply Error(int code, string description, JsonObject? parameters = null)
    {
        var json = new JsonObject { ["ok"] = false, ["error_code"] = code, ["description"] = description };
        if (parameters is not null)
        {
            json["parameters"] = parameters.DeepClone();
        }

        return new(code, json.ToJsonString());
    }

    /// <summary>What a fault without effect answers; null where nothing is answered at all.</summary>
    public static Reply? Of(Fault fault) => fault switch
    {
        Fault.Throttle { RetryAfter: var wait } =>
            Error(429, $"Too Many Requests: retry after {wait}", new() { ["retry_after"] = wait }) with { RetryAfter = wait },
        Fault.ServerError => Error(500, "Internal Server Error: restart"),
        Fault.BadGateway => new(502, ProxyPage, "text/html"),
        Fault.EmptyBody => new(200, ""),
        Fault.Unauthorized => Error(401, "Unauthorized"),
        Fault.Custom custom => Error(custom.Code, custom.Description, custom.Parameters),
        _ => null,
    };

    /// <summary>The same, cut in the middle.</summary>
    public Reply Truncated() => this with { Body = Body[..(Body.Length / 2)] };

    public async Task WriteAsync(HttpResponse response, CancellationToken ct)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = wait.ToString();
        }

        await response.WriteAsync(Body, ct);
    }
}
