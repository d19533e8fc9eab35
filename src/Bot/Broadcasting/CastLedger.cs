using NodaTime;
using Ontime.Broadcasting;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// Who is next, and what became of the others. People are read in pages and marked in groups: one by one at the usual pace, so that a kill leaves few
/// unknown; a few at once where nothing limits the pace, since each group is a commit. What became of a call is noted with the next group.
/// </summary>
internal sealed class CastLedger(BroadcastRow row, CastKit kit)
{
    private const int Page = 100, AtOnce = 20, UsualPace = 200;

    private static readonly Duration Week = Duration.FromDays(7), Moment = Duration.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<Met> _met = [];
    private readonly Queue<Taken> _ready = [];
    private readonly Queue<MemberRow> _page = [];
    private readonly CastTexts _texts = CastTexts.Of(row);
    private readonly int _group = kit.Limits.BulkPerSecond is > 0 and <= UsualPace ? 1 : AtOnce;
    private Dictionary<Fate, long> _tally = [];
    private ILookup<long, Instant> _received = Array.Empty<(long ChatId, Instant At)>().ToLookup(one => one.ChatId, one => one.At);
    private long _cursor = row.Cursor;
    private long _pageEnd = row.Cursor;
    private bool _putOff;
    private bool _last;
    private Instant? _due;

    /// <param name="Language">Of the copy.</param>
    public sealed record Taken(long ChatId, Language Language);

    private bool IsOver => kit.Now > row.Until;

    public async Task OpenAsync(CancellationToken stop)
    {
        _tally = new Dictionary<Fate, long>(await kit.InsistAsync(() => kit.Casts.TallyAsync(row.Id, stop), stop));
        _due = await kit.InsistAsync(() => kit.Casts.NextWaitingAsync(row.Id, stop), stop);
    }

    /// <summary>Marked and durable; null: nobody can be taken at this moment.</summary>
    public async Task<Taken?> NextAsync(CancellationToken stop)
    {
        while (_ready.Count == 0)
        {
            if ((_page.Count == 0 || IsOver) && !await TurnPageAsync(stop))
            {
                return null;
            }

            await TakeAsync(stop);
        }

        return _ready.Dequeue();
    }

    /// <summary>What became of a call.</summary>
    public void Learn(Met met)
    {
        lock (_gate)
        {
            _met.Add(met);
            Move(Fate.Marked, met.Fate);
        }
    }

    /// <summary>Who was marked and is not called after all, since it is paused or ends: they wait for the next time.</summary>
    public void GiveBack()
    {
        while (_ready.TryDequeue(out var one))
        {
            Learn(new Met(one.ChatId, Fate.Waiting, kit.Now));
        }
    }

    /// <summary>Writes what became of the calls so far.</summary>
    public Task NoteAsync(CancellationToken stop) => MarkAsync([], [], _cursor, stop);

    /// <summary>When the next of those put off is due; those whose time is over by then are told as unsent. Null: nobody is put off.</summary>
    public async Task<Instant?> NextWaitingAsync(CancellationToken stop)
    {
        while (IsOver && await kit.InsistAsync(() => kit.Casts.WaitingAsync(row.Id, Instant.FromUtc(9999, 1, 1, 0, 0), Page, stop), stop) is { Count: > 0 } late)
        {
            await MarkAsync([], [.. late.Select(member => new Met(member.ChatId, Fate.Unsent))], _cursor, stop);
            lock (_gate)
            {
                _tally[Fate.Waiting] = _tally.GetValueOrDefault(Fate.Waiting) - late.Count;
            }
        }

        return _due = await kit.InsistAsync(() => kit.Casts.NextWaitingAsync(row.Id, stop), stop);
    }

    /// <summary>Nobody is left. Who joins from now on is not behind the cursor, even where it runs once more.</summary>
    public async Task CloseAsync(CancellationToken stop)
    {
        (_cursor, _pageEnd) = (long.MaxValue, long.MaxValue);
        await MarkAsync([], [], _cursor, stop);
        await kit.InsistAsync(() => kit.Casts.RecoverAsync(stop), stop);
        await kit.InsistAsync(() => kit.Casts.MoveAsync(row.Id, [BroadcastState.Running], BroadcastState.Done, stop), stop);
    }

    public CastStatus Status(BroadcastRow standing)
    {
        lock (_gate)
        {
            return CastStanding.Of(standing, _tally, []);
        }
    }

    private async Task<bool> TurnPageAsync(CancellationToken stop)
    {
        if (IsOver)
        {
            return false;
        }

        (_putOff, var now) = (false, kit.Now);
        if (_due <= now)
        {
            await NoteAsync(stop);
            var waiting = await kit.InsistAsync(() => kit.Casts.WaitingAsync(row.Id, now, Page, stop), stop);
            _due = waiting.Count > 0 ? _due : await kit.InsistAsync(() => kit.Casts.NextWaitingAsync(row.Id, stop), stop);
            _putOff = waiting.Count > 0;
            await FillAsync(waiting, now, stop);
        }

        while (_page.Count == 0 && !_last)
        {
            var page = await kit.InsistAsync(() => kit.Casts.AheadAsync(row.Audience, _cursor, Page, stop), stop);
            (_last, _pageEnd) = (page.Last, page.Cursor);
            _cursor = page.Members.Count == 0 ? page.Cursor : _cursor;
            await FillAsync(page.Members, now, stop);
        }

        return _page.Count > 0;
    }

    private async Task FillAsync(IReadOnlyList<MemberRow> members, Instant now, CancellationToken stop)
    {
        if (members.Count == 0)
        {
            return;
        }

        long[] chats = [.. members.Select(member => member.ChatId)];
        var received = await kit.InsistAsync(() => kit.Casts.ReceivedAsync(row.Id, chats, now - Week, stop), stop);
        _received = received.ToLookup(one => one.ChatId, one => one.At);
        foreach (var member in members)
        {
            _page.Enqueue(member);
        }
    }

    private async Task TakeAsync(CancellationToken stop)
    {
        // Moved only once it is durable: a stop in between must pass nobody over.
        var (chosen, others, cursor) = (new List<Taken>(_group), new List<Met>(), _cursor);
        while (chosen.Count < _group && _page.TryDequeue(out var member))
        {
            cursor = _putOff ? cursor : member.ChatId;
            var (language, receiving) = Judge(member);
            switch (receiving)
            {
                case Receiving.Now:
                    chosen.Add(new Taken(member.ChatId, language));
                    break;
                case Receiving.Later later when later.At <= row.Until:
                    others.Add(new Met(member.ChatId, Fate.Waiting, later.At));
                    break;
                default:
                    others.Add(new Met(member.ChatId, Fate.Unsent));
                    break;
            }
        }

        cursor = _putOff || _page.Count > 0 ? cursor : _pageEnd;
        var before = _putOff ? chosen.Count + others.Count : 0;
        var marked = await MarkAsync(chosen, others, cursor, stop);
        _cursor = cursor;
        lock (_gate)
        {
            _tally[Fate.Waiting] = _tally.GetValueOrDefault(Fate.Waiting) - before;
        }

        foreach (var one in chosen)
        {
            if (marked.Contains(one.ChatId))
            {
                _ready.Enqueue(one);
            }
            else
            {
                // Gone out of the group since the page was read.
                Learn(new Met(one.ChatId, Fate.Unsent));
            }
        }
    }

    private (Language, Receiving) Judge(MemberRow stored)
    {
        try
        {
            var member = stored.Member();
            return (member.Language, _texts.In(member.Language) is null ? new Receiving.Never()
                : kit.Waiting(stored.ChatId) > 0 ? new Receiving.Later(kit.Now + Moment)
                : Receiving.Of(member, [.. _received[stored.ChatId]], kit.Now));
        }
        catch (FormatException fault)
        {
            kit.Log.ParcelFailed(0, stored.ChatId, fault.GetType().Name);
            return (Language.En, new Receiving.Never());
        }
    }

    private async Task<HashSet<long>> MarkAsync(List<Taken> chosen, IReadOnlyList<Met> others, long cursor, CancellationToken stop)
    {
        Met[] noted;
        lock (_gate)
        {
            noted = [.. _met];
        }

        var marking = new Marking(kit.Now, cursor, [.. chosen.Select(one => one.ChatId)], [.. noted, .. others]);
        var marked = await kit.InsistAsync(() => kit.Casts.MarkAsync(row.Id, marking, stop), stop);
        lock (_gate)
        {
            _met.RemoveRange(0, noted.Length);
            _tally[Fate.Marked] = _tally.GetValueOrDefault(Fate.Marked) + chosen.Count;
            foreach (var met in others)
            {
                _tally[met.Fate] = _tally.GetValueOrDefault(met.Fate) + 1;
            }
        }

        foreach (var met in marking.Met)
        {
            _due = met.Again is { } again && !(again > _due) ? again : _due;
        }

        return [.. marked];
    }

    private void Move(Fate from, Fate to)
    {
        _tally[from] = _tally.GetValueOrDefault(from) - 1;
        _tally[to] = _tally.GetValueOrDefault(to) + 1;
    }
}
