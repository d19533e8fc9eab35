using NodaTime;
using Ontime.Dialogs;
using Ontime.Reminders;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>Words about a payment where no question asks for them: “花呗昨天还了”, “paid yesterday”, “can't pay”, “9 pm”.</summary>
internal static class TypedPayments
{
    /// <summary>So many days before its due date a bill that was named may be settled.</summary>
    private const int Early = 21;

    private static readonly string[] Paying = ["还", "付", "扣", "交", "paid", "pay"];

    private static readonly string[] Common = ["card", "bank", "bill", "loan", "account", "payment", "monthly", "plan", "the", "for", "and", "our", "paid", "pay", "due", "new", "old"];

    private static readonly string[] Remind = ["提醒", "remind"];

    private static readonly string[] Forgotten = ["忘", "forgot"];

    // Whoever says so need not be asked whether it was.
    private static readonly string[] OnTime = ["按时", "准时", "如期", "on time", "on the day"];

    /// <summary>False where the words are about no bill that is open.</summary>
    /// <param name="typedOn">The day they were typed: “yesterday” is relative to it.</param>
    public static bool Take(Talk talk, string text, LocalDate typedOn)
    {
        var language = talk.Member.Language;
        text = Plain.Folded(text);
        if (RemindMe.Take(talk, text, typedOn))
        {
            return true;
        }

        var (word, telling) = Told(text, language, typedOn);
        var time = word is null or "snooze" ? (Typist.Read(Kind.Time, text, language, typedOn) as Typed.Clock)?.Value : null;
        if (word is null && Payment.OfAnAmount(Plain.Of(text)))
        {
            return HowMuch.Ask(talk, Meant(talk, text, "paid"));
        }

        if (word is null && NothingDue.IsSaid(text))
        {
            return NothingDue.Take(talk, Meant(talk, text, "paid"));
        }

        if ((word is null && time is null) || (word is not "cant_pay" && !Array.Exists(Forgotten, text.Contains) && !SpeaksOfPaying(text) && Typist.Read(Kind.YesNo, text, language, typedOn) is not null))
        {
            return false;
        }

        // Under a question “mostly” answers that, not how much of a bill is paid.
        if (word == "partial" && talk.Member.Top?.Open is not null && !SpeaksOfPaying(text))
        {
            return false;
        }

        var meant = Meant(talk, text, word);
        if (word == "paid" && meant.Count > 0 && meant.TrueForAll(pair => !IsNamed(talk, pair.Bill, text)) && talk.Member.Bills.Exists(bill => IsNamed(talk, bill, text)))
        {
            // The bill that was named has ended already; the others were not meant.
            talk.Say("toast.settled");
            return true;
        }

        if (OtherMatters.Are(talk, meant, word, text))
        {
            return OtherMatters.Beside(talk, meant, word, text);
        }

        if (meant.Count == 0)
        {
            return (word is "paid" or "late" && NothingOpen(talk, text, word))
                || (word is "paid" or "minimum" or "partial" && NotKept(talk, text))
                // Nothing kept here is meant; that it cannot be paid is heard all the same.
                || (word == "cant_pay" && Chatting.Take(talk, SmallTalk.Hardship));
        }

        if (meant.Count > 1)
        {
            Which(talk, meant, DeedOf(word));
            return true;
        }

        Do(talk, meant[0].Bill, meant[0].Cycle, word ?? "snooze", time, PaidOn(telling, language, typedOn), typedOn, telling);
        return true;
    }

    /// <summary>What happened, and the words that say so: all of them, else the last part of the sentence that does (“sorry, I forgot, paid on the 12th”).</summary>
    private static (string? Word, string Telling) Told(string text, Language language, LocalDate typedOn)
    {
        if (Read(text) is { } whole)
        {
            return (whole, text);
        }

        var parts = text.Split([',', '，', '、', ';', '；', '.', '。', '!', '！', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Reverse().Where(SpeaksOfPaying).Select(part => (Read(part), part)).FirstOrDefault(pair => pair.Item1 is not null, (null, text));

        string? Read(string words) => (Typist.Read(Kind.Payment, words, language, typedOn) as Typed.Word)?.Id;
    }

    private static void Do(Talk talk, Bill bill, Cycle cycle, string word, LocalTime? time, LocalDate? paidOn, LocalDate typedOn, string telling)
    {
        switch (word)
        {
            case "paid" when typedOn > cycle.Due && Array.Exists(OnTime, telling.Contains):
                Payments.End(talk, bill, cycle, CycleState.Paid, cycle.Due);
                break;
            case "paid" when paidOn is null && typedOn > cycle.Due:
                // On time or late is the person's to say.
                talk.Effects.Add(new Effect.Say("bill", Reminding.Asked(talk, bill, cycle)));
                break;
            case "late" when typedOn <= cycle.Due:
                talk.Say("paid.not_late", ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(cycle.Due)));
                break;
            case "late" when !SpeaksOfPaying(telling):
                // “It is late” does not say that it is paid by now.
                talk.Effects.Add(new Effect.Say("bill", Reminding.Asked(talk, bill, cycle)));
                break;
            case "paid" or "late":
                var on = paidOn ?? typedOn;
                Payments.End(talk, bill, cycle, word == "late" || on > cycle.Due ? CycleState.PaidLate : CycleState.Paid, on);
                break;
            case "minimum":
                Payments.End(talk, bill, cycle, CycleState.Minimum, paidOn ?? typedOn);
                break;
            case "partial":
                Payments.Part(talk, bill, cycle);
                break;
            case "cant_pay":
                Payments.CannotPay(talk, bill, cycle);
                break;
            case "unpaid" when cycle.Due > talk.Today:
                // Nothing is due of it yet; an earlier one that stayed open comes first.
                talk.Say("paid.not_late", ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(cycle.Due)));
                break;
            case "unpaid" when cycle.Due < talk.Today:
                Payments.Unpaid(talk, bill, cycle);
                break;
            case "unpaid":
                Deeds.Answer(talk, bill, cycle, "deed.not_yet.say", ["paid", "later", "cant"]);
                break;
            case "snooze" when time is { } wanted:
                var until = Snoozes.At(talk, wanted);
                Snoozes.Set(talk, bill, cycle, until);
                Deeds.Answer(talk, bill, cycle, "deed.snoozed", [], ("at", Plan.PlanBindings.When(talk, until)));
                break;
            default:
                Deeds.Answer(talk, bill, cycle, "deed.later.say", Snoozes.Offered(talk));
                break;
        }
    }

    /// <summary>A bare “yes” or “no” is about something else; “已经还了” is a yes as well, and means a bill.</summary>
    public static bool SpeaksOfPaying(string text) => Array.Exists(Paying, word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>
    /// The open due dates the words can mean: of the bills they name, else of those the coach has spoken of. Where it has spoken of none, “can't pay” can
    /// mean any, and “paid yesterday” the only one there is.
    /// </summary>
    private static List<(Bill Bill, Cycle Cycle)> Meant(Talk talk, string text, string? word)
    {
        var open = OpenCycles.Of(talk.Member, talk.Today, talk.Zone).Where(pair => Period.DaysBetween(talk.Today, pair.Cycle.Due) <= Early).ToList();
        var named = open.Where(pair => IsNamed(talk, pair.Bill, text)).ToList();
        var told = open.Where(pair => pair.Cycle.Told != 0).ToList();
        if (named.Count == 0 && NamesAnother(talk, text))
        {
            return [];
        }

        var meant = named.Count > 0 ? named
            : told.Count > 0 ? told
            : word == "cant_pay" || (!Asked(talk) && (word is "paid" or "late" or "minimum" or "partial" || (word == "snooze" && Array.Exists(Remind, text.Contains))) && talk.Member.Bills.Count == 1) ? open
            : [];
        return meant.GroupBy(pair => pair.Bill.Id).Select(bill => bill.OrderBy(pair => pair.Cycle.Due).First()).ToList();
    }

    /// <summary>An item of the checklist is being asked: “all paid” answers that, and settles no bill nobody spoke of.</summary>
    private static bool Asked(Talk talk) => talk.Member.Top is { Open: not null } top && talk.Set.Find(top.Step) is { Item: not null };

    /// <summary>“Paid my credit card” is about no other bill, even where none is kept of the card.</summary>
    public static bool NamesAnother(Talk talk, string text) =>
        Said.Another(talk, text) || Lenders.Other(talk.Member.Bills, text) || Enum.GetValues<BillKind>().Any(kind => kind is not (BillKind.Other or BillKind.Loan) && talk.Member.Bills.TrueForAll(bill => bill.Kind != kind) && IsKind(talk, kind, text));

    public static bool IsNamed(Talk talk, Bill bill, string text) =>
        (bill.Name is { } name && (text.Contains(Plain.Folded(name), StringComparison.Ordinal) || Lenders.Same(name, text) || HasPart(name, text)))
        || (bill.Kind != BillKind.Other && IsKind(talk, bill.Kind, text));

    // “Visa” of a “Visa card”: a word of the name that no other bill would have.
    private static bool HasPart(string name, string text) =>
        Array.Exists(Plain.Of(name).Split(' '), word => word.Length > 2 && word[0] < 128 && !Kinds.IsPlain(word) && !Common.Contains(word) && Plain.Has(text, word));

    private static bool IsKind(Talk talk, BillKind kind, string text) =>
        Enum.GetValues<Language>().Any(language => talk.Set.Texts(language).Find($"bill.{kind.ToString().ToLowerInvariant()}") is { } name && Plain.Has(text, name));

    /// <summary>Paid, and not in the calendar: how it comes there.</summary>
    private static bool NotKept(Talk talk, string text)
    {
        if (!NamesAnother(talk, text) || talk.Member.Bills.Exists(bill => IsNamed(talk, bill, text)))
        {
            return false;
        }

        talk.Say("paid.not_kept");
        return true;
    }

    /// <summary>A bill that was named while nothing of it is open: it is said when something will be.</summary>
    private static bool NothingOpen(Talk talk, string text, string word)
    {
        if (talk.Member.Bills.Find(bill => bill.Day is not null && IsNamed(talk, bill, text)) is not { } bill)
        {
            return false;
        }

        talk.Say(word == "paid" ? "paid.early" : "paid.not_late", ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(Cycles.Next(bill, talk.Today)!.Value)));
        return true;
    }

    public static string DeedOf(string? word) => word switch
    {
        "paid" => "just_now",
        "late" => "cleared",
        "minimum" => "minimum",
        "partial" => "part",
        "cant_pay" => "cant",
        "unpaid" => "not_yet",
        _ => "later",
    };

    /// <summary>One button for each bill that can be meant.</summary>
    public static void Which(Talk talk, List<(Bill Bill, Cycle Cycle)> meant, string deed)
    {
        var buttons = meant.Select(pair => new Button(Deeds.Data(pair.Bill, pair.Cycle, deed), talk.Line("bills.button", ("bill", BillBindings.Name(talk, pair.Bill))))).ToList();
        talk.Effects.Add(new Effect.Say("bill", new Message([talk.Line("paid.which")], Rows.Arrange(talk, buttons))));
    }

    /// <summary>The day that stands at the beginning or the end of the words; null: none.</summary>
    private static LocalDate? PaidOn(string text, Language language, LocalDate typedOn)
    {
        for (var cut = 1; cut <= text.Length; cut++)
        {
            if (Date(text[^cut..]) is { } end && (cut == text.Length || !char.IsAsciiLetterOrDigit(text[^(cut + 1)])))
            {
                return end;
            }

            if (Date(text[..cut]) is { } begin && (cut == text.Length || !char.IsAsciiLetterOrDigit(text[cut])))
            {
                return begin;
            }
        }

        return null;

        LocalDate? Date(string part) => (Typist.Read(Kind.DatePast, part, language, typedOn) as Typed.Date)?.Value;
    }
}
