namespace Ontime.Telegram;

/// <summary>
/// Which updates to ask for next, and how soon. The next offset is the last id of the last answer + 1 and never a maximum:
/// ids jump after a quiet week and may go down, and a bot that compares with its highest id goes deaf.
/// </summary>
public sealed record LongPoll
{
    /// <summary>Nothing asked yet: from the head of the queue.</summary>
    public static LongPoll Start { get; } = new();

    /// <summary>How long <see cref="BotApi.CallAsync"/> waits for a poll: longer than the server holds it, short enough that a dead
    /// connection is noticed.</summary>
    public static TimeSpan ClientTimeout { get; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// The server punishes the same offset asked again within half a second: one update at a time. And one that answers empty at once must not
    /// be asked in a tight loop, yet so often that nobody waits long for a reply.
    /// </summary>
    private static readonly TimeSpan SameOffsetPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan RepeatsPause = TimeSpan.FromSeconds(1);

    /// <summary>Three full answers are remembered, to know repeats.</summary>
    private const int Remembered = 3 * Limits.UpdatesPerAnswer;

    private LongPoll()
    {
    }

    /// <summary>null: from the head of the queue.</summary>
    public long? Offset { get; private init; }

    private long[] Seen { get; init; } = [];

    /// <summary>The call to make, held by the server until something comes.</summary>
    public GetUpdates Call() => new(Offset, Limits.PollSeconds);

    /// <summary>Confirms what was committed and returns at once; for the way out.</summary>
    public GetUpdates Farewell() => new(Offset, Timeout: 0) { Limit = 1 };

    /// <summary>After everything in the answer was committed.</summary>
    /// <param name="batch">The answer.</param>
    /// <param name="asked">How long ago the call was begun.</param>
    public PollStep Committed(UpdateBatch batch, TimeSpan asked)
    {
        var repeats = batch.Ids.Count > 0 && batch.Ids.All(Seen.Contains);
        var next = this with
        {
            Offset = NextOffset(batch),
            Seen = repeats ? Seen : [.. Seen.AsSpan(Math.Clamp(Seen.Length + batch.Ids.Count - Remembered, 0, Seen.Length)), .. batch.Ids],
        };
        var wait = repeats ? RepeatsPause : next.Offset == Offset ? Rest(asked) : TimeSpan.Zero;
        return new PollStep(next, wait, repeats);
    }

    /// <summary>After the answer could not be committed: the same again, but not at once.</summary>
    /// <param name="asked">How long ago the call was begun.</param>
    public PollStep NotCommitted(TimeSpan asked) => new(this, Rest(asked), OnlyRepeats: false);

    /// <summary>Updates without any readable id are stepped over one by one, or they would be asked for until they expire.</summary>
    private long? NextOffset(UpdateBatch batch) =>
        batch.Ids.Count > 0 ? batch.Ids[^1] + 1
        : batch.Unreadable.Count > 0 ? Offset + 1
        : Offset;

    private static TimeSpan Rest(TimeSpan asked) => asked < SameOffsetPause ? SameOffsetPause - asked : TimeSpan.Zero;
}

/// <summary>What to do after an answer.</summary>
/// <param name="Next">Where the poll stands now.</param>
/// <param name="Wait">Before the next call.</param>
/// <param name="OnlyRepeats">The answer held nothing new: worth an alert when it goes on.</param>
public sealed record PollStep(LongPoll Next, TimeSpan Wait, bool OnlyRepeats);
