using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>Counts what one transaction made durable.</summary>
internal static class TurnMeters
{
    public static void Count(IReadOnlyList<Incoming> batch, TurnWrite write, TimeSpan took)
    {
        Meters.BatchSize.Record(batch.Count);
        Meters.Commit.Record(took.TotalSeconds);
        if (!Meters.Turns.Enabled)
        {
            return;
        }

        Meters.Repeats.Add(batch.Count(incoming => incoming.UpdateId is not null) - write.Handled.Count);
        foreach (var incoming in batch)
        {
            Meters.Turns.One("kind", incoming.Input.GetType().Name);
        }

        foreach (var happened in write.Events)
        {
            Meters.Events.One("kind", happened.Kind);
        }

        foreach (var letter in write.DeadLetters)
        {
            Meters.DeadLetters.One("kind", letter.Kind);
        }
    }
}
