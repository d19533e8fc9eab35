using System.Diagnostics;
using System.Threading.Channels;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>An input on its way to the one loop.</summary>
/// <param name="UpdateId">Null where it did not come from Telegram: a wake, a report of the sender.</param>
internal sealed record Incoming(long ChatId, long? UpdateId, Input Input)
{
    private readonly TaskCompletionSource _done = new();

    /// <summary>The outbox row it stood in, settled by the commit that handles it; null: it stood in none.</summary>
    public long? OutboxId { get; private init; }

    /// <summary>
    /// What one chat has for another. It counts as handled under a number that no update of Telegram's has, so a row that is handed over twice is taken once.
    /// </summary>
    public static Incoming Told(OutboxRow row, Input input) => new(row.ChatId, -row.Id, input) { OutboxId = row.Id };

    /// <summary>The input is not handled, only this is said: by another process, which sends. Null: it is handled.</summary>
    public Outgoing? Aside { get; init; }

    /// <summary>The way of its update so far, where somebody traces.</summary>
    public ActivityContext Trace { get; init; }

    /// <summary>Ends once what became of the input is durable. Never faults: a fault is a dead letter.</summary>
    public Task Done => _done.Task;

    /// <summary>Whoever waits goes on within this call.</summary>
    internal void Settle() => _done.TrySetResult();
}

/// <summary>The one way in. Bounded: who brings more than the loop can take waits.</summary>
internal sealed class Door
{
    public const int Room = 1000;

    private readonly Channel<Incoming> _channel =
        Channel.CreateBounded<Incoming>(new BoundedChannelOptions(Room) { SingleReader = true });

    public ChannelReader<Incoming> Reader => _channel.Reader;

    public ValueTask PutAsync(Incoming incoming, CancellationToken cancellationToken) => _channel.Writer.WriteAsync(incoming, cancellationToken);

    /// <summary>False: there is no room now, or nothing comes in any more.</summary>
    public bool TryPut(Incoming incoming) => _channel.Writer.TryWrite(incoming);

    /// <summary>As <see cref="PutAsync"/>, but on the way out the input is let go: the sender only reports what a later call shows again.</summary>
    public async ValueTask TryPutAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        try
        {
            await PutAsync(incoming, cancellationToken);
        }
        catch (Exception closing) when (closing is OperationCanceledException or ChannelClosedException)
        {
            // Nothing to do.
        }
    }

    /// <summary>Nothing comes in any more; what is inside is still handled.</summary>
    public void Close() => _channel.Writer.TryComplete();
}
