using NodaTime;

namespace Ontime.Typing;

/// <summary>Reads what people type, in Chinese and in English, in either locale; where the two conflict (10/12), the locale decides.</summary>
public static class Typist
{
    /// <summary>Null: do not guess, ask again. Never throws.</summary>
    /// <param name="today">The day the words were typed, in the person's zone.</param>
    public static Typed? Read(Kind kind, string text, Language language, LocalDate today)
    {
        var words = Cleaned.Text(text).Trim().ToLowerInvariant();
        return kind switch
        {
            Kind.YesNo => words switch { "yes" or "是" => new Typed.Word("yes"), "no" or "不是" => new Typed.Word("no"), _ => null },
            Kind.Money => decimal.TryParse(words, out var money) && money >= 0 ? new Typed.Number(money, About: false) : null,
            Kind.DayOfMonth => Bills.DueDay.TryParse(words.TrimEnd('号'), out var day) ? new Typed.Day(day) : null,
            _ => null,
        };
    }
}
