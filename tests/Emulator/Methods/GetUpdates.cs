using NodaTime;

namespace Ontime.Emulator;

/// <summary>getUpdates: confirming, waiting, and the conflicts of two who wait.</summary>
internal sealed class GetUpdates(World world)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(100);

    private TaskCompletionSource<string>? _waiting;
    private (long Offset, Duration At)? _last;

    public bool Waiting
    {
        get { lock (world.Gate) { return _waiting is not null; } }
    }

    public async Task<string> RunAsync(Call call, CancellationToken ct)
    {
        var given = call.Given;
        var offset = given.Number("offset") ?? 0;
        var timeout = TimeSpan.FromSeconds(Math.Clamp(given.Number("timeout") ?? 0, 0, 50));
        var patience = timeout < world.Options.LongestPoll ? timeout : world.Options.LongestPoll;
        int limit;
        TaskCompletionSource<string> mine;
        lock (world.Gate)
        {
            RefuseBesideWebhook();
            Interrupt("terminated by other getUpdates request; make sure that only one bot instance is running");
            if (given.Object("allowed_updates") is { } allowed)
            {
                world.Queue.Allow(allowed);
            }

            limit = Limit(offset, (int)Math.Clamp(given.Number("limit") ?? 100, 1, 100));
            _waiting = mine = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            return await WaitAsync(offset, limit, mine, patience, ct);
        }
        finally
        {
            lock (world.Gate)
            {
                _waiting = _waiting == mine ? null : _waiting;
            }
        }
    }

    /// <summary>Ends the getUpdates that waits, if any, with 409.</summary>
    public void Interrupt(string reason) => _waiting?.TrySetResult(reason);

    private async Task<string> WaitAsync(long offset, int limit, TaskCompletionSource<string> mine, TimeSpan patience, CancellationToken ct)
    {
        var until = world.Clock.Real + patience;
        while (true)
        {
            var arrived = world.Queue.Arrived.Next;
            lock (world.Gate)
            {
                var batch = world.Queue.Take(offset, limit);
                if (batch.Count > 0)
                {
                    return $"[{string.Join(',', batch.Select(static u => u.Json))}]";
                }
            }

            var left = until - world.Clock.Real;
            if (left <= TimeSpan.Zero)
            {
                return "[]";
            }

            try
            {
                await Task.WhenAny(arrived, mine.Task).WaitAsync(left, ct);
            }
            catch (TimeoutException)
            {
                return "[]";
            }

            if (mine.Task.IsCompleted)
            {
                // A client that was killed may not have been noticed yet: it is gone, not in conflict.
                await Task.Delay(Grace, ct);
                throw Refused.Conflict(await mine.Task);
            }
        }
    }

    private void RefuseBesideWebhook()
    {
        if (world.Profile.Webhook is not null)
        {
            throw Refused.Conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
        }
    }

    private int Limit(long offset, int asked)
    {
        var now = world.Clock.Elapsed;
        var repeated = _last is { } last && last.Offset == offset && now - last.At < Duration.FromMilliseconds(500);
        _last = (offset, now);
        return repeated && world.Options.ThrottleSameOffset ? 1 : asked;
    }
}
