using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Scores;

/// <summary>What a trend shows: the last months, oldest first, with what was logged and what was done in each.</summary>
public sealed record TrendChart(IReadOnlyList<TrendMonth> Months)
{
    private const int Fewest = 4, Most = 12;

    /// <summary>True where there is a figure to draw.</summary>
    public bool HasScores => Months.Any(month => month.Score is not null);

    public bool HasLimits => Months.Any(month => month.Limit is not null);

    public static TrendChart Of(Member member, Instant now) => Of(member, Zones.Today(member, now));

    /// <summary>From the first month with a figure to this one, at least four months and at most twelve. No limits while there are debts to sort out.</summary>
    internal static TrendChart Of(Member member, LocalDate today)
    {
        var limits = Trouble.Is(member) ? [] : member.Limits;
        var last = today.ToYearMonth();
        var first = member.Scores.Concat(limits).Where(entry => entry.Value is not null).Select(entry => entry.On.ToYearMonth()).Append(last).Min();
        var count = Math.Clamp(((last.Year - first.Year) * 12) + last.Month - first.Month + 1, Fewest, Most);
        return new TrendChart(
        [
            .. Enumerable.Range(0, count).Select(at => last.PlusMonths(at - count + 1)).Select(month =>
            {
                var beside = Beside.Of(member, month);
                return new TrendMonth(month, In(member.Scores, month), In(limits, month), beside.Late, beside.Applied);
            }),
        ]);
    }

    private static decimal? In(IEnumerable<Logged> history, YearMonth month) => history.LastOrDefault(entry => entry.On.ToYearMonth() == month)?.Value;
}

/// <summary>One month of a trend.</summary>
/// <param name="Score">350 to 950; null where it is not known.</param>
/// <param name="Limit">Yuan; null where it is not known.</param>
/// <param name="Late">Due dates paid late.</param>
/// <param name="Applied">Applications logged.</param>
public sealed record TrendMonth(YearMonth Month, decimal? Score, decimal? Limit, int Late, int Applied);
