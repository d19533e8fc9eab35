namespace Ontime.Bot;

/// <summary>So many a second, a few at once. Not safe for several callers: its owner locks.</summary>
/// <param name="perSecond">0 takes the limit away.</param>
internal sealed class TokenBucket(double perSecond, double burst, TimeProvider time)
{
    private readonly double _burst = burst;
    private double _tokens = burst;
    private long _at = time.GetTimestamp();

    /// <summary>How long until a token is there; zero: now.</summary>
    /// <param name="beyond">So many have to be left behind it.</param>
    public TimeSpan Wait(double beyond = 0)
    {
        if (perSecond <= 0)
        {
            return TimeSpan.Zero;
        }

        Refill();
        return _tokens >= 1 + beyond ? TimeSpan.Zero : TimeSpan.FromSeconds((1 + beyond - _tokens) / perSecond);
    }

    public void Take() => _tokens = perSecond <= 0 ? _burst : _tokens - 1;

    public bool TryTake()
    {
        if (Wait() > TimeSpan.Zero)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>True when nothing was taken for so long that a new bucket would be the same.</summary>
    public bool Full()
    {
        Refill();
        return _tokens >= _burst;
    }

    private void Refill()
    {
        var now = time.GetTimestamp();
        _tokens = Math.Min(_burst, _tokens + (time.GetElapsedTime(_at, now).TotalSeconds * perSecond));
        _at = now;
    }
}
