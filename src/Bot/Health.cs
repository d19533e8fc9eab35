using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using NodaTime;
using Ontime.Bot.Workers;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Whether the bot can do its work at this moment.</summary>
internal sealed class Health(Store store, Courier courier, Greeter greeter, TimeProvider time)
{
    /// <summary>Two long polls: a poll that has not come back by then is lost.</summary>
    private static readonly Duration Fresh = Duration.FromSeconds(2 * Telegram.Limits.PollSeconds);

    private Poller? _poller;
    private Turns? _turns;

    public void Watch(Poller poller, Turns turns) => (_poller, _turns) = (poller, turns);

    /// <summary>What keeps it from being ready, a line each; empty: ready.</summary>
    public async Task<IReadOnlyList<string>> TroublesAsync(CancellationToken cancellationToken)
    {
        List<string> troubles = [];
        try
        {
            _ = await store.HealthAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            troubles.Add($"store: {fault.GetType().Name}");
        }

        if (_turns is { Healthy: false })
        {
            troubles.Add("store: the last transaction did not go through");
        }

        if (Polling() is { } polling)
        {
            troubles.Add($"poll: {polling}");
        }

        if (courier.Trouble is { } trouble)
        {
            troubles.Add($"delivery: {trouble}");
        }

        return troubles;
    }

    private string? Polling()
    {
        if (_poller is null)
        {
            return greeter.Trouble == PollTrouble.None ? "not begun" : greeter.Trouble.ToString();
        }

        if (_poller.Trouble != PollTrouble.None)
        {
            return _poller.Trouble.ToString();
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return _poller.LastSuccess is { } last && now - last > Fresh ? "no answer for " + ((int)(now - last).TotalSeconds).ToString(CultureInfo.InvariantCulture) + " s" : null;
    }
}

/// <summary><c>/healthz</c>: the process lives. <c>/readyz</c>: it can do its work. Nothing of a person or of the token in either.</summary>
internal static class HealthEndpoint
{
    /// <summary>A web server costs a tenth of a second of the start, so there is none unless an address is set.</summary>
    public static async Task<IAsyncDisposable?> StartAsync(Uri? listen, Health health, CancellationToken cancellationToken)
    {
        if (listen is null)
        {
            return null;
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(listen.ToString());
        var app = builder.Build();
        app.Run(http => http.Request.Path.Value switch
        {
            "/healthz" => http.Response.WriteAsync("ok\n", http.RequestAborted),
            "/readyz" => ReadyAsync(http, health),
            _ => MissingAsync(http),
        });
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static async Task ReadyAsync(HttpContext http, Health health)
    {
        var troubles = await health.TroublesAsync(http.RequestAborted);
        http.Response.StatusCode = troubles.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync(troubles.Count == 0 ? "ready\n" : string.Join('\n', troubles) + "\n", http.RequestAborted);
    }

    private static Task MissingAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
