using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>What a broadcast is sent with: what every message is, and more of it.</summary>
/// <param name="Waiting">How many turns of a chat are not delivered yet.</param>
internal sealed record CastKit(SenderKit Shared, Gate Gate, Func<long, int> Waiting)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    public Broadcasts Casts => Shared.Store.Broadcasts;

    public Bell Bell => Shared.Casting.Bell;

    public Courier Courier => Shared.Courier;

    public Renderer Renderer => Shared.Shelf.InForce.Renderer;

    public Door Door => Shared.Door;

    public Delivery Limits => Shared.Limits;

    public TimeProvider Time => Shared.Time;

    public ILogger Log => Shared.Log;

    public Instant Now => Shared.Now;

    /// <summary>A store that is away comes back: nothing of what is known meanwhile may be lost.</summary>
    public async Task<T> InsistAsync<T>(Func<Task<T>> call, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await call();
            }
            catch (StoreException trouble)
            {
                Log.StoreTrouble(nameof(StoreException), trouble.Message);
                await Task.Delay(Rest, Time, stop);
            }
        }
    }
}
