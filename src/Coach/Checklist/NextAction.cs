using NodaTime;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>The one next step: what a person can do, and what it brings.</summary>
/// <param name="Gain">What the single step adds to the unrounded index, 0 or more.</param>
/// <param name="From">The number shown now; null where none is.</param>
/// <param name="To">The number shown after the step.</param>
/// <param name="Urgent">True where a date falls within seven days.</param>
/// <param name="LiftsGate">True where the step takes a gate away: such a step comes before all others.</param>
public sealed record NextAction(string ItemId, decimal Gain, int? From, int? To, Effort Effort, bool Urgent, bool LiftsGate)
{
    // Gains that differ only by the rounding of a division are a tie.
    private const int Digits = 12;
    private const int UrgentDays = 7;

    /// <summary>The gain per effort, doubled where a date is near.</summary>
    public decimal Value => Math.Round(Gain * (Urgent ? 2 : 1) / (int)Effort, Digits);

    /// <summary>The best step, or null where nothing is left to do or nothing is known yet.</summary>
    public static NextAction? Choose(IReadOnlyDictionary<string, Item> items, IndexRules rules, Standing standing) =>
        All(items, rules, standing) is [var best, ..] ? best : null;

    /// <summary>Every step that can be offered, the best first.</summary>
    public static IReadOnlyList<NextAction> All(IReadOnlyDictionary<string, Item> items, IndexRules rules, Standing standing)
    {
        var now = ReadinessIndex.Sum(items, rules, standing);
        return
        [
            .. items.Values
                .Select(item => Of(item, items, rules, standing, now))
                .OfType<NextAction>()
                .OrderByDescending(action => action.LiftsGate)
                .ThenBy(action => action.LiftsGate ? now.Gates.First(gate => gate.ItemId == action.ItemId).Cap : 0)
                .ThenByDescending(action => action.Value)
                .ThenBy(action => Place(rules, items[action.ItemId].Pillar))
                .ThenByDescending(action => items[action.ItemId].Points)
                .ThenBy(action => action.ItemId, StringComparer.Ordinal),
        ];
    }

    /// <summary>The points from where an item stands to its best share: “up to +1.3”. 0 where it is unanswered or does not apply.</summary>
    public static decimal Potential(Item item, IReadOnlyDictionary<string, Item> items, Standing standing) =>
        ItemScores.Of(item, items, standing).Share is { } share ? item.Points * (1 - share) : 0;

    /// <summary>The last day an application made on the day of the answer counts: D1, D4.</summary>
    public static LocalDate Until(Answer answer, DateTimeZone zone) => answer.At.InZone(zone).Date.PlusDays(90);

    private static NextAction? Of(Item item, IReadOnlyDictionary<string, Item> items, IndexRules rules, Standing standing, IndexSum now)
    {
        if (!item.Recommend || item.Effort is not { } effort || Steps.After(item, items, standing) is not { } after)
        {
            return null;
        }

        var then = ReadinessIndex.Sum(items, rules, after);
        var gain = then.Unrounded - now.Unrounded;
        var lifts = Holds(now.Gates, item.Id) && !Holds(then.Gates, item.Id);
        return lifts || Math.Round(gain, Digits) > 0
            ? new NextAction(item.Id, gain, now.Shown, then.Shown, effort, IsUrgent(item, standing), lifts)
            : null;
    }

    private static bool Holds(List<HeldGate> gates, string item) => gates.Exists(gate => gate.ItemId == item);

    // A bill within the week concerns its payment and the account it is drawn from.
    private static bool IsUrgent(Item item, Standing standing) =>
        item.Id is Item.AutoRepay or Item.PaymentRecord
        && standing.NextDue is { } due && due >= standing.Today && due <= standing.Today.PlusDays(UrgentDays);

    private static int Place(IndexRules rules, string pillar) => rules.TieOrder.TakeWhile(id => id != pillar).Count();
}
