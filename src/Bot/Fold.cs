using NodaTime;
using Ontime.Members;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>The one door of the core, as the shell sees it.</summary>
internal delegate Turn Handle(Member? member, Input input, Instant now);

/// <summary>
/// What one transaction decides: folds the inputs of each member in order. Pure, so it may be repeated when the commit fails.
/// A core that throws does so again for the same input, so that input alone becomes a dead letter at once.
/// </summary>
internal sealed class Fold(Handle handle, IReadOnlyList<Incoming> batch, TurnLoad load, Instant now)
{
    private readonly Dictionary<long, Draft> _drafts = [];
    private readonly List<long> _handled = [];
    private readonly List<OutboxRow> _outbox = [];
    private readonly List<DeadLetter> _dead = [];
    private readonly List<Withdrawal> _withdrawn = [];
    private readonly List<long> _told = [];

    public TurnWrite Run(Deliveries riding)
    {
        foreach (var incoming in batch)
        {
            if (incoming.OutboxId is { } row)
            {
                _told.Add(row);
            }

            if (incoming.UpdateId is not { } id)
            {
                One(incoming);
            }
            else if (load.Take(id))
            {
                _handled.Add(id);
                One(incoming);
            }
        }

        return new TurnWrite
        {
            Members = [.. _drafts.Values.Select(draft => draft.Row()).OfType<MemberRow>()],
            Events = [.. _drafts.Values.SelectMany(draft => draft.Events)],
            Outbox = _outbox,
            Withdrawn = _withdrawn,
            Handled = _handled,
            Delivered = _told.Count == 0 ? riding : riding with { Settled = [.. riding.Settled, .. _told] },
            Forgotten = [.. _drafts.Values.Where(draft => draft.Forgotten).Select(draft => draft.ChatId)],
            DeadLetters = _dead,
        };
    }

    private void One(Incoming incoming)
    {
        var row = load.Members.GetValueOrDefault(incoming.ChatId);
        if (!_drafts.TryGetValue(incoming.ChatId, out var draft))
        {
            _drafts.Add(incoming.ChatId, draft = new Draft(incoming.ChatId, row));
        }

        try
        {
            var turn = handle(draft.Member(), incoming.Input, now);
            List<Effect> here = [.. turn.Effects.Where(effect => effect is not Effect.Tell)];
            var body = here.Count > 0 ? EffectCodec.Write(new Outgoing(turn.Language, here)) : null;
            List<OutboxRow> tells = [.. turn.Effects.OfType<Effect.Tell>().Select(tell => Row(tell.ChatId, Lane.Reply, EffectCodec.Write(new Outgoing(turn.Language, [tell])), null))];
            draft.Take(turn, now);
            foreach (var about in turn.Withdrawn)
            {
                // Of this batch too: a wake and “paid” may come together.
                _outbox.RemoveAll(row => row.ChatId == incoming.ChatId && row.About == about);
                _withdrawn.Add(new Withdrawal(incoming.ChatId, about));
            }

            if (turn.Forget)
            {
                TakeBack(incoming.ChatId);
            }

            if (body is not null)
            {
                var lane = incoming.Input is Input.Wake ? Lane.Reminder : Lane.Reply;
                _outbox.Add(Row(incoming.ChatId, lane, body, turn.About));
            }

            _outbox.AddRange(tells);
        }
        catch (Exception fault)
        {
            Bury(incoming, row, draft, fault);
        }
    }

    private OutboxRow Row(long chatId, Lane lane, byte[] body, string? about) => new(0, chatId, (int)lane, body, now, null, about, 0, null);

    /// <summary>What the same batch had decided before the person asked to be forgotten: only their taps are still answered.</summary>
    private void TakeBack(long chatId)
    {
        _dead.RemoveAll(letter => letter.ChatId == chatId);
        for (var n = _outbox.Count - 1; n >= 0; n--)
        {
            if (_outbox[n].ChatId != chatId)
            {
                continue;
            }

            var said = EffectCodec.Read(_outbox[n].Body);
            List<Effect> answers = [.. said.Effects.OfType<Effect.Answer>().Select(answer => answer with { Toast = null })];
            if (answers.Count == 0)
            {
                _outbox.RemoveAt(n);
            }
            else
            {
                _outbox[n] = _outbox[n] with { Body = EffectCodec.Write(new Outgoing(said.Language, answers)) };
            }
        }
    }

    private void Bury(Incoming incoming, MemberRow? row, Draft draft, Exception fault)
    {
        _dead.Add(DeadLetters.Of(incoming, row, fault, now));
        draft.Postpone(incoming.Input, now);

        // Several poisoned inputs of one batch: one apology, but every tap is answered.
        var first = _dead.Count(letter => letter.ChatId == incoming.ChatId) == 1;
        if (DeadLetters.Apology(incoming, row, first) is { } apology)
        {
            _outbox.Add(apology with { At = now });
        }
    }
}
