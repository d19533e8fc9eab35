using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Ontime.Telegram;

internal static class ProxyUrl
{
    /// <summary>null where the text is not a proxy the transport knows.</summary>
    public static WebProxy? Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0
            || url.Scheme is not ("http" or "https" or "socks4" or "socks4a" or "socks5")
            || !Uri.TryCreate($"{url.Scheme}://{url.Host}:{(url.IsDefaultPort ? DefaultPort(url.Scheme) : url.Port)}", UriKind.Absolute, out var address))
        {
            // Some texts are an address only as long as a user stands before the host.
            return null;
        }

        var proxy = new WebProxy(address);
        if (url.UserInfo.Length > 0)
        {
            var parts = url.UserInfo.Split(':', 2);
            proxy.Credentials = new NetworkCredential(
                Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return proxy;
    }

    /// <summary>
    /// The header for an HTTP proxy that sees the request itself, where the server is plain http: asked first, the transport would
    /// have to write the body again, which <see cref="OneShotContent"/> forbids. The credentials leave the proxy, so that a refusal comes
    /// back at once. null for a tunnel, which the transport opens with the credentials before anything is written, and for SOCKS.
    /// </summary>
    public static AuthenticationHeaderValue? TakeAuthorization(WebProxy? proxy, Uri server)
    {
        if (proxy is not { Credentials: NetworkCredential credentials, Address.Scheme: "http" or "https" } || server.Scheme != "http")
        {
            return null;
        }

        proxy.Credentials = null;
        return new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credentials.UserName}:{credentials.Password}")));
    }

    private static int DefaultPort(string scheme) => scheme switch { "http" => 80, "https" => 443, _ => 1080 };
}
