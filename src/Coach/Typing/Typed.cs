using NodaTime;
using Ontime.Bills;

namespace Ontime.Typing;

/// <summary>What is asked for, and so how words are read.</summary>
public enum Kind
{
    YesNo,
    Money,
    Percent,
    DayOfMonth,
    Date,
    DatePast,
    Score,
    Count,
    PerWeek,
    Months,
    Time,
    Payment,
    Categories,
}

/// <summary>What was understood of typed words.</summary>
public abstract record Typed
{
    private Typed()
    {
    }

    /// <summary>YesNo: yes, no, unsure, na, skip. Payment: paid, unpaid, partial, minimum, cant_pay, snooze, late.</summary>
    public sealed record Word(string Id) : Typed;

    /// <summary>Money in yuan, percent 0 to 100, score 350 to 950, a count, days per week 0 to 7, months. About: the person said so (大概, 多, about).</summary>
    public sealed record Number(decimal Value, bool About) : Typed;

    public sealed record Day(DueDay Value) : Typed;

    public sealed record Date(LocalDate Value) : Typed;

    /// <summary>A past date known only to the month, or (null) to the year.</summary>
    public sealed record Month(int Year, int? MonthOfYear) : Typed;

    public sealed record Clock(LocalTime Value) : Typed;

    /// <summary>Categories: dining, shopping, travel, in this order; empty for none of them.</summary>
    public sealed record Set(IReadOnlyList<string> Ids) : Typed
    {
        public bool Equals(Set? other) => other is not null && Ids.SequenceEqual(other.Ids);

        public override int GetHashCode() => Ids.Aggregate(0, HashCode.Combine);
    }
}
