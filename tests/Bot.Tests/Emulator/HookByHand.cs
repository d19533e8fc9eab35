using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ontime.Bot.Tests;

/// <summary>What a webhook address leads to, by hand.</summary>
internal sealed class HookByHand : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HookByHand(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>The update ids that came, in the order of arrival, and the secrets beside them.</summary>
    public ConcurrentQueue<(int UpdateId, string? Secret)> Came { get; } = [];

    /// <summary>Answers; 200 unless told otherwise.</summary>
    public Func<int, HttpContext, Task> Answer { get; set; } = (_, _) => Task.CompletedTask;

    public IEnumerable<int> Ids => Came.Select(came => came.UpdateId);

    public static async Task<HookByHand> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new HookByHand(builder.Build());
        receiver._app.Run(receiver.TakeAsync);
        await receiver._app.StartAsync();
        var addresses = receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        receiver.Url = new Uri(addresses.First() + "/hook");
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var update = await JsonDocument.ParseAsync(http.Request.Body);
        var id = update.RootElement.GetProperty("update_id").GetInt32();
        Came.Enqueue((id, http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"]));
        await Answer(id, http);
    }
}
