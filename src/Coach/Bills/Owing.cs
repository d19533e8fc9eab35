using Ontime.Dialogs;

namespace Ontime.Bills;

/// <summary>“How much do I owe”: what the bills say that were given here, and what they do not say.</summary>
internal static class Owing
{
    public static void Tell(Talk talk)
    {
        var (known, unknown) = (talk.Member.Bills.Where(bill => bill.Amount is > 0).ToList(), talk.Member.Bills.Where(bill => bill.Amount is null).ToList());
        var lines = new List<Line>();
        if (known.Count > 0)
        {
            lines.Add(talk.Line("owe.known",
                ("sum", new Arg.Money(known.Sum(bill => bill.Amount!.Value))),
                ("bills", new Arg.Series([.. known.Select(bill => talk.Line("owe.bill", ("bill", BillBindings.Name(talk, bill)), ("amount", new Arg.Money(bill.Amount!.Value))))]))));
        }

        if (unknown.Count > 0)
        {
            lines.Add(talk.Line("owe.unknown", ("bills", new Arg.Series([.. unknown.Select(bill => talk.Line("bills.button", ("bill", BillBindings.Name(talk, bill))))]))));
        }

        if (lines.Count == 0)
        {
            lines.Add(talk.Line("owe.nothing"));
        }
        else if (talk.Member.Bills.Exists(bill => bill.Kind is not (BillKind.Rent or BillKind.Utility or BillKind.Other)))
        {
            lines.Add(talk.Line("owe.whole"));
        }

        talk.Effects.Add(new Effect.Say("n", new Message([.. lines], [[new Button("c:bills", talk.Line("button.bills"))]])));
    }
}
