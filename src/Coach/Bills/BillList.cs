using NodaTime;
using Ontime.Dialogs;
using Ontime.Reminders;

namespace Ontime.Bills;

/// <summary>The bills in words: the list of /bills, one bill, its history, the next two weeks.</summary>
internal static class BillList
{
    private const int TwoWeeks = 14;

    public static IReadOnlyList<Line> Lines(Talk talk)
    {
        if (talk.Member.Bills.IsEmpty)
        {
            return [talk.Line("bills.none")];
        }

        var lines = talk.Member.Bills.OrderBy(bill => Shown(talk, bill)).Select(bill => One(talk, bill)).ToList();
        var (onTime, all) = Streak.Record(talk.Member);
        if (all > 0)
        {
            var months = Streak.IsInDoubt(talk.Member, talk.Today) ? 0 : Streak.Present(talk.Member, talk.Today);
            lines.Add(talk.Line(
                months > 1 ? "bills.record" : "bills.record_only", ("n", new Arg.Number(onTime)), ("of", new Arg.Number(all)), ("m", new Arg.Number(months))));
        }

        return lines;
    }

    public static IReadOnlyList<Line> Details(Talk talk, Bill bill)
    {
        var lines = new List<Line> { One(talk, bill) };
        if (bill.Amount is { } amount)
        {
            lines.Add(talk.Line("remind.amount", ("amount", new Arg.Money(amount))));
        }

        if (bill.AutoDebit is { } auto)
        {
            lines.Add(talk.Line(auto ? "bills.auto_on" : "bills.auto_off"));
        }

        if (bill.Account is { } account)
        {
            lines.Add(talk.Line("remind.account", ("account", new Arg.Words(account))));
        }

        return lines;
    }

    public static IReadOnlyList<Line> History(Talk talk, Bill bill) => bill.Past.IsEmpty
        ? [talk.Line("bills.no_history")]
        : [.. bill.Past.Select(past => talk.Line($"bills.ended_{Word(past)}", ("date", talk.Date(past.Due)), ("n", new Arg.Number(past.DaysLate))))];

    /// <summary>What falls due in the next two weeks, and when the coach will next speak of it.</summary>
    public static IReadOnlyList<Line> Upcoming(Talk talk)
    {
        var due = OpenCycles.Of(talk.Member, talk.Today, talk.Zone)
            .Where(pair => Period.DaysBetween(talk.Today, pair.Cycle.Due) is >= 0 and <= TwoWeeks)
            .GroupBy(pair => pair.Cycle.Due).OrderBy(day => day.Key)
            .Select(day => talk.Line("remind.line_ahead", ("date", talk.Date(day.Key)), ("bills", Names(talk, day.Select(pair => pair.Bill)))))
            .ToList();
        due.Insert(0, talk.Line(due.Count == 0 ? "bills.nothing_soon" : "bills.soon"));

        if (BillAgenda.Look(talk.Member, talk.Now).Next is { } next && next - talk.Now < Duration.FromDays(TwoWeeks))
        {
            due.Add(talk.Line("bills.next_word", ("at", Plan.PlanBindings.When(talk, next))));
        }

        return due;
    }

    private static Arg.Series Names(Talk talk, IEnumerable<Bill> bills) =>
        new([.. bills.Select(bill => talk.Line("remind.name", ("bill", BillBindings.Name(talk, bill))))]);

    private static Line One(Talk talk, Bill bill)
    {
        var name = BillBindings.Name(talk, bill);
        if (Shown(talk, bill) is not { } due)
        {
            return talk.Line("bills.line_no_day", ("bill", name));
        }

        if (bill.Past is [{ State: not CycleState.NothingDue } last, ..] && due > talk.Today && Period.DaysBetween(last.Due, talk.Today) < TwoWeeks)
        {
            return talk.Line("bills.line_paid", ("bill", name), ("date", talk.Date(last.Due)), ("next", talk.Date(due)));
        }

        var state = due < talk.Today ? "missed" : due == talk.Today ? "due" : bill.Muted ? "muted" : "upcoming";
        return talk.Line("bills.line", ("bill", name), ("date", talk.Date(due)), ("state", new Arg.Text($"bills.is_{state}")));
    }

    /// <summary>The due date a bill stands for in the list: the oldest without a result, else the next.</summary>
    private static LocalDate? Shown(Talk talk, Bill bill) =>
        Cycles.Open(bill, talk.Today, talk.Zone).Select(cycle => (LocalDate?)cycle.Due).FirstOrDefault() ?? Cycles.Next(bill, talk.Today);

    private static string Word(Settled past) => past.State switch
    {
        CycleState.Paid => "paid",
        CycleState.PaidLate => "late",
        CycleState.Minimum => "minimum",
        _ => "nothing",
    };
}
