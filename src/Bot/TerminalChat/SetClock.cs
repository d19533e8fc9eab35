using NodaTime;

namespace Ontime.Bot.TerminalChat;

/// <summary>The terminal's clock: runs or stands, and is set forward by <c>:skip</c>.</summary>
/// <param name="runs">The clock that moves it; null: it stands.</param>
internal sealed class SetClock(Instant start, TimeProvider? runs) : TimeProvider
{
    private readonly long _startedAt = runs?.GetTimestamp() ?? 0;
    private Duration _skipped = Duration.Zero;

    public Instant Now => start + _skipped + (runs is null ? Duration.Zero : Duration.FromTimeSpan(runs.GetElapsedTime(_startedAt)));

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <summary>Lets a moment pass where the clock stands.</summary>
    public void Pass(Duration moment) => _skipped += runs is null ? moment : Duration.Zero;

    /// <summary>Never backwards.</summary>
    public void MoveTo(Instant moment) => _skipped += Duration.Max(Duration.Zero, moment - Now);
}
