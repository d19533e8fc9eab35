using NodaTime;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>One month of the payment record.</summary>
/// <param name="Due">Bills due in it, 1 or more.</param>
/// <param name="Paid">What they count together: in full and on time 1, the minimum 0.5, late 0.</param>
/// <param name="Late">Those of them that were late.</param>
/// <param name="Kept">Those of the late ones that leave the streak whole.</param>
public sealed record PaidMonth(YearMonth Month, int Due, decimal Paid, int Late = 0, int Kept = 0);

/// <summary>Everything the index looks at. Pure: the same standing gives the same index.</summary>
/// <param name="Bills">Bills in the calendar.</param>
/// <param name="BillsWithDay">Those of them whose due day is known.</param>
/// <param name="NextDue">When the next bill falls due, or null.</param>
public sealed record Standing(
    IReadOnlyDictionary<string, Answer> Answers, IReadOnlyList<PaidMonth> Months, int Bills, int BillsWithDay, LocalDate? NextDue, LocalDate Today, Instant Now);
