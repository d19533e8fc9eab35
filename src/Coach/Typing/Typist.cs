using NodaTime;

namespace Ontime.Typing;

/// <summary>Reads what people type, in Chinese and in English, in either locale; where the two conflict (10/12), the locale decides.</summary>
public static class Typist
{
    /// <summary>Null: do not guess, ask again. Never throws.</summary>
    /// <param name="today">The day the words were typed, in the person's zone.</param>
    public static Typed? Read(Kind kind, string text, Language language, LocalDate today)
    {
        var plain = Plain.Of(text);
        return plain.Length == 0 ? null
            : Plainly(kind, plain, language, today) ?? (!Corrected(kind) ? null : Corrections.Meant(plain) is { } meant && Plainly(kind, meant, language, today) is { } put ? put
                : Sure(plain) is { } sure ? Plainly(kind, sure, language, today) : null);
    }

    private static readonly string[] Courtesy = [" please", " pls", " plz", " sorry", " actually", " thanks", " thx", " lol", " haha", " mate", "谢谢", "哈哈", "呵呵", "麻烦了", "其实"];

    /// <summary>“10号左右，不太确定” is the 10th, said with care, and “10th pls” with courtesy; null: nothing is left, or it was said plainly.</summary>
    private static string? Sure(string plain)
    {
        if (Array.Find(Courtesy, plain.EndsWith) is { } polite && plain.Length > polite.Length)
        {
            return plain[..^polite.Length].TrimEnd(' ', ',');
        }

        var parts = plain.Split([',', '。', ';', '…', '~'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Where(part => Asides.Of(part) != Aside.Unsure && !SmallTalks.IsNothing(part)).ToList() is [var one] && parts.Length > 1 ? one : null;
    }

    // A figure can be put right in the same words; where words are weighed, “not” means what it says.
    private static bool Corrected(Kind kind) => kind is not (Kind.YesNo or Kind.Payment or Kind.Categories);

    private static Typed? Plainly(Kind kind, string plain, Language language, LocalDate today) =>
        kind switch
        {
            Kind.YesNo => YesNo.Read(plain),
            Kind.Money => Money.Read(plain),
            Kind.Percent => Ratios.Read(plain),
            Kind.DayOfMonth => DaysOfMonth.Read(plain),
            Kind.Date => Dates.Next(plain, language, today),
            Kind.DatePast => Dates.Latest(plain, language, today),
            Kind.Score => Counts.Score(plain),
            Kind.Count => Counts.Count(plain),
            Kind.PerWeek => Counts.PerWeek(plain),
            Kind.Months => Counts.Months(plain),
            Kind.Time => Times.Read(plain),
            Kind.Payment => Payment.Read(plain),
            Kind.Categories => Categories.Read(plain),
            _ => null,
        };
}
