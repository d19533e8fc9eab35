using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>
/// A bill: its line, or where more is known of it an object with “b” the line, “a” the account in the person's words, and “u” what a mistap brings back
/// beyond the marks.
/// </summary>
internal static class BillJson
{
    public static void Write(Utf8JsonWriter json, ImmutableList<Bill> bills, Moments since)
    {
        if (bills.IsEmpty)
        {
            return;
        }

        json.WriteStartArray("b");
        var line = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        var before = 0L;
        foreach (var bill in bills)
        {
            var added = since.Milliseconds(bill.Added);
            BillLine.Append(ref line, bill, added - before, since);
            before = added;
            var more = bill.Before is not (null or { At: null, Overdue: null, Relief: null, Goal: null });
            if (bill.Account is null && !more)
            {
                json.WriteStringValue(line.Text);
                line.Clear();
                continue;
            }

            json.WriteStartObject();
            json.WriteString("b", line.Text);
            line.Clear();
            Keys.Text(json, "a", bill.Account);
            if (more && bill.Before is { } undone)
            {
                json.WriteStartObject("u");
                since.Write(json, "t", undone.At);
                Keys.Answer(json, "o", undone.Overdue, since);
                ReliefJson.Write(json, "r", undone.Relief, since);
                Keys.Answer(json, "g", undone.Goal, since);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static ImmutableList<Bill> Read(ref Utf8JsonReader json, Moments since)
    {
        var bills = ImmutableList.CreateBuilder<Bill>();
        var before = 0L;
        Keys.Start(ref json, JsonTokenType.StartArray);
        while (Keys.More(ref json))
        {
            bills.Add(One(ref json, ref before, since));
        }

        return bills.ToImmutable();
    }

    private static Bill One(ref Utf8JsonReader json, ref long before, Moments since)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            return BillLine.Read(json.GetString(), ref before, since);
        }

        Bill? bill = null;
        string? account = null;
        Undone? mistap = null;
        Span<char> key = stackalloc char[Keys.Longest];
        Keys.Start(ref json, JsonTokenType.StartObject);
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "b":
                    bill = BillLine.Read(json.GetString(), ref before, since);
                    break;
                case "a":
                    account = json.GetString();
                    break;
                case "u":
                    mistap = Mistap(ref json, bill?.Before, since);
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return (bill ?? throw new JsonException("A bill without its line.")) with { Account = account, Before = mistap ?? bill.Before };
    }

    private static Undone Mistap(ref Utf8JsonReader json, Undone? marks, Moments since)
    {
        var undone = marks ?? throw new JsonException("A mistap without its marks.");
        Span<char> key = stackalloc char[Keys.Longest];
        Keys.Start(ref json, JsonTokenType.StartObject);
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "t":
                    undone = undone with { At = since.Read(ref json) };
                    break;
                case "o":
                    undone = undone with { Overdue = AnswerLine.One(json.GetString(), since) };
                    break;
                case "r":
                    undone = undone with { Relief = ReliefJson.Read(ref json, since) };
                    break;
                case "g":
                    undone = undone with { Goal = AnswerLine.One(json.GetString(), since) };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return undone;
    }
}

/// <summary>The way off of a bill that cannot be paid: “b” the bill, “t” since when, “g” the goal before, “s” where tips were held back before.</summary>
internal static class ReliefJson
{
    public static void Write(Utf8JsonWriter json, string name, Relief? relief, Moments since)
    {
        if (relief is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("b", relief.Bill);
        since.Write(json, "t", relief.Since);
        Keys.Answer(json, "g", relief.Goal, since);
        Keys.Number(json, "s", relief.TipsSilent ? 1 : 0);
        json.WriteEndObject();
    }

    public static Relief Read(ref Utf8JsonReader json, Moments since)
    {
        var relief = new Relief(0, since.Instant(0), null, TipsSilent: false);
        Span<char> key = stackalloc char[Keys.Longest];
        Keys.Start(ref json, JsonTokenType.StartObject);
        while (Keys.Next(ref json, key) is >= 0 and var length)
        {
            switch (key[..length])
            {
                case "b":
                    relief = relief with { Bill = json.GetInt32() };
                    break;
                case "t":
                    relief = relief with { Since = since.Read(ref json) };
                    break;
                case "g":
                    relief = relief with { Goal = AnswerLine.One(json.GetString(), since) };
                    break;
                case "s":
                    relief = relief with { TipsSilent = json.GetInt32() != 0 };
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return relief;
    }
}
