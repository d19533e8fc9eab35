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
internal sealed class Fold(Handle handle, IReadOnlyList<Incoming> batch, TurnLoad load, RecentMembers recent, Instant now)
{
    private readonly Dictionary<long, Draft> _drafts = [];
    private readonly List<long> _handled = [];
    private readonly List<OutboxRow> _outbox = [];
    private readonly List<DeadLetter> _dead = [];
    private readonly List<Withdrawal> _withdrawn = [];
    private readonly List<long> _told = [];
    private readonly List<AuditRow> _audit = [];
    private readonly Dictionary<byte[], Outgoing> _said = [];

    /// <summary>What bodies of outbox rows say, so that the sender of this process need not read them: by the very bytes, not by equal ones.</summary>
    public IReadOnlyDictionary<byte[], Outgoing> Said => _said;

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
            Remains = OnlyAnswers,
            DeadLetters = _dead,
            Counted = Counted(),
            Audit = _audit,
        };
    }

    private void One(Incoming incoming)
    {
        if (incoming.Aside is { } aside)
        {
            _outbox.Add(Row(incoming.ChatId, aside.Language, Lane.Reply, aside.Effects));
            return;
        }

        var row = load.Members.GetValueOrDefault(incoming.ChatId);
        if (!_drafts.TryGetValue(incoming.ChatId, out var draft))
        {
            _drafts.Add(incoming.ChatId, draft = new Draft(incoming.ChatId, row, recent));
        }

        try
        {
            var turn = handle(draft.Member(), incoming.Input, now);
            var lane = incoming.Input is Input.Wake ? Lane.Reminder : Lane.Reply;
            var rows = new List<OutboxRow>();
            foreach (var part in Parted.Of(turn.Effects))
            {
                rows.Add(part is [Effect.Tell tell] ? Row(tell.ChatId, turn.Language, Lane.Reply, part) : Row(incoming.ChatId, turn.Language, lane, part));
            }

            draft.Take(turn, now);
            foreach (var taken in turn.Withdrawn)
            {
                Withdraw(incoming.ChatId, taken.About, taken.Instead is { } instead ? Row(incoming.ChatId, turn.Language, Lane.Reminder, [instead]) : null);
            }

            if (turn.Forget)
            {
                TakeBack(incoming.ChatId);
            }

            _outbox.AddRange(rows);
            foreach (var line in turn.Audit)
            {
                _audit.Add(new AuditRow(now, line.By, line.What, line.About, line.Refused));
            }
        }
        catch (Exception fault)
        {
            Bury(incoming, row, draft, fault);
        }
    }

    private OutboxRow Row(long chatId, Language language, Lane lane, IReadOnlyList<Effect> effects)
    {
        var said = new Outgoing(language, effects, load.Edition);
        var body = EffectCodec.Write(said);
        _said.Add(body, said);
        return new OutboxRow(0, chatId, (int)lane, body, now, null, effects is [Effect.Say { About: var about }] ? about : null, 0, null);
    }

    /// <summary>Of this batch too: a wake and “paid” may come together.</summary>
    private void Withdraw(long chatId, string about, OutboxRow? instead)
    {
        var waiting = _outbox.FindIndex(row => row.ChatId == chatId && row.About == about);
        _outbox.RemoveAll(row => row.ChatId == chatId && row.About == about);
        if (waiting >= 0 && instead is not null)
        {
            _outbox.Insert(waiting, instead);
        }

        // The last word on what takes the place of a stored row is the one that holds.
        _withdrawn.RemoveAll(one => one.ChatId == chatId && one.About == about);
        _withdrawn.Add(new Withdrawal(chatId, about, instead));
    }

    /// <summary>By name, so that two replicas take the rows in one order.</summary>
    private SortedDictionary<string, long> Counted()
    {
        var counted = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var (name, by) in _drafts.Values.SelectMany(draft => draft.Counted()))
        {
            counted[name] = counted.GetValueOrDefault(name) + by;
        }

        foreach (var name in counted.Where(count => count.Value == 0).Select(count => count.Key).ToList())
        {
            counted.Remove(name);
        }

        return counted;
    }

    /// <summary>What the same batch had decided before the person asked to be forgotten: only their taps are still answered. The store does the same with what it has.</summary>
    private void TakeBack(long chatId)
    {
        _dead.RemoveAll(letter => letter.ChatId == chatId);
        _audit.RemoveAll(line => line.Refused && line.By == chatId);
        for (var n = 0; n < _audit.Count; n++)
        {
            _audit[n] = _audit[n].About == chatId ? _audit[n] with { About = null } : _audit[n];
        }

        _withdrawn.RemoveAll(one => one.ChatId == chatId);
        for (var n = _outbox.Count - 1; n >= 0; n--)
        {
            if (_outbox[n].ChatId != chatId)
            {
                continue;
            }

            if (OnlyAnswers(_outbox[n]) is { } answers)
            {
                _outbox[n] = answers;
            }
            else
            {
                _outbox.RemoveAt(n);
            }
        }
    }

    /// <summary>What may still be sent of a row whose person is forgotten: that their taps were seen, without a word; null: nothing.</summary>
    private static OutboxRow? OnlyAnswers(OutboxRow row)
    {
        try
        {
            var said = EffectCodec.Read(row.Body);
            List<Effect> answers = [.. said.Effects.OfType<Effect.Answer>().Select(answer => answer with { Toast = null })];
            return answers.Count == 0 ? null : row with { Body = EffectCodec.Write(said with { Effects = answers }), Attempts = 0, State = null };
        }
        catch (FormatException)
        {
            return null;
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
