using System.Collections.Immutable;
using NodaTime.Text;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Typing;

namespace Ontime.Bills;

/// <summary>A bill typed in one line: “花呗 10号 1200”, “Huabei 10th 1200”.</summary>
internal static class Lines
{
    /// <summary>Words under a question of something else that can only be a bill, by its kind and its day or amount: it is added, the question waits.</summary>
    public static bool Take(Talk talk, string text)
    {
        if (BillLines.Read(text, talk.Member.Language) is { } line)
        {
            // Of the list of bills any name will do; elsewhere “民生 3号” may be anything.
            return (Kinds.Named(line.Name) != BillKind.Other || talk.Member.Top?.Step == "bills") && Add(talk, "bills.add", text);
        }

        if (HowMany.IsOfBills(Plain.Of(text)))
        {
            Machine.Open(talk, "bills.import");
            return true;
        }

        if (BillLines.IsOneMore(text))
        {
            Machine.Open(talk, "bills.add");
            return true;
        }

        if (BillLines.Undated(text) is not var (name, amount))
        {
            return false;
        }

        if (Kept(talk, name) is not [var bill, ..])
        {
            return Add(talk, "bills.add", text);
        }

        Machine.Open(talk, "bills.amount", ("bill", Calendar.Number(bill.Id)), ("edit", "amount"), ("=bills.amount", Number(amount)));
        return true;
    }

    /// <summary>A line for a bill that is kept already, with another day: whether that one changes or a second is meant is asked. False where none is kept.</summary>
    public static bool Again(Talk talk, string text)
    {
        if (BillLines.Read(text, talk.Member.Language) is not { } line || Kept(talk, line.Name) is not { Count: > 0 } kept)
        {
            return false;
        }

        if (kept.Find(bill => bill.Day == line.Day) is { } same)
        {
            talk.Say("bills.have", ("bill", BillBindings.Name(talk, same)), ("date", talk.Date(Cycles.Next(same, talk.Today)!.Value)));
            return true;
        }

        Machine.Open(talk, "bills.same", [("bill", Calendar.Number(kept[^1].Id)), .. Notes(talk, line.Name, line, line.Amount)]);
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
    public static bool Add(Talk talk, string question, string text)
    {
        if (Again(talk, text))
        {
            return true;
        }

        Machine.Open(talk, question);
        if (talk.Member.Top is { Open: not null } top && top.Step == question && talk.Set.Find(question) is { Doing: Doing.Asking { Ask: var ask } } step && Fill(talk, text) is { } name)
        {
            talk.Effects.RemoveAll(effect => effect is Effect.Say);
            Machine.Take(talk, step, new Given(OptionOf(name, ask.Options), Typed: true));
        }

        return true;
    }

    /// <summary>The option that the name stands for.</summary>
    public static string OptionOf(string name, IReadOnlyList<string> options) =>
        Kinds.Named(name).ToString().ToLowerInvariant() is var kind && options.Contains(kind) ? kind : "other";

    /// <summary>Hands the day, the name and the amount of a line to the steps that would ask for them; its name, or null: it is no line of a bill.</summary>
    public static string? Fill(Talk talk, string text)
    {
        var line = BillLines.Read(text, talk.Member.Language);
        var undated = line is null ? BillLines.Undated(text) : null;
        if ((line?.Name ?? undated?.Name) is { } name)
        {
            talk.Replace(Notes(talk, name, line, line?.Amount ?? undated?.Amount).Aggregate(talk.Top.With("name", null).With("kind", null), (frame, note) => frame.With(note.Name, note.Value)));
            return name;
        }

        return null;
    }

    private static IEnumerable<(string Name, string Value)> Notes(Talk talk, string name, BillLine? line, decimal? amount)
    {
        if (!Kinds.IsPlain(name))
        {
            yield return ("name", Cut(name));
        }

        if (Kinds.Named(name) is var kind and not BillKind.Other)
        {
            yield return ("kind", kind.ToString().ToLowerInvariant());
        }

        foreach (var question in (string[])["R1", "bills"])
        {
            if (line is not null)
            {
                yield return ($"={question}.day", Dates.Of(line.Month, line.Day, talk.Today) is { } date ? LocalDatePattern.Iso.Format(date) : line.Day.ToString());
            }

            if (amount is { } sum)
            {
                yield return ($"={question}.amount", Number(sum));
            }
        }
    }

    /// <summary>The kept bills that a name stands for.</summary>
    private static ImmutableList<Bill> Kept(Talk talk, string name) =>
        talk.Member.Bills.FindAll(bill => Kinds.IsPlain(name) ? bill.Name is null && bill.Kind == Kinds.Named(name) : bill.Name is { } own && Plain.Of(own) == Plain.Of(name));

    private static string Number(decimal amount) => amount.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>“我是学生，只有花呗”: the one part that names a bill; null: none does, more than one, or it is none that there is.</summary>
    public static string? Only(string text)
    {
        var parts = text.Split([',', '，', '。', ';', '；', '.', '!', '！', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 && parts.Where(part => Kinds.Named(part) != BillKind.Other).ToList() is [var one] && BillLines.Alone(one) is { } name ? name : null;
    }

    /// <summary>“爸妈的房贷”: only what it is called, in answer to the question for a bill; null: not that.</summary>
    public static string? Name(Talk talk, string text)
    {
        if (BillLines.NameAlone(text) is not { } name)
        {
            return null;
        }

        var kind = Kinds.Named(name);
        talk.Replace(talk.Top.With("kind", kind.ToString().ToLowerInvariant()).With("name", Kinds.IsPlain(name) || kind is BillKind.Huabei or BillKind.Jiebei ? null : Cut(name)));
        return name;
    }

    /// <summary>“房租” where rent has no button of its own is the rent all the same.</summary>
    public static Frame Kinded(Talk talk, string text) =>
        Kinds.Named(text) is var kind and (BillKind.Rent or BillKind.Utility) ? talk.Top.With("kind", kind.ToString().ToLowerInvariant()).With("name", Kinds.IsPlain(text) ? null : Cut(text)) : talk.Top;

    public static string Cut(string name) => name.Length <= Limits.Name ? name : name[..Limits.Name];
}
