namespace Ontime.Emulator;

/// <summary>Every call of the bot, in the order of arrival.</summary>
public sealed class Journal
{
    private readonly World _world;
    private readonly List<Call> _calls = [];
    private int _count;

    internal Journal(World world) => _world = world;

    public IReadOnlyList<Call> Calls => Where(static _ => true);

    /// <summary>How many calls came so far, whether they are remembered or not.</summary>
    public int Count
    {
        get { lock (_world.Gate) { return _count; } }
    }

    /// <summary>Taps the bot received (or still can) and has not answered.</summary>
    public IReadOnlyList<Tap> Unanswered
    {
        get { lock (_world.Gate) { return [.. _world.Taps.Unanswered()]; } }
    }

    /// <summary>Calls whose effect was done while the bot never saw the answer: the slack for counting doubles.</summary>
    public IReadOnlyList<Call> LostAnswers =>
        Where(static c => c is { Effect: true, Outcome: CallOutcome.Faulted or CallOutcome.Abandoned });

    /// <summary>Calls that came before a retry_after was over.</summary>
    public IReadOnlyList<Call> Early => Where(static c => c.Early);

    public IReadOnlyList<Call> CallsOf(string method) => Where(c => string.Equals(c.Method, method, StringComparison.OrdinalIgnoreCase));

    public IReadOnlyList<Call> InChat(long chatId) => Where(c => c.Chat == chatId);

    /// <summary>The most calls that arrived within any stretch of real time of that length.</summary>
    public int PeakRate(TimeSpan window, Func<Call, bool> which)
    {
        var times = Where(which).Select(static c => c.Arrived).ToList();
        var (peak, first) = (0, 0);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= window)
            {
                first++;
            }

            peak = Math.Max(peak, last - first + 1);
        }

        return peak;
    }

    internal Call Arrive(string method)
    {
        lock (_world.Gate)
        {
            var call = new Call(++_count, method, _world.Clock.Now, _world.Clock.Real);
            _calls.Add(call);
            _world.Options.Trim(_calls);
            return call;
        }
    }

    private List<Call> Where(Func<Call, bool> which)
    {
        lock (_world.Gate)
        {
            return [.. _calls.Where(which)];
        }
    }
}
