using System.Diagnostics;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>One chat's messages: one at a time, in the order they were decided.</summary>
internal sealed class Mailbox(long chatId, SenderKit kit, CancellationToken stop) : IDisposable
{
    /// <summary>How long a turn's messages wait for the answer to its tap, which is to be there first.</summary>
    private static readonly TimeSpan AnswerFirst = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan StoreRest = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<Parcel> _queue = [];
    private readonly Names _names = new(chatId, kit.Store, kit.Records, kit.Time);
    private readonly TokenBucket _bucket = new(kit.Limits.PerChatPerSecond, kit.Limits.ChatBurst, kit.Time);

    /// <summary>By the id of the tap: answers whose rows were taken back. What remains of such a row must not answer again.</summary>
    private readonly Dictionary<string, Task> _answering = [];

    private CancellationTokenSource _takenBack = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private bool _busy;

    /// <summary>Ends when nothing waits here.</summary>
    public Task Running { get; private set; } = Task.CompletedTask;

    /// <summary>How many turns are not delivered yet.</summary>
    public int Waiting
    {
        get { lock (_gate) { return _queue.Count; } }
    }

    /// <summary>The outbox rows that wait here.</summary>
    public IReadOnlyList<long> Held
    {
        get { lock (_gate) { return [.. _queue.Where(parcel => parcel.OutboxId != 0).Select(parcel => parcel.OutboxId)]; } }
    }

    public void Add(Parcel parcel)
    {
        lock (_gate)
        {
            _queue.AddLast(parcel);
            if (!_busy)
            {
                _busy = true;
                // Where it waits for the answer to a tap anyway it needs no thread to begin on.
                Running = parcel.Answered.IsCompleted ? Task.Run(RunAsync, CancellationToken.None) : RunAsync();
            }
        }
    }

    /// <summary>Takes back what has not been sent. Of what is being sent at this moment no further call is begun.</summary>
    public void Withdraw(IReadOnlyCollection<long> outboxIds)
    {
        lock (_gate)
        {
            foreach (var parcel in _queue.Where(parcel => outboxIds.Contains(parcel.OutboxId)).ToList())
            {
                foreach (var answer in parcel.Outgoing.Effects.OfType<Effect.Answer>())
                {
                    _answering[answer.QueryId] = parcel.Answered;
                }

                if (parcel == _queue.First!.Value)
                {
                    _ = _takenBack.CancelAsync();
                }
                else
                {
                    _queue.Remove(parcel);
                }
            }
        }
    }

    /// <summary>Null: nobody here is answering that tap for a row that was taken back.</summary>
    public Task? Answering(string queryId)
    {
        lock (_gate)
        {
            return _answering.GetValueOrDefault(queryId);
        }
    }

    public void Forget() => _names.Clear();

    /// <summary>True where the mailbox may go: idle, and nothing of it only in memory.</summary>
    public bool Sweep(bool all)
    {
        lock (_gate)
        {
            return _names.Sweep(all) && !_busy && _bucket.Full();
        }
    }

    public void Dispose() => _takenBack.Dispose();

    private async Task RunAsync()
    {
        // Who woke this mailbox is not who its later parcels come from.
        Activity.Current = null;
        while (Head() is ({ } parcel, var takenBack))
        {
            var (reachable, fate) = (true, "delivered");
            using var span = Tracing.Send(parcel);
            try
            {
                var delivery = new Delivering(parcel, Urgency, _names, _bucket, kit, takenBack, stop);
                await parcel.Answered.WaitAsync(AnswerFirst, kit.Time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (parcel.Until <= kit.Now)
                {
                    fate = "expired";
                }
                else if (!await StandsAsync(parcel))
                {
                    fate = "withdrawn";
                }
                else if (!await delivery.RunAsync())
                {
                    (reachable, fate) = (false, "unreachable");
                }

                await parcel.Answered.WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (OperationCanceledException) when (takenBack.IsCancellationRequested)
            {
                // Its row is gone already.
                fate = "withdrawn";
            }
            catch (StoreException trouble)
            {
                // A look-up failed, not the message: it goes on from where it stands.
                kit.Log.StoreTrouble(nameof(StoreException), trouble.Message);
                await Task.Delay(StoreRest, kit.Time, stop).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
                continue;
            }
            catch (Exception fault)
            {
                kit.Log.ParcelFailed(parcel.OutboxId, chatId, fault.GetType().Name);
                fate = "failed";
            }

            if (Meters.Parcels.Enabled)
            {
                Meters.Parcels.Add(1, new("lane", parcel.Lane.ToString()), new("fate", fate));
            }

            Remove(parcel, reachable);
            if (!reachable)
            {
                kit.Log.Unreachable(chatId);
                await kit.Door.TryPutAsync(new Incoming(chatId, null, new Input.Reachable(Yes: false)), stop);
            }
        }
    }

    /// <summary>What another process took back may not have come to our ears yet.</summary>
    private async Task<bool> StandsAsync(Parcel parcel) =>
        !parcel.Revocable || !kit.Store.Lease.Shared || (await kit.Store.Feed.StandingAsync([parcel.OutboxId], stop)).Count > 0;

    private (Parcel? Parcel, CancellationToken TakenBack) Head()
    {
        lock (_gate)
        {
            _busy = _queue.Count > 0;
            return (_queue.First?.Value, _takenBack.Token);
        }
    }

    /// <summary>A reply lifts the reminder before it: the order within a chat stays, and the reply does not wait for other chats' reminders.</summary>
    private Lane Urgency()
    {
        lock (_gate)
        {
            return _queue.Count <= 1 ? _queue.First?.Value.Lane ?? Lane.Reply : _queue.Min(parcel => parcel.Lane);
        }
    }

    private void Remove(Parcel parcel, bool reachable)
    {
        lock (_gate)
        {
            if (_takenBack.IsCancellationRequested)
            {
                _takenBack.Dispose();
                _takenBack = CancellationTokenSource.CreateLinkedTokenSource(stop);
            }

            var done = reachable ? [parcel] : _queue.ToList();
            foreach (var gone in done)
            {
                _queue.Remove(gone);
                if (gone.OutboxId != 0)
                {
                    kit.Records.Settle(gone.OutboxId);
                }
            }
        }
    }
}
