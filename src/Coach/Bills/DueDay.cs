using NodaTime;

namespace Ontime.Bills;

/// <summary>The day of the month a bill falls due: 1 to 31, or the last day whatever its number.</summary>
public readonly record struct DueDay
{
    // 0, the default, is the last day: every value of the type is a valid day.
    private readonly byte _number;

    private DueDay(byte number) => _number = number;

    public static DueDay Last => default;

    public bool IsLast => _number == 0;

    /// <summary>1 to 31; 31 for the last day.</summary>
    public int Number => IsLast ? 31 : _number;

    /// <exception cref="ArgumentOutOfRangeException">The number is not 1 to 31.</exception>
    public static DueDay Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 31);
        return new DueDay((byte)number);
    }

    /// <summary>The due date in a month: a day the month does not have becomes its last day.</summary>
    public LocalDate In(YearMonth month)
    {
        var days = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        return month.OnDayOfMonth(Math.Min(Number, days));
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out DueDay day)
    {
        day = Last;
        if (text == "last")
        {
            return true;
        }

        if (!byte.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) || number is < 1 or > 31)
        {
            return false;
        }

        day = new DueDay(number);
        return true;
    }

    public override string ToString() => IsLast ? "last" : _number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
