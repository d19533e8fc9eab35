using System.Globalization;
using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Moves the edition in force, and remembers the way back. Who moves to the edition before goes back: there is no way forward but the files.</summary>
internal static class Pointer
{
    private const string Meta = "editions_before";
    private const int Longest = 20;

    /// <summary>The edition that was in force before; null: there was none.</summary>
    public static async Task<long?> BeforeAsync(Store store, CancellationToken cancellationToken) =>
        await TrailAsync(store, await store.CurrentEditionAsync(cancellationToken), cancellationToken) is [.., var before] ? before : null;

    public static async Task MoveAsync(Store store, long id, CancellationToken cancellationToken)
    {
        var current = await store.CurrentEditionAsync(cancellationToken);
        if (current == id)
        {
            return;
        }

        // Two transactions: ORDER MATTERS. Whatever a crash leaves undone, the trail ends at most with the edition in force, which is passed over.
        var trail = await TrailAsync(store, current, cancellationToken);
        if (trail is [.., var before] && before == id)
        {
            await store.MoveEditionAsync(id, cancellationToken);
            await WriteAsync(store, trail[..^1], cancellationToken);
            return;
        }

        if (current is { } left)
        {
            await WriteAsync(store, [.. trail.TakeLast(Longest - 1), left], cancellationToken);
        }

        await store.MoveEditionAsync(id, cancellationToken);
    }

    /// <summary>Gives up what is old and no way leads back to.</summary>
    public static async Task PruneAsync(Store store, Instant now, CancellationToken cancellationToken) =>
        await store.PruneEditionsAsync(await TrailAsync(store, await store.CurrentEditionAsync(cancellationToken), cancellationToken), now, cancellationToken);

    private static async Task<List<long>> TrailAsync(Store store, long? current, CancellationToken cancellationToken)
    {
        var written = await store.MetaAsync(Meta, cancellationToken) ?? "";
        var trail = written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, CultureInfo.InvariantCulture)).ToList();
        return trail is [.., var last] && last == current ? trail[..^1] : trail;
    }

    private static Task WriteAsync(Store store, List<long> trail, CancellationToken cancellationToken) =>
        store.SetMetaAsync(Meta, string.Join(' ', trail), cancellationToken);
}
