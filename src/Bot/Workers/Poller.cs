using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>Fetches updates and confirms them only when what became of them is durable.</summary>
internal sealed class Poller(
    BotApi api, Intake intake, Flood flood, Door door, Sender sender, TimeProvider time, Func<double> jitter, TimeSpan patience, ILogger log)
{
    private static readonly Line SlowDown = new("house.flood");

    /// <summary>When getUpdates last succeeded; null: never yet.</summary>
    public Instant? LastSuccess { get; private set; }

    public PollTrouble Trouble { get; private set; }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

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
        if (decision.Trouble != Trouble)
        {
            // One line when the trouble begins or changes, not one a call.
            log.PollTrouble(decision.Trouble.ToString(), Advice(decision.Trouble));
        }

        Trouble = decision.Trouble;
        return decision.Wait;
    }

    private void Recover()
    {
        if (Trouble != PollTrouble.None)
        {
            log.PollRecovered(Trouble.ToString());
        }

        (Trouble, LastSuccess) = (PollTrouble.None, Now);
    }

    private async Task CommitAsync(UpdateBatch batch, CancellationToken stop)
    {
        if (batch.Unreadable.Count > 0)
        {
            log.Unreadable(batch.Unreadable.Count);
        }

        List<Task> done = [];
        Dictionary<long, int> admitted = [];
        foreach (var update in batch.Updates)
        {
            if (Read(update) is not { } incoming)
            {
                continue;
            }

            var under = admitted.GetValueOrDefault(incoming.ChatId);
            if (Admit(incoming, under))
            {
                admitted[incoming.ChatId] = under + 1;
                await door.PutAsync(incoming, stop);
                done.Add(incoming.Done);
            }
        }

        await Task.WhenAll(done).WaitAsync(stop);
    }

    /// <summary>An update that breaks the reading of it is passed over, or the process would die of it at every start.</summary>
    private Incoming? Read(Update update)
    {
        try
        {
            return intake.Read(update, Now);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            log.IntakeFailed(update.Id, Place.Of(fault));
            return null;
        }
    }

    private bool Admit(Incoming incoming, int admitted)
    {
        if (DeadLetters.Who(incoming.Input) is not { } person)
        {
            return true;
        }

        var passage = flood.Judge(person.Id, admitted + sender.Waiting(incoming.ChatId));
        if (passage == Passage.Free)
        {
            return true;
        }

        List<Effect> effects = [];
        if (DeadLetters.Query(incoming.Input) is { } query)
        {
            effects.Add(new Effect.Answer(query, SlowDown));
        }
        else if (passage == Passage.Told && incoming.Input is not Input.InGroup)
        {
            effects.Add(new Effect.Say("flood", new Message(SlowDown)));
        }

        if (effects.Count > 0)
        {
            sender.Aside(incoming.ChatId, Languages.Nearest(person.LanguageCode), effects);
        }

        return false;
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
        if (poll.Offset != asked.Offset)
        {
            await api.CallAsync(poll.Farewell(), TimeSpan.FromSeconds(1), CancellationToken.None);
        }
    }

    private static string Advice(PollTrouble trouble) => trouble switch
    {
        PollTrouble.Unauthorized => "The token is wrong or was revoked: get a new one from BotFather and restart.",
        PollTrouble.OtherPoller => "Another process polls with this token: stop it.",
        PollTrouble.WebhookActive => "Somebody set a webhook for this bot: remove it, or restart this process, which removes it at its start.",
        PollTrouble.Refused => "The server refuses getUpdates: check Telegram:BaseUrl.",
        PollTrouble.NoConnection => "No way to the Bot API: check network, proxy and Telegram:BaseUrl.",
        _ => "Trying again.",
    };
}
