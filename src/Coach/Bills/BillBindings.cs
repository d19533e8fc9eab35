using System.Collections.Frozen;
using System.Globalization;
using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>What the dialogs name of bills.</summary>
internal static class BillBindings
{
    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["has_bills"] = talk => !(talk.Member.Bills.Count == 0 && talk.Member.Answers.TryGetValue("R1", out var answer) && answer.Option == "none"),
        ["any_bill"] = talk => talk.Member.Bills.Count > 0,
        ["one_bill"] = talk => talk.Member.Bills.Count == 1,
        ["open_bill"] = talk => OpenCycles.Oldest(talk) is not null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["add_bill"] = Add,
        ["bill_amount"] = talk => Change(talk, bill => bill with { Amount = talk.Given?.Number ?? bill.Amount }),
        ["settle_bill"] = Settle,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["bill"] = talk => Current(talk) is { } bill ? Name(talk, bill) : Adding(talk),
        ["date"] = talk => Current(talk) is { } bill && DueDates.Next(bill, talk.Today) is { } due ? talk.Date(due) : talk.Date(talk.Today.PlusDays(90)),
        ["open_bill"] = talk => OpenCycles.Oldest(talk) is var (bill, _) ? Name(talk, bill) : null,
        ["open_due"] = talk => OpenCycles.Oldest(talk) is var (_, cycle) ? talk.Date(cycle.Due) : null,
        ["next_bill"] = talk => NextDue(talk) is { } bill ? Name(talk, bill) : null,
        ["back_next"] = talk => NextDue(talk) is null ? new Arg.Block([]) : new Arg.Block([talk.Line("back.next_due")]),
        ["next_due"] = talk => talk.Standing.NextDue is { } due ? talk.Date(due) : null,
    }.ToFrozenDictionary();

    private static Bill? NextDue(Talk talk) => talk.Member.Bills.Where(bill => bill.Day is not null).MinBy(bill => DueDates.Next(bill, talk.Today));

    /// <summary>The person's own word for it, else the kind's.</summary>
    public static Arg Name(Talk talk, Bill bill) =>
        bill.Name is { } name ? new Arg.Words(name) : new Arg.Block([talk.Line($"bill.{bill.Kind.ToString().ToLowerInvariant()}")]);

    private static void Add(Talk talk)
    {
        var day = talk.Given?.Day;
        if (talk.Top.Note("bill") is { } known && int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            talk.Member = talk.Member with { Bills = talk.Member.Bills.ConvertAll(bill => bill.Id == id ? bill with { Day = day, Cycles = Cycles(talk, day) } : bill) };
            return;
        }

        if (talk.Member.Bills.Count >= Limits.Bills)
        {
            return;
        }

        var number = talk.Member.LastBill + 1;
        var kind = talk.Top.Note("name") is { } name ? Kinds.Named(name) : Kinds.OfOption(talk.Top.Note("R1"));
        var bill = new Bill(number, kind, talk.Top.Note("name"), day, null, talk.Now, Muted: false, Cycles(talk, day));
        talk.Member = talk.Member with { Bills = talk.Member.Bills.Add(bill), LastBill = number };
        talk.Replace(talk.Top.With("bill", number.ToString(CultureInfo.InvariantCulture)).With("name", null));
        talk.Happened(EventKinds.Changed, ("what", "bill"), ("bill", number.ToString(CultureInfo.InvariantCulture)), ("day", day?.ToString()));
    }

    private static System.Collections.Immutable.ImmutableList<Cycle> Cycles(Talk talk, DueDay? day) =>
        day is { } known ? [new Cycle(DueDates.Next(known, talk.Today), CycleState.Open)] : [];

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

        CycleState? state = talk.Given?.Option switch
        {
            "on_time" => CycleState.Paid,
            "late" => CycleState.PaidLate,
            "not_paid" => CycleState.NotPaid,
            _ => null,
        };
        if (state is { } ended)
        {
            talk.Member = Settling.Settle(talk.Member, bill, cycle, ended, talk.Today);
            talk.Happened(EventKinds.Paid, ("bill", bill.Id.ToString(CultureInfo.InvariantCulture)), ("due", NodaTime.Text.LocalDatePattern.Iso.Format(cycle.Due)), ("how", ended.ToString()));
        }
    }

    /// <summary>The bill a dialog is about: the one just added, or the only one.</summary>
    private static Bill? Current(Talk talk)
    {
        var id = talk.Member.Frames.Reverse().Select(frame => frame.Note("bill")).FirstOrDefault(note => note is not null);
        return id is not null
            ? talk.Member.Bills.Find(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == id)
            : talk.Member.Top?.Note("R1") is null && talk.Member.Bills.Count > 0 ? talk.Member.Bills[^1] : null;
    }

    /// <summary>The bill being added has a kind before it has a place in the calendar.</summary>
    private static Arg? Adding(Talk talk) =>
        talk.Member.Top?.Note("name") is { } name ? new Arg.Words(name)
        : talk.Member.Top?.Note("R1") is { } option ? new Arg.Block([talk.Line($"R1.{option}")])
        : null;
}
