using NodaTime;
using Ontime.Admin;
using Ontime.Members;
using Ontime.Reminders;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>One member during one transaction: read once, written once, however many inputs came.</summary>
internal sealed class Draft(long chatId, MemberRow? row, RecentMembers recent)
{
    /// <summary>A wake that cannot be handled would come again at once, for ever.</summary>
    private static readonly Duration Later = Duration.FromHours(6);

    private readonly List<(string Kind, byte[] Data)> _events = [];
    private readonly List<Event> _happened = [];
    private Member? _first;
    private Member? _member;
    private byte[]? _document;
    private Instant? _dueAt = row?.DueAt;
    private bool _read;
    private bool _changed;
    private bool _postponed;
    private Instant _at;

    public long ChatId => chatId;

    public bool Forgotten { get; private set; }

    private long Version => Forgotten ? 1 : (row?.Version ?? 0) + 1;

    public IEnumerable<EventRow> Events =>
        _events.Select((happened, n) => new EventRow(chatId, Version, n, _at, happened.Kind, happened.Data));

    /// <exception cref="FormatException">What is stored cannot be read.</exception>
    public Member? Member()
    {
        if (!_read)
        {
            _member = row is null ? null : recent.Read(row);
            (_first, _read) = (_member, true);
        }

        return _member;
    }

    public void Take(Turn turn, Instant now)
    {
        var before = Forgotten || !_read ? null : _member;
        if (turn.Member is null && before is not null && !turn.Forget)
        {
            throw new InvalidOperationException("A turn lost its member without forgetting them.");
        }

        // Encoded here and not at the end: what cannot be written must fail the input that caused it, before anything of it counts.
        var next = turn.Member is { } member ? As(member, turn.Forget ? 1 : Version) : null;
        var changed = next is not null && (before is null || As(turn.Member!, before.Version) != before);
        var document = next is not null && changed ? MemberCodec.Write(next) : _document;
        var dueAt = next is null ? null : Agenda.Next(next);
        List<(string, byte[])> events = [.. turn.Events.Select(happened => (happened.Kind, MemberCodec.WriteEvent(happened)))];
        if (turn.Forget)
        {
            Forgotten |= row is not null || _member is not null;
            _events.Clear();
            _happened.Clear();
        }

        if (next is not null)
        {
            _events.AddRange(events);
            _happened.AddRange(turn.Events);
        }

        _changed = next is not null && (_changed || changed || dueAt != _dueAt || _events.Count > 0);
        (_member, _document, _dueAt, _at) = (next, document, dueAt, now);
    }

    public void Postpone(Input input, Instant now)
    {
        if (input is Input.Wake)
        {
            (_postponed, _dueAt) = (true, now + Later);
        }
    }

    /// <summary>What is to be written; null where nothing changed.</summary>
    public MemberRow? Row()
    {
        if (Forgotten)
        {
            recent.Forget(chatId);
        }

        if (_changed && _member is { } member)
        {
            var document = _document ?? row!.Document;
            recent.Keep(chatId, document, member);
            return new MemberRow(
                chatId, Version, document, _dueAt, Counting.Status(member), member.Language.Code(),
                member.Frames.IsEmpty ? "" : member.Frames[^1].Step, Seen(member)) { Traits = (int)member.Traits() };
        }

        return _postponed && row is not null && !Forgotten ? row with { Version = row.Version + 1, DueAt = _dueAt } : null;
    }

    /// <summary>What this adds to the running counts.</summary>
    public IReadOnlyList<(string Name, long By)> Counted() => _changed || Forgotten ? Counting.Of(_first, _member, _happened) : [];

    private static Member As(Member member, long version) => member.Version == version ? member : member with { Version = version };

    private static LocalDate Seen(Member member) => member.LastInput.InUtc().Date;
}
