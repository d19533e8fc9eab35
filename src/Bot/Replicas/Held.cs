using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>The lease as it is held: an alarm that each renewal sets later.</summary>
internal sealed class Held : IDisposable
{
    /// <summary>What is on its way to Telegram is cut off so long before the lease ends, so that nothing of it meets the next leader.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Tenure _tenure;
    private readonly TimeProvider _time;
    private readonly Action _cut;
    private readonly ITimer _alarm;
    private bool _ended;

    /// <param name="cut">Ends at once what is on its way to Telegram.</param>
    public Held(LeaseTerm term, Tenure tenure, TimeProvider time, Action cut)
    {
        (Term, Over, _tenure, _time, _cut) = (term, _over.Token, tenure, time, cut);
        _alarm = time.CreateTimer(static held => ((Held)held!).End(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public LeaseTerm Term { get; }

    public CancellationToken Over { get; }

    /// <param name="asked">The moment before the call that took or renewed it. An answer that comes after the end changes nothing.</param>
    public void Until(long asked)
    {
        lock (_lock)
        {
            if (_ended)
            {
                return;
            }

            var lasts = Lease.Length.ToTimeSpan() - Margin;
            _tenure.Hold(asked + (long)(lasts.TotalSeconds * _time.TimestampFrequency));
            var left = lasts - _time.GetElapsedTime(asked);
            _alarm.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Nothing where it has ended: the answer to an old renewal may come when this process leads anew, and must not end that.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (!_ended)
            {
                _tenure.Hold(0);

                // ORDER MATTERS: who waits for the end may go on within this very call, to the point of disposing of what is cut.
                _ended = true;
                _cut();
                _over.Cancel();
            }
        }
    }

    public void Dispose()
    {
        _tenure.Hold(0);
        _alarm.Dispose();
        lock (_lock)
        {
            _ended = true;
            _over.Dispose();
        }
    }
}
