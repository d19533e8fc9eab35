using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>A bill typed in one line: “花呗 10号 1200”, “Huabei 10th 1200”.</summary>
internal static class Lines
{
    /// <summary>Words under a question of something else that can only be a bill, by its kind and its day: it is added, the question waits.</summary>
    public static bool Take(Talk talk, string text)
    {
        if (BillLines.Read(text, talk.Member.Language) is not { } line || Kinds.Named(line.Name) == BillKind.Other)
        {
            return false;
        }

        Add(talk, "bills.add", line);
        return true;
    }

    /// <summary>A day or a kind is put right, of the bill that is named or of the one just added.</summary>
    public static bool Correct(Talk talk, string text)
    {
        if (Said.Renamed(talk, text) is var (wrong, kind))
        {
            Calendar.Change(talk, Calendar.Number(wrong.Id), one => one with { Kind = kind });
            talk.Say("bills.renamed", ("bill", BillBindings.Word(talk, kind)));
            Saying.Resume(talk);
            return true;
        }

        if (Said.Corrected(talk, text) is not var (bill, day))
        {
            return false;
        }

        Calendar.Move(talk, bill, day);
        talk.Say("bills.taken", ("bill", BillBindings.Name(talk, bill)), ("date", talk.Date(DueDates.Next(day, talk.Today))));
        return true;
    }

    /// <summary>Opens a question for a bill and answers it by the line.</summary>
    public static void Add(Talk talk, string question, BillLine line)
    {
        Machine.Open(talk, question);
        if (talk.Member.Top is { Open: not null } top && top.Step == question && talk.Set.Find(question) is { Doing: Doing.Asking { Ask: var ask } } step)
        {
            talk.Effects.RemoveAll(effect => effect is Effect.Say);
            talk.Replace(Prefill(talk, line));
            Machine.Take(talk, step, new Given(OptionOf(line, ask.Options), Typed: true));
        }
    }

    /// <summary>The option that the name stands for.</summary>
    public static string OptionOf(BillLine line, IReadOnlyList<string> options) =>
        Kinds.Named(line.Name).ToString().ToLowerInvariant() is var kind && options.Contains(kind) ? kind : "other";

    /// <summary>Hands the day, the name and the amount to the steps that would ask for them.</summary>
    public static Frame Prefill(Talk talk, BillLine line)
    {
        var frame = talk.Top.With("=R1.day", line.Day.ToString()).With("=bills.day", line.Day.ToString())
            .With("name", Kinds.IsPlain(line.Name) ? null : Cut(line.Name)).With("kind", Kinds.Named(line.Name) is var kind and not BillKind.Other ? kind.ToString().ToLowerInvariant() : null);
        var amount = line.Amount?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return amount is null ? frame : frame.With("=R1.amount", amount).With("=bills.amount", amount);
    }

    /// <summary>“房租” where rent has no button of its own is the rent all the same.</summary>
    public static Frame Kinded(Talk talk, string text) =>
        Kinds.Named(text) is var kind and (BillKind.Rent or BillKind.Utility) ? talk.Top.With("kind", kind.ToString().ToLowerInvariant()).With("name", Kinds.IsPlain(text) ? null : Cut(text)) : talk.Top;

    public static string Cut(string name) => name.Length <= Limits.Name ? name : name[..Limits.Name];
}
