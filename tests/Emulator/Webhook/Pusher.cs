using System.Text;
using NodaTime;

namespace Ontime.Emulator;

/// <summary>Delivers what waits to the webhook while one is set, as Telegram does it.</summary>
internal sealed class Pusher(World world) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The clock may be set forward at any moment.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });
    private readonly Signal _ended = new();
    private CancellationTokenSource? _running;
    private Duration? _setAt;

    public string? LastError { get; private set; }

    public Instant LastErrorAt { get; private set; }

    /// <summary>Called inside the gate.</summary>
    public void Start(Uri url, string? secret, int mostAtOnce)
    {
        if (_setAt is { } before && world.Clock.Elapsed - before < Duration.FromSeconds(1))
        {
            throw new Refused(429, "Too Many Requests: retry after 1", new() { ["retry_after"] = 1 });
        }

        _setAt = world.Clock.Elapsed;
        Stop();
        LastError = null;
        _running = new CancellationTokenSource();
        _ = Task.Run(() => RunAsync(new Lines(world), url, secret, mostAtOnce, _running.Token));
    }

    /// <summary>Called inside the gate. What is under way is cut off, and waits on.</summary>
    public void Stop()
    {
        _running?.Cancel();
        _running?.Dispose();
        _running = null;
    }

    public void Dispose()
    {
        Stop();
        _http.Dispose();
    }

    private async Task RunAsync(Lines lines, Uri url, string? secret, int mostAtOnce, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            var next = Task.WhenAny(world.Queue.Arrived.Next, _ended.Next);
            Duration? wait;
            lock (world.Gate)
            {
                (var begun, wait) = lines.Begin(mostAtOnce);
                foreach (var (update, attempt) in begun)
                {
                    _ = DeliverAsync(lines, update, attempt, url, secret, ct);
                }
            }

            var glance = wait is null ? Timeout.InfiniteTimeSpan : Glance;
            await Task.WhenAny(next, Task.Delay(glance, ct));
        }
    }

    private async Task DeliverAsync(Lines lines, Update update, int attempt, Uri url, string? secret, CancellationToken ct)
    {
        // Before the lock of the caller is given back nothing may come to its end.
        await Task.Yield();
        var times = world.Queue.DeliverTwice ? 2 : 1;
        var answers = await Task.WhenAll(Enumerable.Range(0, times).Select(_ => PostAsync(update, attempt, url, secret, ct)));
        lock (world.Gate)
        {
            if (ct.IsCancellationRequested)
            {
                return;
            }

            var lost = world.Webhook.TakeLoss();
            lines.End(update, answers.All(static answer => answer.Accepted) && !lost, answers.Select(static answer => answer.RetryAfter).Max());
        }

        _ended.Raise();
    }

    private async Task<(bool Accepted, Duration? RetryAfter)> PostAsync(Update update, int attempt, Uri url, string? secret, CancellationToken ct)
    {
        Uri target;
        lock (world.Gate)
        {
            target = world.Webhook.Target(url);
        }

        var began = world.Clock.Real;
        var (status, body, retryAfter) = await SendAsync(update, target, secret, ct);
        lock (world.Gate)
        {
            if (ct.IsCancellationRequested)
            {
                return (false, null);
            }

            var posting = new Posting(update.Id, update.Line, target, attempt, status, body, began, world.Clock.Real);
            world.Webhook.Record(posting);
            if (posting.Accepted && update.Tap is { } tap)
            {
                tap.Delivered = true;
            }

            if (!posting.Accepted)
            {
                LastError = status is null ? "Connection failed" : $"Wrong response from the webhook: {status}";
                LastErrorAt = world.Clock.Now;
            }
            else if (body.Length > 0)
            {
                world.Record(new Refusal("(webhook)", 200, "The answer to a webhook request is to be empty", body));
            }

            return (posting.Accepted, retryAfter);
        }
    }

    private async Task<(int? Status, string Body, Duration? RetryAfter)> SendAsync(Update update, Uri target, string? secret, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = new StringContent(update.Json, Encoding.UTF8, "application/json"),
        };
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await _http.SendAsync(request, limit.Token);
            var body = await response.Content.ReadAsStringAsync(limit.Token);
            return ((int)response.StatusCode, body, response.Headers.RetryAfter?.Delta is { } wish ? Duration.FromTimeSpan(wish) : null);
        }
        catch (Exception trouble) when (trouble is HttpRequestException or IOException or OperationCanceledException)
        {
            return (null, "", null);
        }
    }
}
