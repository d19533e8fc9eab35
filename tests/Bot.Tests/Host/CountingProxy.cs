using System.Net;
using System.Net.Sockets;

namespace Ontime.Bot.Tests.Host;

/// <summary>An HTTP and SOCKS5 proxy to one local port, whatever name is asked for. Counts the calls that pass.</summary>
internal sealed class CountingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _calls;

    public CountingProxy(int target)
    {
        _listener.Start();
        _accepting = AcceptAsync(target);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Calls => Volatile.Read(ref _calls);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync(int target)
    {
        List<Task> served = [];
        try
        {
            while (true)
            {
                served.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), target));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(TcpClient accepted, int target)
    {
        using var client = accepted;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
            var (near, far) = (client.GetStream(), server.GetStream());
            var first = new byte[1];
            await near.ReadExactlyAsync(first, _stop.Token);
            if (first[0] == 5)
            {
                await GreetAsync(near);
                first = [];
            }

            Count(first);
            await far.WriteAsync(first, _stop.Token);
            await Task.WhenAny(PassAsync(near, far, Count), PassAsync(far, near, _ => { }));
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
        {
            // Either end may go at any time.
        }
    }

    /// <summary>RFC 1928 without credentials, by name.</summary>
    private async Task GreetAsync(NetworkStream near)
    {
        var head = new byte[1];
        await near.ReadExactlyAsync(head, _stop.Token);
        await near.ReadExactlyAsync(new byte[head[0]], _stop.Token);
        await near.WriteAsync(new byte[] { 5, 0 }, _stop.Token);
        var asked = new byte[5];
        await near.ReadExactlyAsync(asked, _stop.Token);
        await near.ReadExactlyAsync(new byte[asked[4] + 2], _stop.Token);
        await near.WriteAsync(new byte[] { 5, 0, 0, 1, 0, 0, 0, 0, 0, 0 }, _stop.Token);
    }

    private async Task PassAsync(NetworkStream from, NetworkStream to, Action<ReadOnlyMemory<byte>> seen)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                seen(buffer.AsMemory(0, read));
                await to.WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // Either end may go at any time.
        }
    }

    /// <summary>One request line a call; a client writes it in one piece, but for the first byte that was looked at.</summary>
    private void Count(ReadOnlyMemory<byte> sent)
    {
        if (sent.Span.IndexOf("OST "u8) is >= 0 and <= 1)
        {
            Interlocked.Increment(ref _calls);
        }
    }
}
