using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>What the dialogs name of bills.</summary>
internal static class BillBindings
{
    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["has_bills"] = talk => !(talk.Member.Bills.Count == 0 && talk.Member.Answers.TryGetValue("R1", out var answer) && answer.Option == "none"),
        ["any_bill"] = talk => talk.Member.Bills.Count > 0,
        ["relief_known"] = talk => Relieved(talk) is not null,
        ["one_bill"] = talk => talk.Member.Bills.Count == 1,
        ["open_bill"] = talk => OpenCycles.Oldest(talk) is not null,
        ["day_unsure"] = talk => talk.Top.Note("sure") is not null,
        ["no_date"] = talk => Dated(talk) is null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["new_bill"] = talk => talk.Replace(talk.Top.With("bill", null).With("sure", null).With("edit", null)),
        ["add_bill"] = Add,
        ["another_bill"] = talk =>
        {
            // The next one is a bill of its own, not a change of the one just added.
            if (talk.Given?.Option == "yes")
            {
                talk.Replace(talk.Top.With("bill", null).With("name", null).With("kind", null));
            }
        },
        ["bill_amount"] = talk => Change(talk, bill => bill with { Amount = talk.Given?.Number ?? bill.Amount }),
        ["relief_which"] = talk =>
        {
            if (talk.Member.Bills.Find(bill => Calendar.Number(bill.Id) == talk.Given?.Option) is { } bill)
            {
                Relief.Begin(talk, bill);
            }
        },
        ["settle_bill"] = Settle,
        ["goal"] = Relief.Chosen,
        ["bill_sure"] = talk =>
        {
            // Passed by, it is kept as it was said.
            if (talk.Given is { Option: "once" } && Dated(talk) is { } date)
            {
                Calendar.Put(talk, null, date);
            }
            else if (talk.Given is not { Option: "other" } && DueDay.TryParse(talk.Top.Note("day"), out var day))
            {
                Calendar.Put(talk, day);
            }
        },
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["bill"] = talk => Current(talk) is { } bill ? Name(talk, bill) : Adding(talk),
        ["date"] = talk => Current(talk) is { } bill && Cycles.Next(bill, talk.Today) is { } due ? talk.Date(due) : talk.Date(talk.Today.PlusDays(90)),
        ["relief_head"] = talk => Relieved(talk) is null ? new Arg.Block([talk.Line("relief.head")]) : new Arg.Block([]),
        ["relief_bill"] = talk => Of(ReliefWords.Bill(talk, Relieved(talk))),
        ["relief_whom"] = talk => Of(ReliefWords.Whom(talk, Relieved(talk))),
        ["relief_where"] = talk => Of(talk.Line(ReliefWords.Where(Relieved(talk)))),
        ["relief_close"] = talk => Of(talk.Line(ReliefWords.Close(Relieved(talk)))),
        ["relief_refused"] = talk => Of(talk.Line(ReliefWords.Refused(Relieved(talk)))),
        ["open_bill"] = talk => Asked(talk) is var (bill, _) ? Name(talk, bill) : null,
        ["open_due"] = talk => Asked(talk) is var (_, due) ? talk.Date(due) : null,
        ["next_bill"] = talk => NextDue(talk) is { } bill ? Name(talk, bill) : null,
        ["day_note"] = talk => new Arg.Block([talk.Line(talk.Member.Top?.Note("sure") is null ? "bills.day_kept" : talk.Given?.Date is null ? "bills.day_short" : "bills.day_dated")]),
        ["dated"] = talk => talk.Member.Top is not null && Dated(talk) is { } date ? talk.Date(date) : null,
        ["day"] = talk => DueDay.TryParse(talk.Member.Top?.Note("day"), out var day) ? new Arg.Day(day) : null,
        ["implied"] = talk => DueDay.TryParse(talk.Member.Top?.Note("day"), out var day) ? new Arg.Series(Calendar.Implied(talk, day)) : null,
        ["back_next"] = talk => NextDue(talk) is null ? new Arg.Block([]) : new Arg.Block([talk.Line("back.next_due")]),
        ["next_due"] = talk => talk.Standing.NextDue is { } due ? talk.Date(due) : null,
    }.ToFrozenDictionary();

    private static LocalDate? Dated(Talk talk) => talk.Top.Note("date") is { } date && LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var named } ? named : null;

    private static Arg.Block Of(Line line) => new([line]);

    private static Bill? Relieved(Talk talk) => talk.Member.Bills.Find(bill => bill.Id == talk.Member.Relief?.Bill);

    private static Bill? NextDue(Talk talk) => talk.Member.Bills.Where(bill => bill.Day is not null).MinBy(bill => Cycles.Next(bill, talk.Today));

    /// <summary>The person's own word for it, else the kind's.</summary>
    public static Arg Name(Talk talk, Bill bill) =>
        bill.Name is { } name ? new Arg.Words(name) : Word(talk, bill.Kind);

    /// <summary>The kind's own word.</summary>
    public static Arg.Block Word(Talk talk, BillKind kind) => new([talk.Line($"bill.{kind.ToString().ToLowerInvariant()}")]);

    /// <summary>Puts the day into the calendar. A day that not every month has, or a date that may be meant only once, is first said back: what it means, and whether that is right.</summary>
    private static void Add(Talk talk)
    {
        // A day that stands is kept where the question is passed by.
        if (talk.Given is { Option: "once" } || (talk.Given is null && talk.Top.Note("bill") is not null))
        {
            return;
        }

        var day = talk.Given?.Day;
        var date = talk.Given?.Date;
        if (day is not null && (day.Value.Number > 28 || date is not null) && talk.Top.Note(Machine.Only) is null)
        {
            talk.Replace(talk.Top.With("day", day.ToString()).With("sure", "asked").With("date", date is { } named ? LocalDatePattern.Iso.Format(named) : null));
            return;
        }

        Calendar.Put(talk, day);
    }

    private static void Change(Talk talk, Func<Bill, Bill> change)
    {
        if (Current(talk) is { } current)
        {
            talk.Member = talk.Member with { Bills = talk.Member.Bills.Replace(current, change(current)) };
        }
    }

    /// <summary>“How did it end”, asked of the oldest open due date.</summary>
    private static void Settle(Talk talk)
    {
        if (OpenCycles.Oldest(talk) is not var (bill, cycle))
        {
            return;
        }

        // What is echoed is the due date that was asked about, not the one that is the oldest open by then.
        talk.Replace(talk.Top.With("settled", $"{bill.Id} {LocalDatePattern.Iso.Format(cycle.Due)}"));
        switch (talk.Given?.Option)
        {
            case "on_time":
                Payments.Record(talk, bill, cycle, CycleState.Paid, cycle.Due);
                break;
            case "late":
                Payments.Record(talk, bill, cycle, CycleState.PaidLate, talk.Today);
                break;
            case "not_paid":
                Payments.Stays(talk, bill, cycle, CycleState.NotPaid);
                break;
        }
    }

    /// <summary>The due date a dialog asks about: the one just answered, else the oldest open one.</summary>
    private static (Bill Bill, LocalDate Due)? Asked(Talk talk)
    {
        if (talk.Given is not null && talk.Member.Top?.Note("settled")?.Split(' ') is [var id, var due]
            && talk.Member.Bills.Find(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == id) is { } settled)
        {
            return (settled, LocalDatePattern.Iso.Parse(due).Value);
        }

        return OpenCycles.Oldest(talk) is var (bill, cycle) ? (bill, cycle.Due) : null;
    }

    /// <summary>The bill a dialog is about: the one just added, or the only one.</summary>
    public static Bill? Current(Talk talk)
    {
        var id = talk.Member.Frames.Reverse().Select(frame => frame.Note("bill")).FirstOrDefault(note => note is not null);
        return id is not null
            ? talk.Member.Bills.Find(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == id)
            : talk.Member.Top?.Note("R1") is null && talk.Member.Top?.Note("bills.add") is null && talk.Member.Bills.Count > 0 ? talk.Member.Bills[^1] : null;
    }

    /// <summary>The bill being added has a kind before it has a place in the calendar.</summary>
    private static Arg Adding(Talk talk) =>
        talk.Member.Top?.Note("name") is { } name ? new Arg.Words(name)
        : talk.Member.Top is { } top ? Word(talk, Kinds.Adding(top))
        : new Arg.Text("bill.other");
}
