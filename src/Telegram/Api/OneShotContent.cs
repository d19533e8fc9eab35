using System.Net;

namespace Ontime.Telegram;

/// <summary>
/// A body that is written at most once. It knows whether it has begun to leave: before that a failed call has certainly had no
/// effect. And it stops the transport from repeating a call by itself, after a challenge or on another connection: that could send a
/// message twice.
/// </summary>
internal sealed class OneShotContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;

    public OneShotContent(CallBody body)
    {
        _bytes = body.Bytes;
        Headers.TryAddWithoutValidation("Content-Type", body.ContentType);
    }

    public bool Begun { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Begun)
        {
            throw new InvalidOperationException("A call is written once.");
        }

        Begun = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
