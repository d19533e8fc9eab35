namespace Ontime.Capacity;

/// <summary>Debts against pay and against what one owns, in whole percent, rounded up: a hair above a line is above it.</summary>
internal static class Ratios
{
    /// <summary>General guide lines for all repayments of a month as a share of pay. They are no platform's rules.</summary>
    public const int Calm = 36, Slow = 43, Stop = 55;

    /// <summary>Debts up to this share of assets are well covered. Our own line.</summary>
    public const int AssetsCovered = 60;

    // Beyond this the figure itself says nothing more.
    private const int Most = 999;

    /// <summary>Null where there is nothing to compare with.</summary>
    public static int? Percent(decimal part, decimal whole) => whole <= 0 ? null : (int)Math.Min(Math.Ceiling(part / whole * 100), Most);

    /// <summary>The band a share of pay falls into.</summary>
    /// <returns>calm, watch, slow, stop.</returns>
    public static string Load(int percent) => percent <= Calm ? "calm" : percent <= Slow ? "watch" : percent <= Stop ? "slow" : "stop";

    /// <summary>The option of C4 for debts as a share of assets. These bands are our own.</summary>
    public static string OfAssets(decimal debts, decimal assets) => debts <= 0 ? "none" : Percent(debts, assets) switch
    {
        <= 30 => "le30",
        <= 60 => "le60",
        <= 100 => "le100",
        _ => "gt",
    };
}
