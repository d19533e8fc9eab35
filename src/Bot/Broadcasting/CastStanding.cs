using Ontime.Broadcasting;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>How a broadcast stands, out of its ledger.</summary>
internal static class CastStanding
{
    private const int Named = 20;

    public static async Task<CastStatus> OfAsync(Broadcasts casts, BroadcastRow row, CancellationToken stop)
    {
        var tally = await casts.TallyAsync(row.Id, stop);
        var unknown = tally.GetValueOrDefault(Fate.Unknown) > 0 ? await casts.WhoAsync(row.Id, Fate.Unknown, Named, stop) : [];
        return Of(row, tally, unknown);
    }

    public static CastStatus Of(BroadcastRow row, IReadOnlyDictionary<Fate, long> tally, IReadOnlyList<long> unknown) => new(
        row.Id,
        row.State switch
        {
            BroadcastState.Draft => CastPhase.Draft,
            BroadcastState.Running => CastPhase.Running,
            BroadcastState.Paused => CastPhase.Paused,
            BroadcastState.Stopped => CastPhase.Stopped,
            BroadcastState.Done => CastPhase.Done,
            _ => throw new ArgumentOutOfRangeException(nameof(row), row.State, "A state without a phase."),
        },
        row.Total,
        tally.GetValueOrDefault(Fate.Delivered), tally.GetValueOrDefault(Fate.Unknown), tally.GetValueOrDefault(Fate.Unreachable),
        tally.GetValueOrDefault(Fate.Refused), tally.GetValueOrDefault(Fate.Waiting), tally.GetValueOrDefault(Fate.Unsent), unknown);
}
