using System.Net;

namespace Ontime.Telegram;

/// <summary>The HTTP handler and what its exceptions mean.</summary>
internal static class Transport
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    /// <summary>Shorter than any server keeps an idle connection, so that a call seldom meets one that is just being closed.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);

    public static SocketsHttpHandler Create(WebProxy? proxy) => new()
    {
        PooledConnectionIdleTimeout = IdleTimeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        ConnectTimeout = ConnectTimeout,
        UseProxy = proxy is not null,
        Proxy = proxy,
        AutomaticDecompression = DecompressionMethods.None,
        // A redirect would carry the token to somebody else.
        AllowAutoRedirect = false,
        UseCookies = false,
        // Without a propagator the handler opens no Activity, whose url.full would hold the token.
        ActivityHeadersPropagator = null,
    };

    /// <summary>Whether the transport throws this; anything else is a bug of ours.</summary>
    public static bool Throws(Exception trouble) =>
        trouble is HttpRequestException or IOException or OperationCanceledException or InvalidOperationException;

    /// <summary>What a failure means; <paramref name="begun"/>: the body had begun to leave.</summary>
    public static Outcome Judge(Exception trouble, bool begun) => (trouble, begun) switch
    {
        (OperationCanceledException, true) => new Outcome.Unknown(UnknownKind.TimedOut),
        (_, true) => new Outcome.Unknown(UnknownKind.ConnectionLost),
        (OperationCanceledException, false) => new Outcome.NoConnection(ConnectionTrouble.TimedOut),
        (HttpRequestException http, false) => new Outcome.NoConnection(Where(http.HttpRequestError)),
        _ => new Outcome.NoConnection(ConnectionTrouble.Connect),
    };

    private static ConnectionTrouble Where(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => ConnectionTrouble.Name,
        HttpRequestError.SecureConnectionError => ConnectionTrouble.Tls,
        HttpRequestError.ProxyTunnelError => ConnectionTrouble.Proxy,
        _ => ConnectionTrouble.Connect,
    };
}
