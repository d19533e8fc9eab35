using System.Diagnostics;
using NodaTime;

namespace Ontime.Bot.Tests.Host;

/// <summary>Runs with real time and can be set forward: whatever waits is over by either.</summary>
internal sealed class TestTime(Instant start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private readonly HashSet<JumpTimer> _timers = [];
    private TimeSpan _advanced;
    private TimeSpan _back;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => start.ToDateTimeOffset() + TimeSpan.FromTicks(GetTimestamp()) - _back;

    /// <summary>Somebody sets the clock of the machine back. What waits for a while goes on waiting for it.</summary>
    public void SetBack(TimeSpan time) => _back += time;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return (Stopwatch.GetElapsedTime(_startedAt) + _advanced).Ticks;
        }
    }

    public void Advance(TimeSpan time)
    {
        lock (_gate)
        {
            _advanced += time;
            foreach (var timer in _timers)
            {
                timer.Rearm();
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new JumpTimer(this, callback, state);
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class JumpTimer : ITimer
    {
        private readonly TestTime _owner;
        private readonly Timer _inner;
        private long _due = long.MaxValue;
        private TimeSpan _period;

        public JumpTimer(TestTime owner, TimerCallback callback, object? state)
        {
            _owner = owner;
            _inner = new Timer(
                given =>
                {
                    Interlocked.Exchange(ref _due, _period > TimeSpan.Zero ? owner.GetTimestamp() + _period.Ticks : long.MaxValue);
                    callback(given);
                },
                state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Interlocked.Exchange(ref _due, dueTime < TimeSpan.Zero ? long.MaxValue : _owner.GetTimestamp() + dueTime.Ticks);
            return _inner.Change(dueTime, period);
        }

        /// <summary>Called inside the owner's lock.</summary>
        public void Rearm()
        {
            var due = Interlocked.Read(ref _due);
            if (due != long.MaxValue)
            {
                var left = TimeSpan.FromTicks(due - (Stopwatch.GetElapsedTime(_owner._startedAt) + _owner._advanced).Ticks);
                _inner.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, _period > TimeSpan.Zero ? _period : Timeout.InfiniteTimeSpan);
            }
        }

        public void Dispose()
        {
            lock (_owner._gate)
            {
                _owner._timers.Remove(this);
            }

            _inner.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
