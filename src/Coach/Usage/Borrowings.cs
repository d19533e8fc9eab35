using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Usage;

/// <summary>A borrowing being logged: where from, until when, and what it costs where that was said.</summary>
/// <param name="Amount">Yuan; null without the second consent.</param>
internal sealed record Borrowing(string From, LocalDate Until, int Days, decimal? Amount, BorrowingCost? Cost);

/// <summary>Borrowings in the calendar: each is a bill that falls due once.</summary>
internal static class Borrowings
{
    public static IReadOnlyList<Bill> Open(Member member)
    {
        var ids = member.Uses.Where(use => use.Kind == UseKind.Borrowing).Select(use => use.Bill).ToHashSet();
        return member.Bills.FindAll(bill => bill.Once is not null && bill.Past.IsEmpty && ids.Contains(bill.Id));
    }

    /// <summary>Null where its due day is not known yet.</summary>
    public static Borrowing? Being(Talk talk)
    {
        var frame = talk.Top;
        if (frame.Note("until") is not { } text || LocalDatePattern.Iso.Parse(text) is not { Success: true, Value: var until })
        {
            return null;
        }

        var days = Math.Max(1, Period.DaysBetween(talk.Today, until));
        var amount = Number(frame, "amount");
        var cost = (amount, Number(frame, "daily"), Number(frame, "yearly")) switch
        {
            ({ } yuan, { } daily, _) => BorrowingCost.ByDay(yuan, daily, days),
            ({ } yuan, _, { } yearly) => BorrowingCost.ByYear(yuan, yearly, days),
            _ => null,
        };
        return new Borrowing(frame.Note("from") ?? "loan", until, days, amount, cost);
    }

    public static void Add(Talk talk)
    {
        if (Being(talk) is not { } being)
        {
            return;
        }

        var id = 0;
        if (talk.Member.Bills.Count < Limits.Bills)
        {
            id = talk.Member.LastBill + 1;
            var bill = new Bill(id, Kind(being.From), null, null, being.Amount, talk.Now, Muted: false, []) { Once = being.Until, From = talk.Today };
            talk.Member = talk.Member with { Bills = talk.Member.Bills.Add(bill), LastBill = id };
        }

        talk.Member = talk.Member with { Uses = Uses.With(talk.Member.Uses, new Use(UseKind.Borrowing, talk.Today, being.Amount, id)) };
        talk.Happened(
            EventKinds.Used, ("what", nameof(UseKind.Borrowing)), ("from", being.From), ("until", LocalDatePattern.Iso.Format(being.Until)),
            ("amount", being.Amount?.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>One borrowing is paid, or something that is in no calendar.</summary>
    public static void Repay(Talk talk)
    {
        var paid = Open(talk.Member).FirstOrDefault(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == talk.Given?.Option);
        if (paid?.Once is { } due)
        {
            var cycle = Cycles.Open(paid, talk.Today, talk.Zone).FirstOrDefault(one => one.Due == due) ?? new Cycle(due, CycleState.Open);
            Payments.Record(talk, paid, cycle, due < talk.Today ? CycleState.PaidLate : CycleState.Paid, talk.Today);
            talk.Member = talk.Member with { Bills = talk.Member.Bills.RemoveAll(bill => bill.Id == paid.Id) };
        }

        talk.Member = talk.Member with { Uses = Uses.With(talk.Member.Uses, new Use(UseKind.Repayment, talk.Today, Bill: paid?.Id ?? 0)) };
        talk.Happened(EventKinds.Used, ("what", nameof(UseKind.Repayment)), ("bill", paid?.Id.ToString(CultureInfo.InvariantCulture)));
    }

    private static decimal? Number(Frame frame, string note) =>
        decimal.TryParse(frame.Note(note), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static BillKind Kind(string from) => from switch
    {
        "jiebei" => BillKind.Jiebei,
        "card" => BillKind.Card,
        "friend" => BillKind.Other,
        _ => BillKind.Loan,
    };
}
