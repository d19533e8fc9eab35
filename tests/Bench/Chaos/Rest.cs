namespace Ontime.Bench.Chaos;

/// <summary>Where people wait while the clock is set.</summary>
internal sealed class Rest
{
    private TaskCompletionSource _over = Begin();
    private int _resting;

    public Rest() => _over.SetResult();

    public int Resting => Volatile.Read(ref _resting);

    /// <summary>Everybody who comes by stays until <see cref="End"/>.</summary>
    public void Call() => _over = Begin();

    public void End() => _over.TrySetResult();

    /// <param name="finish">What has to be done before somebody rests.</param>
    public async Task PassAsync(Func<Task> finish)
    {
        var over = _over.Task;
        if (over.IsCompleted)
        {
            return;
        }

        await finish();
        Interlocked.Increment(ref _resting);
        await over;
        Interlocked.Decrement(ref _resting);
    }

    private static TaskCompletionSource Begin() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
