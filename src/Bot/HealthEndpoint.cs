using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Ontime.Bot;

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
        return await ListenException.TryAsync("Health:Listen", listen, async () =>
        {
            await app.StartAsync(cancellationToken);
            return app;
        });
    }

    private static async Task ReadyAsync(HttpContext http, Health health)
    {
        var troubles = await health.TroublesAsync(http.RequestAborted);
        http.Response.StatusCode = troubles.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync(string.Concat((troubles.Count == 0 ? ["ready"] : troubles).Concat(health.Warnings).Select(line => line + "\n")), http.RequestAborted);
    }

    private static Task MissingAsync(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
