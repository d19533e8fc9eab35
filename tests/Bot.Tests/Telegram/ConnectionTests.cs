using System.Net;
using System.Net.Sockets;
using Ontime.Telegram;
using static Ontime.Telegram.Outcome;

namespace Ontime.Bot.Tests.Telegram;

public sealed class ConnectionTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly SendMessage Hello = new(1, "hello");

    [Theory]
    [InlineData(Then.Close)]
    [InlineData(Then.Reset)]
    public async Task A_connection_lost_after_the_request_is_unknown(Then then)
    {
        await using var server = new RawServer(_ => RawAnswer.Nothing(then));
        using var api = server.Client();

        var reply = await api.CallAsync(Hello, Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Unknown(UnknownKind.ConnectionLost));
        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_of_the_answer_is_unknown()
    {
        await using var server = new RawServer(_ => RawAnswer.Http(200, """{"ok":tr""", "application/json", length: 500));
        using var api = server.Client();

        var reply = await api.CallAsync(Hello, Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Unknown(UnknownKind.ConnectionLost));
    }

    [Theory]
    [InlineData(Then.Close)]
    [InlineData(Then.Reset)]
    public async Task A_kept_connection_lost_after_the_request_is_unknown_and_the_call_is_not_repeated(Then then)
    {
        var count = 0;
        await using var server = new RawServer(_ => Interlocked.Increment(ref count) == 1
            ? RawAnswer.Ok("""{"message_id":1}""")
            : RawAnswer.Nothing(then));
        using var api = server.Client();
        (await api.CallAsync(Hello, Soon, CancellationToken.None)).Outcome.ShouldBe(new Done());

        var second = await api.CallAsync(Hello, Soon, CancellationToken.None);

        second.Outcome.ShouldBe(new Unknown(UnknownKind.ConnectionLost));
        server.Requests.Count.ShouldBe(2);
        server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_is_written_once_whatever_the_transport_would_like()
    {
        using var content = new OneShotContent(Hello.ToBody());
        content.Begun.ShouldBeFalse();
        await content.CopyToAsync(Stream.Null);
        content.Begun.ShouldBeTrue();

        await Should.ThrowAsync<InvalidOperationException>(() => content.CopyToAsync(Stream.Null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"ok\":true")]
    public async Task A_server_that_hangs_is_left_after_the_time_given_and_the_outcome_is_unknown(string begin)
    {
        await using var server = new RawServer(_ => new RawAnswer(System.Text.Encoding.Latin1.GetBytes(begin), Then.Hang));
        using var api = server.Client();

        var reply = await api.CallAsync(Hello, TimeSpan.FromMilliseconds(150), CancellationToken.None);

        reply.Outcome.ShouldBe(new Unknown(UnknownKind.TimedOut));
    }

    [Fact]
    public async Task A_refused_connection_is_not_sent()
    {
        using var api = new BotApi(new BotApiOptions(RawServer.Token, new Uri($"http://127.0.0.1:{ClosedPort()}"), null));

        var reply = await api.CallAsync(Hello, Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new NoConnection(ConnectionTrouble.Connect));
    }

    [Fact]
    public async Task An_unknown_name_is_not_sent()
    {
        using var api = new BotApi(new BotApiOptions(RawServer.Token, new Uri("http://no-such-host.invalid"), null));

        var reply = await api.CallAsync(Hello, Soon, CancellationToken.None);

        reply.Outcome.ShouldBeAssignableTo<NotSent>();
        reply.Outcome.ShouldBe(new NoConnection(ConnectionTrouble.Name));
    }

    [Fact]
    public async Task A_server_without_TLS_is_not_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var garbage = GarbageAsync(listener);
        var url = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var api = new BotApi(new BotApiOptions(RawServer.Token, url, null));

        var reply = await api.CallAsync(Hello, Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new NoConnection(ConnectionTrouble.Tls));
        await garbage;
    }

    [Fact]
    public async Task A_server_that_never_shakes_hands_is_not_sent()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var api = new BotApi(new BotApiOptions(RawServer.Token, url, null));

        var reply = await api.CallAsync(Hello, TimeSpan.FromMilliseconds(150), CancellationToken.None);

        reply.Outcome.ShouldBe(new NoConnection(ConnectionTrouble.TimedOut));
    }

    [Fact]
    public async Task The_callers_own_cancellation_is_thrown_without_the_transports_words()
    {
        await using var server = new RawServer(_ => RawAnswer.Nothing(Then.Hang));
        using var api = server.Client();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        var thrown = await Should.ThrowAsync<OperationCanceledException>(() => api.CallAsync(Hello, Soon, stop.Token));

        thrown.ToString().ShouldNotContain("secret");
        thrown.CancellationToken.ShouldBe(stop.Token);
    }

    [Fact]
    public async Task A_redirect_does_not_carry_the_token_away()
    {
        await using var elsewhere = new RawServer(_ => RawAnswer.Ok("true"));
        await using var server = new RawServer(_ => RawAnswer.Http(307, "", "text/plain", $"Location: {elsewhere.Url}x\r\n"));
        using var api = server.Client();

        var reply = await api.CallAsync(Hello, Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new ServerTrouble(307));
        elsewhere.Requests.ShouldBeEmpty();
    }

    internal static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task GarbageAsync(TcpListener listener)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
    }
}
