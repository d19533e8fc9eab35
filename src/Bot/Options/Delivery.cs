namespace Ontime.Bot;

/// <summary>How fast messages go out. 0 takes a limit away.</summary>
/// <param name="PerSecond">All messages together; default 30, Telegram's own limit.</param>
/// <param name="BulkPerSecond">Reminders and broadcasts; default 25, so that replies always have room.</param>
/// <param name="PerChatPerSecond">New messages to one chat; default 1.</param>
/// <param name="ChatBurst">How many may come at once after a pause; default 5, at least 1.</param>
internal sealed record Delivery(double PerSecond = 30, double BulkPerSecond = 25, double PerChatPerSecond = 1, int ChatBurst = 5)
{
    public static Delivery Unlimited { get; } = new(0, 0, 0);
}
