using NodaTime;

namespace Ontime.Broadcasting;

public enum CastPhase
{
    Draft,
    Running,
    Paused,
    Stopped,
    Done,
}

/// <summary>How a broadcast stands.</summary>
/// <param name="Total">The dry count at its start.</param>
/// <param name="Waiting">Put off: their quiet hours, or Telegram asked to wait.</param>
/// <param name="Unsent">Looked at, and not written to: their time was over first, or they are no longer of the group.</param>
/// <param name="UnknownChats">Some of those of whom nobody can say whether it arrived.</param>
/// <param name="PerSecond">Null where it is not known yet.</param>
/// <param name="Left">How long those not looked at will take; null where it is not known.</param>
/// <param name="WaitsFor">How long until the next one put off is due; null: somebody else is due first.</param>
public sealed record CastStatus(
    long Id, CastPhase Phase, long Total, long Delivered, long Unknown, long Unreachable, long Refused, long Waiting, long Unsent,
    IReadOnlyList<long> UnknownChats, double? PerSecond = null, Duration? Left = null, Duration? WaitsFor = null)
{
    /// <summary>Of these it is known what became of them.</summary>
    public long Settled => Delivered + Unknown + Unreachable + Refused + Unsent;
}

/// <summary>A group, counted.</summary>
/// <param name="Silent">Paused, out of reach or banned.</param>
/// <param name="Declined">They want no broadcasts.</param>
public sealed record CastCrowd(long Chinese, long English, long Silent, long Declined)
{
    public long People => Chinese + English;
}
