using NodaTime;

namespace Ontime.Emulator;

/// <summary>
/// The queues of the webhook: one a chat for its messages, one a person for their taps, one a person for the bot's standing. Within one strictly
/// in order, beside each other up to max_connections; so a message and a tap of one person can arrive in either order. Used inside the gate.
/// </summary>
internal sealed class Lines(World world)
{
    private static readonly Duration LongestWish = Duration.FromHours(1);

    private readonly Dictionary<long, Line> _lines = [];
    private int _inFlight;

    /// <summary>What is sent now, and how long until the next retry; null: none waits.</summary>
    public (IReadOnlyList<(Update Update, int Attempt)> Now, Duration? Wait) Begin(int mostAtOnce)
    {
        List<(Update, int)> now = [];
        Duration? wait = null;
        var seen = new HashSet<long>();
        foreach (var update in world.Queue.Heads())
        {
            if (!seen.Add(update.Line))
            {
                continue;
            }

            var line = _lines.TryGetValue(update.Line, out var known) ? known : _lines[update.Line] = new Line();
            var left = line.NotBefore - world.Clock.Elapsed;
            if (line.Busy || _inFlight >= mostAtOnce)
            {
                continue;
            }

            if (left > Duration.Zero)
            {
                wait = wait is { } other ? Duration.Min(other, left) : left;
                continue;
            }

            line.Attempts = line.UpdateId == update.Id ? line.Attempts + 1 : 1;
            (line.UpdateId, line.Busy) = (update.Id, true);
            _inFlight++;
            now.Add((update, line.Attempts));
        }

        return (now, wait);
    }

    /// <param name="retryAfter">What the answer asked for; null: nothing.</param>
    public void End(Update update, bool accepted, Duration? retryAfter)
    {
        _inFlight--;
        var line = _lines[update.Line];
        line.Busy = false;
        if (accepted)
        {
            _lines.Remove(update.Line);
            world.Queue.Confirm(update);
            return;
        }

        line.NotBefore = world.Clock.Elapsed + (retryAfter is { } wish
            ? Duration.Min(wish, LongestWish)
            : line.Attempts == 1 ? Duration.Zero : Duration.Min(Duration.FromSeconds(Math.Pow(2, line.Attempts - 1)), world.Options.LongestWebhookWait));
    }

    private sealed class Line
    {
        public int UpdateId { get; set; }

        public int Attempts { get; set; }

        public bool Busy { get; set; }

        public Duration NotBefore { get; set; }
    }
}
