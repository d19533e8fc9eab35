using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ontime.Bot.Tests.Host;

/// <summary>Answers each poll with the same update at once, whatever the offset: what the strict emulator never does.</summary>
internal sealed class DeafServer : IAsyncDisposable
{
    private const string Update = """
        {"update_id":7,"message":{"message_id":1,"date":1795000000,"chat":{"id":1,"type":"private"},"from":{"id":1,"is_bot":false,"first_name":"L"},"text":"hello"}}
        """;

    private readonly WebApplication _app;
    private int _polls;
    private int _sent;

    private DeafServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(http => http.Response.WriteAsync($$"""{"ok":true,"result":{{Result(http.Request.Path.Value!.Split('/')[^1])}}}""", http.RequestAborted));
    }

    public Uri BaseUrl => new(_app.Urls.First());

    public int Polls => Volatile.Read(ref _polls);

    public int Sent => Volatile.Read(ref _sent);

    public static async Task<DeafServer> StartAsync()
    {
        var server = new DeafServer();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Result(string method)
    {
        switch (method)
        {
            case "getMe":
                return """{"id":700000001,"is_bot":true,"first_name":"B","username":"b_bot"}""";
            case "getUpdates":
                Interlocked.Increment(ref _polls);
                return $"[{Update}]";
            case "sendMessage":
                Interlocked.Increment(ref _sent);
                return """{"message_id":9,"date":1795000000,"chat":{"id":1,"type":"private"}}""";
            default:
                return "true";
        }
    }
}
