using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Dialogs;

namespace Ontime.Usage;

/// <summary>What the dialog of the usage log names. What is being logged waits in the notes of its frame.</summary>
internal static class UsageBindings
{
    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["has_borrowings"] = talk => Borrowings.Open(talk.Member).Count > 0,
        ["borrowed_many"] = talk => Judging.Borrowings(Recent(talk)) != "few",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["borrow_from"] = talk => Keep(talk, "from", talk.Given?.Option),
        ["borrow_amount"] = talk => Keep(talk, "amount", talk.Given?.Number?.ToString(CultureInfo.InvariantCulture)),
        ["borrow_until"] = talk => Keep(talk, "until", Until(talk) is { } until ? LocalDatePattern.Iso.Format(until) : null),
        ["borrow_rate"] = talk => Keep(talk, talk.Top.Step == "log.yearly" ? "yearly" : "daily", Rate(talk)?.ToString(CultureInfo.InvariantCulture)),
        ["borrow"] = Borrowings.Add,
        ["apply"] = Apply,
        ["repay"] = Borrowings.Repay,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, IReadOnlyList<Listed>>> Lists = new Dictionary<string, Func<Talk, IReadOnlyList<Listed>>>
    {
        ["borrowings"] = talk =>
        [
            .. Borrowings.Open(talk.Member).Select(bill => new Listed(
                bill.Id.ToString(CultureInfo.InvariantCulture),
                talk.Line("used.repay", ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(bill.Once ?? talk.Today))))),
            new Listed("other", talk.Line("used.repay_other")),
        ],
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["borrowed"] = Borrowed,
        ["borrowings_judged"] = talk => new Arg.Block([talk.Line($"used.{Judging.Borrowings(Recent(talk))}", ("n", new Arg.Number(Recent(talk))))]),
        ["applied"] = Applied,
        ["repaid"] = talk => new Arg.Text(talk.Given?.Option is null or "other" ? "used.repaid_other" : "used.repaid"),
    }.ToFrozenDictionary();

    private static int Recent(Talk talk) => Uses.Count(talk.Member.Uses, UseKind.Borrowing, talk.Today, Judging.BorrowingDays);

    private static void Keep(Talk talk, string name, string? value) => talk.Replace(talk.Top.With(name, value));

    private static LocalDate? Until(Talk talk) => talk.Given switch
    {
        { Date: { } date } => date,
        { Option: ['d', .. var days] } when int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => talk.Today.PlusDays(number),
        _ => null,
    };

    /// <summary>Percent; the buttons stand for hundredths of a percent a day.</summary>
    private static decimal? Rate(Talk talk) => talk.Given switch
    {
        { Number: { } number } => number,
        { Option: ['p', .. var hundredths] } when int.TryParse(hundredths, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number / 100m,
        _ => null,
    };

    private static void Apply(Talk talk)
    {
        var today = talk.Today;
        talk.Member = talk.Member with { Uses = Uses.With(talk.Member.Uses, new Use(UseKind.Application, today)) };
        talk.Happened(EventKinds.Used, ("what", nameof(UseKind.Application)));
        var said = talk.Member.Answers.GetValueOrDefault("D1");
        var before = Judging.Applications(talk.Member.Uses.RemoveAt(talk.Member.Uses.Count - 1), said, said?.At.InZone(talk.Zone).Date, today);
        if (talk.Set.Find("D1")?.Doing is Doing.Asking { Ask: var ask } && ask.BandOf(before + 1) is { } band)
        {
            Answering.Put(talk, "D1", new Members.Answer(band, talk.Now, before + 1));
        }
    }

    private static Arg.Block Applied(Talk talk)
    {
        var number = talk.Member.Answers.GetValueOrDefault("D1")?.Number ?? 1;
        return new Arg.Block([talk.Line(number > 1 ? "used.applied_many" : "used.applied", ("n", new Arg.Number(number)), ("date", talk.Date(talk.Today.PlusDays(Judging.ApplicationDays))))]);
    }

    /// <summary>What a borrowing costs and when it is due, said right after it was made: that is when it still changes something.</summary>
    private static Arg.Block? Borrowed(Talk talk)
    {
        if (Borrowings.Being(talk) is not { } being)
        {
            return null;
        }

        var lines = new List<Line>
        {
            talk.Line("used.due", ("from", new Arg.Text($"log.from.{being.From}")), ("days", new Arg.Number(being.Days)), ("date", talk.Date(being.Until))),
        };
        if (being.Cost is { } cost && being.Amount is { } amount)
        {
            lines.Insert(0, talk.Line(
                "used.cost", ("sum", new Arg.Money(amount)), ("days", new Arg.Number(being.Days)), ("a_day", new Arg.Money(cost.ADay)),
                ("in_all", new Arg.Money(cost.InAll)), ("rate", new Arg.Number(cost.YearlyPercent))));
        }

        return new Arg.Block(lines);
    }
}
