using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>A person's six months, counted from the day they were begun. They go on whatever is done or not done; there is no failing them.</summary>
/// <param name="Month">The month reached, 1 to 6. It never goes back, also where a change of zone moves the day.</param>
/// <param name="Passed">The months whose exit test has held once, by id: what is passed stays passed.</param>
/// <param name="Ticked">Steps the person called done, by id, and when.</param>
/// <param name="Before">Score, limit and repayment share as first known: what the review compares with.</param>
/// <param name="Focus">The step put first, chosen at the review before; null: none.</param>
/// <param name="ReviewTold">The local day on which the review was offered unasked, or null.</param>
/// <param name="Outcome">What the review settled; null while the plan runs.</param>
public sealed record SixMonths(
    LocalDate Start,
    int Month,
    ImmutableSortedSet<string> Passed,
    ImmutableSortedDictionary<string, Instant> Ticked,
    ImmutableSortedDictionary<string, Answer> Before,
    string? Focus = null,
    LocalDate? ReviewTold = null,
    string? Outcome = null)
{
    /// <summary>Months of a plan.</summary>
    public const int Length = 6;

    [JsonIgnore]
    public bool Runs => Outcome is null;

    [JsonIgnore]
    public LocalDate ReviewOn => Start.PlusMonths(Length);

    public static SixMonths From(LocalDate start, string? focus = null) => new(
        start, 1, [], ImmutableSortedDictionary<string, Instant>.Empty, ImmutableSortedDictionary<string, Answer>.Empty, focus);

    /// <summary>The month a day falls into, 1 to 6; each counts from the first day, so that a 31st comes back after a short month.</summary>
    public int MonthOn(LocalDate day)
    {
        var month = 1;
        while (month < Length && Start.PlusMonths(month) <= day)
        {
            month++;
        }

        return month;
    }
}

/// <summary>The monthly check-in.</summary>
/// <param name="Day">The day of the month it comes on, 1 to 28.</param>
/// <param name="Off">True where the person keeps only the reminders.</param>
/// <param name="On">The local day of the last one, or null.</param>
/// <param name="Readiness">What was shown then, or null.</param>
public sealed record CheckIn(int Day = CheckIn.Usual, bool Off = false, LocalDate? On = null, int? Readiness = null)
{
    /// <summary>The platform publishes on the 6th, as is said; the 7th is safe.</summary>
    public const int Usual = 7;
}
