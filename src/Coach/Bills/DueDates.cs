using NodaTime;

namespace Ontime.Bills;

/// <summary>When a bill falls due. A day the month does not have becomes its last day; weekends move nothing, since the lender's rule is unknown.</summary>
internal static class DueDates
{
    /// <summary>The first due date on or after a day; null where the day is not known.</summary>
    public static LocalDate? Next(Bill bill, LocalDate from) => bill.Day is { } day ? Next(day, from) : null;

    public static LocalDate Next(DueDay day, LocalDate from)
    {
        var month = from.ToYearMonth();
        var here = day.In(month);
        return here >= from ? here : day.In(month.PlusMonths(1));
    }
}
