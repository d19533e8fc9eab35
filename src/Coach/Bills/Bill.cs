using System.Collections.Immutable;
using NodaTime;

namespace Ontime.Bills;

public enum BillKind { Huabei, Jiebei, Card, Loan, Rent, Utility, Other }

/// <summary>How a due date ended, or that it has not yet.</summary>
public enum CycleState { Open, Paid, PaidLate, Minimum, Part, NothingDue, CantPay, NotPaid }

/// <summary>One due date of a bill.</summary>
/// <param name="Told">A bit for each offset of the chain that was told or is not worth telling any more.</param>
/// <param name="Snooze">Until when the person asked to be left alone with it, or null.</param>
public sealed record Cycle(LocalDate Due, CycleState State, int Told = 0, Instant? Snooze = null);

/// <summary>A bill of the calendar.</summary>
/// <param name="Id">Unique within a member, 1 and up, never used twice.</param>
/// <param name="Name">The person's own word for it; null: the kind names it.</param>
/// <param name="Day">Null where the person was not sure.</param>
/// <param name="Amount">Yuan; null without the second consent.</param>
/// <param name="Cycles">The open due dates, at most two, oldest first. Settled ones live on as events and in the months of the record.</param>
public sealed record Bill(
    int Id, BillKind Kind, string? Name, DueDay? Day, decimal? Amount, Instant Added, bool Muted, ImmutableList<Cycle> Cycles)
{
    /// <summary>The one date of a bill that does not come back, else null.</summary>
    public LocalDate? Once { get; init; }
}
