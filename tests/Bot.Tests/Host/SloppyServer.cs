using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ontime.Bot.Tests.Host;

/// <summary>
/// A Bot API that is not Telegram's: below a path, closes each connection, answers an empty poll at once, says ok without a result, confirms
/// nothing it was not asked to, and refuses what it does not know.
/// </summary>
internal sealed class SloppyServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _updates = new();
    private readonly ConcurrentDictionary<string, int> _calls = new();

    private SloppyServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Uri BaseUrl => new($"{_app.Urls.First()}/a/local/api/");

    /// <summary>Answers given to a method before the usual one: a status and a body.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<(int Status, string Body)>> First { get; } = new();

    public static async Task<SloppyServer> StartAsync()
    {
        var server = new SloppyServer();
        await server._app.StartAsync();
        return server;
    }

    public int Calls(string method) => _calls.GetValueOrDefault(method);

    public void Push(string update) => _updates.Enqueue(update);

    public void AnswerFirst(string method, int status, string body) =>
        First.GetOrAdd(method, _ => new ConcurrentQueue<(int, string)>()).Enqueue((status, body));

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        http.Response.Headers.Connection = "close";
        if (!path.StartsWith("/a/local/api/bot", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return;
        }

        var method = path.Split('/')[^1];
        _calls.AddOrUpdate(method, 1, (_, count) => count + 1);
        if (First.TryGetValue(method, out var first) && first.TryDequeue(out var answer))
        {
            http.Response.StatusCode = answer.Status;
            await http.Response.WriteAsync(answer.Body, http.RequestAborted);
            return;
        }

        await http.Response.WriteAsync(Body(method), http.RequestAborted);
    }

    private string Body(string method)
    {
        switch (method)
        {
            case "getMe":
                return """{"ok":true,"result":{"id":700000001},"extra":[1,{"a":null}]}""";
            case "getUpdates":
                List<string> batch = [];
                while (_updates.TryDequeue(out var update))
                {
                    batch.Add(update);
                }

                return $$"""{"result":[{{string.Join(',', batch)}}],"ok":true}""";
            case "sendMessage":
                return """{"ok":true,"result":{}}""";
            default:
                return """{"ok":true}""";
        }
    }
}
