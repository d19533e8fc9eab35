using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>The payment record, R2: the mean of its months, the newer the heavier, times how long it has been kept.</summary>
/// <remarks>
/// Months count by their place in the record, not by the calendar: a month without a bill, or one filled in afterwards, then never
/// turns an on-time month into a loss. Only the newest twelve count.
/// </remarks>
internal static class PaymentRecord
{
    public const int Kept = 12;

    // 0.5^(1/3): halved every three months.
    private const decimal Monthly = 0.7937005259840997373758528196m;

    public static Score Score(IReadOnlyDictionary<string, Item> items, Standing standing)
    {
        var months = Values(standing.Months);
        var standIn = StandIn(items, standing);
        if (standIn is null && months.Count == 0)
        {
            return NoneDueSoFar(items, standing) ? Checklist.Score.NotCounted : Checklist.Score.Unanswered;
        }

        // Nobody said what was before: a record without a late month weighs less while it is young instead of earning less,
        // so that paying on time never lowers the index, not even at first.
        if (standIn is null && months.TrueForAll(IsOnTime))
        {
            return Answered(1, Maturity(months.Count));
        }

        var all = months.Concat(Enumerable.Repeat(1m, Math.Max(0, (standIn ?? 0) - months.Count))).ToList();
        return Answered(Checklist.Score.Exact(Mean(all) * Maturity(all.Count(IsOnTime))), 1);
    }

    /// <summary>The months of the record with one more bill paid on time.</summary>
    public static IReadOnlyList<PaidMonth> WithNextOnTime(Standing standing)
    {
        var month = (standing.NextDue ?? standing.Today).ToYearMonth();
        var same = standing.Months.FirstOrDefault(paid => paid.Month == month) ?? new PaidMonth(month, 0, 0);
        return [same with { Due = same.Due + 1, Paid = same.Paid + 1 }, .. standing.Months.Where(paid => paid.Month != month)];
    }

    /// <summary>0 to 1, by the on-time months among the last twelve.</summary>
    public static decimal Maturity(int months) => months switch
    {
        <= 0 => 0,
        1 => 0.50m,
        2 => 0.65m,
        3 => 0.85m,
        4 => 0.90m,
        5 => 0.95m,
        _ => 1,
    };

    private static Score Answered(decimal share, decimal weight) => new(Counted: true, share, weight, null, null);

    private static List<decimal> Values(IReadOnlyList<PaidMonth> months) =>
        [.. months.OrderByDescending(month => month.Month).Take(Kept).Select(month => month.Paid / month.Due)];

    private static bool IsOnTime(decimal value) => value >= 1;

    private static decimal Mean(List<decimal> newestFirst)
    {
        decimal weight = 1, sum = 0, total = 0;
        foreach (var value in newestFirst)
        {
            sum += weight * value;
            total += weight;
            weight *= Monthly;
        }

        return total == 0 ? 0 : sum / total;
    }

    // Who is overdue is not asked for months on time; none stand in until it is cleared.
    private static int? StandIn(IReadOnlyDictionary<string, Item> items, Standing standing)
    {
        if (Answer(items, standing, Item.MonthsOnTime) is var (item, answer) && item.StandIn.TryGetValue(answer.Option, out var months))
        {
            return months;
        }

        return IsOverdue(items, standing) ? 0 : null;
    }

    public static bool IsOverdue(IReadOnlyDictionary<string, Item> items, Standing standing) =>
        Answer(items, standing, Item.Overdue) is var (item, answer) && ItemScores.GatesOf(item, answer).Count > 0;

    private static bool NoneDueSoFar(IReadOnlyDictionary<string, Item> items, Standing standing) =>
        Answer(items, standing, Item.MonthsOnTime) is var (item, answer) && ItemScores.ShareOf(item, answer) is Share.NotApplicable;

    private static (Item Item, Answer Answer)? Answer(IReadOnlyDictionary<string, Item> items, Standing standing, string id) =>
        items.TryGetValue(id, out var item) && standing.Answers.TryGetValue(id, out var answer) ? (item, answer) : null;
}
