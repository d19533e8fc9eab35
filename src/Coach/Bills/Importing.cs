using Ontime.Dialogs;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>Many bills at once, one a line. Every line is answered: taken, or why not.</summary>
internal static class Importing
{
    /// <returns>Amounts that may not be kept before they are agreed to.</returns>
    public static IReadOnlyList<(int Bill, decimal Amount)> Take(Talk talk, string text)
    {
        var amounts = new List<(int, decimal)>();
        var taken = new List<Line>();
        var left = new List<Line>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Why(talk, line) is { } why)
            {
                left.Add(talk.Line("bills.not_taken", ("words", new Arg.Words(line)), ("why", new Arg.Text($"bills.why_{why}"))));
                continue;
            }

            var read = BillLines.Read(line, talk.Member.Language)!;
            taken.Add(Add(talk, read));
            if (read.Amount is { } amount && talk.Member.Amounts is null)
            {
                amounts.Add((talk.Member.LastBill, amount));
            }
        }

        talk.Effects.Add(new Effect.Say("n", new Message([.. taken, .. left], Message.NoButtons)));
        return amounts;
    }

    /// <summary>Why a line cannot be taken; null: it can.</summary>
    private static string? Why(Talk talk, string text) =>
        BillLines.Read(text, talk.Member.Language) is not { } line ? text.Any(char.IsAsciiDigit) && text.Any(char.IsLetter) ? "no_day" : text.Any(char.IsAsciiDigit) ? "no_name" : "no_day"
        : talk.Member.Bills.Count >= Limits.Bills ? "full"
        : talk.Member.Bills.Any(bill => bill.Day == line.Day && bill.Kind == Kinds.Named(line.Name) && (bill.Name ?? line.Name) == line.Name) ? "twice"
        : null;

    private static Line Add(Talk talk, BillLine line)
    {
        var bill = Calendar.Add(talk, Kinds.Named(line.Name), Kinds.IsPlain(line.Name) ? null : Lines.Cut(line.Name), line.Day, null);
        if (line.Amount is { } amount && talk.Member.Amounts is not null)
        {
            Calendar.Change(talk, Calendar.Number(bill.Id), one => one with { Amount = amount });
        }

        return talk.Line("bills.taken", ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(DueDates.Next(line.Day, talk.Today))));
    }
}
