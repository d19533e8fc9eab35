using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>The standing after the next single step of an item: the next better share it has.</summary>
internal static class Steps
{
    /// <summary>Null where there is no step: unanswered, does not apply, or as good as it gets.</summary>
    public static Standing? After(Item item, IReadOnlyDictionary<string, Item> items, Standing standing)
    {
        if (ItemScores.Of(item, items, standing).Share is not { } share)
        {
            return null;
        }

        return item.Id switch
        {
            Item.BillCalendar => share < 1 ? AllBillsWithDay(standing) : null,
            Item.PaymentRecord => standing.Bills > 0 ? standing with { Months = PaymentRecord.WithNextOnTime(standing) } : null,
            _ => Better(item, share) is { } answer ? With(item, answer with { At = standing.Now }, standing) : null,
        };
    }

    private static Standing AllBillsWithDay(Standing standing)
    {
        var bills = Math.Max(1, standing.Bills);
        return standing with { Bills = bills, BillsWithDay = bills };
    }

    private static Standing With(Item item, Answer answer, Standing standing) =>
        standing with { Answers = new Dictionary<string, Answer>(standing.Answers) { [item.Id] = answer } };

    // Which ones does not matter to the sum, only how many.
    private static List<string> Ticks(int count) => [.. Enumerable.Range(1, count).Select(tick => $"+{tick}")];

    private static Answer? Better(Item item, decimal share)
    {
        if (item.Combine is Combine.ByCount byCount)
        {
            var next = byCount.Steps.Where(step => step.Share > share).OrderBy(step => step.Share).ToList();
            return next.Count == 0 ? null : new Answer(Answer.Value, default, Many: Ticks(next[0].AtLeast));
        }

        var better = item.Shares
            .Where(entry => entry.Value is Share.Of of && of.Value > share)
            .OrderBy(entry => ((Share.Of)entry.Value).Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .ToList();
        return better.Count == 0 ? null : new Answer(better[0].Key, default);
    }
}
