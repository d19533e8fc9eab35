using NodaTime;

namespace Ontime.Emulator;

/// <summary>The faults that were ordered; each call that passes the checks of its parameters takes the first that fits.</summary>
public sealed class Faults
{
    private readonly World _world;
    private readonly List<Order> _orders = [];
    private readonly List<(Func<Call, bool> Covers, Duration From, Duration Until)> _throttles = [];
    private Chaos? _chaos;

    internal Faults(World world) => _world = world;

    /// <summary>Orders a fault for the next calls that fit.</summary>
    /// <param name="method">Null: any method.</param>
    /// <param name="chat">Null: any chat, and calls without one.</param>
    /// <param name="times">How many calls meet it.</param>
    /// <param name="fault">What they meet.</param>
    public void Next(string? method, long? chat, int times, Fault fault)
    {
        lock (_world.Gate)
        {
            _orders.Add(new Order(method, chat, fault) { Left = times });
        }
    }

    public void Next(string? method, Fault fault) => Next(method, chat: null, times: 1, fault);

    /// <summary>
    /// Lets each call meet a fault with this probability, repeatably by the seed; <paramref name="faults"/> empty: the usual mix.
    /// </summary>
    public void Random(int seed, double rate, params Fault[] faults)
    {
        lock (_world.Gate)
        {
            _chaos = new Chaos(new Random(seed), rate, faults.Length > 0 ? faults : Chaos.Usual);
        }
    }

    /// <summary>Takes every order, the chaos and the running throttles back.</summary>
    public void Clear()
    {
        lock (_world.Gate)
        {
            _orders.Clear();
            _throttles.Clear();
            _chaos = null;
        }
    }

    /// <summary>Called inside the gate.</summary>
    internal Fault? Take(Call call)
    {
        var now = _world.Clock.Elapsed;
        _throttles.RemoveAll(t => t.Until <= now);
        if (_throttles.Find(t => t.Covers(call)) is { Covers: not null } running)
        {
            // What was already on its way when the 429 was answered is not the bot's impatience.
            call.Early = now - running.From > Duration.FromMilliseconds(250);
            return new Fault.Throttle((int)Math.Ceiling((running.Until - now).TotalSeconds));
        }

        var order = _orders.Find(o => o.Fits(call));
        if (order is not null && --order.Left <= 0)
        {
            _orders.Remove(order);
        }

        var fault = order?.Fault ?? _chaos?.Take();
        if (fault is Fault.Throttle throttle)
        {
            _throttles.Add((Scope(call, throttle.WholeBot), now, now + Duration.FromSeconds(throttle.RetryAfter)));
        }

        return fault;
    }

    private static Func<Call, bool> Scope(Call hit, bool wholeBot) =>
        wholeBot ? static _ => true
        : hit.Chat is { } chat && hit.Method != "answerCallbackQuery" ? call => call.Chat == chat && call.Method != "answerCallbackQuery"
        : call => call.Method == hit.Method;

    private sealed record Order(string? Method, long? Chat, Fault Fault)
    {
        public int Left { get; set; }

        public bool Fits(Call call) =>
            (Method is null || string.Equals(Method, call.Method, StringComparison.OrdinalIgnoreCase))
            && (Chat is null || Chat == call.Chat);
    }

    private sealed record Chaos(Random Dice, double Rate, Fault[] Faults)
    {
        public static readonly Fault[] Usual =
        [
            new Fault.Throttle(1), new Fault.ServerError(), new Fault.BadGateway(), new Fault.EmptyBody(),
            new Fault.TruncatedJson(), new Fault.DropBefore(), new Fault.DropAfter(),
        ];

        public Fault? Take() => Dice.NextDouble() < Rate ? Faults[Dice.Next(Faults.Length)] : null;
    }
}
