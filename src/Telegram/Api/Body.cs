using System.Buffers;

namespace Ontime.Telegram;

/// <summary>The bytes of an answer, or of a request of the webhook, in a rented buffer.</summary>
internal sealed class Body : IDisposable
{
    private const int FirstBytes = 16 * 1024;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);
    private int _length;

    private Body()
    {
    }

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>null where it is larger than <paramref name="limit"/> bytes.</summary>
    public static async Task<Body?> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        return await ReadAsync(stream, content.Headers.ContentLength, limit, cancellationToken);
    }

    /// <summary>null where it is larger than <paramref name="limit"/> bytes, or says so.</summary>
    public static async Task<Body?> ReadAsync(Stream stream, long? length, int limit, CancellationToken cancellationToken)
    {
        if (length > limit)
        {
            return null;
        }

        var body = new Body();
        try
        {
            if (await body.FillAsync(stream, limit, cancellationToken))
            {
                return body;
            }
        }
        catch
        {
            Array.Clear(body._buffer);
            body.Dispose();
            throw;
        }

        body.Dispose();
        return null;
    }

    public void Dispose()
    {
        // Cleared, since it held people's words; the rest of the room was not written.
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private async Task<bool> FillAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken);
            if (read == 0)
            {
                return true;
            }

            _length += read;
            if (_length > limit)
            {
                return false;
            }

            if (_length == _buffer.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = larger;
    }
}
