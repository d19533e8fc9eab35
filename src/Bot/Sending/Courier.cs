using Microsoft.Extensions.Logging;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>Brings one call to its end: through the gate, and again as long as the policy says so.</summary>
internal sealed class Courier(BotApi api, Gate gate, Tenure tenure, TimeProvider time, ILogger log)
{
    /// <summary>A slow server is waited for: to give up early is to send twice.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    /// <summary>One chat can be told to wait for hours: then whoever is next is asked whether the bot is meant.</summary>
    private static readonly TimeSpan LongestHush = TimeSpan.FromMinutes(1);

    private readonly Throttles _messages = new(time), _answers = new(time);

    /// <summary>What kept the last call from being done; null: nothing.</summary>
    public string? Trouble { get; private set; }

    /// <param name="unknowns">How often this very call may have taken effect before.</param>
    /// <param name="noted">Told the number of unknown outcomes before each further try.</param>
    /// <param name="takenBack">Ends the waits before and between the tries, not a call under way.</param>
    /// <param name="stop">Ends everything.</param>
    /// <returns>Any verdict but <see cref="Verdict.Again"/>.</returns>
    public async Task<(Verdict Verdict, Posted? Posted)> BringAsync(
        PostCall call, SendKind kind, long chat, Lane? lane, long row, int unknowns, Action<int>? noted, CancellationToken takenBack, CancellationToken stop)
    {
        if (SendPolicy.Spent(kind, unknowns))
        {
            return (new Verdict.Drop(SendPolicy.UnknownFate), null);
        }

        var (failures, throttled) = (0, TimeSpan.Zero);
        while (true)
        {
            await gate.EnterAsync(lane, row, takenBack);
            Reply<Posted> reply;
            try
            {
                takenBack.ThrowIfCancellationRequested();
                await tenure.WaitUnlessHeldAsync(stop);
                CrashPoints.Reach(CrashPoint.BeforeSend);
                reply = await api.CallAsync(call, Patience, stop);
                CrashPoints.Reach(CrashPoint.Sent);
            }
            catch (CallInterruptedException interrupted) when (interrupted.MayHaveLeft)
            {
                noted?.Invoke(unknowns + 1);
                throw;
            }
            finally
            {
                gate.Leave();
            }

            unknowns += reply.Outcome is Outcome.Unknown ? 1 : 0;
            failures += reply.Outcome is Outcome.Throttled ? 0 : 1;
            throttled += reply.Outcome is Outcome.Throttled { RetryAfter: var wait } ? wait : TimeSpan.Zero;
            Note(reply.Outcome);
            var verdict = SendPolicy.Decide(reply.Outcome, new Tries(failures, unknowns, throttled), kind);
            if (verdict is not Verdict.Again again)
            {
                return (verdict, reply.Result);
            }

            noted?.Invoke(unknowns);
            HoldBack(reply.Outcome, again, chat, kind);
            log.SendAgain(call.Method, chat, reply.Outcome.GetType().Name, failures, again.Wait.TotalSeconds);

            // What Telegram asked for holds the chat's next message too, even where this one is taken back.
            await Task.Delay(again.Wait, time, reply.Outcome is Outcome.Throttled ? stop : takenBack);
            if (SendPolicy.AsksFirst(reply.Outcome, kind))
            {
                await AnsweringAsync(lane, row, takenBack, stop);
            }
        }
    }

    /// <summary>One try of a call that was let through the gate already. Whoever tries again enters it again.</summary>
    /// <param name="failures">How many tries in a row failed, this one too should it fail.</param>
    public async Task<Verdict> OnceAsync(PostCall call, SendKind kind, long chat, int failures, CancellationToken stop)
    {
        Reply<Posted> reply;
        try
        {
            await tenure.WaitUnlessHeldAsync(stop);
            CrashPoints.Reach(CrashPoint.BeforeSend);
            reply = await api.CallAsync(call, Patience, stop);
            CrashPoints.Reach(CrashPoint.Sent);
        }
        finally
        {
            gate.Leave();
        }

        Note(reply.Outcome);
        var verdict = SendPolicy.Decide(reply.Outcome, new Tries(failures, reply.Outcome is Outcome.Unknown ? 1 : 0, TimeSpan.Zero), kind);
        if (verdict is Verdict.Again again)
        {
            HoldBack(reply.Outcome, again, chat, kind);
            log.SendAgain(call.Method, chat, reply.Outcome.GetType().Name, failures, again.Wait.TotalSeconds);
        }

        return verdict;
    }

    /// <summary>Ends when Telegram answers a call that does nothing.</summary>
    private async Task AnsweringAsync(Lane? lane, long row, CancellationToken takenBack, CancellationToken stop)
    {
        for (var failures = 1; ; failures++)
        {
            await gate.EnterAsync(lane, row, takenBack);
            Outcome outcome;
            try
            {
                outcome = (await api.CallAsync(new GetMe(), Patience, stop)).Outcome;
            }
            finally
            {
                gate.Leave();
            }

            if (outcome is Outcome.Done)
            {
                return;
            }

            await Task.Delay(SendPolicy.AskAgain(outcome, failures), time, takenBack);
        }
    }

    private void Note(Outcome outcome) => Trouble =
        outcome is Outcome.NoConnection or Outcome.Unauthorized or Outcome.ServerTrouble or Outcome.Unknown ? outcome.GetType().Name : null;

    /// <summary>
    /// Telegram does not say whether a 429 means the chat or the bot. The chat waits in any case, and so does what nobody asked for; a second chat that is
    /// told to wait meanwhile means the bot. Answers to taps are told so apart, and wait apart.
    /// </summary>
    private void HoldBack(Outcome outcome, Verdict.Again again, long chat, SendKind kind)
    {
        if (again.Hold == Hold.Bot)
        {
            gate.Pause(again.Wait, Hush.All);
        }
        else if (outcome is Outcome.Throttled && kind != SendKind.Answer)
        {
            var second = _messages.Second(chat, again.Wait);
            gate.Pause(second || again.Wait < LongestHush ? again.Wait : LongestHush, second ? Hush.All : Hush.Unasked);
        }
        else if (outcome is Outcome.Throttled && _answers.Second(chat, again.Wait))
        {
            gate.Pause(again.Wait, Hush.Answers);
        }
    }

    private sealed class Throttles(TimeProvider time)
    {
        private readonly Lock _gate = new();
        private long _chat;
        private long _until;

        /// <summary>Notes a 429; true where another chat is waiting for one at this moment.</summary>
        public bool Second(long chat, TimeSpan wait)
        {
            lock (_gate)
            {
                var now = time.GetTimestamp();
                var second = _until > now && _chat != chat;
                (_chat, _until) = (chat, now + (long)(wait.TotalSeconds * time.TimestampFrequency));
                return second;
            }
        }
    }
}
