using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Ontime.Members.Documents;

/// <summary>Dates as numbers: 261008 is 8 October 2026, 2610 that month. What lies outside of 2000 to 2099 is written out, as 2105-01-31.</summary>
internal static class Days
{
    private const int Century = 2000, Years = 100, Digits = 6, Iso = 10;

    public static void Write(Utf8JsonWriter json, string key, LocalDate? date)
    {
        if (date is { } day)
        {
            json.WritePropertyName(key);
            Write(json, day);
        }
    }

    public static void Write(Utf8JsonWriter json, LocalDate date)
    {
        if (IsShort(date.Year))
        {
            json.WriteNumberValue(Number(date));
        }
        else
        {
            json.WriteStringValue(LocalDatePattern.Iso.Format(date));
        }
    }

    public static void Write(Utf8JsonWriter json, YearMonth month)
    {
        if (IsShort(month.Year))
        {
            json.WriteNumberValue(Number(month));
        }
        else
        {
            json.WriteStringValue(YearMonthPattern.Iso.Format(month));
        }
    }

    public static LocalDate Read(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number ? Date(json.GetInt32()) : Parse(json.GetString());

    public static YearMonth ReadMonth(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number ? Month(json.GetInt32())
        : YearMonthPattern.Iso.Parse(json.GetString() ?? "") is { Success: true, Value: var month } ? month
        : throw new JsonException("No month here.");

    public static void Append(ref DefaultInterpolatedStringHandler line, LocalDate date)
    {
        if (IsShort(date.Year))
        {
            line.AppendFormatted(Number(date), "D6");
        }
        else
        {
            line.AppendLiteral(LocalDatePattern.Iso.Format(date));
        }
    }

    /// <summary>Cuts a date off the front of a text.</summary>
    public static LocalDate Take(ref ReadOnlySpan<char> text)
    {
        var length = text.Length >= Iso && text[4] == '-' ? Iso : Digits;
        if (text.Length < length)
        {
            throw new JsonException("No date here.");
        }

        var date = length == Iso ? Parse(text[..length].ToString()) : Date(Whole(text[..length]));
        text = text[length..];
        return date;
    }

    public static bool IsShort(int year) => year is >= Century and < Century + Years;

    public static int Number(YearMonth month) => ((month.Year - Century) * 100) + month.Month;

    public static YearMonth Month(int number) => number is >= 0 and < 1_00_00 ? new YearMonth(Century + (number / 100), number % 100) : throw new JsonException("No month here.");

    public static int Whole(ReadOnlySpan<char> text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new JsonException("No whole number here.");

    private static int Number(LocalDate date) => ((date.Year - Century) * 1_00_00) + (date.Month * 100) + date.Day;

    private static LocalDate Date(int number) => number is >= 0 and < 1_00_00_00
        ? new LocalDate(Century + (number / 1_00_00), number / 100 % 100, number % 100)
        : throw new JsonException("No date here.");

    private static LocalDate Parse(string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true, Value: var date } ? date : throw new JsonException("No date here.");
}
