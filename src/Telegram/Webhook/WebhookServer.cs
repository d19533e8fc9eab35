using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Ontime.Telegram;

/// <summary>Listens for the requests of the webhook. Whatever ends TLS stands before it.</summary>
public sealed class WebhookServer : IAsyncDisposable
{
    private static readonly TimeSpan LastAnswers = TimeSpan.FromMilliseconds(500);

    private readonly WebApplication _app;

    private WebhookServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the port that was free where 0 was asked for.</summary>
    public Uri Address { get; private set; } = null!;

    /// <param name="listen">An address without a path, such as http://0.0.0.0:8443.</param>
    /// <param name="gate">What a request must pass.</param>
    /// <param name="cancellationToken">Ends the start, not the listening.</param>
    /// <exception cref="IOException">The address is taken.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">The address is not this machine's.</exception>
    public static async Task<WebhookServer> StartAsync(Uri listen, WebhookGate gate, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(listen.GetLeftPart(UriPartial.Authority)).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.WebhookBytes;
        });
        var server = new WebhookServer(builder.Build());
        server._app.Run(http => AnswerAsync(http, gate));
        await server._app.StartAsync(cancellationToken);
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.Address = new Uri(addresses.First());
        return server;
    }

    /// <summary>Takes no more requests; who waits for an answer gets it, where it comes soon.</summary>
    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(LastAnswers);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(HttpContext http, WebhookGate gate)
    {
        try
        {
            var status = await gate.JudgeAsync(http.Request, http.RequestAborted);
            http.Response.StatusCode = (int)status;
            if (status == HttpStatusCode.ServiceUnavailable)
            {
                http.Response.Headers.RetryAfter = WebhookGate.RetryAfterSeconds;
            }
        }
        catch (BadHttpRequestException trouble)
        {
            http.Response.StatusCode = trouble.StatusCode;
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or IOException)
        {
            // Who asked has gone, and will ask again.
        }
    }
}
