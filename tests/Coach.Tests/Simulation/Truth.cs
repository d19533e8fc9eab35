using NodaTime;

namespace Ontime.Tests.Simulation;

/// <summary>
/// What one person should have been told in a year, kept as stretches of time: when nothing could or should be said, and what became of each due
/// date. What the coach says is held against it at once; at the end, whether anything is missing.
/// </summary>
internal sealed class Truth(IEnumerable<Owed> owed, Night night, Instant start, string zone, IReadOnlyList<Span> outages)
{
    /// <summary>How late a wake may come: its own delay, a kill, a second wake.</summary>
    private static readonly Duration Slack = Duration.FromMinutes(4), Asking = Duration.FromHours(1), Answering = Duration.FromMinutes(10), AnHour = Duration.FromHours(1);

    /// <summary>A due date that the bill no longer has: it ended without a payment.</summary>
    private const string Gone = "gone";

    private readonly List<Owed> _bills = [.. owed];
    private readonly List<Settings> _settings = [new(new Span(start, Instant.MaxValue), DateTimeZoneProviders.Tzdb[zone], night)];
    private readonly List<Span> _silent = [], _billsOnly = [], _unreachable = [], _answering = [];
    private readonly Dictionary<int, Instant> _muted = [];
    private readonly SortedDictionary<(int Bill, LocalDate Due), DueDate> _dues = [];
    private readonly List<Instant> _unasked = [], _others = [], _messages = [];
    private readonly LocalDate _first = start.InZone(DateTimeZoneProviders.Tzdb[zone]).Date.PlusDays(5);

    public List<string> Problems { get; } = [];

    public int Told { get; private set; }

    public int Asked { get; private set; }

    public int Checked { get; private set; }

    public int Excused { get; private set; }

    public int Others => _others.Count;

    public DateTimeZone ZoneAt(Instant at) => SetAt(at).Zone;

    /// <summary>The bills there are now, by number.</summary>
    public IReadOnlyList<Owed> Bills => [.. _bills.Where(bill => bill.Until is null)];

    public DueDate Of(int bill, LocalDate due)
    {
        if (!_dues.TryGetValue((bill, due), out var found))
        {
            _dues[(bill, due)] = found = new DueDate(_bills.LastOrDefault(one => one.Id == bill && !(due >= one.Until) && due >= From(one)) ?? _bills.First(one => one.Id == bill), due);
        }

        return found;
    }

    public void MovedTo(Instant now, string id) => Set(now, SetAt(now) with { Zone = DateTimeZoneProviders.Tzdb[id] });

    public void Sleeps(Instant now, Night hours) => Set(now, SetAt(now) with { Night = hours });

    private void Set(Instant now, Settings changed)
    {
        _settings[^1] = _settings[^1] with { While = _settings[^1].While with { To = now } };
        _settings.Add(changed with { While = new Span(now, Instant.MaxValue) });
    }

    private Settings SetAt(Instant at) => _settings.Last(one => one.While.From <= at);

    public void Adds(Owed bill) => _bills.Add(bill);

    /// <summary>From today on it has another day, or none: what is past is still open, what is ahead is not.</summary>
    public void Ends(Instant now, int bill)
    {
        var today = now.InZone(ZoneAt(now)).Date;
        var at = _bills.FindLastIndex(one => one.Id == bill);
        _bills[at] = _bills[at] with { Until = today };
        foreach (var ahead in _dues.Values.Where(one => one.Bill.Id == bill && one.Due >= today && one.EndedAt(now) is null))
        {
            ahead.End(now, Gone);
        }
    }

    /// <summary>The first due date that is the calendar's.</summary>
    private LocalDate From(Owed bill) => bill.Added is { } added ? added.InZone(ZoneAt(added)).Date : _first;

    private IEnumerable<LocalDate> Dues(int bill, LocalDate to) => _bills.Where(one => one.Id == bill)
        .SelectMany(one => Steps.Dues(one.Day, From(one), LocalDate.Min(to, one.Until?.PlusDays(-1) ?? to)));

    private static List<Step> StepsOf(DueDate one, Settings set) => Steps.Of(one.Due, set.Zone, set.Night, one.Bill.Added ?? Instant.MinValue + Duration.FromDays(2));

    public void Heard(Instant now) => _answering.Add(new Span(now, now + Answering));

    public void Silent(Instant from, Instant? to = null) => _silent.Add(new Span(from, to ?? Instant.MaxValue));

    /// <summary>A pause, or the silence after words of distress, ends before its time.</summary>
    public void Speaks(Instant now)
    {
        Close(_silent, now);
        Close(_billsOnly, now);
    }

    /// <summary>Bills are wanted in spite of a pause; the silence after words of distress stays.</summary>
    public void BillsOnly(Instant now)
    {
        var pauses = _silent.FindAll(span => span.Has(now) && span.To == Instant.MaxValue);
        _silent.RemoveAll(pauses.Contains);
        _silent.AddRange(pauses.Select(pause => pause with { To = now }));
        _billsOnly.AddRange(pauses.Select(_ => new Span(now, Instant.MaxValue)));
    }

    public void Blocked(Instant now) => _unreachable.Add(new Span(now, Instant.MaxValue));

    public void Unblocked(Instant now) => Close(_unreachable, now);

    public void Muted(Instant now, int bill) => _muted.TryAdd(bill, now);

    public void Problem(Instant now, string what) => Problems.Add($"{now.InZone(ZoneAt(now)).LocalDateTime} {ZoneAt(now).Id}: {what}");

    /// <summary>One message about bills, at one moment.</summary>
    public void Tells(Instant now, IReadOnlyList<(int Bill, LocalDate Due, string Step)> what)
    {
        Told += what.Count;
        var unasked = false;
        foreach (var (bill, due, step) in what)
        {
            unasked |= !Tell(now, Of(bill, due), step);
        }

        Messages(now, unasked);
        if (unasked && _answering.Exists(span => span.Has(now)))
        {
            Problem(now, "interrupted while answering");
        }
    }

    /// <summary>A message about something else that nobody asked for.</summary>
    public void Speaks(Instant now, string what)
    {
        Messages(now, unasked: true);
        _others.Add(now);
        var here = ZoneAt(now);
        var today = now.InZone(here).Date;
        if (_others.Count(at => at.InZone(here).Date == today) > 2 || _others.Count(at => now - at < Duration.FromDays(7)) > 5)
        {
            Problem(now, $"more than 2 a day or 5 in seven days outside bills: {what}");
        }

        if (Closed(now, what) || SetAt(now).Night.Holds(now, here) || _billsOnly.Exists(span => span.Has(now)))
        {
            Problem(now, $"{what}: spoken in quiet hours, in silence or where only bills are wanted");
        }
    }

    /// <summary>Something the person had asked to hear at a moment.</summary>
    public void Promised(Instant now, Instant wanted)
    {
        Messages(now, unasked: false);
        if (Closed(now, "a plan") || (SetAt(now).Night.Holds(now, ZoneAt(now)) && now - wanted > Asking + Slack))
        {
            Problem(now, "a plan: in silence, or in quiet hours long after it was wanted");
        }
    }

    private void Messages(Instant now, bool unasked)
    {
        _messages.Add(now);
        if (unasked)
        {
            _unasked.RemoveAll(at => now - at >= AnHour);
            _unasked.Add(now);
            if (_unasked.Count > 4)
            {
                Problem(now, "more than 4 unasked messages within an hour");
            }
        }
    }

    private bool Closed(Instant now, string what)
    {
        if (outages.Any(span => span.Has(now)))
        {
            Problem(now, $"{what}: spoken in an outage");
        }

        return _silent.Exists(span => span.Has(now)) || _unreachable.Exists(span => span.Has(now));
    }

    /// <returns>True where the person had asked for it.</returns>
    private bool Tell(Instant now, DueDate one, string step)
    {
        var here = ZoneAt(now);
        var today = now.InZone(here).Date;
        var asked = one.Waiting is { } waiting && waiting.At <= now ? waiting.At : (Instant?)null;
        var words = $"bill {one.Bill.Id} (day {one.Bill.Day?.ToString() ?? "last"}) due {one.Due}, {step}";
        if (!Steps.Dues(one.Bill.Day, one.Due, one.Due).Any())
        {
            Problem(now, $"{words}: no due date of this bill");
        }

        if (Closed(now, words) || _muted.ContainsKey(one.Bill.Id) || one.EndedAt(now) is not null || (asked is null && one.Stopped is not null))
        {
            Problem(now, $"{words}: told in silence, muted, or after it had ended ({one.EndedAt(now)})");
        }

        if (SetAt(now).Night.Holds(now, here) && !(asked is { } wanted && now - wanted <= Asking + Slack))
        {
            Problem(now, $"{words}: told in quiet hours (asked {asked})");
        }

        if (asked is null)
        {
            Unasked(now, one, step, words);
        }
        else
        {
            Asked++;
            var truthful = step switch { "Before" => today < one.Due, "Eve" => today == one.Due.PlusDays(-1), "Morning" or "Evening" => today == one.Due, _ => today > one.Due };
            if (!truthful)
            {
                Problem(now, $"{words}: words that are not true today");
            }
        }

        one.EndSnooze(now, told: asked is not null);
        one.Told.Add(new Said(now, step, asked is not null));
        return asked is not null;
    }

    private void Unasked(Instant now, DueDate one, string step, string words)
    {
        var latest = StepsOf(one, SetAt(now)).Where(due => due.From <= now).LastOrDefault(due => Wanted(one, due, now));
        if (one.Due >= From(one.Bill) && (latest is null || latest.Name != step || now >= latest.Until))
        {
            Problem(now, $"{words}: not what is due, which is {latest?.Name ?? "nothing"}");
        }

        if (one.Waiting is not null)
        {
            Problem(now, $"{words}: told before the moment asked for");
        }

        if (latest is not null && one.Due >= From(one.Bill) && one.Told.Exists(said => StepsOf(one, SetAt(said.At))[latest.Number].From <= said.At && said.At > (one.Reopened ?? said.At - Slack)))
        {
            Problem(now, $"{words}: told twice");
        }

        if (one.Told.Exists(said => !said.Asked && said.Step == step && step != "Weekly"))
        {
            Problem(now, $"{words}: decided twice");
        }
    }

    /// <summary>Whether a step is worth saying, by what the person has said until then.</summary>
    private bool Wanted(DueDate one, Step step, Instant at) => step.Number switch
    {
        <= Steps.Third when one.Cannot.Exists(span => span.Has(at)) => false,
        0 => !(one.Ready <= at),
        1 => !(one.Ready <= at && one.Bill.Auto != false) && !AlwaysConfirms(one.Bill, at),
        _ => true,
    };

    private bool AlwaysConfirms(Owed bill, Instant at)
    {
        var last = _dues.Values.Where(one => one.Bill.Id == bill.Id && one.EndedAt(at) is not (null or Gone)).OrderByDescending(one => one.Due).Take(3).ToList();
        return last.Count == 3 && last.TrueForAll(one => one.EndedAt(at) == "Paid");
    }

    /// <summary>Whether what was told earlier of a due date, and has not reached the person, still has to.</summary>
    public bool StillMatters(Instant now, int bill, LocalDate due, string step)
    {
        var one = Of(bill, due);
        var told = one.Told.FindLast(said => said.Step == step)!;
        if (one.Ends.Count > 0 || one.Snoozes.Count > 0 || one.Stopped is not null || _muted.ContainsKey(bill) || told.Asked)
        {
            return false;
        }

        var then = StepsOf(one, SetAt(told.At)).Last(due => due.Name == step && due.From <= told.At + Slack);
        return then.Until > now && StepsOf(one, SetAt(now))[then.Number].Until > now;
    }

    /// <summary>Everything that should have been told by now and was not, or late.</summary>
    public void Close(Instant now)
    {
        foreach (var bill in _bills.Select(bill => bill.Id).Distinct())
        {
            foreach (var due in Dues(bill, now.InUtc().Date.PlusDays(3)))
            {
                Missing(Of(bill, due), now);
            }
        }

        foreach (var one in _dues.Values)
        {
            foreach (var (span, at, told) in one.Snoozes)
            {
                MissingSnooze(one, span, at, told, now);
            }
        }
    }

    private void MissingSnooze(DueDate one, Span span, Instant at, bool told, Instant now)
    {
        var until = Instant.Min(span.To, now - Slack);
        var free = Free(at, until, Excuses(one, at, until));
        if (free is { } soon && soon - at > Asking - Slack)
        {
            free = Free(at, until, [.. Excuses(one, at, until), .. _settings.SelectMany(part => part.Night.Within(at, until, part.Zone).Where(dark => dark.From < part.While.To && dark.To > part.While.From))]);
        }

        if (free is { } when && (!told || span.To > when + Slack))
        {
            Problem(when, $"bill {one.Bill.Id} due {one.Due}: asked for at {at.InZone(ZoneAt(at)).LocalDateTime}, {(told ? $"told {span.To}" : "never told")}");
        }
    }

    private void Missing(DueDate one, Instant now)
    {
        foreach (var set in _settings)
        {
            var (part, here) = (set.While, set.Zone);
            foreach (var step in StepsOf(one, set))
            {
                var from = Instant.Max(step.From, part.From);
                var until = Instant.Min(Instant.Min(step.Until, part.To), now - Slack);
                if (until - from < Slack)
                {
                    continue;
                }

                Checked++;
                var excuses = Excuses(one, from, until);
                excuses.AddRange(set.Night.Within(from, until, here));
                excuses.AddRange(one.Snoozes.Select(snooze => snooze.While));
                excuses.AddRange(step.Number <= Steps.Third ? one.Cannot : []);
                if (!Wanted(one, step, from) || !Wanted(one, step, until) || one.Reopened >= step.From
                    || Free(from, until, excuses) is not { } free)
                {
                    Excused++;
                    continue;
                }

                if (!one.Told.Exists(said => said.At <= free + Slack && (StepsOf(one, SetAt(said.At))[step.Number].From <= said.At)))
                {
                    Problem(free, $"bill {one.Bill.Id} (day {one.Bill.Day}) due {one.Due}: {step.Name} {step.Number} is missing; told {string.Join(", ", one.Told.Select(said => $"{said.Step} {said.At.InZone(ZoneAt(said.At)).LocalDateTime}"))}");
                }
            }
        }
    }

    /// <summary>Every stretch in which nothing of this due date had to be said, whatever the hour.</summary>
    private List<Span> Excuses(DueDate one, Instant from, Instant until)
    {
        List<Span> spans = [.. one.Ends.Select(end => end.While)];
        spans.AddRange(outages.Select(span => span with { To = span.To + Slack }));
        spans.AddRange(_silent);
        spans.AddRange(_unreachable);
        spans.AddRange(_answering.Where(span => span.To > from && span.From < until));
        spans.AddRange(_messages.Select((at, n) => n >= 3 && at - _messages[n - 3] < AnHour ? new Span(at, _messages[n - 3] + AnHour) : null).OfType<Span>());
        foreach (var at in new[] { _muted.TryGetValue(one.Bill.Id, out var muted) ? muted : (Instant?)null, one.Stopped, ThirdOpens(one) })
        {
            if (at is { } since)
            {
                spans.Add(new Span(since, Instant.MaxValue));
            }
        }

        return [.. spans.Where(span => span.To > from && span.From < until)];
    }

    /// <summary>Two due dates of a bill are kept open, not three: where the third begins the first is given up.</summary>
    private Instant? ThirdOpens(DueDate one) =>
        Dues(one.Bill.Id, one.Due.PlusDays(70)).Where(due => due > one.Due).Order().Skip(1).Select(due => due.PlusDays(-3).AtStartOfDayInZone(ZoneAt(start)).ToInstant() - Duration.FromHours(24)).FirstOrDefault();

    /// <summary>The first moment from which nothing stands in the way for long enough; null: none.</summary>
    private static Instant? Free(Instant from, Instant until, List<Span> spans)
    {
        var at = from;
        foreach (var span in spans.OrderBy(span => span.From))
        {
            if (span.From - at >= Slack)
            {
                break;
            }

            at = Instant.Max(at, span.To == Instant.MaxValue ? until : span.To);
        }

        return until - at >= Slack ? at : null;
    }

    private static void Close(List<Span> spans, Instant now)
    {
        for (var n = 0; n < spans.Count; n++)
        {
            if (spans[n].Has(now))
            {
                spans[n] = spans[n] with { To = now };
            }
        }
    }
}

/// <summary>What a person had set in a stretch of time.</summary>
internal sealed record Settings(Span While, DateTimeZone Zone, Night Night);
