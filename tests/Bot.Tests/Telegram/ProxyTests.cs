using System.Text;
using Ontime.Telegram;
using static Ontime.Telegram.Outcome;

namespace Ontime.Bot.Tests.Telegram;

public sealed class ProxyTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly Uri Far = new("http://api.invalid");

    [Fact]
    public async Task Every_call_goes_through_the_proxy()
    {
        await using var proxy = new RawServer(_ => RawAnswer.Ok("true"));
        using var api = new BotApi(new BotApiOptions(RawServer.Token, Far, proxy.Url.ToString()));

        await api.CallAsync(new DeleteWebhook(), Soon, CancellationToken.None);
        var reply = await api.CallAsync(new DeleteMessage(1, 2), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Done());
        proxy.Requests.Select(r => r.Line).ShouldBe(
        [
            $"POST http://api.invalid/bot{RawServer.Token}/deleteWebhook HTTP/1.1",
            $"POST http://api.invalid/bot{RawServer.Token}/deleteMessage HTTP/1.1",
        ]);
    }

    [Fact]
    public async Task A_proxy_that_asks_gets_the_credentials_of_its_address()
    {
        await using var proxy = new RawServer(r => r.Head.Contains("Proxy-Authorization", StringComparison.Ordinal)
            ? RawAnswer.Ok("true")
            : RawAnswer.Http(407, "", "text/plain", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
        var address = $"http://ming:p%40ss%3Aword@127.0.0.1:{proxy.Url.Port}";
        using var api = new BotApi(new BotApiOptions(RawServer.Token, Far, address));

        var reply = await api.CallAsync(new DeleteWebhook(), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Done());
        proxy.Requests.Last().Head.ShouldContain("Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("ming:p@ss:word")));
    }

    [Fact]
    public async Task A_SOCKS_proxy_gets_the_credentials_and_is_told_the_name()
    {
        await using var proxy = new SocksServer();
        using var api = new BotApi(new BotApiOptions(RawServer.Token, Far, $"socks5://ming:p%40ss@127.0.0.1:{proxy.Port}"));

        var reply = await api.CallAsync(new DeleteWebhook(), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new Done());
        proxy.Heard.ShouldBe(["ming", "p@ss", "api.invalid"]);
    }

    [Fact]
    public async Task Wrong_credentials_are_not_sent()
    {
        await using var proxy = new RawServer(_ => RawAnswer.Http(407, "", "text/plain", "Proxy-Authenticate: Basic realm=\"x\"\r\n"));
        using var api = new BotApi(new BotApiOptions(RawServer.Token, Far, $"http://a:b@127.0.0.1:{proxy.Url.Port}"));

        var reply = await api.CallAsync(new DeleteWebhook(), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new NoConnection(ConnectionTrouble.Proxy));
    }

    [Theory]
    [InlineData("http", "http")]
    [InlineData("socks5", "http")]
    [InlineData("http", "https")]
    [InlineData("socks5", "https")]
    public async Task A_proxy_that_is_down_is_not_sent(string scheme, string target)
    {
        var address = $"{scheme}://me:hushhush@127.0.0.1:{ConnectionTests.ClosedPort()}";
        using var api = new BotApi(new BotApiOptions(RawServer.Token, new Uri($"{target}://api.invalid"), address));

        var reply = await api.CallAsync(new SendMessage(1, "x"), Soon, CancellationToken.None);

        reply.Outcome.ShouldBeOfType<NoConnection>();
        reply.ToString().ShouldNotContain("hushhush");
    }

    [Theory]
    [InlineData(403)]
    [InlineData(502)]
    public async Task A_proxy_that_opens_no_tunnel_is_not_sent(int status)
    {
        await using var proxy = new RawServer(_ => RawAnswer.Http(status, "", "text/plain"));
        using var api = new BotApi(new BotApiOptions(RawServer.Token, new Uri("https://api.invalid"), proxy.Url.ToString()));

        var reply = await api.CallAsync(new SendMessage(1, "x"), Soon, CancellationToken.None);

        reply.Outcome.ShouldBe(new NoConnection(ConnectionTrouble.Proxy));
        proxy.Requests.ShouldHaveSingleItem().Line.ShouldBe("CONNECT api.invalid:443 HTTP/1.1");
    }

    [Theory]
    [InlineData("not a url")]
    [InlineData("ftp://host")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("socks5://./..me:hunter2@proxy:1080")]
    public void A_bad_proxy_is_a_fault_without_its_text(string proxy)
    {
        var fault = new BotApiOptions(RawServer.Token, BotApiOptions.PublicApi, proxy).Faults().ShouldHaveSingleItem();

        fault.ShouldStartWith("The proxy");
        fault.ShouldNotContain(proxy);
    }
}
