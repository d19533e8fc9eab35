using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>Fetches updates and confirms them only when what became of them is durable.</summary>
internal sealed class Poller(
    BotApi api, Reception reception, Tenure tenure, TimeProvider time, Func<double> jitter, TimeSpan patience, ILogger log)
{
    private PollTrouble _trouble;
    private Instant? _lastSuccess;

    /// <summary>What is wrong with the poll; null: nothing.</summary>
    public string? NotReady() => _trouble == PollTrouble.None ? Health.Stale(_lastSuccess, time.Now()) : _trouble.ToString();

    public async Task RunAsync(CancellationToken stop)
    {
        var (poll, asked) = (LongPoll.Start, LongPoll.Start);
        var failures = 0;
        try
        {
            while (true)
            {
                var began = time.GetTimestamp();
                asked = poll;
                await tenure.WaitUnlessHeldAsync(stop);
                var reply = await api.CallAsync(poll.Call(), patience, stop);
                if (reply is { Outcome: Outcome.Done, Result: { } batch })
                {
                    failures = 0;
                    Recover();
                    CrashPoints.Reach(CrashPoint.Received);
                    await CommitAsync(batch, stop);
                    CrashPoints.Reach(CrashPoint.BeforeConfirm);
                    var step = poll.Committed(batch, time.GetElapsedTime(began));
                    poll = step.Next;
                    if (step.OnlyRepeats)
                    {
                        log.OnlyRepeats(batch.Ids.Count);
                    }

                    await RestAsync(step.Wait, stop);
                }
                else
                {
                    await RestAsync(Judge(reply.Outcome, ++failures), stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await FarewellAsync(poll, asked);
        }
    }

    private TimeSpan Judge(Outcome outcome, int failures)
    {
        var decision = PollPolicy.Decide(outcome, failures, jitter());
        if (decision.Trouble != _trouble)
        {
            // One line when the trouble begins or changes, not one a call.
            log.PollTrouble(decision.Trouble.ToString(), Advice.On(decision.Trouble));
        }

        _trouble = decision.Trouble;
        return decision.Wait;
    }

    private void Recover()
    {
        if (_trouble != PollTrouble.None)
        {
            log.PollRecovered(_trouble.ToString());
        }

        (_trouble, _lastSuccess) = (PollTrouble.None, time.Now());
    }

    private async Task CommitAsync(UpdateBatch batch, CancellationToken stop)
    {
        if (batch.Unreadable.Count > 0)
        {
            reception.PassOver(batch.Unreadable.Count);
        }

        var done = await reception.TakeAsync(batch.Updates, stop);
        await done.WaitAsync(stop);
    }

    private async Task RestAsync(TimeSpan wait, CancellationToken stop)
    {
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, stop);
        }
    }

    /// <summary>Confirms what was committed, so that the next start does not fetch it again. A poll that was under way has confirmed it already.</summary>
    private async Task FarewellAsync(LongPoll poll, LongPoll asked)
    {
        if (poll.Offset != asked.Offset && tenure.Held)
        {
            await api.CallAsync(poll.Farewell(), TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }
}
