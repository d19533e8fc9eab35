using System.Collections.Immutable;
using NodaTime;
using Ontime.Members;

namespace Ontime.Bills;

public enum BillKind { Huabei, Jiebei, Card, Loan, Rent, Utility, Other }

/// <summary>How a due date ended, or that it has not yet.</summary>
public enum CycleState { Open, Paid, PaidLate, Minimum, Part, NothingDue, CantPay, NotPaid }

/// <summary>A due date of which something is known and that has not ended; one without marks is not kept, it follows from the bill.</summary>
/// <param name="Told">A bit for each <see cref="Reminders.ChainStep"/> of the chain that was told or is not worth telling any more.</param>
/// <param name="Snooze">When the person asked to be reminded again, or null.</param>
/// <param name="Ready">The person said that the money for it is there.</param>
/// <param name="Overdue">The answer “something is overdue” was set by this due date, and goes with it.</param>
public sealed record Cycle(LocalDate Due, CycleState State, int Told = 0, Instant? Snooze = null, bool Ready = false, bool Overdue = false);

/// <summary>A due date that has ended.</summary>
/// <param name="DaysLate">0 where it ended on time.</param>
/// <param name="Kept">It was late, and the streak was kept all the same: once a year.</param>
public sealed record Settled(LocalDate Due, CycleState State, int DaysLate = 0, bool Kept = false);

/// <summary>What stood before the due date that ended last: a mistap leaves no trace.</summary>
/// <param name="At">When it ended; null where no answer went with it.</param>
/// <param name="Overdue">The answer “something is overdue” that went with it, or null.</param>
/// <param name="Relief">The way off that ended with it, or null.</param>
/// <param name="Goal">The goal while that lasted, or null.</param>
public sealed record Undone(Cycle Cycle, Instant? At, int Milestone, Answer? Overdue, Relief? Relief, Answer? Goal);

/// <summary>A bill of the calendar.</summary>
/// <param name="Id">Unique within a member, 1 and up, never used twice.</param>
/// <param name="Name">The person's own word for it; null: the kind names it.</param>
/// <param name="Day">Null where the person was not sure, or where it falls due only once.</param>
/// <param name="Amount">Yuan; null without the second consent.</param>
/// <param name="Cycles">Open due dates with marks, at most two, oldest first.</param>
public sealed record Bill(
    int Id, BillKind Kind, string? Name, DueDay? Day, decimal? Amount, Instant Added, bool Muted, ImmutableList<Cycle> Cycles)
{
    public const int PastKept = 12;

    /// <summary>The one date of a bill that does not come back, else null.</summary>
    public LocalDate? Once { get; init; }

    /// <summary>Due dates before this one are none of the calendar's: the bill, or its day, was not known yet. Null: the day it was added.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Null: the person did not say.</summary>
    public bool? AutoDebit { get; init; }

    /// <summary>What the person calls the account it is paid from, or null. Never a number.</summary>
    public string? Account { get; init; }

    /// <summary>What to go back to where the last “paid” is taken back.</summary>
    public Undone? Before { get; init; }

    /// <summary>Due dates that have ended, newest first.</summary>
    public ImmutableList<Settled> Past { get; init; } = [];
}
