using System.Globalization;
using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>Puts bills into the calendar and changes them there.</summary>
internal static class Calendar
{
    private const int Shown = 3;

    /// <summary>The bill of this dialog gets its day, or a new one is added with it.</summary>
    public static void Put(Talk talk, DueDay? day, LocalDate? once = null)
    {
        var frame = talk.Top.With("sure", null);
        talk.Replace(frame);
        if (frame.Note("bill") is { } known)
        {
            Change(talk, known, bill => Moved(talk, bill) with { Day = day, Once = once });
            return;
        }

        if (talk.Member.Bills.Count >= Limits.Bills)
        {
            return;
        }

        var name = talk.Top.Note("name");
        var kind = name is not null && Kinds.Named(name) is var named and not BillKind.Other ? named : Kinds.Adding(talk.Top);
        var bill = Add(talk, kind, name, day, once);
        talk.Replace(talk.Top.With("bill", Number(bill.Id)).With("name", null).With("kind", null));
    }

    public static void Move(Talk talk, Bill bill, DueDay day) => Change(talk, Number(bill.Id), one => Moved(talk, one) with { Day = day, Once = null });

    /// <summary>From today on another day holds. What has passed without being paid is not lost by it.</summary>
    private static Bill Moved(Talk talk, Bill bill)
    {
        var open = Cycles.Open(bill, talk.Today, talk.Zone);
        talk.Ended.AddRange(open.Where(cycle => cycle.Due >= talk.Today).Select(cycle => (bill.Id, cycle.Due)));
        return bill with { Added = talk.Now, From = talk.Today, Cycles = [.. open.Where(cycle => cycle.Due < talk.Today).TakeLast(Cycles.Most)] };
    }

    /// <summary>A new bill. The caller has seen that there is room.</summary>
    public static Bill Add(Talk talk, BillKind kind, string? name, DueDay? day, LocalDate? once)
    {
        var bill = new Bill(talk.Member.LastBill + 1, kind, name, day, null, talk.Now, Muted: false, []) { Once = once, From = talk.Today };
        talk.Member = talk.Member with { Bills = talk.Member.Bills.Add(bill), LastBill = bill.Id };
        talk.Happened(EventKinds.Changed, ("what", "bill"), ("bill", Number(bill.Id)), ("day", day?.ToString()));
        if (talk.Member.Answers.GetValueOrDefault(Item.BillCalendar) is null or { Option: "none" or Answer.Skipped })
        {
            Answering.Put(talk, Item.BillCalendar, new Answer(kind is BillKind.Rent or BillKind.Utility ? "other" : kind.ToString().ToLowerInvariant(), talk.Now));
        }

        return bill;
    }

    public static void Change(Talk talk, string id, Func<Bill, Bill> change)
    {
        if (talk.Member.Bills.Find(bill => Number(bill.Id) == id) is { } bill)
        {
            talk.Member = talk.Member with { Bills = talk.Member.Bills.Replace(bill, change(bill)) };
            talk.Happened(EventKinds.Changed, ("what", "bill"), ("bill", id));
        }
    }

    /// <summary>The next dates a day stands for: 30 Nov, 31 Dec, 31 Jan.</summary>
    public static IReadOnlyList<Line> Implied(Talk talk, DueDay day)
    {
        var first = DueDates.Next(day, talk.Today).ToYearMonth();
        return [.. Enumerable.Range(0, Shown).Select(months => talk.Line("bills.date", ("date", talk.Date(day.In(first.PlusMonths(months))))))];
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
