namespace Ontime.Bot;

/// <summary>
/// Every call of the sender passes here: a bounded number at once, the more urgent first, within the limits a second.
/// Taps' answers pass first and use up no limit, since Telegram counts messages.
/// </summary>
internal sealed class Gate : IDisposable
{
    private const int Most = 32;

    /// <summary>Beyond this many calls under way nothing unasked is begun, and beyond <see cref="Most"/> only answers to taps: calls that hang hold nobody else up.</summary>
    private const int MostForBulk = Most / 2;
    private const int MostWithAnswers = Most * 2;

    /// <summary>What of a limit flows steadily; the rest may come at once.</summary>
    public const double Steady = 0.9;

    /// <summary>Of what may come at once nothing unasked takes so much: a reply of two messages goes out while a broadcast takes all there is.</summary>
    private const double ForReplies = 0.75;

    private const int Urgencies = 4;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Queue<TaskCompletionSource>[] _waiting = new Queue<TaskCompletionSource>[Urgencies];
    private readonly TokenBucket _all;
    private readonly TokenBucket _bulk;
    private readonly double _reserve;
    private readonly ITimer _timer;
    private bool _timed;
    private int _inFlight;
    private long _pausedUntil;
    private long _bulkPausedUntil;

    public Gate(Delivery limits, TimeProvider time)
    {
        _time = time;
        _all = Bucket(limits.PerSecond, time);
        _bulk = Bucket(limits.BulkPerSecond, time);
        _reserve = ForReplies * (AtOnce(limits.PerSecond) - 1);
        for (var urgency = 0; urgency < Urgencies; urgency++)
        {
            _waiting[urgency] = new Queue<TaskCompletionSource>();
        }

        _timer = time.CreateTimer(static gate => ((Gate)gate!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True while everything is held back.</summary>
    public bool Paused
    {
        get { lock (_lock) { return _pausedUntil > _time.GetTimestamp(); } }
    }

    /// <param name="lane">Null: the answer to a tap.</param>
    public async ValueTask EnterAsync(Lane? lane, CancellationToken cancellationToken)
    {
        var urgency = lane is { } known ? (int)known + 1 : 0;
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (Nobody() && !Full(urgency) && Wait(urgency) == TimeSpan.Zero)
            {
                Admit(urgency);
                _inFlight++;
                return;
            }

            _waiting[urgency].Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            Pump();
        }

        await using var leaving = cancellationToken.Register(() => turn.TrySetCanceled(cancellationToken));
        await turn.Task;
    }

    public void Leave()
    {
        lock (_lock)
        {
            _inFlight--;
            Pump();
        }
    }

    /// <summary>Holds everything back, or all that was not asked for.</summary>
    public void Pause(TimeSpan wait, bool bulkOnly)
    {
        lock (_lock)
        {
            var until = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
            _bulkPausedUntil = Math.Max(_bulkPausedUntil, until);
            _pausedUntil = bulkOnly ? _pausedUntil : Math.Max(_pausedUntil, until);
        }
    }

    public void Dispose() => _timer.Dispose();

    // A tenth at once and nine tenths a second: so no second, wherever it begins, sees more than the limit.
    private static TokenBucket Bucket(double perSecond, TimeProvider time) => new(perSecond * Steady, AtOnce(perSecond), time);

    private static double AtOnce(double perSecond) => Math.Max(1, perSecond * (1 - Steady));

    private static bool Bulk(int urgency) => urgency > (int)Lane.Reply + 1;

    private bool Nobody() => Array.TrueForAll(_waiting, queue => queue.Count == 0);

    private bool Full(int urgency) => _inFlight >= (urgency == 0 ? MostWithAnswers : Bulk(urgency) ? MostForBulk : Most);

    private void Admit(int urgency)
    {
        if (urgency > 0)
        {
            _all.Take();
        }

        if (Bulk(urgency))
        {
            _bulk.Take();
        }
    }

    private void Pump()
    {
        lock (_lock)
        {
            var (turn, wait) = Next();
            for (; turn is not null; (turn, wait) = Next())
            {
                // Who went away meanwhile holds no place.
                _inFlight += turn.TrySetResult() ? 1 : 0;
            }

            // To set a timer that is not needed costs more than all the rest here.
            if (_timed || wait != Timeout.InfiniteTimeSpan)
            {
                _timer.Change(wait, Timeout.InfiniteTimeSpan);
                _timed = wait != Timeout.InfiniteTimeSpan;
            }
        }
    }

    /// <summary>Who goes now; where nobody may, how long until somebody can.</summary>
    private (TaskCompletionSource? Turn, TimeSpan Wait) Next()
    {
        for (var urgency = 0; urgency < Urgencies; urgency++)
        {
            while (_waiting[urgency].TryPeek(out var first) && first.Task.IsCanceled)
            {
                _waiting[urgency].Dequeue();
            }

            if (_waiting[urgency].Count == 0)
            {
                continue;
            }

            if (Full(urgency))
            {
                // The next call that comes back looks again.
                return (null, Timeout.InfiniteTimeSpan);
            }

            var wait = Wait(urgency);
            if (wait > TimeSpan.Zero)
            {
                return (null, wait);
            }

            Admit(urgency);
            return (_waiting[urgency].Dequeue(), TimeSpan.Zero);
        }

        return (null, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Wait(int urgency)
    {
        var until = Bulk(urgency) ? _bulkPausedUntil : _pausedUntil;
        var longest = until == 0 ? TimeSpan.Zero : _time.GetElapsedTime(_time.GetTimestamp(), until);
        longest = urgency > 0 && _all.Wait(Bulk(urgency) ? _reserve : 0) is var limited && limited > longest ? limited : longest;
        longest = Bulk(urgency) && _bulk.Wait() is var slow && slow > longest ? slow : longest;
        return longest > TimeSpan.Zero ? longest + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;
    }
}
