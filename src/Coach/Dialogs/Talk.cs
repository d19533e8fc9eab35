using System.Collections.Immutable;
using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Dialogs;

/// <summary>
/// One input being handled: the member as they are by now, and what was decided so far. It lives inside one call of
/// <see cref="Coach.Handle"/> and is the only thing in the core that changes.
/// </summary>
internal sealed class Talk(DialogSet set, Operator who, Member member, Instant now)
{
    private readonly Dictionary<string, object?> _workedOut = [];
    private Member _member = member;
    private (object Answers, object Bills, object Months) _workedOutFor;

    public DialogSet Set { get; } = set;

    public Operator Who { get; } = who;

    /// <summary>As they are by now. What changes several times a turn is put into it only when it is asked for: a copy is half a kilobyte.</summary>
    public Member Member
    {
        get => _member.Frames == Frames && _member.Asked == Asked && _member.Answered == Answered ? _member
            : _member = _member with { Frames = Frames, Asked = Asked, Answered = Answered };
        set => (_member, Frames, Asked, Answered) = (value, value.Frames, value.Asked, value.Answered);
    }

    /// <summary>The member's own, see <see cref="Members.Member.Frames"/>.</summary>
    public ImmutableList<Frame> Frames { get; set; } = member.Frames;

    public int Asked { get; set; } = member.Asked;

    public int Answered { get; set; } = member.Answered;

    public ImmutableSortedDictionary<string, Answer> Answers => _member.Answers;

    public ImmutableList<Bill> Bills => _member.Bills;

    public Instant? Amounts => _member.Amounts;

    public Language Language => _member.Language;

    public Instant Now { get; } = now;

    public List<Effect> Effects { get; } = [];

    public List<Event> Events { get; } = [];

    public bool Forget { get; set; }

    /// <summary>What of earlier turns is no longer to be sent.</summary>
    public List<TakenBack> Withdrawn { get; } = [];

    /// <summary>Due dates of which nothing is to be said any more, whatever still waits to be sent.</summary>
    public List<(int Bill, LocalDate Due)> Ended { get; } = [];

    /// <summary>The answer just taken, for the actions of its step.</summary>
    public Given? Given { get; set; }

    /// <summary>What the same step was answered before, or null.</summary>
    public Answer? Before { get; set; }

    /// <summary>What takes the place of the question just answered; null once it was said.</summary>
    public Echo? Echo { get; set; }

    /// <summary>A line that waits for the next question, to stand above it; null: none.</summary>
    public Line? Lead { get; set; }

    /// <summary>The message a tap came from, or null.</summary>
    public long? TappedMessage { get; init; }

    public DateTimeZone Zone => Zones.Find(_member.Zone);

    public LocalDate Today => Now.InZone(Zone).Date;

    public Frame Top => Frames[^1];

    public Texts Texts => Set.Texts(_member.Language);

    public void Replace(Frame frame) => Frames = Replaced(frame);

    /// <summary>The frames with another one on top.</summary>
    public ImmutableList<Frame> Replaced(Frame frame) => Frames.SetItem(Frames.Count - 1, frame);

    /// <summary>Puts this frame in the place of the top, and another on it.</summary>
    public void Replace(Frame frame, Frame above) => Frames = Replaced(frame).Add(above);

    public void Push(Frame frame) => Frames = Frames.Add(frame);

    public void Pop() => Frames = Frames.RemoveAt(Frames.Count - 1);

    /// <summary>Closes the dialog at this place of the list and all that were opened inside of it.</summary>
    public void CloseFrom(int place) => Frames = Frames.RemoveRange(place, Frames.Count - place);

    public void Happened(string kind, params ReadOnlySpan<(string Name, string? Value)> data)
    {
        var known = new Dictionary<string, string>(data.Length);
        foreach (var (name, value) in data)
        {
            if (value is not null)
            {
                known.Add(name, value);
            }
        }

        Events.Add(new Event(kind, known));
    }

    /// <summary>A text with its placeholders filled: first by what is given here, else from the table of values.</summary>
    public Line Line(string key, params (string Name, Arg Arg)[] given)
    {
        if (Texts.Find(key) is not { } text || !text.Contains('{'))
        {
            return new Line(key);
        }

        var args = new Dictionary<string, Arg>();
        foreach (var (_, name, _) in Texts.Parted(key)!.Parts)
        {
            if ((ArgOf(name, given) ?? Bindings.Values.GetValueOrDefault(name)?.Invoke(this)) is { } arg)
            {
                args[name] = arg;
            }
        }

        return new Line(key, args);
    }

    private static Arg? ArgOf(string name, (string Name, Arg Arg)[] given)
    {
        foreach (var (known, arg) in given)
        {
            if (known == name)
            {
                return arg;
            }
        }

        return null;
    }

    /// <summary>A message of its own, outside the open question.</summary>
    public void Say(string key, params (string Name, Arg Arg)[] given) => Effects.Add(new Effect.Say("n", new Message(Line(key, given))));

    public void SayWith(IReadOnlyList<IReadOnlyList<Button>> rows, string key, params (string Name, Arg Arg)[] given) =>
        Effects.Add(new Effect.Say("n", new Message([Line(key, given)], rows)));

    /// <summary>Puts what stands instead of the answered question in its place, before anything else is said.</summary>
    public void FlushEcho()
    {
        if (Echo is { } echo)
        {
            Effects.Add(echo.Message is null ? new Effect.Strip("q", echo.MessageId) : new Effect.Edit("q", echo.MessageId, echo.Message));
            Echo = null;
        }
    }

    public Arg.Date Date(LocalDate date) => new(date, date.Year != Today.Year);

    /// <summary>A card names the same figure in many places: it is worked out once while answers, bills and record stay as they are.</summary>
    public T Once<T>(string name, Func<T> work)
    {
        var from = (_member.Answers, _member.Bills, _member.Months);
        if (_workedOutFor != from)
        {
            _workedOut.Clear();
            _workedOutFor = from;
        }

        if (!_workedOut.TryGetValue(name, out var known))
        {
            _workedOut[name] = known = work();
        }

        return (T)known!;
    }

    /// <summary>What was worked out under this name in this turn and still holds; null: nothing.</summary>
    public object? Known(string name) => _workedOutFor == (_member.Answers, _member.Bills, _member.Months) ? _workedOut.GetValueOrDefault(name) : null;

    /// <summary>What the index looks at, as of now.</summary>
    public Standing Standing => Standings.Of(_member, Today, Now);
}

/// <summary>What takes the place of an answered question.</summary>
/// <param name="Message">Null: its words stay, only its buttons go.</param>
/// <param name="Inside">It answers a question inside another's bubble.</param>
internal sealed record Echo(long? MessageId, bool Typed, Message? Message, bool Inside = false)
{
    /// <summary>Several answers given in one line share a bubble: what a part says stands below the part before, and replaces the whole's.</summary>
    public Echo Below(Echo? before) => before is { Inside: true, Message: { } above } && Inside && Message is not null
        ? this with { MessageId = before.MessageId, Message = new Message([.. above.Lines, .. Message.Lines], Message.Rows.Count > 0 ? Message.Rows : above.Rows) }
        : this;
}
