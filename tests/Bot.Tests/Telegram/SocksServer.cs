using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Ontime.Bot.Tests.Telegram;

/// <summary>A SOCKS5 proxy (RFC 1928, 1929) for one connection, which plays the server behind it too.</summary>
internal sealed class SocksServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _served;

    public SocksServer()
    {
        _listener.Start();
        _served = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The user, the password, the host asked for.</summary>
    public List<string> Heard { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _served;
    }

    private async Task ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        var stream = client.GetStream();

        // Version, methods offered; answered: user and password.
        var greeting = await TakeAsync(stream, 2);
        await TakeAsync(stream, greeting[1]);
        await stream.WriteAsync(new byte[] { 5, 2 });

        await TakeAsync(stream, 1);
        Heard.Add(await TextAsync(stream));
        Heard.Add(await TextAsync(stream));
        await stream.WriteAsync(new byte[] { 1, 0 });

        // Version, connect, reserved, by name; the name, the port.
        await TakeAsync(stream, 4);
        Heard.Add(await TextAsync(stream));
        await TakeAsync(stream, 2);
        await stream.WriteAsync(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 });

        var request = "";
        while (!request.EndsWith("\r\n\r\n{}", StringComparison.Ordinal))
        {
            request += Encoding.Latin1.GetString(await TakeAsync(stream, 1));
        }

        await stream.WriteAsync(RawAnswer.Ok("true").Bytes);
    }

    private static async Task<string> TextAsync(NetworkStream stream) =>
        Encoding.UTF8.GetString(await TakeAsync(stream, (await TakeAsync(stream, 1))[0]));

    private static async Task<byte[]> TakeAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
