using NodaTime;
using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>Answers for each update that Telegram brings: taken only once what became of it is durable.</summary>
internal sealed class Receiver(Reception reception, Turns turns, TimeProvider time)
{
    /// <summary>Telegram itself waits a minute. What is not durable by then is handled all the same; its repeat is dropped by its id.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(250);

    private volatile bool _closed;

    /// <summary>When an update last became durable; null: none yet.</summary>
    public Instant? LastSuccess { get; private set; }

    public WebhookGate Gate(Webhook webhook) => new(webhook.Url.AbsolutePath, webhook.Secret, TakeAsync, () => reception.PassOver(1));

    /// <summary>From now on Telegram is told to come again.</summary>
    public void Close() => _closed = true;

    private async Task<bool> TakeAsync(Update update, CancellationToken gone)
    {
        if (_closed || !turns.Healthy || !reception.TryTake(update, out var done))
        {
            return false;
        }

        CrashPoints.Reach(CrashPoint.Received);
        var began = time.GetTimestamp();
        while (!done.IsCompleted && turns.Healthy && time.GetElapsedTime(began) < Patience)
        {
            await Task.WhenAny(done, Task.Delay(Glance, time, gone));
            gone.ThrowIfCancellationRequested();
        }

        if (!done.IsCompleted)
        {
            return false;
        }

        CrashPoints.Reach(CrashPoint.BeforeConfirm);
        LastSuccess = time.Now();
        return true;
    }
}
