using System.Net;
using System.Net.Sockets;

namespace Ontime.Bot.Tests.Storage;

/// <summary>Stands between store and server, and can lose every answer of the server while what is asked still gets there.</summary>
internal sealed class SilentProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly int server;
    private readonly Task accepting;

    public SilentProxy(int server)
    {
        this.server = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>True: the next answer is swallowed and its connection cut.</summary>
    public bool Silent { get; set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            using var upstream = new TcpClient();
            await upstream.ConnectAsync(IPAddress.Loopback, server, stop.Token);
            await Task.WhenAny(
                client.GetStream().CopyToAsync(upstream.GetStream(), stop.Token), AnswerAsync(upstream.GetStream(), client.GetStream()));
        }
    }

    private async Task AnswerAsync(NetworkStream from, NetworkStream to)
    {
        var room = new byte[65_536];
        while (await from.ReadAsync(room, stop.Token) is > 0 and var read)
        {
            if (Silent)
            {
                return;
            }

            await to.WriteAsync(room.AsMemory(0, read), stop.Token);
        }
    }
}
