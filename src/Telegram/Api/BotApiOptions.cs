namespace Ontime.Telegram;

/// <summary>Where and as whom to call.</summary>
/// <param name="Token">As given by BotFather: the bot's id, a colon, the secret. Never shown by <see cref="ToString"/>.</param>
/// <param name="BaseUrl">http or https, with or without a path; <see cref="PublicApi"/> unless a local server or a test.</param>
/// <param name="Proxy">null: none, not even one from the environment. Otherwise http, https, socks4, socks4a or socks5, with the
/// port and, where needed, <c>user:password@</c>. Never shown.</param>
public sealed record BotApiOptions(string Token, Uri BaseUrl, string? Proxy)
{
    /// <summary>https://api.telegram.org</summary>
    public static Uri PublicApi { get; } = new("https://api.telegram.org");

    /// <summary>The bot's own id, as the token begins with it; null: it does not look like a token.</summary>
    public long? BotId => IsToken(Token) && long.TryParse(Token.AsSpan(0, Token.IndexOf(':')), out var id) ? id : null;

    /// <summary>What is wrong with these options, a sentence each, without any secret; empty when they can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        if (!IsToken(Token))
        {
            faults.Add("The token is not of the form 123456:ABC-def_1: copy it again from BotFather.");
        }

        if (BaseUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https", Query: "", Fragment: "", UserInfo: "" })
        {
            faults.Add("The base URL must be an absolute http or https address without a query or a user.");
        }

        if (Proxy is not null && ProxyUrl.Parse(Proxy) is null)
        {
            faults.Add("The proxy must be http://, https://, socks4:// or socks5:// with a host and, where needed, user:password@.");
        }

        return faults;
    }

    /// <summary>The host only: neither the token nor the proxy's credentials.</summary>
    public override string ToString() =>
        $"Bot API at {(BaseUrl is { IsAbsoluteUri: true } url ? url.Host : "?")}{(Proxy is null ? "" : " by proxy")}";

    private static bool IsToken(string? token)
    {
        var colon = token?.IndexOf(':') ?? -1;
        return colon > 0 && colon < token!.Length - 1
            && token.AsSpan(0, colon).IndexOfAnyExceptInRange('0', '9') < 0
            && token.Skip(colon + 1).All(Redaction.IsSecretChar);
    }
}
