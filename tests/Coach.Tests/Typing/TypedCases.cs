using System.Text.Json;
using NodaTime;
using Ontime.Typing;

namespace Ontime.Tests.Typing;

/// <summary>Cases as data: what was typed, under which question, and the value it must have (null: ask again).</summary>
public static class TypedCases
{
    /// <summary>The day the cases are written for: a Sunday.</summary>
    public static readonly LocalDate Today = new(2026, 11, 22);

    public static IEnumerable<(string Text, string Locale, string Kind, string Value)> Read(string file)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Typing", file)));
        foreach (var one in cases.RootElement.EnumerateArray())
        {
            yield return (one.GetProperty("text").GetString()!, one.GetProperty("locale").GetString()!, one.GetProperty("kind").GetString()!, one.GetProperty("value").GetRawText());
        }
    }

    public static string Value(string text, string locale, string kind) =>
        Told(kind, Typist.Read(KindOf(kind), text, Languages.Parse(locale)!.Value, Today));

    public static Kind KindOf(string name) => Enum.Parse<Kind>(name.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true);

    /// <summary>As the JSON of the cases spells it.</summary>
    public static string Told(string kind, Typed? typed) => typed switch
    {
        null => "null",
        Typed.Word("yes") when kind == "yesno" => "true",
        Typed.Word("no") when kind == "yesno" => "false",
        Typed.Word(var id) => Quoted(id),
        Typed.Number(var value, _) => value.ToString(),
        Typed.Day({ IsLast: true }) => Quoted("last"),
        Typed.Day(var day) => day.ToString(),
        Typed.Date(var date) => Quoted(date.ToString("uuuu-MM-dd", null)),
        Typed.Month(var year, { } month) => Quoted($"{year:0000}-{month:00}"),
        Typed.Month(var year, null) => Quoted($"{year:0000}"),
        Typed.Clock(var time) => Quoted(time.ToString("HH:mm", null)),
        Typed.Set(var ids) => "[" + string.Join(",", ids.Select(Quoted)) + "]",
        _ => throw new InvalidOperationException($"A kind of value without a spelling: {typed}"),
    };

    private static string Quoted(string word) => $"\"{word}\"";
}
