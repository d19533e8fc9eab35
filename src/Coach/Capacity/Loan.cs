namespace Ontime.Capacity;

/// <summary>What a loan with equal monthly payments costs. Yuan, exact to the fen.</summary>
/// <param name="Monthly">Each month's payment.</param>
/// <param name="Interest">All interest together.</param>
internal sealed record Loan(decimal Monthly, decimal Interest)
{
    /// <summary>Longest term worked out: thirty years.</summary>
    public const int MostMonths = 360;

    /// <summary>The annuity formula: P·i ÷ (1 − (1 + i)⁻ⁿ), with i the yearly rate over twelve; without interest P ÷ n.</summary>
    /// <param name="yuan">More than 0.</param>
    /// <param name="yearlyPercent">0 to 100.</param>
    /// <param name="months">1 to 360.</param>
    public static Loan Of(decimal yuan, decimal yearlyPercent, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(yuan);
        ArgumentOutOfRangeException.ThrowIfNegative(yearlyPercent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yearlyPercent, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(months, MostMonths);
        if (yearlyPercent == 0)
        {
            return new Loan(Fen(yuan / months), 0);
        }

        var i = yearlyPercent / 1200;
        var left = 1m;
        for (var month = 0; month < months; month++)
        {
            left /= 1 + i;
        }

        var exact = yuan * i / (1 - left);

        // A rate near zero may lose a hair of the last digits: interest is never less than none.
        return new Loan(Fen(exact), Math.Max(0, Fen((exact * months) - yuan)));
    }

    private static decimal Fen(decimal yuan) => Math.Round(yuan, 2, MidpointRounding.AwayFromZero);
}
