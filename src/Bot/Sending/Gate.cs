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

    /// <summary>Answers to taps, then the lanes.</summary>
    private const int Urgencies = 4, FirstBulk = (int)Lane.Reminder + 1;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly PriorityQueue<TaskCompletionSource, long>[] _waiting = new PriorityQueue<TaskCompletionSource, long>[Urgencies];
    private readonly TokenBucket _all;
    private readonly TokenBucket _bulk;
    private readonly double _reserve;
    private readonly ITimer _timer;
    private bool _timed;
    private int _inFlight;
    private readonly long[] _pausedUntil = new long[Urgencies];

    public Gate(Delivery limits, TimeProvider time)
    {
        _time = time;
        _all = Bucket(limits.PerSecond, time);
        _bulk = Bucket(limits.BulkPerSecond, time);
        _reserve = ForReplies * (AtOnce(limits.PerSecond) - 1);
        for (var urgency = 0; urgency < Urgencies; urgency++)
        {
            _waiting[urgency] = new PriorityQueue<TaskCompletionSource, long>();
        }

        _timer = time.CreateTimer(static gate => ((Gate)gate!).Pump(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>True while everything is held back.</summary>
    public bool Paused
    {
        get { lock (_lock) { return _pausedUntil[FirstBulk - 1] > _time.GetTimestamp(); } }
    }

    /// <summary>How many messages of a lane wait to begin.</summary>
    public int Waiting(Lane lane)
    {
        lock (_lock)
        {
            return _waiting[(int)lane + 1].Count;
        }
    }

    /// <param name="lane">Null: the answer to a tap.</param>
    /// <param name="row">Of what is equally urgent the older outbox row goes first: who has begun is done soon, and nobody waits longest.</param>
    public async ValueTask EnterAsync(Lane? lane, long row, CancellationToken cancellationToken)
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

            _waiting[urgency].Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), row);
            Pump();
        }

        await using var leaving = cancellationToken.Register(static (waiting, token) => ((TaskCompletionSource)waiting!).TrySetCanceled(token), turn);
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

    /// <summary>None of these begins before <paramref name="wait"/> is over.</summary>
    public void Pause(TimeSpan wait, Hush whom)
    {
        lock (_lock)
        {
            var until = _time.GetTimestamp() + (long)(wait.TotalSeconds * _time.TimestampFrequency);
            var (first, last) = whom switch { Hush.Answers => (0, 0), Hush.Unasked => (FirstBulk, Urgencies - 1), _ => (0, Urgencies - 1) };
            for (var urgency = first; urgency <= last; urgency++)
            {
                _pausedUntil[urgency] = Math.Max(_pausedUntil[urgency], until);
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    // A tenth at once and nine tenths a second: so no second, wherever it begins, sees more than the limit.
    private static TokenBucket Bucket(double perSecond, TimeProvider time) => new(perSecond * Steady, AtOnce(perSecond), time);

    private static double AtOnce(double perSecond) => Math.Max(1, perSecond * (1 - Steady));

    private static bool Bulk(int urgency) => urgency >= FirstBulk;

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
        var soonest = Timeout.InfiniteTimeSpan;
        for (var urgency = 0; urgency < Urgencies; urgency++)
        {
            while (_waiting[urgency].TryPeek(out var first, out _) && first.Task.IsCanceled)
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
                return (null, soonest);
            }

            var wait = Wait(urgency);
            if (wait > TimeSpan.Zero)
            {
                soonest = soonest < TimeSpan.Zero || wait < soonest ? wait : soonest;
                if (urgency > 0)
                {
                    return (null, soonest);
                }

                // Answers may be paused alone.
                continue;
            }

            Admit(urgency);
            return (_waiting[urgency].Dequeue(), TimeSpan.Zero);
        }

        return (null, soonest);
    }

    private TimeSpan Wait(int urgency)
    {
        var until = _pausedUntil[urgency];
        var longest = until == 0 ? TimeSpan.Zero : _time.GetElapsedTime(_time.GetTimestamp(), until);
        longest = urgency > 0 && _all.Wait(Bulk(urgency) ? _reserve : 0) is var limited && limited > longest ? limited : longest;
        longest = Bulk(urgency) && _bulk.Wait() is var slow && slow > longest ? slow : longest;
        return longest > TimeSpan.Zero ? longest + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero;
    }
}

/// <summary>Who waits while Telegram wants rest.</summary>
internal enum Hush
{
    All,

    /// <summary>Reminders and broadcasts.</summary>
    Unasked,

    /// <summary>Answers to taps: messages go on.</summary>
    Answers,
}
