namespace Ontime.Bot;

/// <summary>Rung when something about broadcasts was ordered, so that who sends them looks again.</summary>
internal sealed class Bell
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _rung = New();
    private int _times;

    /// <summary>The broadcast that is being sent at this moment; null: none.</summary>
    public long? Sending { get; set; }

    public int Times
    {
        get { lock (_gate) { return _times; } }
    }

    /// <summary>Ends when it was rung more often than that.</summary>
    public Task After(int times)
    {
        lock (_gate)
        {
            return _times > times ? Task.CompletedTask : _rung.Task;
        }
    }

    public void Ring()
    {
        lock (_gate)
        {
            _times++;
            _rung.SetResult();
            _rung = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
