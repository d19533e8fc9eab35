using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Dialogs;
using Ontime.Reminders;

namespace Ontime.Bills;

/// <summary>Buttons of reminders: <c>d&lt;bill&gt;:&lt;due&gt;:&lt;deed&gt;</c>, good as long as that due date is open. The reply goes into the message tapped.</summary>
internal static class Deeds
{
    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");

    public static string Data(Bill bill, Cycle cycle, string deed) =>
        $"d{bill.Id.ToString(CultureInfo.InvariantCulture)}:{Compact.Format(cycle.Due)}:{deed}";

    /// <returns>A line that passes by, or null.</returns>
    public static Line? Press(Talk talk, string data)
    {
        if (data[1..].Split(':') is not [var id, var day, var deed] || Compact.Parse(day) is not { Success: true, Value: var due })
        {
            return Taps.Stale(talk);
        }

        if (deed is "all_ready" or "all_paid" or "all_on_day" or "all_just_now" or "each")
        {
            return Several(talk, id, due, deed);
        }

        if (talk.Member.Bills.Find(bill => bill.Id.ToString(CultureInfo.InvariantCulture) == id) is not { } bill)
        {
            return Gone(talk);
        }

        var cycle = Cycles.Open(bill, talk.Today, talk.Zone).FirstOrDefault(cycle => cycle.Due == due);
        if (deed is "undo" or "was_on_time")
        {
            return Payments.TakeBack(talk, bill, due, deed);
        }

        return cycle is null ? Gone(talk) : Do(talk, bill, cycle, deed);
    }

    private static Line? Do(Talk talk, Bill bill, Cycle cycle, string deed)
    {
        switch (deed)
        {
            case "paid" or "through" when cycle.Due < talk.Today:
                // Asked on the day, answered later: when it was paid is the person's to say.
                Put(talk, Reminding.Asked(talk, bill, cycle));
                return null;
            case "paid" or "through" or "on_day":
                Payments.End(talk, bill, cycle, CycleState.Paid, cycle.Due < talk.Today ? cycle.Due : talk.Today);
                return null;
            case "just_now" or "cleared":
                Payments.End(talk, bill, cycle, talk.Today > cycle.Due ? CycleState.PaidLate : CycleState.Paid, talk.Today);
                return null;
            case "minimum":
                Payments.End(talk, bill, cycle, CycleState.Minimum, talk.Today);
                return null;
            case "nothing":
                Payments.End(talk, bill, cycle, CycleState.NothingDue, null);
                return null;
            case "part":
                Payments.Part(talk, bill, cycle);
                return null;
            case "unpaid":
                Payments.Unpaid(talk, bill, cycle);
                return null;
            case "cant" or "options":
                Payments.CannotPay(talk, bill, cycle);
                return null;
            case "ready" or "funded":
                Reminding.Keep(talk, bill.Id, cycle with { Ready = true });
                Answer(talk, bill, cycle, cycle.Due <= talk.Today ? "deed.ready.today" : cycle.Due == talk.Today.PlusDays(1) ? "deed.funded.say" : "deed.ready.say");
                return null;
            case "short" or "not_yet":
                Answer(talk, bill, cycle, deed == "short" ? "deed.short.say" : "deed.not_yet.say", ["paid", "later", "cant"]);
                return null;
            case "later":
                Answer(talk, bill, cycle, "deed.later.say", Snoozes.Offered(talk));
                return null;
            case "mute":
                Mute(talk, bill, cycle);
                return null;
            case "stop":
                Reminding.Keep(talk, bill.Id, cycle with { Told = Chain.UpTo(Chain.Count - 1), Snooze = null });
                Reminding.Ended(talk, bill, cycle, "muted");
                Answer(talk, bill, cycle, "deed.stop.say");
                return null;
            case "why":
                talk.SayWith([[Reminding.Button(talk, bill, cycle, "change"), Reminding.Button(talk, bill, cycle, "mute")]], "deed.why.say",
                    ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(bill.Added.InZone(talk.Zone).Date)));
                return null;
            case "change":
                // The message stays: it is still the place to answer what it asks.
                Machine.Open(talk, "bills.edit", ("bill", bill.Id.ToString(CultureInfo.InvariantCulture)));
                return null;
            default:
                if (Snoozes.Of(talk, deed) is not { } until)
                {
                    return Taps.Stale(talk);
                }

                RemindMe.Set(talk, bill, cycle, until);
                return null;
        }
    }

    /// <summary>Puts words in the place of the reminder.</summary>
    public static void Answer(
        Talk talk, Bill bill, Cycle cycle, string key, IReadOnlyList<string>? deeds = null, params (string Name, Arg Arg)[] given)
    {
        var line = talk.Line(key, [("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(cycle.Due)), .. given]);
        var rows = Rows.Arrange(talk, [.. (deeds ?? []).Select(deed => Reminding.Button(talk, bill, cycle, deed))]);
        Put(talk, new Message([line], rows));
    }

    public static void Put(Talk talk, Message message) =>
        talk.Effects.Add(talk.TappedMessage is null ? new Effect.Say("bill", message) : new Effect.Edit("bill", talk.TappedMessage, message));

    private static Line? Several(Talk talk, string ids, LocalDate day, string deed)
    {
        var all = Digest.Read(talk, ids, day);
        if (all.Count == 0)
        {
            return Gone(talk);
        }

        switch (deed)
        {
            case "all_ready":
                foreach (var (bill, cycle) in all)
                {
                    Reminding.Keep(talk, bill.Id, cycle with { Ready = true });
                }

                Put(talk, new Message(talk.Line("deed.all_ready.say")));
                return null;
            case "all_paid" when all.Any(pair => pair.Cycle.Due < talk.Today):
                Put(talk, new Message([talk.Line("deed.all_when.say")], [[All("all_on_day"), All("all_just_now")], [All("each")]]));
                return null;
            case "all_paid" or "all_on_day" or "all_just_now":
                Payments.EndAll(talk, all, late: deed == "all_just_now");
                return null;
            default:
                talk.Effects.Add(new Effect.Strip("bill", talk.TappedMessage));
                foreach (var (bill, cycle) in all)
                {
                    talk.Effects.Add(new Effect.Say("bill", Reminding.Asked(talk, bill, cycle)));
                }

                return null;
        }

        Button All(string other) => new($"d{ids}:{Compact.Format(day)}:{other}", talk.Line($"deed.{other}"));
    }

    private static void Mute(Talk talk, Bill bill, Cycle cycle)
    {
        talk.Member = talk.Member with { Bills = talk.Member.Bills.Replace(bill, bill with { Muted = true }) };
        talk.Ended.Add((bill.Id, cycle.Due));
        Reminding.Ended(talk, bill, cycle, "muted");
        talk.Happened(EventKinds.Changed, ("what", "bill_muted"), ("bill", bill.Id.ToString(CultureInfo.InvariantCulture)), ("to", "yes"));
        Answer(talk, bill, cycle, "deed.mute.say");
    }

    /// <summary>That due date has ended, or its bill has gone.</summary>
    private static Line Gone(Talk talk)
    {
        talk.Effects.Add(new Effect.Strip("bill", talk.TappedMessage));
        return talk.Line("toast.settled");
    }
}
