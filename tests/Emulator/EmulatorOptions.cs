using NodaTime;

namespace Ontime.Emulator;

/// <summary>What a test may choose about the emulated Bot API server before it starts.</summary>
public sealed record EmulatorOptions
{
    /// <summary>The bot's token, <c>id:secret</c>; the part before the colon is the bot's user id.</summary>
    public string Token { get; init; } = "700000001:emulator-secret_0123456789abcdefgh";

    public string BotUsername { get; init; } = "ontime_test_bot";

    public string BotName { get; init; } = "准点";

    /// <summary>The first reading of the emulator's clock.</summary>
    public Instant Start { get; init; } = Instant.FromUtc(2026, 11, 22, 4, 0);

    /// <summary>Whether the clock runs with real time (a bench wants that); otherwise it stands until it is set.</summary>
    public bool ClockRuns { get; init; }

    /// <summary>The longest a getUpdates waits in real time, whatever its timeout says; afterwards it answers empty.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long WaitFor and SettledAsync wait in real time before they throw with the chat printed.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long no call may have come for a chat until it counts as settled; eight times that where the bot has sent and changed nothing yet.
    /// </summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>The longest an update waits between two tries of the webhook. Telegram: a minute or two.</summary>
    public Duration LongestWebhookWait { get; init; } = Duration.FromSeconds(60);

    /// <summary>How long a tap may be answered, by the emulator's clock. Telegram keeps an undelivered one 150 s.</summary>
    public Duration QueryLife { get; init; } = Duration.FromSeconds(150);

    /// <summary>Whether a repeated offset within 0.5 s is served one update at a time, as the public server does.</summary>
    public bool ThrottleSameOffset { get; init; }

    /// <summary>How many calls, taps, confirmed updates, and messages of each chat are remembered at least, the newest; null: all. Refusals always are.</summary>
    public int? Remembers { get; init; }

    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Twice as many may lie there, so that not every new one moves all the others.</summary>
    internal void Trim<T>(List<T> list)
    {
        if (Remembers is { } most && list.Count > most * 2)
        {
            list.RemoveRange(0, list.Count - most);
        }
    }
}
