using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Ontime.Bot.Tests.Replicas;

/// <summary>
/// A wire from one replica to a port of this machine. It notes when the replica sent something, and can be cut: what is sent then vanishes and nobody
/// is told, as in a network that is gone.
/// </summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<long> _sent = [];
    private readonly List<TcpClient> _ends = [];
    private readonly Task _accepting;
    private volatile bool _cut;

    public Wire(int target)
    {
        _listener.Start();
        _accepting = AcceptAsync(target);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Timestamps of <see cref="Stopwatch"/>, ascending.</summary>
    public IReadOnlyList<long> Sent
    {
        get { lock (_ends) { return [.. _sent]; } }
    }

    public void Cut() => _cut = true;

    /// <summary>What was connected finds out now; new connections get through.</summary>
    public void Mend()
    {
        _cut = false;
        Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Close();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private void Close()
    {
        lock (_ends)
        {
            _ends.ForEach(static end => end.Dispose());
            _ends.Clear();
        }
    }

    private async Task AcceptAsync(int target)
    {
        while (true)
        {
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), target);
        }
    }

    private async Task ServeAsync(TcpClient near, int target)
    {
        var far = new TcpClient();
        lock (_ends)
        {
            _ends.AddRange([near, far]);
        }

        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
            await Task.WhenAny(PumpAsync(near, far, note: true), PumpAsync(far, near, note: false));
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // It was closed.
        }

        if (!_cut)
        {
            near.Dispose();
            far.Dispose();
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, bool note)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _stop.Token) is > 0 and var read)
            {
                if (_cut)
                {
                    continue;
                }

                if (note)
                {
                    lock (_ends)
                    {
                        _sent.Add(Stopwatch.GetTimestamp());
                    }
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _stop.Token);
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            // It was closed.
        }
    }
}
