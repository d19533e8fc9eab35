using NodaTime;

namespace Ontime.Checklist;

/// <summary>How an item enters the sum at one moment.</summary>
/// <param name="Counted">False: it does not apply and leaves both sums and the coverage.</param>
/// <param name="Share">0 to 1 of its points; null: unanswered.</param>
/// <param name="Weight">0 to 1: how much of the item still counts as known.</param>
/// <param name="Option">The option that stands, or null.</param>
/// <param name="At">When it was answered, or null.</param>
internal readonly record struct Score(bool Counted, decimal? Share, decimal Weight, string? Option, Instant? At)
{
    public static Score NotCounted => default;

    public static Score Unanswered => new(Counted: true, null, 0, null, null);

    /// <summary>A quotient with so few digits that sums of points lose none: the lines add up exactly, in any order.</summary>
    public static decimal Exact(decimal quotient) => Math.Round(quotient, 10);
}
