using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>
/// What the coach knows of a bill, in one line: “3 Card d5 y2400 +460 p2610PP m15r/1 =CMB”. The number and the kind, and then, as far as there are any:
/// “d” the day, “y” yuan, “+” seconds from adding the bill before it (or joining) to this one, “f” the first day that counts (none: the day it was added,
/// in UTC; “f-”: not known), “o” the one date, “auto” or “manual”, “muted”, “c” the marks of an open due date (<see cref="CycleText"/>), “p” the past
/// (<see cref="PastText"/>), “m” the marks of the due date that ended last and the milestone before it did. Behind “ =”, to the end, the name in the
/// person's own words.
/// </summary>
internal static class BillLine
{
    private const string Named = " =";

    private static readonly string[] Kinds = Enum.GetNames<BillKind>();

    public static void Append(ref DefaultInterpolatedStringHandler line, Bill bill, long later, Moments since)
    {
        line.AppendFormatted(bill.Id);
        line.AppendLiteral(" ");
        line.AppendLiteral(Kinds[(int)bill.Kind]);
        if (bill.Day is { } day)
        {
            line.AppendLiteral(" d");
            line.AppendLiteral(day.ToString());
        }

        if (bill.Amount is { } amount)
        {
            line.AppendLiteral(" y");
            line.AppendFormatted(amount);
        }

        if (later != 0)
        {
            line.AppendLiteral(" +");
            Moments.Append(ref line, later);
        }

        if (bill.From != Day(bill.Added))
        {
            line.AppendLiteral(" f");
            if (bill.From is { } from)
            {
                Days.Append(ref line, from);
            }
            else
            {
                line.AppendLiteral("-");
            }
        }

        if (bill.Once is { } once)
        {
            line.AppendLiteral(" o");
            Days.Append(ref line, once);
        }

        line.AppendLiteral(bill.AutoDebit switch { true => " auto", false => " manual", null => "" });
        line.AppendLiteral(bill.Muted ? " muted" : "");
        foreach (var cycle in bill.Cycles)
        {
            line.AppendLiteral(" c");
            Days.Append(ref line, cycle.Due);
            line.AppendLiteral(":");
            CycleText.Append(ref line, cycle, since);
        }

        if (!bill.Past.IsEmpty)
        {
            line.AppendLiteral(" p");
            PastText.Append(ref line, bill.Past, bill.Day);
        }

        if (bill.Before is { } undone)
        {
            line.AppendLiteral(" m");
            if (bill.Past is not [var last, ..] || last.Due != undone.Cycle.Due)
            {
                Days.Append(ref line, undone.Cycle.Due);
                line.AppendLiteral(":");
            }

            CycleText.Append(ref line, undone.Cycle, since);
            line.AppendLiteral("/");
            line.AppendFormatted(undone.Milestone);
        }

        if (bill.Name is { } name)
        {
            line.AppendLiteral(Named);
            line.AppendLiteral(name);
        }
    }

    /// <param name="before">When the bill before was added, in milliseconds after the person joined; afterwards when this one was.</param>
    public static Bill Read(ReadOnlySpan<char> line, ref long before, Moments since)
    {
        string? name = null;
        if (line.IndexOf(Named) is >= 0 and var end)
        {
            name = line[(end + Named.Length)..].ToString();
            line = line[..end];
        }

        var words = line.Split(' ');
        var id = Days.Whole(Next(line, ref words));
        var kind = Array.IndexOf(Kinds, Next(line, ref words).ToString()) is >= 0 and var known ? (BillKind)known : throw new JsonException("No kind of bill here.");
        DueDay? day = null;
        decimal? amount = null;
        LocalDate? once = null, from = null;
        bool? auto = null;
        var (muted, usual) = (false, true);
        ImmutableList<Cycle> cycles = [];
        ImmutableList<Settled> past = [];
        Undone? undone = null;
        while (words.MoveNext())
        {
            var word = line[words.Current];
            var rest = word.IsEmpty ? word : word[1..];
            switch (word)
            {
                case "auto" or "manual":
                    auto = word is "auto";
                    break;
                case "muted":
                    muted = true;
                    break;
                case ['d', ..]:
                    day = DueDay.TryParse(rest.ToString(), out var parsed) ? parsed : throw new JsonException("No day of the month here.");
                    break;
                case ['y', ..]:
                    amount = Words.Decimal(rest);
                    break;
                case ['+', ..]:
                    before = checked(before + Moments.Parse(rest));
                    break;
                case ['f', ..]:
                    (usual, from) = (false, rest is "-" ? null : Days.Take(ref rest));
                    break;
                case ['o', ..]:
                    once = Days.Take(ref rest);
                    break;
                case ['c', ..]:
                    cycles = cycles.Add(Marks(rest, null, since));
                    break;
                case ['p', ..]:
                    past = PastText.Read(rest, day);
                    break;
                case ['m', ..]:
                    var slash = rest.LastIndexOf('/');
                    undone = new Undone(Marks(rest[..slash], past.IsEmpty ? null : past[0].Due, since), null, Days.Whole(rest[(slash + 1)..]), null, null, null);
                    break;
            }
        }

        var added = since.Instant(before);
        return new Bill(id, kind, name, day, amount, added, muted, cycles) { Once = once, From = usual ? Day(added) : from, AutoDebit = auto, Past = past, Before = undone };
    }

    private static ReadOnlySpan<char> Next(ReadOnlySpan<char> line, ref MemoryExtensions.SpanSplitEnumerator<char> words) =>
        words.MoveNext() ? line[words.Current] : throw new JsonException("A bill's line is too short.");

    /// <param name="due">Where it goes without saying; null: it must be named.</param>
    private static Cycle Marks(ReadOnlySpan<char> text, LocalDate? due, Moments since)
    {
        if (text.IndexOf(':') >= 0)
        {
            due = Days.Take(ref text);
            text = text.TrimStart(':');
        }

        return CycleText.Read(due ?? throw new JsonException("Marks without a due date."), text, since);
    }

    private static LocalDate Day(Instant added) => added.InUtc().Date;
}
