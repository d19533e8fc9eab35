using System.Diagnostics;
using NodaTime;

namespace Ontime.Emulator;

/// <summary>Telegram's time (settable) beside the real time that passed.</summary>
internal sealed class EmulatorClock(Instant start, bool runs)
{
    private readonly Lock _gate = new();
    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private Instant _base = start;
    private Duration _advanced = Duration.Zero;

    /// <summary>Real time since the start.</summary>
    public TimeSpan Real => Stopwatch.GetElapsedTime(_startedAt);

    /// <summary>Real time plus what the clock was set forward: a wait is over by either.</summary>
    public Duration Elapsed
    {
        get { lock (_gate) { return Duration.FromTimeSpan(Real) + _advanced; } }
    }

    public Instant Now
    {
        get { lock (_gate) { return Read(); } }
        set
        {
            lock (_gate)
            {
                _advanced += Duration.Max(Duration.Zero, value - Read());
                _base = value - Running;
            }
        }
    }

    private Duration Running => runs ? Duration.FromTimeSpan(Real) : Duration.Zero;

    private Instant Read() => _base + Running;
}
