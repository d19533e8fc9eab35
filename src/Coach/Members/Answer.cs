using NodaTime;

namespace Ontime.Members;

/// <summary>The present answer to a step; earlier ones are events.</summary>
/// <param name="Option">The option's id; <see cref="Value"/> where a value stands for itself, <see cref="Skipped"/> where the person passed.</param>
/// <param name="Number">The typed number behind a band, a score, yuan; null where an option was chosen.</param>
/// <param name="Many">The options ticked, in the order of the list; null where only one can be chosen.</param>
/// <param name="Date">The date answered, or null.</param>
/// <param name="Again">True where the answer before was none either (unknown or passed): it is not asked a third time before its interval.</param>
public sealed record Answer(
    string Option, Instant At, decimal? Number = null, IReadOnlyList<string>? Many = null, LocalDate? Date = null, bool Again = false)
{
    public const string Value = "value";
    public const string Skipped = "skipped";
}
