using System.Net;

namespace Ontime.Telegram;

internal static class ProxyUrl
{
    /// <summary>null where the text is not a proxy the transport knows.</summary>
    public static WebProxy? Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Host.Length == 0
            || url.Scheme is not ("http" or "https" or "socks4" or "socks4a" or "socks5"))
        {
            return null;
        }

        var proxy = new WebProxy(new UriBuilder(url.Scheme, url.Host, url.IsDefaultPort ? DefaultPort(url.Scheme) : url.Port).Uri);
        if (url.UserInfo.Length > 0)
        {
            var parts = url.UserInfo.Split(':', 2);
            proxy.Credentials = new NetworkCredential(
                Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return proxy;
    }

    private static int DefaultPort(string scheme) => scheme switch { "http" => 80, "https" => 443, _ => 1080 };
}
