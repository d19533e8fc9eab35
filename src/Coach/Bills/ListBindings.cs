using System.Collections.Frozen;
using NodaTime;
using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>What the dialog of /bills names.</summary>
internal static class ListBindings
{
    /// <summary>A question is asked of a new bill, or where it is what is to be changed.</summary>
    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["asks_name"] = talk => talk.Top.Note("edit") is { } edit ? edit == "name" : NeedsName(talk),
        ["asks_day"] = talk => Asks(talk, "day"),
        ["asks_amount"] = talk => Asks(talk, "amount"),
        ["asks_auto"] = talk => Asks(talk, "auto"),
        ["amounts_wait"] = Unagreed.Waits,
        ["asks_account"] = talk => Asks(talk, "account"),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["pick_bill"] = talk => talk.Replace(talk.Top.With("bill", talk.Member.Bills.Exists(bill => Calendar.Number(bill.Id) == talk.Given!.Option) ? talk.Given!.Option : null).With("edit", null).With("name", null).With("kind", null)),
        ["bill_edit"] = talk => talk.Replace(talk.Top.With("edit", talk.Given!.Option)),
        ["bill_name"] = Rename,
        ["bill_once"] = talk =>
        {
            if (talk.Given?.Date is { } date)
            {
                Calendar.Put(talk, null, date);
            }
        },
        ["bill_auto"] = talk => Change(talk, bill => bill with { AutoDebit = talk.Given?.Option switch { "yes" => true, "no" => false, _ => null } }),
        ["bill_account"] = talk => Change(talk, bill => bill with { Account = talk.Given?.Words is { } words ? Lines.Cut(words) : null }),
        ["bill_do"] = Do,
        ["bill_same"] = Same,
        ["bill_delete"] = talk =>
        {
            if (talk.Given?.Option == "yes" && BillBindings.Current(talk) is { } bill)
            {
                var left = talk.Member.Bills.Remove(bill);
                talk.Ended.AddRange(bill.Cycles.Select(cycle => (bill.Id, cycle.Due)));

                // Without a bill it is open again whether there is anything to repay.
                talk.Member = talk.Member with { Bills = left, Answers = left.IsEmpty ? talk.Member.Answers.Remove(Checklist.Item.BillCalendar) : talk.Member.Answers };
                if (talk.Member.Relief?.Bill == bill.Id)
                {
                    Relief.End(talk);
                }

                talk.Happened(EventKinds.Changed, ("what", "bill_deleted"), ("bill", Calendar.Number(bill.Id)));
            }
        },
        ["import_bills"] = talk =>
        {
            if (talk.Given?.Words is { } words)
            {
                Unagreed.Keep(talk, Importing.Take(talk, words));
            }
        },
        ["calendar"] = talk => talk.Effects.Add(new Effect.File(FileKind.Calendar)),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, IReadOnlyList<Listed>>> Lists = new Dictionary<string, Func<Talk, IReadOnlyList<Listed>>>
    {
        ["bills"] = talk =>
        [
            .. talk.Member.Bills.Select(bill => new Listed(Calendar.Number(bill.Id), talk.Line("bills.button", ("bill", BillBindings.Name(talk, bill))))),
            new Listed("add", talk.Line("bills.button_add")),
            new Listed("import", talk.Line("bills.button_import")),
            .. talk.Member.Bills.IsEmpty ? Array.Empty<Listed>() : [new Listed("calendar", talk.Line("bills.button_calendar"))],
            new Listed("done", talk.Line("button.done")),
        ],
        ["relief_bills"] = talk =>
        [
            .. talk.Member.Bills.Select(bill => new Listed(Calendar.Number(bill.Id), talk.Line("bills.button", ("bill", BillBindings.Name(talk, bill))))),
            new Listed("another", talk.Line("relief.which.another")),
        ],
        ["bill_deeds"] = talk =>
        [
            .. BillBindings.Current(talk) is { } bill && Showing(talk, bill) is not null ? [new Listed("result", talk.Line("bills.button_result"))] : Array.Empty<Listed>(),
            new Listed("edit", talk.Line("bills.button_edit")),
            BillBindings.Current(talk) is { Muted: true } ? new Listed("unmute", talk.Line("bills.button_unmute")) : new Listed("mute", talk.Line("bills.button_mute")),
            new Listed("history", talk.Line("bills.button_history")),
            new Listed("delete", talk.Line("bills.button_delete")),
            new Listed("back", talk.Line("bills.button_back")),
        ],
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["bill_list"] = talk => new Arg.Block(BillList.Lines(talk)),
        ["bill_details"] = talk => BillBindings.Current(talk) is { } bill ? new Arg.Block(BillList.Details(talk, bill)) : new Arg.Text("bills.gone"),
        ["history"] = talk => BillBindings.Current(talk) is { } bill ? new Arg.Block(BillList.History(talk, bill)) : new Arg.Text("bills.gone"),
        ["upcoming"] = talk => new Arg.Block(BillList.Upcoming(talk)),
    }.ToFrozenDictionary();

    private static bool Asks(Talk talk, string what) => talk.Top.Note("edit") is not { } edit || edit == what;

    /// <summary>The kind alone does not tell it from others.</summary>
    private static bool NeedsName(Talk talk) =>
        talk.Top.Note("name") is null && talk.Top.Note("bill") is null && talk.Top.Note("bills.add") is not null
        && Kinds.Adding(talk.Top) is var kind && (kind is BillKind.Card or BillKind.Loan or BillKind.Utility or BillKind.Other || talk.Member.Bills.Any(bill => bill.Kind == kind));

    private static void Rename(Talk talk)
    {
        var name = talk.Given?.Words is { } words ? Lines.Cut(words) : null;
        if (talk.Top.Note("bill") is not null)
        {
            Change(talk, bill => bill with { Name = name });
            return;
        }

        // “CMB card 31st” names it and says the day.
        var named = talk.Given?.Words is { } whole ? Lines.Fill(talk, whole) : null;
        talk.Replace(talk.Top.With("name", named is null ? name : Lines.Cut(named)));
    }

    /// <summary>A line for a bill that is kept: its day changes, or it is another one, which needs a name of its own.</summary>
    private static void Same(Talk talk)
    {
        if (talk.Given?.Option == "second")
        {
            talk.Replace(talk.Top.With("bill", null).With("bills.add", talk.Top.Note("kind") ?? "other"));
        }
        else if (talk.Given?.Option == "change" && talk.Top.Note("=bills.day") is { } typed && Prefills.Day(typed) is { Day: { } day } && BillBindings.Current(talk) is { } bill)
        {
            Calendar.Move(talk, bill, day);
        }
    }

    private static void Change(Talk talk, Func<Bill, Bill> change)
    {
        if (BillBindings.Current(talk) is { } bill)
        {
            Calendar.Change(talk, Calendar.Number(bill.Id), change);
        }
    }

    private static void Do(Talk talk)
    {
        switch (talk.Given?.Option)
        {
            case "mute" or "unmute":
                Change(talk, bill => bill with { Muted = talk.Given.Option == "mute" });
                break;
            case "result" when BillBindings.Current(talk) is { } bill && Showing(talk, bill) is { } cycle:
                talk.Effects.Add(new Effect.Strip("q", talk.TappedMessage));
                talk.Effects.Add(new Effect.Say("bill", Reminders.Reminding.Asked(talk, bill, cycle)));
                break;
        }
    }

    /// <summary>The due date whose result can be told: the oldest open one, not more than three weeks ahead.</summary>
    private static Cycle? Showing(Talk talk, Bill bill) =>
        Cycles.Open(bill, talk.Today, talk.Zone).FirstOrDefault(cycle => Period.DaysBetween(talk.Today, cycle.Due) <= 21);
}
