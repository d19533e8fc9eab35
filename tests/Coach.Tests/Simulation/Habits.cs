using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Members;

namespace Ontime.Tests.Simulation;

/// <summary>What a person does of their own accord and in answer to what they are told; each deed is told to the truth as it arrives.</summary>
internal sealed class Habits
{
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd"), Iso = LocalDatePattern.Iso;
    private static readonly string[] Snoozes = ["in_1h", "tonight", "tomorrow", "days"];

    private readonly Life _life;
    private readonly Random _random;
    private readonly Truth _truth;
    private readonly bool _snoozer;

    public Habits(Life life, Start start, Random random, Truth truth)
    {
        (_life, _random, _truth, _snoozer) = (life, random, truth, start.Bills.Count > 5);
        Promises = [.. start.Member.Plans.Select(plan => plan.At).OfType<Instant>().Order()];
        Chatter();
        Often(3, 5, begin => Pauses(begin));
        Often(5, 4, begin => Blocks(begin));
        Often(10, 1, begin => Despairs(begin));
        Often(5, 3, begin => Sleeps(begin));
        Often(5, 2, begin => Adds(begin));
        Often(5, 2, begin => Changes(begin));
        Often(10, 1, begin => Deletes(begin));
        if (start.Moves)
        {
            _life.At(Year.Begins + Duration.FromDays(150 + _random.Next(60)) + Any(24), (now, typed) => Moves(now, typed, "Berlin", "Europe/Berlin"));
            _life.At(Year.Begins + Duration.FromDays(280 + _random.Next(60)) + Any(24), (now, typed) => Moves(now, typed, "Los Angeles", "America/Los_Angeles"));
        }
    }

    /// <summary>The moments of “when …, I will …” that were not reminded of yet.</summary>
    public List<Instant> Promises { get; }

    public void React(Instant now, IReadOnlyList<(int Bill, LocalDate Due, string Step)> told, IReadOnlyList<Effect.Say> says)
    {
        if (told.Count > 1 && _random.Next(2) == 0)
        {
            var buttons = says.First(say => say.Name == "bill").Message.Rows.SelectMany(row => row).Select(button => button.Data).Where(data => data.StartsWith('d')).ToList();
            if (buttons.Count > 0)
            {
                _life.At(now + Delay(), (at, _) => Several(at, buttons[0]));
            }

            return;
        }

        foreach (var (bill, due, step) in told)
        {
            if (Choose(step) is { } deed)
            {
                _life.At(now + Delay(), (at, _) => Press(at, bill, due, deed));
            }
        }

        if (told.Count == 0 && _random.Next(3) == 0)
        {
            _life.At(now + Delay(), (at, typed) => _life.Say(at, typed, _random.Next(2) == 0 ? "skip" : "/cancel"));
        }
    }

    private string? Choose(string step)
    {
        var dice = _random.Next(100);
        return _snoozer && dice < 60 ? Snoozes[_random.Next(4)] : step switch
        {
            _ when dice < 25 => null,
            _ when dice == 99 => "mute",
            "Before" or "Eve" => dice < 55 ? "ready" : dice < 63 ? "paid" : dice < 80 ? Snoozes[_random.Next(4)] : dice < 85 ? "short" : null,
            "Morning" or "Evening" => dice < 65 ? "paid" : dice < 72 ? "not_yet" : dice < 76 ? "minimum" : dice < 80 ? "part" : dice < 83 ? "cant" : dice < 86 ? "nothing" : dice < 95 ? Snoozes[_random.Next(4)] : null,
            _ => dice < 45 ? "on_day" : dice < 65 ? "just_now" : dice < 73 ? "unpaid" : dice < 78 ? "cant" : dice < 82 ? "typed" : dice < 85 ? "stop" : dice < 92 ? Snoozes[_random.Next(4)] : null,
        };
    }

    private void Press(Instant now, int bill, LocalDate due, string deed)
    {
        if (deed == "typed")
        {
            See(now, _life.Say(now, now, $"b{bill.ToString(CultureInfo.InvariantCulture)} paid yesterday"));
            return;
        }

        var one = _truth.Of(bill, due);
        var open = one.EndedAt(now) is null;
        var turn = _life.Tap(now, $"d{bill.ToString(CultureInfo.InvariantCulture)}:{Compact.Format(due)}:{deed}");
        See(now, turn);
        var snoozed = turn.Events.Any(each => each.Kind == EventKinds.Outcome && each.Data["how"] == "snoozed");
        switch (deed)
        {
            case "ready" when open:
                one.Ready ??= now;
                break;
            case "in_1h" or "tonight" or "tomorrow" or "days" when snoozed:
                one.Snooze(now, Wanted(now, deed));
                break;
            case "stop" when turn.Events.Any(each => each.Kind == EventKinds.Outcome && each.Data["how"] == "muted"):
                one.EndSnooze(now, told: false);
                one.Stopped ??= now;
                break;
            case "paid" when open && !turn.Events.Any(each => each.Kind == EventKinds.Paid):
                // Pressed after the day: asked when it was.
                _life.At(now + Duration.FromSeconds(_random.Next(2, 60)), (at, _) => Press(at, bill, due, _random.Next(3) > 0 ? "on_day" : "just_now"));
                break;
            case "paid" when _random.Next(12) == 0:
                _life.At(now + Any(3), (at, _) => Undo(at, one));
                break;
        }
    }

    private void Undo(Instant now, DueDate one)
    {
        var turn = _life.Tap(now, $"d{one.Bill.Id.ToString(CultureInfo.InvariantCulture)}:{Compact.Format(one.Due)}:undo");
        if (turn.Events.Any(each => each.Kind == EventKinds.Paid && each.Data["how"] == "taken_back"))
        {
            one.Reopen(now);
        }
    }

    private void Several(Instant now, string data)
    {
        var turn = _life.Tap(now, data);
        See(now, turn);
        if (data.EndsWith("all_paid", StringComparison.Ordinal) && !turn.Events.Any(each => each.Kind == EventKinds.Paid))
        {
            _life.At(now + Duration.FromSeconds(_random.Next(2, 60)), (at, _) => Several(at, data.Replace("all_paid", _random.Next(2) > 0 ? "all_on_day" : "all_just_now", StringComparison.Ordinal)));
        }

        if (data.EndsWith("all_ready", StringComparison.Ordinal))
        {
            var parts = data[1..].Split(':');
            foreach (var id in parts[0].Split('.'))
            {
                // “Ready” leaves no event: which due dates it was for is read from the member.
                foreach (var cycle in _life.Member.Bills.Find(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == id)!.Cycles.Where(cycle => cycle.Ready))
                {
                    _truth.Of(int.Parse(id, CultureInfo.InvariantCulture), cycle.Due).Ready ??= now;
                }
            }
        }
    }

    /// <summary>What the coach took from an answer, as it says itself.</summary>
    private void See(Instant now, Turn turn)
    {
        foreach (var happened in turn.Events)
        {
            if (happened is { Kind: EventKinds.Changed } && happened.Data["what"] == "bill_muted")
            {
                _truth.Muted(now, int.Parse(happened.Data["bill"], CultureInfo.InvariantCulture));
            }

            if (happened.Kind != EventKinds.Paid)
            {
                continue;
            }

            var one = _truth.Of(int.Parse(happened.Data["bill"], CultureInfo.InvariantCulture), Iso.Parse(happened.Data["due"]).Value);
            switch (happened.Data["how"])
            {
                case "Paid" or "PaidLate" or "Minimum" or "NothingDue":
                    one.End(now, happened.Data["how"]);
                    break;
                case "CantPay":
                    one.EndSnooze(now, told: false);
                    one.Cant(now);
                    Calls(now);
                    break;
                default:
                    one.EndSnooze(now, told: false);
                    one.Can(now);
                    break;
            }
        }
    }

    /// <summary>Half of those who cannot pay go on to the lender: a call tomorrow at ten, and the question about it the day after.</summary>
    private void Calls(Instant now)
    {
        if (_random.Next(2) > 0 || _life.Member.Top?.Step != "relief")
        {
            return;
        }

        _life.At(now + Duration.FromSeconds(_random.Next(3, 30)), (at, _) =>
        {
            if (_life.Member.Top?.Step != "relief")
            {
                return;
            }

            Choose(at, "not_now");
            Choose(at, "tomorrow");
            Choose(at, "fine");
            var zone = _truth.ZoneAt(at);
            var today = at.InZone(zone).Date;
            Promises.AddRange([Steps.At(today.PlusDays(1), 10, 0, zone), Steps.At(today.PlusDays(2), 10, 0, zone)]);
            Promises.Sort();
        });
    }

    private Instant Wanted(Instant now, string deed)
    {
        var zone = _truth.ZoneAt(now);
        var today = now.InZone(zone).Date;
        var (six, eight) = (Steps.At(today, 18, 0, zone), Steps.At(today, 20, 0, zone));
        return deed switch
        {
            "tonight" when six > now => six,
            "tonight" when eight > now => eight,
            "tomorrow" => Steps.At(today.PlusDays(1), 10, 0, zone),
            "days" => Steps.At(today.PlusDays(3), 10, 0, zone),
            _ => now + Duration.FromHours(1),
        };
    }

    private void Chatter()
    {
        for (var n = _random.Next(25); n > 0; n--)
        {
            // Half of it just before or after the hours at which the coach speaks.
            var day = Year.Begins.InZone(_truth.ZoneAt(Year.Begins)).Date.PlusDays(_random.Next(1, 360));
            var at = Steps.At(day, new[] { 8, 10, 18, 20 }[_random.Next(4)], 0, _truth.ZoneAt(Year.Begins)) + Duration.FromSeconds(_random.Next(-700, 30));
            _life.At(_random.Next(2) == 0 ? at : at + Any(24), (now, typed) => _ = _random.Next(4) switch
            {
                0 => _life.Take(new Input.Showed(new Ontime.Person(1, "Lin", "en"), 1), now),
                1 => _life.Take(new Input.NotDeleted(1, Language.En), now),
                _ => _life.Say(now, typed, "/about"),
            });
        }
    }

    private void Pauses(Instant begin) => _life.At(begin, (now, typed) =>
    {
        _life.Say(now, typed, "/pause");
        _truth.Silent(now);
        if (_random.Next(2) == 0)
        {
            _life.At(now + Any(2), (then, _) =>
            {
                _life.Tap(then, "c:keep_bills");
                _truth.BillsOnly(then);
            });
        }

        _life.At(now + Duration.FromHours(3) + Any(24 * 30), Resumes);
    });

    private void Resumes(Instant now, Instant typed)
    {
        _life.Say(now, typed, "/resume");
        _truth.Speaks(now);
    }

    private void Blocks(Instant begin) => _life.At(begin, (now, _) =>
    {
        _life.Take(new Input.Reachable(false), now);
        _truth.Blocked(now);
        _life.At(now + Any(24 * 20), (then, _) =>
        {
            _life.Take(new Input.Reachable(true), then);
            _truth.Unblocked(then);
        });
    });

    private void Despairs(Instant begin) => _life.At(begin, (now, typed) =>
    {
        _life.Say(now, typed, "I don't want to live any more");
        _truth.Silent(now, now + Duration.FromDays(7));
        if (_random.Next(3) == 0)
        {
            _life.At(now + Any(24 * 6), Resumes);
        }
    });

    private void Sleeps(Instant begin) => _life.At(begin, (now, typed) =>
    {
        var (option, night) = new[] { ("h22_8", new Night(22, 8)), ("h21_9", new Night(21, 9)), ("h23_7", new Night(23, 7)), ("h0_9", new Night(0, 9)), ("h20_8", new Night(20, 8)) }[_random.Next(5)];
        _life.Say(now, typed, "/settings");
        Choose(now, "quiet");
        Choose(now, option);
        _truth.Sleeps(now, night);
        _life.Say(now, typed, "/cancel");
    });

    private void Adds(Instant begin) => _life.At(begin, (now, typed) =>
    {
        var (id, day) = (_life.Member.LastBill + 1, _random.Next(1, 32));
        _life.Say(now, typed, "/bills");
        Choose(now, "import");
        _life.Say(now, typed, string.Create(CultureInfo.InvariantCulture, $"b{id} {day}{(day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" })}"));
        _life.Say(now, typed, "/cancel");
        if (_life.Member.LastBill != id)
        {
            _truth.Problem(now, $"a bill of the {day} was not added");
            return;
        }

        _truth.Adds(new Owed(id, day, null, now));
    });

    private void Changes(Instant begin) => _life.At(begin, (now, typed) =>
    {
        // Not at the end of a month, where two days can mean the same date.
        var (bill, day) = (Any(), _random.Next(1, 28));
        if (bill is null || bill.Day == day || now.InZone(_truth.ZoneAt(now)).Day > 27)
        {
            return;
        }

        Pick(now, typed, bill);
        Choose(now, "edit");
        Choose(now, "day");
        _life.Say(now, typed, day.ToString(CultureInfo.InvariantCulture));
        _life.Say(now, typed, "/cancel");
        _truth.Ends(now, bill.Id);
        _truth.Adds(bill with { Day = day, Added = now });
    });

    private void Deletes(Instant begin) => _life.At(begin, (now, typed) =>
    {
        if (Any() is { } bill)
        {
            Pick(now, typed, bill);
            Choose(now, "delete");
            Choose(now, "yes");
            _life.Say(now, typed, "/cancel");
            _truth.Ends(now, bill.Id);
            _truth.Muted(now, bill.Id);
        }
    });

    private Owed? Any() => _truth.Bills is { Count: > 0 } bills ? bills[_random.Next(bills.Count)] : null;

    private void Pick(Instant now, Instant typed, Owed bill)
    {
        _life.Say(now, typed, "/bills");
        Choose(now, bill.Id.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A button of the open question.</summary>
    private void Choose(Instant now, string option) => _life.Tap(now, string.Create(CultureInfo.InvariantCulture, $"q{_life.Member.Asked}:{option}"));

    private void Moves(Instant now, Instant typed, string city, string zone)
    {
        _life.Say(now, typed, "/settings");
        _life.Tap(now, string.Create(CultureInfo.InvariantCulture, $"q{_life.Member.Asked}:zone"));
        _life.Say(now, typed, city);
        if (_life.Member.Zone != zone)
        {
            _truth.Problem(now, $"the zone did not become {zone}");
            return;
        }

        _truth.MovedTo(now, zone);
        _life.Say(now, typed, "/cancel");
    }

    private void Often(int oneOf, int most, Action<Instant> plan)
    {
        if (_random.Next(oneOf) > 0)
        {
            return;
        }

        for (var n = _random.Next(1, most + 1); n > 0; n--)
        {
            plan(Year.Begins + Duration.FromDays(_random.Next(5, 350)) + Any(24));
        }
    }

    private Duration Any(int hours) => Duration.FromSeconds(_random.Next(1, hours * 3600));

    private Duration Delay() => _random.Next(10) switch
    {
        < 5 => Duration.FromSeconds(_random.Next(3, 300)),
        < 9 => Any(10),
        _ => Any(24 * 6),
    };
}
