using System.Globalization;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Dialogs;

namespace Ontime.Reminders;

/// <summary>Several due dates in one message: one line for each day, everything at one tap, or one by one.</summary>
internal static class Digest
{
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");

    public static Message Of(Talk talk, IReadOnlyList<Telling> tells)
    {
        var lines = new List<Line> { talk.Line("remind.several", ("n", new Arg.Number(tells.Count))) };
        foreach (var day in tells.GroupBy(tell => tell.Cycle.Due).OrderBy(day => day.Key))
        {
            var names = new Arg.Series([.. day.Select(tell => talk.Line("remind.name", ("bill", BillBindings.Name(talk, tell.Bill))))]);
            var key = day.Key > talk.Today ? "remind.line_ahead" : day.Key == talk.Today ? "remind.line_today" : "remind.line_past";
            lines.Add(talk.Line(key, ("date", talk.Date(day.Key)), ("bills", names)));
        }

        var row = new List<Button>();
        if (All(talk, tells) is { } all)
        {
            row.Add(all);
        }

        row.Add(Group(talk, tells, "each") ?? new Button("c:bills", talk.Line("deed.each")));
        return new Message(lines, [row]);
    }

    /// <summary>One tap for all, where it means the same for all: that the money is there, or that they are paid.</summary>
    private static Button? All(Talk talk, IReadOnlyList<Telling> tells) =>
        tells.All(tell => tell.Cycle.Due > talk.Today) ? Group(talk, tells, "all_ready")
        : tells.All(tell => tell.Cycle.Due == talk.Today) ? Group(talk, tells, "all_paid")
        : null;

    /// <summary>Null where so many bills do not fit a button.</summary>
    private static Button? Group(Talk talk, IReadOnlyList<Telling> tells, string deed)
    {
        var ids = string.Join('.', tells.Select(tell => tell.Bill.Id.ToString(CultureInfo.InvariantCulture)));
        var data = $"d{ids}:{Compact.Format(talk.Today)}:{deed}";
        return data.Length <= Limits.ButtonData ? new Button(data, talk.Line($"deed.{deed}")) : null;
    }

    /// <summary>The due dates a button for several stood for: of each bill the open one nearest to the day of the message.</summary>
    public static IReadOnlyList<(Bill Bill, Cycle Cycle)> Read(Talk talk, string ids, NodaTime.LocalDate day) =>
    [
        .. ids.Split('.')
            .Select(id => talk.Member.Bills.Find(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == id)).OfType<Bill>()
            .Select(bill => (bill, Cycles.Open(bill, talk.Today, talk.Zone)
                .Where(cycle => cycle.Told != 0 && NodaTime.Period.DaysBetween(day, cycle.Due) <= 3).MaxBy(cycle => cycle.Due)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.bill, pair.Item2!)),
    ];
}
