using System.Globalization;
using NodaTime.Text;
using Ontime.Bills;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>Speaks of bills: one due date with its own buttons, several in one message.</summary>
internal static class Reminding
{
    public const int Variants = 3;

    /// <summary>Keeps the marks of a look, and says what it found.</summary>
    public static void Handle(Talk talk, BillLook look)
    {
        foreach (var (bill, cycle) in look.Marked)
        {
            Keep(talk, bill, cycle);
        }

        if (look.Tell.Count == 0)
        {
            return;
        }

        foreach (var tell in look.Tell)
        {
            talk.Happened(
                EventKinds.Told, ("what", "bill"), ("bill", Number(tell.Bill.Id)), ("due", LocalDatePattern.Iso.Format(tell.Cycle.Due)),
                ("step", Chain.Of(tell.Number).ToString()), ("variant", Number(Variant(tell.Bill, tell.Cycle))));
        }

        talk.Member = Pace.SpokeOfBills(talk.Member, talk.Now);
        talk.Effects.Add(Words(talk, look.Tell, Waiting.Began(talk, look.Tell)));
    }

    /// <param name="about">By which it can be taken back while it waits to be sent.</param>
    public static Effect.Say Words(Talk talk, IReadOnlyList<Telling> tells, string about) =>
        new("bill", tells is [var one] ? Single(talk, one) : Digest.Of(talk, tells)) { About = about };

    /// <summary>Keeps the marks of a due date; the one that gives way for it was ignored.</summary>
    public static void Keep(Talk talk, int billId, Cycle cycle)
    {
        if (talk.Member.Bills.Find(one => one.Id == billId) is not { } bill)
        {
            return;
        }

        var (kept, dropped) = Cycles.Keep(bill, cycle);
        talk.Member = talk.Member with { Bills = talk.Member.Bills.Replace(bill, kept) };
        if (dropped is { State: CycleState.Open })
        {
            Ended(talk, bill, dropped, "ignored");
        }
    }

    /// <summary>The outcome of a due date, with the wording that was used for it.</summary>
    public static void Ended(Talk talk, Bill bill, Cycle cycle, string how) => talk.Happened(
        EventKinds.Outcome, ("bill", Number(bill.Id)), ("due", LocalDatePattern.Iso.Format(cycle.Due)), ("how", how),
        ("step", cycle.Told == 0 ? null : Chain.Of(int.Log2(cycle.Told)).ToString()), ("variant", cycle.Told == 0 ? null : Number(Variant(bill, cycle))));

    /// <summary>Wordings rotate from one due date to the next.</summary>
    public static int Variant(Bill bill, Cycle cycle) => (((cycle.Due.Year * 12) + cycle.Due.Month + bill.Id) % Variants) + 1;

    /// <summary>The question of a due date as of today, where the person wants to see it.</summary>
    public static Message Asked(Talk talk, Bill bill, Cycle cycle) => Single(talk, new Telling(bill, cycle, Chain.Words(cycle.Due, talk.Today), Asked: true));

    private static Message Single(Talk talk, Telling tell)
    {
        var (bill, cycle) = (tell.Bill, tell.Cycle);
        var name = BillBindings.Name(talk, bill);
        var lines = new List<Line>
        {
            talk.Line(
                Key(talk, tell),
                ("who", Who(talk)), ("bill", name), ("date", talk.Date(cycle.Due)), ("when", When(talk, cycle))),
        };
        if (bill.Amount is { } amount && talk.Member is { AmountsInReminders: true, Amounts: not null })
        {
            lines.Add(talk.Line("remind.amount", ("amount", new Arg.Money(amount))));
        }

        if (bill.Account is { } account && Chain.Of(tell.Number) is ChainStep.Before or ChainStep.Eve)
        {
            lines.Add(talk.Line("remind.account", ("account", new Arg.Words(account))));
        }

        if (Said(talk.Member, tell) is { } said)
        {
            lines.Add(talk.Line("plan.remind", ("plan", new Arg.Block([talk.Line(said.Key, ("bill", name))]))));
        }

        var rows = Rows.Arrange(talk, [.. Offered(talk, tell).Select(deed => Button(talk, bill, cycle, deed))]);
        rows.Add([Button(talk, bill, cycle, "why")]);
        return new Message(lines, rows);
    }

    /// <summary>What the person said they would do about their bills, where this is the moment for it: the last of it.</summary>
    private static IfThen? Said(Member member, Telling tell)
    {
        string[] moments = Chain.Of(tell.Number) switch
        {
            ChainStep.Before when tell.Bill.Kind == BillKind.Rent => ["B2.plan.t3", "B2.plan.payday", "R2.plan.t3", "R2.plan.payday", "R7.plan.payday"],
            ChainStep.Before => ["R2.plan.t3", "R2.plan.payday", "R7.plan.payday"],
            ChainStep.Eve => ["R7.plan.t1", "R7.plan.tonight", "R2.plan.short"],
            _ => [],
        };
        return member.Plans.FindLast(plan => moments.Contains(plan.Key));
    }

    /// <summary>The text of a step, where it matters with or without automatic payment.</summary>
    private static string Key(Talk talk, Telling tell)
    {
        var auto = AutoDebit.Of(talk.Member, tell.Bill) == true;
        var variant = Number(Variant(tell.Bill, tell.Cycle));
        return Chain.Of(tell.Number) switch
        {
            ChainStep.Before => $"remind.before.{variant}",
            ChainStep.Eve when auto => $"remind.eve.auto.{variant}",
            ChainStep.Eve => $"remind.eve.hand.{variant}",
            ChainStep.Morning when auto => $"remind.morning.auto.{variant}",
            ChainStep.Morning => $"remind.morning.hand.{variant}",
            ChainStep.Evening => $"remind.evening.{variant}",
            ChainStep.After => $"remind.after.{variant}",
            ChainStep.Third => $"remind.third.{variant}",
            _ => $"remind.weekly.{variant}",
        };
    }

    private static IReadOnlyList<string> Offered(Talk talk, Telling tell)
    {
        var auto = AutoDebit.Of(talk.Member, tell.Bill) == true;
        return Chain.Of(tell.Number) switch
        {
            ChainStep.Before => ["ready", "paid", "later"],
            ChainStep.Eve => [auto ? "funded" : "ready", "short", "paid"],
            ChainStep.Morning => [auto ? "through" : "paid", "not_yet", "minimum", "part", "cant", "nothing"],
            ChainStep.Evening => ["paid", "tonight", "cant"],
            ChainStep.After => ["on_day", "just_now", "unpaid", "cant"],
            _ => ["cleared", "options", "stop"],
        };
    }

    public static Button Button(Talk talk, Bill bill, Cycle cycle, string deed) => new(Deeds.Data(bill, cycle, deed), talk.Line($"deed.{deed}"));

    private static Arg.Block Who(Talk talk) =>
        talk.Member.Name is { } name ? new Arg.Block([talk.Line("remind.who", ("name", new Arg.Words(name)))]) : new Arg.Block([]);

    private static Arg.Block When(Talk talk, Cycle cycle) => new Arg.Block(
        [cycle.Due == talk.Today.PlusDays(-1) ? talk.Line("remind.yesterday") : talk.Line("remind.on", ("date", talk.Date(cycle.Due)))]);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
