using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Bills;

/// <summary>Takes a person's word of how a due date ended: the record, what is overdue, and the reply.</summary>
internal static class Payments
{
    private const int Soon = 7, LongOverdue = 30;

    /// <summary>A due date has ended: its chain is over at once, and what of it still waits to be sent is taken back.</summary>
    public static void End(Talk talk, Bill bill, Cycle cycle, CycleState ended, LocalDate? paidOn)
    {
        var relieved = talk.Member.Relief is not null;
        Record(talk, bill, cycle, ended, paidOn);
        var settled = talk.Member.Bills.Find(one => one.Id == bill.Id)!.Past.Find(past => past.Due == cycle.Due)!;
        var date = talk.Date(cycle.Due);
        var name = BillBindings.Name(talk, bill);
        var lines = new List<Line> { talk.Line($"paid.{Key(settled, cycle, talk.Today)}", ("bill", name), ("date", date), ("n", new Arg.Number(settled.DaysLate))) };
        lines.AddRange(After(talk, bill, settled));
        Deeds.Put(talk, new Message(lines, [[Reminding.Button(talk, bill, cycle, settled.State == CycleState.PaidLate ? "was_on_time" : "undo")]]));
        AskOverdue(talk, cycle, settled);
        if (relieved && talk.Member.Relief is null && talk.Member.Top is { Dialog: "relief" })
        {
            // It is paid: what could be paid of it need not be asked any more.
            Machine.Leave(talk);
        }
    }

    /// <param name="late">Those past their date were paid today; else on their day.</param>
    public static void EndAll(Talk talk, IReadOnlyList<(Bill Bill, Cycle Cycle)> all, bool late)
    {
        foreach (var (bill, cycle) in all)
        {
            var past = cycle.Due < talk.Today;
            Record(talk, bill, cycle, past && late ? CycleState.PaidLate : CycleState.Paid, past && !late ? cycle.Due : talk.Today);
        }

        var last = all[^1];
        var settled = talk.Member.Bills.Find(one => one.Id == last.Bill.Id)!.Past.Find(past => past.Due == last.Cycle.Due)!;
        Deeds.Put(talk, new Message([talk.Line(settled.DaysLate > 0 ? "paid.all_late" : "paid.all", ("n", new Arg.Number(all.Count))), .. After(talk, last.Bill, settled)], Message.NoButtons));
    }

    /// <summary>A part is paid: it stays open, and the rest is asked for.</summary>
    public static void Part(Talk talk, Bill bill, Cycle cycle)
    {
        Stays(talk, bill, cycle, CycleState.Part);
        Deeds.Answer(talk, bill, cycle, "deed.part.say", ["paid", "later", "cant"]);
    }

    /// <summary>Past its date and not paid, by the person's word.</summary>
    public static void Unpaid(Talk talk, Bill bill, Cycle cycle)
    {
        Stays(talk, bill, cycle, CycleState.NotPaid);
        Deeds.Answer(talk, bill, cycle, "deed.unpaid.say", ["tonight", "days", "cant"]);
    }

    /// <summary>Limits fall silent; what counts is to talk to the lender.</summary>
    public static void CannotPay(Talk talk, Bill bill, Cycle cycle)
    {
        Stays(talk, bill, cycle, CycleState.CantPay);
        Relief.Begin(talk, bill);
        Deeds.Answer(talk, bill, cycle, "deed.cant.say");
        Machine.Open(talk, "relief");
    }

    /// <summary>A mistap: open again; or, paid late, that it was on time after all.</summary>
    public static Line? TakeBack(Talk talk, Bill bill, LocalDate due, string deed)
    {
        if (bill.Past is not [var settled, ..] || settled.Due != due)
        {
            talk.Effects.Add(new Effect.Strip("bill", talk.TappedMessage));
            return talk.Line("toast.old");
        }

        talk.Member = Settling.TakeBack(talk.Member, bill.Id, due);
        talk.Happened(EventKinds.Paid, ("bill", Number(bill.Id)), ("due", LocalDatePattern.Iso.Format(due)), ("how", "taken_back"), ("was", settled.State.ToString()));
        var opened = talk.Member.Bills.Find(one => one.Id == bill.Id)!;
        var cycle = bill.Before?.Cycle is { } before && before.Due == due ? Restored(talk, bill.Before) : new Cycle(due, CycleState.Open);
        if (deed == "was_on_time")
        {
            End(talk, opened, cycle, CycleState.Paid, due);
            return null;
        }

        // It is asked here and now: steps whose time has come are not told once more, those ahead are.
        cycle = cycle with { Told = cycle.Told | Chain.Passed(opened, due, talk.Now, talk.Zone, Quiet.Of(talk.Member)) };
        Reminding.Keep(talk, bill.Id, cycle);
        Deeds.Put(talk, Reminding.Asked(talk, opened, cycle));
        return null;
    }

    /// <summary>What went with the payment comes back, unless the person has said something else since.</summary>
    private static Cycle Restored(Talk talk, Undone before)
    {
        talk.Member = talk.Member with { Milestone = Math.Min(talk.Member.Milestone, before.Milestone) };
        if (before.Overdue is { } overdue && talk.Member.Answers.GetValueOrDefault(Item.Overdue)?.At == before.At)
        {
            Answering.Put(talk, Item.Overdue, overdue);
        }

        if (before.Relief is { } relief && talk.Member.Relief is null)
        {
            talk.Member = talk.Member with { Relief = relief, TipsSilent = true };
            if (before.Goal is { } goal)
            {
                Answering.Put(talk, "G1", goal);
            }
        }

        return before.Cycle.Snooze is { } snooze && snooze <= talk.Now ? before.Cycle with { Snooze = null } : before.Cycle;
    }

    public static void Record(Talk talk, Bill bill, Cycle cycle, CycleState ended, LocalDate? paidOn)
    {
        talk.Member = Settling.Settle(talk.Member, bill.Id, cycle.Due, ended, paidOn);
        talk.Happened(
            EventKinds.Paid, ("bill", Number(bill.Id)), ("due", LocalDatePattern.Iso.Format(cycle.Due)), ("how", ended.ToString()),
            ("on", paidOn is { } on ? LocalDatePattern.Iso.Format(on) : null),
            ("step", cycle.Told == 0 ? null : Chain.Of(int.Log2(cycle.Told)).ToString()), ("variant", cycle.Told == 0 ? null : Number(Reminding.Variant(bill, cycle))));
        talk.Ended.Add((bill.Id, cycle.Due));
        var before = new Undone(cycle, null, talk.Member.Milestone, null, talk.Member.Relief, null);
        if (cycle.Overdue && !OpenCycles.Of(talk.Member, talk.Today, talk.Zone).Any(pair => pair.Cycle.Overdue))
        {
            before = before with { Overdue = talk.Member.Answers.GetValueOrDefault(Item.Overdue), At = talk.Now };
            Answering.Put(talk, Item.Overdue, new Answer("none", talk.Now));
        }

        var goal = talk.Member.Answers.GetValueOrDefault("G1");
        Relief.Paid(talk, bill, cycle);
        before = talk.Member.Relief is null && before.Relief is not null ? before with { Goal = goal } : before with { Relief = null };
        var ending = talk.Member.Bills.Find(one => one.Id == bill.Id)!;
        talk.Member = talk.Member with { Bills = talk.Member.Bills.Replace(ending, ending with { Before = before }) };
    }

    /// <summary>It stays open. What is past its date counts as overdue, since the person said so.</summary>
    public static void Stays(Talk talk, Bill bill, Cycle cycle, CycleState state)
    {
        var late = Period.DaysBetween(cycle.Due, talk.Today);
        var known = Trouble.IsOverdue(talk.Member);
        var sets = late > 0 && !known;
        Reminding.Keep(talk, bill.Id, cycle with { State = state, Snooze = null, Overdue = cycle.Overdue || sets });
        talk.Happened(EventKinds.Paid, ("bill", Number(bill.Id)), ("due", LocalDatePattern.Iso.Format(cycle.Due)), ("how", state.ToString()));
        if (sets)
        {
            Answering.Put(talk, Item.Overdue, new Answer(late >= LongOverdue ? "ge30" : "lt30", talk.Now));
        }
    }

    /// <summary>The word “overdue” was the person's own before: whether it still holds is for them to say.</summary>
    private static void AskOverdue(Talk talk, Cycle cycle, Settled settled)
    {
        if (settled.State == CycleState.PaidLate && !cycle.Overdue && Trouble.IsOverdue(talk.Member))
        {
            Machine.Open(talk, Item.Overdue);
        }
    }

    private static string Key(Settled settled, Cycle cycle, LocalDate today) => settled.State switch
    {
        CycleState.PaidLate => settled.DaysLate == 1 ? "late_one" : "late",
        CycleState.Minimum => "minimum",
        CycleState.NothingDue => "nothing",
        _ => cycle.Due < today ? "filled_in" : "on_time",
    };

    /// <summary>The streak, the next date, and what else falls due within the week: nobody is reminded of one bill while others are hidden.</summary>
    private static IEnumerable<Line> After(Talk talk, Bill bill, Settled settled)
    {
        var streak = Row(talk, settled);
        var next = Cycles.Next(talk.Member.Bills.Find(one => one.Id == bill.Id)!, talk.Today) is { } due ? talk.Line("paid.next", ("date", talk.Date(due))) : null;
        if (streak is not null && next is not null)
        {
            yield return talk.Line("paid.both", ("streak", new Arg.Block([streak])), ("next", new Arg.Block([next])));
        }
        else if ((streak ?? next) is { } one)
        {
            yield return one;
        }


        var others = OpenCycles.Of(talk.Member, talk.Today, talk.Zone)
            .Where(pair => pair.Cycle is { State: CycleState.Open, Ready: false } && pair.Bill.Id != bill.Id && Period.DaysBetween(talk.Today, pair.Cycle.Due) is >= 0 and <= Soon)
            .OrderBy(pair => pair.Cycle.Due)
            .Select(pair => talk.Line("paid.other", ("bill", BillBindings.Name(talk, pair.Bill)), ("date", talk.Date(pair.Cycle.Due))))
            .ToList();
        if (others.Count > 0)
        {
            yield return talk.Line("paid.week", ("bills", new Arg.Series(others)));
        }
    }

    /// <summary>What became of the streak; null: nothing to say.</summary>
    private static Line? Row(Talk talk, Settled settled)
    {
        if (settled.Kept)
        {
            return talk.Line("paid.kept");
        }

        if (settled.DaysLate > 0)
        {
            var (onTime, all) = Streak.Record(talk.Member);
            return onTime == 0 ? talk.Line("paid.again") : talk.Line("paid.broken", ("n", new Arg.Number(onTime)), ("of", new Arg.Number(all)));
        }

        if (settled.State != CycleState.Paid)
        {
            return null;
        }

        // Beside a bill nobody has spoken of, or with a late one before, the count says more than the row.
        var months = Streak.IsInDoubt(talk.Member, talk.Today) ? 0
            : settled.Due > talk.Today ? Streak.Present(talk.Member, talk.Today)
            : Streak.Months(talk.Member, settled.Due);
        var (good, of) = Streak.Record(talk.Member);
        if (months == 0 || (months == 1 && good < of))
        {
            return of > 1 ? talk.Line("paid.record", ("n", new Arg.Number(good)), ("of", new Arg.Number(of))) : null;
        }

        if (Streak.Reached(talk.Member, months) is not { } reached)
        {
            return months > 1 ? talk.Line("paid.streak", ("n", new Arg.Number(months))) : null;
        }

        talk.Member = talk.Member with { Milestone = reached };
        return talk.Line($"paid.milestone.{Number(reached)}");
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
