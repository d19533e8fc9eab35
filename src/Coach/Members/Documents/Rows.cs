using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using Ontime.Checklist;
using Ontime.Reminders;
using Ontime.Scores;
using Ontime.Usage;

namespace Ontime.Members.Documents;

/// <summary>What comes in numbers, each as an array: what cannot be missing first, what mostly is last.</summary>
internal static class Rows
{
    private static readonly string[] Uses = Enum.GetNames<UseKind>();

    /// <summary>Writes the cells of one row.</summary>
    public delegate void Cells<in T>(Utf8JsonWriter json, T row, Moments since);

    /// <summary>Reads a row; the reader stands on the first cell, and what is left of it is passed over.</summary>
    public delegate T Row<out T>(ref Utf8JsonReader json, Moments since);

    public static void Write<T>(Utf8JsonWriter json, string key, ImmutableList<T> rows, Moments since, Cells<T> cells)
    {
        if (rows.IsEmpty)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            cells(json, row, since);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    public static ImmutableList<T> Read<T>(ref Utf8JsonReader json, Moments since, Row<T> read)
    {
        var rows = ImmutableList.CreateBuilder<T>();
        Keys.Start(ref json, JsonTokenType.StartArray);
        while (Keys.More(ref json))
        {
            Keys.Start(ref json, JsonTokenType.StartArray);
            Keys.Must(ref json);
            rows.Add(read(ref json, since));
            Keys.End(ref json);
        }

        return rows.ToImmutable();
    }

    public static Instant Moment(ref Utf8JsonReader json, Moments since) => since.Read(ref json);

    /// <summary>The month, bills due, what they count together, those late, those that leave the streak whole.</summary>
    public static void Write(Utf8JsonWriter json, PaidMonth month, Moments since)
    {
        Days.Write(json, month.Month);
        json.WriteNumberValue(month.Due);
        json.WriteNumberValue(month.Paid);
        if (month.Late != 0 || month.Kept != 0)
        {
            json.WriteNumberValue(month.Late);
            json.WriteNumberValue(month.Kept);
        }
    }

    public static PaidMonth Month(ref Utf8JsonReader json, Moments since)
    {
        var month = Days.ReadMonth(ref json);
        var due = Keys.Int(ref json);
        return new PaidMonth(month, due, Number(ref json) ?? 0, Keys.Int(ref json), Keys.Int(ref json));
    }

    /// <summary>The day, the figure or null, why there is none.</summary>
    public static void Write(Utf8JsonWriter json, Logged logged, Moments since)
    {
        Days.Write(json, logged.On);
        Number(json, logged.Value);
        if (logged.Unknown is { } unknown)
        {
            json.WriteStringValue(unknown);
        }
    }

    public static Logged Logged(ref Utf8JsonReader json, Moments since)
    {
        var on = Days.Read(ref json);
        return new Logged(on, Number(ref json), Keys.Cell(ref json) ? json.GetString() : null);
    }

    /// <summary>The kind, the day, yuan or null, the bill.</summary>
    public static void Write(Utf8JsonWriter json, Use use, Moments since)
    {
        json.WriteStringValue(Uses[(int)use.Kind]);
        Days.Write(json, use.On);
        if (use.Amount is not null || use.Bill != 0)
        {
            Number(json, use.Amount);
            json.WriteNumberValue(use.Bill);
        }
    }

    public static Use Use(ref Utf8JsonReader json, Moments since)
    {
        var kind = Array.IndexOf(Uses, json.GetString()) is >= 0 and var known ? (UseKind)known : throw new JsonException("No use of credit here.");
        Keys.Must(ref json);
        var on = Days.Read(ref json);
        return new Use(kind, on, Number(ref json), Keys.Int(ref json));
    }

    /// <summary>The item, the text that says it, when it was chosen, when to remind of it.</summary>
    public static void Write(Utf8JsonWriter json, IfThen plan, Moments since)
    {
        json.WriteStringValue(plan.Item);
        json.WriteStringValue(plan.Key);
        since.Write(json, plan.Chosen);
        if (plan.At is { } at)
        {
            since.Write(json, at);
        }
    }

    public static IfThen Plan(ref Utf8JsonReader json, Moments since)
    {
        var item = Keys.Words(ref json);
        Keys.Must(ref json);
        var key = Keys.Words(ref json);
        Keys.Must(ref json);
        var chosen = since.Read(ref json);
        return new IfThen(item, key, Keys.Cell(ref json) ? since.Read(ref json) : null, chosen);
    }

    /// <summary>When, and then of each due date the bill, the day and the step of the chain.</summary>
    public static void Write(Utf8JsonWriter json, ToldTogether told, Moments since)
    {
        since.Write(json, told.At);
        foreach (var part in told.Parts)
        {
            json.WriteNumberValue(part.Bill);
            Days.Write(json, part.Due);
            json.WriteNumberValue(part.Number);
        }
    }

    public static ToldTogether Together(ref Utf8JsonReader json, Moments since)
    {
        var at = since.Read(ref json);
        var parts = ImmutableList.CreateBuilder<ToldPart>();
        while (Keys.Cell(ref json))
        {
            var bill = json.GetInt32();
            Keys.Must(ref json);
            var due = Days.Read(ref json);
            Keys.Must(ref json);
            parts.Add(new ToldPart(bill, due, json.GetInt32()));
        }

        return new ToldTogether(at, parts.ToImmutable());
    }

    private static void Number(Utf8JsonWriter json, decimal? number)
    {
        if (number is { } value)
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static decimal? Number(ref Utf8JsonReader json) => Keys.Cell(ref json) && json.TokenType != JsonTokenType.Null ? json.GetDecimal() : null;
}
