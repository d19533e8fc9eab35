using Microsoft.Extensions.Logging;
using Ontime.Storage;
using Ontime.Telegram;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>
/// Sends what was decided: taps are answered at once, the rest goes through one mailbox a chat, in order. At first what an earlier process left over.
/// </summary>
internal sealed class Sender : IDisposable
{
    private const int Page = 500;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<long, Mailbox> _mailboxes = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly SenderKit _kit;
    private readonly ITimer _sweeper;

    public Sender(SenderKit kit)
    {
        _kit = kit;
        _sweeper = kit.Time.CreateTimer(_ => Sweep(all: false), null, SweepEvery, SweepEvery);
    }

    /// <summary>Before anything new is handed over, so that the order of a chat holds across a restart.</summary>
    public async Task ReadBackAsync(CancellationToken cancellationToken)
    {
        var (count, after) = (0, 0L);
        while (true)
        {
            var page = await _kit.Store.PendingAsync(after, Page, cancellationToken);
            if (page.Count == 0)
            {
                break;
            }

            HandOver(new Committed(page, [], []));
            (count, after) = (count + page.Count, page[^1].Id);
        }

        if (count > 0)
        {
            _kit.Log.ReadBack(count);
        }
    }

    public void HandOver(Committed committed)
    {
        lock (_gate)
        {
            if (committed.Withdrawn.Count > 0)
            {
                var withdrawn = committed.Withdrawn.ToHashSet();
                foreach (var mailbox in _mailboxes.Values)
                {
                    mailbox.Withdraw(withdrawn);
                }
            }

            foreach (var chat in committed.Forgotten)
            {
                _mailboxes.GetValueOrDefault(chat)?.Forget();
            }

            foreach (var row in committed.Rows)
            {
                Open(row, committed);
            }
        }
    }

    /// <summary>How many turns of a chat are not delivered yet.</summary>
    public int Waiting(long chatId)
    {
        lock (_gate)
        {
            return _mailboxes.GetValueOrDefault(chatId)?.Waiting ?? 0;
        }
    }

    /// <summary>Says something that no turn decided and no store keeps.</summary>
    public void Aside(long chatId, Language language, params IReadOnlyList<Effect> effects)
    {
        lock (_gate)
        {
            Post(new Parcel(0, chatId, Lane.Reply, null, 0, new Outgoing(language, effects)));
        }
    }

    /// <summary>The outbox rows that wait for these chats, or for all; null: for all.</summary>
    public IReadOnlyList<long> Held(IReadOnlyList<long>? chats)
    {
        lock (_gate)
        {
            var mailboxes = chats is null ? _mailboxes.Values : chats.Select(chat => _mailboxes.GetValueOrDefault(chat)).OfType<Mailbox>();
            return [.. mailboxes.SelectMany(mailbox => mailbox.Held)];
        }
    }

    /// <summary>Ends every call at once. Whether it had taken effect is then unknown, and noted.</summary>
    public void Cut() => _stop.Cancel();

    /// <summary>Gives what is on its way a moment, then lets go. What did not get through stays in the outbox.</summary>
    public async Task DrainAsync(TimeSpan moment)
    {
        Task[] running;
        lock (_gate)
        {
            running = [.. _mailboxes.Values.Select(mailbox => mailbox.Running)];
        }

        await Task.WhenAny(Task.WhenAll(running), Task.Delay(moment, _kit.Time));
        await _stop.CancelAsync();
        await Task.WhenAll(running);
        Sweep(all: true);
    }

    public void Dispose()
    {
        _sweeper.Dispose();
        _stop.Dispose();
        foreach (var mailbox in _mailboxes.Values)
        {
            mailbox.Dispose();
        }
    }

    private void Open(OutboxRow row, Committed committed)
    {
        try
        {
            var parcel = Parcel.Of(row, committed.Said?.GetValueOrDefault(row.Body), committed.Spans.WayOf(row.ChatId));
            if (parcel.Outgoing.Effects is [Effect.Tell tell])
            {
                // Not in the chat's order, and no matter whether it can be reached. On the way out the row stays and is read back.
                _ = _kit.Door.TryPutAsync(Incoming.Told(row, tell.Input) with { Trace = parcel.Trace }, _stop.Token).AsTask();
                return;
            }

            Post(parcel);
        }
        catch (FormatException fault)
        {
            _kit.Log.ParcelFailed(row.Id, row.ChatId, fault.GetType().Name);
            _kit.Records.Settle(row.Id);
        }
    }

    private void Post(Parcel parcel)
    {
        if (!_mailboxes.TryGetValue(parcel.ChatId, out var mailbox))
        {
            _mailboxes.Add(parcel.ChatId, mailbox = new Mailbox(parcel.ChatId, _kit, _stop.Token));
        }

        // Not in the mailbox's order: a tap is answered even while its chat has to wait.
        foreach (var effect in parcel.Outgoing.Effects)
        {
            if (effect is Effect.Answer answer)
            {
                var answering = mailbox.Answering(answer.QueryId) ?? AnswerAsync(parcel, answer);
                parcel.Answered = parcel.Answered.IsCompletedSuccessfully ? answering : Task.WhenAll(parcel.Answered, answering);
            }
        }

        mailbox.Add(parcel);
    }

    private async Task AnswerAsync(Parcel parcel, Effect.Answer answer)
    {
        using var span = Tracing.Send(parcel);
        try
        {
            var toast = answer.Toast is { } line ? Cut((await _kit.RendererAsync(parcel, _stop.Token)).Plain(parcel.Outgoing.Language, line)) : null;
            var call = new AnswerCallbackQuery(answer.QueryId, toast);
            var (verdict, _) = await _kit.Courier.BringAsync(call, SendKind.Answer, parcel.ChatId, null, parcel.OutboxId, 0, null, _stop.Token, _stop.Token);
            if (verdict is Verdict.Drop dropped)
            {
                _kit.Log.SendDropped(nameof(SendKind.Answer), parcel.ChatId, dropped.Why, answer.Toast?.Key ?? "");
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            _kit.Log.ParcelFailed(parcel.OutboxId, parcel.ChatId, fault.GetType().Name);
        }
    }

    private static string Cut(string toast) =>
        toast.Length <= Telegram.Limits.ToastChars ? toast : Html.ToPlain(Html.Split(Html.Escape(toast), Telegram.Limits.ToastChars)[0]);

    private void Sweep(bool all)
    {
        lock (_gate)
        {
            foreach (var (chat, mailbox) in _mailboxes)
            {
                if (mailbox.Sweep(all))
                {
                    _mailboxes.Remove(chat);
                    mailbox.Dispose();
                }
            }
        }
    }
}
