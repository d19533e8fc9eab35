using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Ontime.Emulator;

/// <summary>
/// A Bot API server that is as strict as Telegram, and a little stricter: it answers what Telegram answers, plays the people, and records
/// each call and each refusal. A test ends with <c>emulator.Refusals.ShouldBeEmpty()</c>.
/// </summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private const long MaxBody = 60_000_000;

    private readonly World _world;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closing = new();

    private EmulatorServer(EmulatorOptions options)
    {
        _world = new World(options);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, options.Port);
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.AddServerHeader = false;
        });
        _app = builder.Build();
        _app.Run(HandleAsync);
    }

    /// <summary>Without a path: <c>Telegram:BaseUrl</c> takes it as it is.</summary>
    public Uri BaseUrl { get; private set; } = null!;

    public string Token => _world.Options.Token;

    public long BotId => long.Parse(Token.Split(':')[0]);

    public string BotUsername => _world.Options.BotUsername;

    /// <summary>Telegram's clock; message dates and the life of updates and taps go by it.</summary>
    public Instant Now
    {
        get => _world.Clock.Now;
        set => _world.Clock.Now = value;
    }

    /// <summary>Real time since the start, as <see cref="Call.Arrived"/> has it.</summary>
    public TimeSpan Real => _world.Clock.Real;

    public Journal Journal => _world.Journal;

    public Faults Faults => _world.Faults;

    public UpdateQueue Queue => _world.Queue;

    public BotProfile Profile => _world.Profile;

    public Webhook Webhook => _world.Webhook;

    /// <summary>What was refused, leaving out what <see cref="Allow"/> names. Faults that were ordered are no refusals.</summary>
    public IReadOnlyList<Refusal> Refusals => _world.Refusals();

    /// <summary>Whether a getUpdates waits at this moment.</summary>
    public bool Waiting => _world.Polls.Waiting;

    public static async Task<EmulatorServer> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default)
    {
        var server = new EmulatorServer(options ?? new());
        await server._app.StartAsync(ct);
        var addresses = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        server.BaseUrl = new Uri(addresses.First());
        return server;
    }

    public void Advance(Duration time) => Now += time;

    /// <summary>Leaves refusals out of <see cref="Refusals"/> whose description contains this, such as "message is not modified".</summary>
    public void Allow(string descriptionPart) => _world.Allow(descriptionPart);

    /// <summary>Somebody new, who has not written to the bot yet; or the one with this id.</summary>
    public Person Person(string name, long id, string? languageCode = "zh-hans", string? username = null)
    {
        lock (_world.Gate)
        {
            if (!_world.People.TryGetValue(id, out var person))
            {
                _world.People[id] = person = new Person(_world, id, name, languageCode, username);
            }

            return person;
        }
    }

    /// <summary>A group the bot is in; an id of −1 000 000 000 000 and below is a supergroup.</summary>
    public Group Group(long id, string title = "群") => new(_world, _world.AddChat(id, Emulator.Group.Describe(id, title)));

    /// <summary>Queues any text as an update, well-formed or not; an object without update_id gets one. Returns the update's id.</summary>
    /// <param name="line">The chat in whose webhook queue it stands.</param>
    public int Push(string updateJson, int? updateId = null, long line = 0) => _world.Queue.Push(updateJson, updateId, line);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        lock (_world.Gate)
        {
            _world.Pusher.Dispose();
        }

        await _app.DisposeAsync();
        _closing.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _closing.Token);
        var parts = http.Request.Path.Value!.Split('/');
        switch (parts)
        {
            case ["", var bot, var method] when bot.StartsWith("bot"):
                await new CallHandler(_world).HandleAsync(http, bot["bot".Length..], method, ends.Token);
                break;
            case ["", "file", var bot, _, var id] when bot == "bot" + Token && _world.Files.Find(id) is { } file:
                await http.Response.Body.WriteAsync(file.Bytes, ends.Token);
                break;
            default:
                _world.Record(new Refusal("(no method)", 404, "Not Found", http.Request.Path));
                await Reply.Error(404, "Not Found").WriteAsync(http.Response, ends.Token);
                break;
        }

        if (_closing.IsCancellationRequested)
        {
            http.Abort();
        }
    }
}
