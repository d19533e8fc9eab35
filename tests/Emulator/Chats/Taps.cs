using NodaTime;

namespace Ontime.Emulator;

/// <summary>A tap on a button, and what the bot answered to it.</summary>
public sealed class Tap
{
    internal Tap(string id, long chatId, string data, Instant at)
    {
        Id = id;
        ChatId = chatId;
        Data = data;
        At = at;
    }

    /// <summary>The callback query's id.</summary>
    public string Id { get; }

    public long ChatId { get; }

    public string Data { get; }

    public Instant At { get; }

    public bool Answered { get; internal set; }

    /// <summary>The toast or alert that appeared, or null.</summary>
    public string? Toast { get; internal set; }

    public bool Alert { get; internal set; }

    internal bool Delivered { get; set; }

    /// <summary>Whether the bot saw that its answer was accepted; otherwise it may answer again.</summary>
    internal bool AnswerLost { get; set; }

    public override string ToString() => $"tap {Id} on {Data} in {ChatId}";
}

/// <summary>The taps of all people. Used inside the gate.</summary>
internal sealed class Taps(World world)
{
    private readonly Dictionary<string, Tap> _all = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Tap> _open = new(StringComparer.Ordinal);
    private int _last;

    public Tap Create(long chatId, string data)
    {
        // Long and not in steps of one, as Telegram's are.
        var tap = new Tap($"{4_000_000_000_000_000_000 + (++_last * 7919L)}", chatId, data, world.Clock.Now);
        _all[tap.Id] = tap;
        _open[tap.Id] = tap;
        Forget();
        return tap;
    }

    public Tap? Find(string id) => _all.GetValueOrDefault(id);

    /// <summary>Not answered, leaving out those that expired before the bot could see them.</summary>
    public IEnumerable<Tap> Unanswered() => _open.Values.Where(t => t.Delivered || !Expired(t));

    public bool Expired(Tap tap) => world.Clock.Now - tap.At > world.Options.QueryLife;

    public void Close(Tap tap) => _open.Remove(tap.Id);

    private void Forget()
    {
        if (world.Options.Remembers is { } most && _all.Count > most * 2)
        {
            // The oldest have the smallest ids, all of one length.
            foreach (var id in _all.Keys.Order(StringComparer.Ordinal).Take(_all.Count - most).Where(id => !_open.ContainsKey(id)).ToList())
            {
                _all.Remove(id);
            }
        }
    }
}
