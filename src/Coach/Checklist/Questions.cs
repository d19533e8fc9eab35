using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>What to ask next. Only items of weight, and gates on their re-ask; the order of the first session is data and not here.</summary>
public static class Questions
{
    private const int AskedAgainAfter = 7;
    private const int DeclinedFor = 180;
    private const int Month = 31;

    // Answers of one sitting are equally old: among them the heavier goes first.
    private const int AgeDigits = 1;

    // The weightiest, in the order that is easiest to answer; the rest follows by points.
    private static readonly string[] First = ["C3", "C2", "U2", "C4", "U1", "S1", "R5", "R8", "B1", "B2", "S2", "D3"];

    /// <summary>At most <paramref name="count"/> items to ask now: stale gates, then what was never answered, then what is stale.</summary>
    /// <param name="allowed">Ids that may be asked: those that need amounts only with the second consent.</param>
    public static IReadOnlyList<string> Next(
        IReadOnlyDictionary<string, Item> items, Standing standing, int count, IReadOnlySet<string> allowed)
    {
        var stale = Stale(items, standing, allowed);
        return
        [
            .. stale.Where(id => items[id].Gates.Count > 0)
                .Concat(Unanswered(items, standing, allowed))
                .Concat(stale)
                .Distinct()
                .Take(count),
        ];
    }

    /// <summary>
    /// Counted items without an answer, in the order to ask them. What was passed or not known is asked once more after 7 days, then
    /// at its interval; what was declined after 180 days.
    /// </summary>
    public static IReadOnlyList<string> Unanswered(
        IReadOnlyDictionary<string, Item> items, Standing standing, IReadOnlySet<string> allowed) =>
    [
        .. items.Values
            .Where(item => allowed.Contains(item.Id) && IsDue(item, standing))
            .Where(item => Missing(item, items, standing) > 0 && !IsKnown(item, items, standing))
            .OrderBy(item => Array.IndexOf(First, item.Id) is >= 0 and var place ? place : First.Length)
            .ThenByDescending(item => Missing(item, items, standing))
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => item.Id),
    ];

    /// <summary>Answers at or past their re-ask interval: standing gates, other items with a gate, then the stalest first.</summary>
    public static IReadOnlyList<string> Stale(
        IReadOnlyDictionary<string, Item> items, Standing standing, IReadOnlySet<string> allowed) =>
    [
        .. items.Values
            .Where(item => allowed.Contains(item.Id) && StaleAge(item, items, standing) >= 1)
            .OrderByDescending(item => ItemScores.GatesOf(item, standing.Answers[item.Id]).Any())
            .ThenByDescending(item => item.Gates.Count > 0)
            .ThenByDescending(item => Math.Round(StaleAge(item, items, standing) ?? 0, AgeDigits))
            .ThenByDescending(item => item.Points)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => item.Id),
    ];

    /// <summary>
    /// The stale monthly answers that one card (“any change?”) may confirm together: given within their last two intervals and not
    /// bad ones that stay; never R4 and C5.
    /// </summary>
    public static IReadOnlyList<string> MonthlyCard(
        IReadOnlyDictionary<string, Item> items, Standing standing, IReadOnlySet<string> allowed) =>
    [
        .. Stale(items, standing, allowed).Where(id =>
            id is not (Item.Overdue or Item.BorrowingToRepay)
            && items[id] is { Points: > 0, Fresh.Days: <= Month }
            && !Fading.Stays(items[id], standing.Answers[id])
            && StaleAge(items[id], items, standing) <= 2),
    ];

    /// <summary>The answers that would bring a figure, the heaviest first; empty where there is one, or where nothing may be asked.</summary>
    public static IReadOnlyList<string> ForAFigure(
        IReadOnlyDictionary<string, Item> items, IndexRules rules, Standing standing, IReadOnlySet<string> allowed)
    {
        var now = ReadinessIndex.Compute(items, rules, standing);
        var lacking = (rules.MinimumCoverage * now.Pillars.Sum(pillar => pillar.Counted)) - now.Known;
        var asked = new List<string>();
        foreach (var item in items.Values
            .Where(item => allowed.Contains(item.Id) && (IsKnown(item, items, standing) || IsDue(item, standing)))
            .OrderByDescending(item => Missing(item, items, standing))
            .ThenBy(item => item.Id, StringComparer.Ordinal))
        {
            var missing = Missing(item, items, standing);
            if (lacking <= 0 || missing <= 0)
            {
                break;
            }

            asked.Add(item.Id);
            lacking -= missing;
        }

        return asked;
    }

    /// <summary>The points that an answer would make known. The payment record is not asked: the months on time answer for it.</summary>
    private static decimal Missing(Item item, IReadOnlyDictionary<string, Item> items, Standing standing)
    {
        if (item.Id == Item.PaymentRecord || !IsOpen(item, items, standing))
        {
            return 0;
        }

        var earner = item.Id == Item.MonthsOnTime ? items.GetValueOrDefault(Item.PaymentRecord) : item;
        return earner is not null && ItemScores.Of(earner, items, standing) is { Counted: true } score ? earner.Points * (1 - score.Weight) : 0;
    }

    /// <summary>False where it cannot be asked yet: auto-repay needs a bill, months on time also that nothing is overdue.</summary>
    private static bool IsOpen(Item item, IReadOnlyDictionary<string, Item> items, Standing standing) => item.Id switch
    {
        Item.AutoRepay => standing.Answers.ContainsKey(Item.BillCalendar),
        Item.MonthsOnTime => standing.Answers.ContainsKey(Item.BillCalendar)
            && standing.Answers.ContainsKey(Item.Overdue)
            && !PaymentRecord.IsOverdue(items, standing),
        _ => true,
    };

    private static bool IsKnown(Item item, IReadOnlyDictionary<string, Item> items, Standing standing) =>
        item.Id == Item.MonthsOnTime
            ? standing.Answers.TryGetValue(item.Id, out var answer) && item.StandIn.ContainsKey(answer.Option)
            : ItemScores.Of(item, items, standing).Share is not null;

    private static bool IsDue(Item item, Standing standing)
    {
        if (!standing.Answers.TryGetValue(item.Id, out var answer))
        {
            return true;
        }

        int? wait = ItemScores.ShareOf(item, answer) switch
        {
            Share.Declined => DeclinedFor,
            Share.Unknown or Share.None => answer.Again ? item.Fresh.Days : AskedAgainAfter,
            _ => null,
        };
        return wait is { } days && Fading.Days(answer, standing.Now) >= days;
    }

    /// <summary>In intervals; null where it does not go stale, has no weight and no gate, or does not apply.</summary>
    private static decimal? StaleAge(Item item, IReadOnlyDictionary<string, Item> items, Standing standing)
    {
        if (!standing.Answers.TryGetValue(item.Id, out var answer) || answer.Option == Answer.Skipped)
        {
            return null;
        }

        var asks = item.Points > 0 ? ItemScores.Of(item, items, standing).Share is not null : item.Gates.Count > 0;
        return asks ? Fading.Age(item, answer, standing.Now) : null;
    }
}
