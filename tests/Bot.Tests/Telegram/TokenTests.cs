using System.Collections.Concurrent;
using System.Diagnostics;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

public sealed class TokenTests
{
    [Fact]
    public void Options_and_client_show_neither_token_nor_proxy()
    {
        var options = new BotApiOptions(RawServer.Token, BotApiOptions.PublicApi, "http://me:hushhush@proxy.example:8080");
        using var api = new BotApi(options);

        foreach (var shown in new[] { options.ToString(), api.ToString(), $"{options}" })
        {
            shown.ShouldBe("Bot API at api.telegram.org by proxy");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("secretsecret")]
    [InlineData("12a:secretsecret")]
    [InlineData("12:secret secret")]
    [InlineData("12:secretsecret\n")]
    [InlineData("12:secret/../secret")]
    [InlineData(":secretsecret")]
    public void A_token_of_another_form_is_refused_without_being_shown(string token)
    {
        var options = new BotApiOptions(token, BotApiOptions.PublicApi, null);

        options.Faults().ShouldHaveSingleItem().ShouldStartWith("The token");
        Should.Throw<ArgumentException>(() => new BotApi(options)).ToString().ShouldNotContain("secretsecret");
    }

    [Theory]
    [InlineData("ftp://x")]
    [InlineData("https://user:pass@x")]
    [InlineData("https://x?y")]
    [InlineData("/relative")]
    public void A_base_URL_that_cannot_be_called_is_a_fault(string url) =>
        new BotApiOptions(RawServer.Token, new Uri(url, UriKind.RelativeOrAbsolute), null).Faults()
            .ShouldHaveSingleItem().ShouldStartWith("The base URL");

    [Fact]
    public async Task No_activity_of_a_call_holds_the_token()
    {
        var seen = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net", StringComparison.Ordinal),
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => seen.Enqueue($"{a.DisplayName} {string.Join(' ', a.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = new RawServer(_ => RawAnswer.Ok("true"));
        using var api = server.Client();

        await api.CallAsync(new DeleteWebhook(), TimeSpan.FromSeconds(10), CancellationToken.None);

        server.Requests.ShouldHaveSingleItem().Line.ShouldContain(RawServer.Token);
        server.Requests.Single().Head.ShouldNotContain("traceparent");
        seen.ShouldAllBe(text => !text.Contains("secretsecret"));
    }

    [Theory]
    [InlineData("nothing to hide", "nothing to hide")]
    [InlineData("12:30 and 12345:short", "12:30 and 12345:short")]
    [InlineData("/bot123456789:AAF-secretsecretsecretsecretsecret_/getMe", "/bot[token]/getMe")]
    [InlineData("123456789:AAF-secretsecretsecretsecretsecret_", "[token]")]
    [InlineData("bot123456789%3aAAF-secretsecretsecretsecretsecret_?", "bot[token]?")]
    [InlineData("a 12345:abcdefghijklmnopqrstuvwxyz0123 b 54321:ABCDEFGHIJKLMNOPQRSTUVWXYZ0123 c", "a [token] b [token] c")]
    [InlineData("1:12345:abcdefghijklmnopqrstuvwxyz0123", "1:[token]")]
    [InlineData("1234:abcdefghijklmnopqrstuvwxyz0123", "1234:abcdefghijklmnopqrstuvwxyz0123")]
    public void Scrubbing_takes_tokens_and_nothing_else(string text, string clean) => Redaction.Scrub(text).ShouldBe(clean);
}
