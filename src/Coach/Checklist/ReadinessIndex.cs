using System.Runtime.CompilerServices;

namespace Ontime.Checklist;

/// <summary>
/// Our own sum, 0 to 100: Σ(points × share × weight) / Σ(points × weight) over what is answered and applies. The data names points,
/// shares and gates; this names nothing.
/// </summary>
public static class ReadinessIndex
{
    /// <summary>The items of weight in the order of the card: the same as long as the set of dialogs is, and asked for dozens of times a card.</summary>
    private static readonly ConditionalWeakTable<IndexRules, ConditionalWeakTable<IReadOnlyDictionary<string, Item>, Item[]>> Orders = [];

    public static Readiness Compute(IReadOnlyDictionary<string, Item> items, IndexRules rules, Standing standing)
    {
        var scored = new List<(Item Item, Score Score)>(items.Count);
        var sum = Sum(items, rules, standing, scored);
        return new Readiness(
            sum.Unrounded,
            sum.Shown,
            sum.Shown < sum.Points ? sum.Points : null,
            sum.Gates,
            sum.Coverage,
            sum.Points is not null && sum.Coverage < rules.FirstLook,
            [.. rules.Pillars.Select(pillar => State(pillar.Id, scored, items, sum.Gates, rules))],
            [.. scored.Where(entry => entry.Score.Share is not null).Select(entry => Line(entry.Item, entry.Score))],
            sum.Earned,
            sum.Known,
            sum.Unasked);
    }

    /// <summary>The figure alone, for trying out what a step would bring.</summary>
    /// <param name="scored">Takes what each item of weight earns; null: nobody wants to know.</param>
    internal static IndexSum Sum(IReadOnlyDictionary<string, Item> items, IndexRules rules, Standing standing, List<(Item Item, Score Score)>? scored = null)
    {
        var (earned, known, counted, unasked) = (0m, 0m, 0, 0);
        foreach (var item in Ordered(items, rules))
        {
            var score = ItemScores.Of(item, items, standing);
            scored?.Add((item, score));
            counted += score.Counted ? item.Points : 0;
            if (score.Share is { } share)
            {
                var of = item.Points * score.Weight;
                (earned, known) = (earned + (of * share), known + of);
            }
            else if (score.Counted)
            {
                unasked += item.Points;
            }
        }

        var coverage = counted == 0 ? 0 : known / counted;
        var unrounded = known == 0 ? 0 : 100 * earned / known;
        var gates = Gates(items, standing);

        int? points = coverage < rules.MinimumCoverage ? null : (int)Math.Floor(unrounded + 0.5m);
        var shown = points is { } figure && gates.Count > 0 ? Math.Min(figure, gates[0].Cap) : points;
        return new IndexSum(earned, known, unasked, coverage, unrounded, points, shown, gates);
    }

    private static Item[] Ordered(IReadOnlyDictionary<string, Item> items, IndexRules rules)
    {
        var ofRules = Orders.GetValue(rules, static _ => []);
        return ofRules.TryGetValue(items, out var ordered) ? ordered : ofRules.GetValue(items, all => Order(all, rules));
    }

    private static Item[] Order(IReadOnlyDictionary<string, Item> items, IndexRules rules) =>
    [
        .. rules.Pillars.SelectMany(pillar => items.Values
            .Where(item => item.Pillar == pillar.Id && item.Points > 0)
            .OrderBy(item => item.Id, StringComparer.Ordinal)),
    ];

    private static ItemLine Line(Item item, Score score)
    {
        var of = item.Points * score.Weight;
        return new ItemLine(item.Id, of * score.Share.GetValueOrDefault(), of, score.Option, score.Weight, score.At);
    }

    private static List<HeldGate> Gates(IReadOnlyDictionary<string, Item> items, Standing standing)
    {
        var gates = new List<HeldGate>();
        foreach (var (id, answer) in standing.Answers)
        {
            if (items.TryGetValue(id, out var item) && item.Gates.Count > 0)
            {
                gates.AddRange(ItemScores.GatesOf(item, answer));
            }
        }

        return gates.Count < 2
            ? gates
            : [.. gates.OrderBy(gate => gate.Cap).ThenBy(gate => gate.ItemId, StringComparer.Ordinal).ThenBy(gate => gate.Option, StringComparer.Ordinal)];
    }

    private static PillarState State(
        string id, List<(Item Item, Score Score)> scored, IReadOnlyDictionary<string, Item> items, List<HeldGate> gates, IndexRules rules)
    {
        var (counted, known, earned) = (0, 0m, 0m);
        foreach (var (item, score) in scored)
        {
            if (item.Pillar == id && score.Counted)
            {
                counted += item.Points;
                if (score.Share is not null)
                {
                    var line = Line(item, score);
                    (known, earned) = (known + line.Of, earned + line.Earned);
                }
            }
        }

        decimal? share = known > 0 && known >= rules.PillarKnown * counted ? earned / known : null;

        var band = (gates.Exists(gate => items[gate.ItemId].Pillar == id), share) switch
        {
            (true, _) => Band.ActNow,
            (_, null) => known == 0 ? Band.NotAsked : Band.TooLittle,
            (_, { } value) when value >= rules.Good => Band.Good,
            (_, { } value) when value >= rules.Watch => Band.Watch,
            _ => Band.ActNow,
        };
        return new PillarState(id, known, counted, share, band);
    }
}

/// <summary>The sum without what explains it; its parts are those of <see cref="Readiness"/>.</summary>
/// <param name="Points">Before the gates; null below the minimum coverage.</param>
internal readonly record struct IndexSum(
    decimal Earned, decimal Known, int Unasked, decimal Coverage, decimal Unrounded, int? Points, int? Shown, List<HeldGate> Gates);
