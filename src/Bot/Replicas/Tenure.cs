namespace Ontime.Bot;

/// <summary>
/// How long this process may still lead, by its own monotonic clock. Asked before every call to Telegram, since a process that was asleep wakes up
/// believing what was true before.
/// </summary>
internal sealed class Tenure(TimeProvider time)
{
    private long _until;

    public bool Held => Volatile.Read(ref _until) > time.GetTimestamp();

    public void Hold(long untilTimestamp) => Volatile.Write(ref _until, untilTimestamp);

    public void HoldForEver() => Hold(long.MaxValue);

    /// <summary>Goes on at once while it is held; otherwise waits for the end that is coming.</summary>
    public Task WaitUnlessHeldAsync(CancellationToken stop) => Held ? Task.CompletedTask : Task.Delay(Timeout.InfiniteTimeSpan, time, stop);
}
