namespace Ontime.Telegram;

/// <summary>The caller gave a call up.</summary>
/// <param name="mayHaveLeft">False: it had certainly no effect.</param>
/// <param name="token">The caller's token.</param>
public sealed class CallInterruptedException(bool mayHaveLeft, CancellationToken token) : OperationCanceledException(token)
{
    /// <summary>False: the call had certainly no effect; true: it may have had one.</summary>
    public bool MayHaveLeft => mayHaveLeft;
}
