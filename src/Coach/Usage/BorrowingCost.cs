namespace Ontime.Usage;

/// <summary>What borrowing costs where interest is counted by the day and everything is repaid at once. Yuan and percent, exact to the fen.</summary>
/// <param name="ADay">Yuan a day.</param>
/// <param name="InAll">Yuan over all days.</param>
/// <param name="YearlyPercent">The daily rate times 365.</param>
internal sealed record BorrowingCost(decimal ADay, decimal InAll, decimal YearlyPercent)
{
    private const int DaysOfYear = 365;

    /// <param name="yuan">0 or more.</param>
    /// <param name="dailyPercent">Percent a day: 0.05 is the 0.05% of many contracts.</param>
    /// <param name="days">1 or more.</param>
    public static BorrowingCost ByDay(decimal yuan, decimal dailyPercent, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(yuan);
        ArgumentOutOfRangeException.ThrowIfNegative(dailyPercent);
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        var exact = yuan * dailyPercent / 100;
        return new BorrowingCost(Fen(exact), Fen(exact * days), Math.Round(dailyPercent * DaysOfYear, 2, MidpointRounding.AwayFromZero));
    }

    public static BorrowingCost ByYear(decimal yuan, decimal yearlyPercent, int days)
    {
        var cost = ByDay(yuan, yearlyPercent / DaysOfYear, days);

        // From the yearly rate directly: a division by 365 first would lose a fen in a long loan.
        return cost with { InAll = Fen(yuan * yearlyPercent * days / 100 / DaysOfYear), YearlyPercent = yearlyPercent };
    }

    internal static decimal Fen(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
}
