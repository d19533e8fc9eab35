using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Words;

namespace Ontime.Tests.Simulation;

/// <summary>
/// A person's year with the real coach: wakes that come late, outages, kills before and after the commit, and whatever the person does. The member
/// is written and read between any two inputs.
/// </summary>
internal sealed class Life
{
    private readonly Coach _coach;
    private readonly Truth _truth;
    private readonly Random _random;
    private readonly IReadOnlyList<Span> _outages;
    private readonly PriorityQueue<(Instant Since, Action<Instant, Instant> Do), Instant> _ahead = new();
    private readonly Habits _habits;
    private readonly Ontime.Person _person;
    private readonly Mail _mail;
    private byte[] _stored;
    private Kept _kept;
    private Instant _now;
    private Instant? _wake;

    public Life(Coach coach, Start start, Random random, IReadOnlyList<Span> outages)
    {
        (_coach, _random, _outages) = (coach, random, outages);
        _truth = new Truth(start.Bills, start.Night, Year.Begins, start.Zone, outages);
        _mail = new Mail(_truth);
        _person = new Ontime.Person(start.Member.ChatId, "Lin", "en");
        _now = Year.Begins;
        (_stored, _kept) = (MemberCodec.Write(start.Member), Kept.Of(start.Member));
        Wakes(Year.Begins, Year.Begins);
        _habits = new Habits(this, start, random, _truth);
    }

    public Truth Truth => _truth;

    public int WakeCount { get; private set; }

    /// <summary>Messages taken back, or replaced, before they were sent.</summary>
    public int TakenBack => _mail.TakenBack;

    public int Inputs { get; private set; }

    public Member Member => MemberCodec.Read(_stored, _kept);

    /// <summary>Something the person or the world does at a moment; in an outage it arrives afterwards.</summary>
    /// <param name="act">Given the moment it arrives and the moment it was done.</param>
    public void At(Instant when, Action<Instant, Instant> act) => _ahead.Enqueue((when, act), Arrives(when));

    public void Live()
    {
        while (true)
        {
            var wake = _wake is { } due && !(_ahead.TryPeek(out _, out var first) && first < due);
            if ((wake ? _wake : _ahead.TryPeek(out _, out var next) ? next : null) is not { } at || at > Year.Ends)
            {
                break;
            }

            _now = Instant.Max(at, _now + Duration.FromMilliseconds(5));
            if (wake)
            {
                Wake(_now);
            }
            else
            {
                var (since, act) = _ahead.Dequeue();
                Inputs++;
                act(_now, since);
            }
        }

        _truth.Close(Year.Ends);
    }

    public Turn Say(Instant now, Instant typed, string text) => Take(new Input.Said(_person, text, Inputs, typed), now);

    public Turn Tap(Instant now, string data) => Take(new Input.Tapped(_person, data, Inputs, "q"), now);

    public Turn Take(Input input, Instant now)
    {
        var turn = _coach.Handle(Member, input, now);
        if (input is not (Input.Reachable or Input.NotDeleted))
        {
            _truth.Heard(now);
            _truth.Unblocked(now);
        }

        Commit(turn, now);
        return turn;
    }

    private void Wake(Instant now)
    {
        WakeCount++;
        var turn = _coach.Handle(Member, new Input.Wake(), now);
        if (_random.Next(10) == 0)
        {
            Same(turn, _coach.Handle(Member, new Input.Wake(), now), now);
        }

        if (_random.Next(25) == 0)
        {
            // Killed before the commit: nothing of it has happened, and the same wake comes again.
            now += Duration.FromSeconds(_random.Next(5, 60));
            turn = _coach.Handle(Member, new Input.Wake(), now);
        }

        Commit(turn, now);
        _now = now;
        if (turn.Member?.DueAt <= now)
        {
            _truth.Problem(now, "a wake that waits for itself");
        }

        Hear(turn, now);
        if (_random.Next(10) == 0)
        {
            // Asked for once more after the commit: nothing is decided again.
            _now = now + Duration.FromSeconds(_random.Next(2));
            var again = _coach.Handle(Member, new Input.Wake(), _now);
            if (again.Events.Count > 0 || again.Effects.Count > 0)
            {
                _truth.Problem(_now, $"decided again: {string.Join(' ', again.Events.Select(one => string.Join(' ', one.Data.Values)))}");
            }
        }
    }

    /// <summary>Holds what a wake said against the truth, and lets the person react.</summary>
    private void Hear(Turn turn, Instant now)
    {
        var told = turn.Events.Where(one => one.Kind == EventKinds.Told).ToList();
        var bills = told.Where(one => one.Data["what"] == "bill")
            .Select(one => (int.Parse(one.Data["bill"], CultureInfo.InvariantCulture), LocalDatePattern.Iso.Parse(one.Data["due"]).Value, one.Data["step"])).ToList();
        var says = turn.Effects.OfType<Effect.Say>().ToList();
        if (bills.Count > 0)
        {
            _truth.Tells(now, bills);
        }

        if ((bills.Count > 0 ? 1 : 0) != says.Count(say => say.Name == "bill"))
        {
            _truth.Problem(now, "bills told and messages about bills do not agree");
        }

        var plans = told.Count(one => one.Data["what"] == "plan");
        foreach (var wanted in _habits.Promises.Where(at => at <= now).TakeLast(plans))
        {
            _truth.Promised(now, wanted);
        }

        _habits.Promises.RemoveAll(at => plans > 0 && at <= now);

        if (says.Exists(say => say.Name != "bill") && (plans == 0 || told.Exists(one => one.Data["what"] is not ("plan" or "bill"))))
        {
            _truth.Speaks(now, string.Join(' ', told.Select(one => one.Data["what"])));
        }

        if (says.Count == 0)
        {
            return;
        }

        var letter = bills.Count > 0 ? _mail.Put(says.Find(say => say.Name == "bill")!, bills) : null;

        // One in eight waits for hours before it can be sent.
        At(_random.Next(8) == 0 ? now + Duration.FromSeconds(_random.Next(60, 30 * 3600)) : now, (at, _) =>
        {
            var arrives = letter is null || _mail.Send(at, letter);

            // Lost on the way: the person never sees it.
            if (arrives && _random.Next(40) > 0)
            {
                _habits.React(at, bills, says);
            }
        });
    }

    private void Commit(Turn turn, Instant now)
    {
        var member = turn.Member ?? throw new InvalidOperationException("Nobody is forgotten within the year.");
        (_stored, _kept) = (MemberCodec.Write(member), Kept.Of(member));
        _mail.Take(turn);
        Wakes(now, member.DueAt);
    }

    private void Wakes(Instant now, Instant? dueAt) => _wake = dueAt is { } due ? Arrives(Instant.Max(due, now) + Duration.FromMilliseconds(_random.Next(1, 20_000))) : null;

    private Instant Arrives(Instant at) => _outages.FirstOrDefault(span => span.Has(at)) is { } down ? down.To + Duration.FromMilliseconds(_random.Next(1, 60_000)) : at;

    private void Same(Turn one, Turn other, Instant now)
    {
        var alike = MemberCodec.Write(one.Member!).AsSpan().SequenceEqual(MemberCodec.Write(other.Member!))
            && EffectCodec.Write(new Outgoing(one.Language, one.Effects)).AsSpan().SequenceEqual(EffectCodec.Write(new Outgoing(other.Language, other.Effects)))
            && one.Events.SelectMany(each => each.Data).SequenceEqual(other.Events.SelectMany(each => each.Data));
        if (!alike)
        {
            _truth.Problem(now, "the same wake of the same member decided something else");
        }
    }
}

/// <summary>How a person begins.</summary>
internal sealed record Start(Member Member, string Zone, Night Night, IReadOnlyList<Owed> Bills, bool Moves);
