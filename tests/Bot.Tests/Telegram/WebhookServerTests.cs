using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

public sealed class WebhookServerTests : IAsyncLifetime
{
    private const string Secret = "right-secret_1";
    private const string Hello = """{"update_id":5,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"hi"}}""";

    private readonly ConcurrentQueue<Update> _taken = [];
    private readonly HttpClient _http = new();
    private WebhookServer _server = null!;
    private int _unreadable;
    private bool _away;

    public async ValueTask InitializeAsync()
    {
        var gate = new WebhookGate("/hook", Secret, TakeAsync, () => Interlocked.Increment(ref _unreadable));
        _server = await WebhookServer.StartAsync(new Uri("http://127.0.0.1:0"), gate, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task B22_An_update_that_is_taken_is_answered_with_200_and_nothing_else()
    {
        (await PostAsync(Hello)).ShouldBe((HttpStatusCode.OK, "", null));
        _taken.ShouldHaveSingleItem().Id.ShouldBe(5);
    }

    [Fact]
    public async Task B23_What_cannot_be_taken_now_is_to_come_again()
    {
        _away = true;
        (await PostAsync(Hello)).ShouldBe((HttpStatusCode.ServiceUnavailable, "", "5"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong-secret_1")]
    [InlineData("right-secret_")]
    [InlineData("right-secret_12")]
    [InlineData("RIGHT-SECRET_1")]
    public async Task B21_Without_the_secret_nothing_is_taken(string? secret)
    {
        (await PostAsync(Hello, secret)).ShouldBe((HttpStatusCode.Unauthorized, "", null));
        _taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task B21_Without_the_secret_not_even_the_body_is_waited_for()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _server.Address.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /hook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 500000\r\nX-Telegram-Bot-Api-Secret-Token: wrong\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII);
        (await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe("HTTP/1.1 401 Unauthorized");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/hook/")]
    [InlineData("/HOOK")]
    [InlineData("/hook2")]
    public async Task Another_path_is_not_found(string path)
    {
        using var response = await _http.PostAsync(new Uri(_server.Address, path), Json(Hello));
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_a_POST_is_taken()
    {
        using var response = await _http.GetAsync(Url);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task B25_Another_content_type_is_refused(string type) =>
        (await PostAsync(new StringContent(Hello, Encoding.UTF8, type))).ShouldBe((HttpStatusCode.UnsupportedMediaType, "", null));

    [Fact]
    public async Task B25_A_body_over_the_cap_is_refused_and_one_at_the_cap_read()
    {
        var most = 1024 * 1024;
        (await PostAsync(Hello + new string(' ', most - Hello.Length))).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(Hello + new string(' ', most))).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "", null));
    }

    [Fact]
    public async Task B25_A_body_over_the_cap_that_does_not_tell_its_length_is_refused()
    {
        using var content = Json(Hello + new string(' ', 2 * 1024 * 1024));
        using var request = Request(content, Secret);
        request.Headers.TransferEncodingChunked = true;
        try
        {
            using var response = await _http.SendAsync(request);
            response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        }
        catch (HttpRequestException)
        {
            // The server hung up while the rest was still being written.
        }

        _taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{broken")]
    [InlineData("""{"update_id":5,"message":{"message_id":1""")]
    [InlineData("hello")]
    public async Task B25_What_is_no_JSON_is_refused_once_and_then_passed_over(string body)
    {
        (await PostAsync(body)).ShouldBe((HttpStatusCode.BadRequest, "", null));
        _unreadable.ShouldBe(0);
        (await PostAsync(body)).ShouldBe((HttpStatusCode.OK, "", null));
        _unreadable.ShouldBe(1);
        (await PostAsync(body)).Status.ShouldBe(HttpStatusCode.BadRequest);
        _taken.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"update_id":"five"}""")]
    [InlineData("""{"update_id":5,"message":{"message_id":1}}""")]
    public async Task B25_JSON_that_is_no_update_is_counted_and_confirmed(string body)
    {
        (await PostAsync(body)).ShouldBe((HttpStatusCode.OK, "", null));
        (_unreadable, _taken.Count).ShouldBe((1, 0));
    }

    private Uri Url => new(_server.Address, "/hook");

    private Task<bool> TakeAsync(Update update, CancellationToken cancellationToken)
    {
        _taken.Enqueue(update);
        return Task.FromResult(!_away);
    }

    private Task<(HttpStatusCode Status, string Body, string? RetryAfter)> PostAsync(string body, string? secret = Secret) => PostAsync(Json(body), secret);

    private async Task<(HttpStatusCode Status, string Body, string? RetryAfter)> PostAsync(HttpContent content, string? secret = Secret)
    {
        using var request = Request(content, secret);
        using var response = await _http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.RetryAfter?.ToString());
    }

    private HttpRequestMessage Request(HttpContent content, string? secret)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = content };

        // So that a refusal is read before the body is written.
        request.Headers.ExpectContinue = true;
        if (secret is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        return request;
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
