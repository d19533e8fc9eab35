using System.Diagnostics;
using NodaTime;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>How far one outbox row is: kept between two attempts, so that a restart goes on where it was.</summary>
/// <param name="Effect">The effect to be sent next.</param>
/// <param name="Part">Its part: a long text or an export is several.</param>
/// <param name="Unknowns">How often that part may have arrived already.</param>
internal sealed record Progress(int Effect, int Part, int Unknowns)
{
    public static Progress Start { get; } = new(0, 0, 0);

    public override string ToString() => $"{Effect}.{Part}.{Unknowns}";

    public static Progress Parse(string? state)
    {
        var parts = state?.Split('.') ?? [];
        return parts.Length == 3 && int.TryParse(parts[0], out var effect) && int.TryParse(parts[1], out var part)
            && int.TryParse(parts[2], out var unknowns)
            ? new Progress(effect, part, unknowns)
            : Start;
    }
}

/// <summary>One outbox row on its way.</summary>
/// <param name="OutboxId">0: it is not in the store, and lost with the process.</param>
internal sealed record Parcel(long OutboxId, long ChatId, Lane Lane, Instant? Until, int Attempts, Outgoing Outgoing)
{
    /// <summary>It can be taken back.</summary>
    public bool Revocable { get; private init; }

    /// <summary>The way of the update that led to it, where somebody traces.</summary>
    public ActivityContext Trace { get; private init; }

    public Progress Progress { get; set; } = Progress.Start;

    /// <summary>Ends when the taps of this turn are answered, or cannot be.</summary>
    public Task Answered { get; set; } = Task.CompletedTask;

    /// <param name="said">What the row says; null: it is read.</param>
    /// <exception cref="FormatException">The row cannot be read.</exception>
    public static Parcel Of(OutboxRow row, Outgoing? said, ActivityContext trace) => new(
        row.Id, row.ChatId, (Lane)row.Lane, row.Until, row.Attempts, said ?? EffectCodec.Read(row.Body))
        {
            Progress = Progress.Parse(row.State), Revocable = row.About is not null, Trace = trace,
        };
}
