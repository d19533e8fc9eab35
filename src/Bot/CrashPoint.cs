namespace Ontime.Bot;

/// <summary>The named steps of the way of one update, in order: where a test kills the process.</summary>
internal enum CrashPoint
{
    Received,
    BeforeCommit,
    Committed,
    HandedOver,
    BeforeSend,
    Sent,
    Recorded,
    BeforeConfirm,
}

/// <summary>Where the steps are told. Nothing listens but the entry program of the crash tests.</summary>
internal static class CrashPoints
{
    public static Action<CrashPoint>? Listener { get; set; }

    public static void Reach(CrashPoint point) => Listener?.Invoke(point);
}
