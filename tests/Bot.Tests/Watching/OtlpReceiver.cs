using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Ontime.Bot.Tests.Watching;

/// <summary>Takes OTLP over HTTP and keeps it as it came: the names and labels in it are plain UTF-8.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly List<(string Path, string Body)> _came = [];
    private readonly WebApplication _app;

    private OtlpReceiver(WebApplication app) => _app = app;

    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public string All
    {
        get { lock (_came) { return string.Concat(_came.Select(one => one.Body)); } }
    }

    public int Count
    {
        get { lock (_came) { return _came.Count; } }
    }

    public static async Task<OtlpReceiver> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new OtlpReceiver(app);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    /// <summary>Whether all of these came, to the path of their signal.</summary>
    public bool Has(string path, params string[] words)
    {
        lock (_came)
        {
            var bodies = _came.Where(one => one.Path == path).Select(one => one.Body).ToList();
            return words.All(word => bodies.Exists(body => body.Contains(word, StringComparison.Ordinal)));
        }
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        lock (_came)
        {
            _came.Add((http.Request.Path.Value!, Encoding.UTF8.GetString(body.ToArray())));
        }
    }
}
