using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

/// <summary>A server that answers with any bytes at all, for what no decent server can be made to do.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    public const string Token = "123456789:AAF-secretsecretsecretsecretsecret_";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<RawRequest, RawAnswer> _answer;
    private readonly Task _loop;

    public RawServer(Func<RawRequest, RawAnswer> answer)
    {
        _answer = answer;
        _listener.Start();
        _loop = AcceptAsync();
    }

    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    public int Connections { get; private set; }

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public BotApi Client(string? proxy = null) => new(new BotApiOptions(Token, Url, proxy));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _loop;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                served.Add(ServeAsync(client));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
        }

        await Task.WhenAll(served);
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    Requests.Enqueue(request);
                    var answer = _answer(request);
                    await stream.WriteAsync(answer.Bytes, _stop.Token);
                    if (answer.Then == Then.Hang)
                    {
                        await Task.Delay(Timeout.Infinite, _stop.Token);
                    }

                    if (answer.Then == Then.Reset)
                    {
                        client.LingerState = new LingerOption(enable: true, 0);
                    }

                    if (answer.Then != Then.KeepAlive)
                    {
                        return;
                    }
                }
            }
            catch (Exception e) when (e is OperationCanceledException or IOException)
            {
            }
        }
    }

    private async Task<RawRequest?> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var head = Encoding.Latin1.GetString([.. bytes]);
            var end = head.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
            {
                var length = head[..end].Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
                var want = end + 4 + int.Parse(length?["Content-Length:".Length..] ?? "0");
                if (bytes.Count >= want)
                {
                    return new RawRequest(head[..end], [.. bytes.Skip(end + 4).Take(want - end - 4)]);
                }
            }

            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
            {
                return null;
            }

            bytes.AddRange(buffer.AsSpan(0, read));
        }
    }
}

internal sealed record RawRequest(string Head, byte[] Body)
{
    public string Line => Head.Split("\r\n")[0];

    public string Text => Encoding.UTF8.GetString(Body);
}

public enum Then
{
    KeepAlive,
    Close,
    Reset,
    Hang,
}

internal sealed record RawAnswer(byte[] Bytes, Then Then)
{
    public static RawAnswer Nothing(Then then) => new([], then);

    public static RawAnswer Ok(string result) => Json(200, $$"""{"ok":true,"result":{{result}}}""");

    public static RawAnswer Json(int status, string body, string headers = "") => Http(status, body, "application/json", headers);

    public static RawAnswer Http(int status, string body, string type, string headers = "", int? length = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = $"HTTP/1.1 {status} X\r\nContent-Type: {type}\r\n{headers}Content-Length: {length ?? bytes.Length}\r\n\r\n";
        return new RawAnswer([.. Encoding.Latin1.GetBytes(head), .. bytes], length > bytes.Length ? Then.Close : Then.KeepAlive);
    }
}
