namespace Ontime.Bot;

internal enum Passage
{
    /// <summary>On into the channel.</summary>
    Free,

    /// <summary>Not handled, and the person is told so: once a window.</summary>
    Told,

    /// <summary>Not handled; a tap is answered all the same.</summary>
    Mute,
}

/// <summary>
/// Keeps one person from filling the queue of everybody: so many inputs at once, then two a second. Who waits for the coach before they go on
/// is never too fast. Used by one caller at a time.
/// </summary>
internal sealed class Flood(TimeProvider time)
{
    private const double PerSecond = 2;
    private const int Burst = 30;
    public const int Patient = 3;
    private const int MostPeople = 10_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, Meter> _people = [];

    /// <param name="person">Whose input it is.</param>
    /// <param name="waiting">How many inputs of this person are under way already; where nobody knows, <see cref="Patient"/>.</param>
    public Passage Judge(long person, int waiting)
    {
        if (waiting < Patient)
        {
            return Passage.Free;
        }

        if (!_people.TryGetValue(person, out var meter))
        {
            MakeRoom();
            _people.Add(person, meter = new Meter(new TokenBucket(PerSecond, Burst, time)));
        }

        if (meter.Bucket.TryTake())
        {
            return Passage.Free;
        }

        if (meter.ToldAt is { } told && time.GetElapsedTime(told) < Window)
        {
            return Passage.Mute;
        }

        meter.ToldAt = time.GetTimestamp();
        return Passage.Told;
    }

    private void MakeRoom()
    {
        if (_people.Count < MostPeople)
        {
            return;
        }

        foreach (var (person, _) in _people.Where(entry => entry.Value.Bucket.Full()).ToList())
        {
            _people.Remove(person);
        }
    }

    private sealed class Meter(TokenBucket bucket)
    {
        public TokenBucket Bucket => bucket;

        public long? ToldAt { get; set; }
    }
}
