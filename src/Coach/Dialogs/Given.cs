using NodaTime;
using Ontime.Bills;

namespace Ontime.Dialogs;

/// <summary>An answer as the machine takes it.</summary>
/// <param name="Option">The option's id; <see cref="Members.Answer.Value"/> where a value stands for itself.</param>
/// <param name="Typed">It was typed, not tapped.</param>
/// <param name="Guessed">By words that say less than the option: “yes” for “on, funds unsure”.</param>
internal sealed record Given(
    string Option,
    decimal? Number = null,
    IReadOnlyList<string>? Many = null,
    LocalDate? Date = null,
    DueDay? Day = null,
    LocalTime? Time = null,
    string? Words = null,
    bool Typed = false,
    bool Guessed = false);
