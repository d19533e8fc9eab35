namespace Ontime.Bench.Chaos;

/// <summary>What is against one step of an explanation; each weighs more than all that can stand before it.</summary>
internal enum Cost
{
    None,
    Copy,
    GivenUp,
    Problem,
}

/// <summary>One step of an explanation: so many messages that came, and so many that were due.</summary>
internal sealed record Way(int Came, int Due, Cost Cost)
{
    /// <summary>No chat has a thousand messages that are copies, nor a thousand that were given up.</summary>
    public long Weight => Cost switch { Cost.None => 0, Cost.Copy => 1, Cost.GivenUp => 1000, _ => 1_000_000 };
}

/// <summary>
/// Two rows in order, what came and what was due, laid beside each other. The same words may be due again: so of all ways the one with the fewest
/// problems holds, then with the fewest messages given up, then with the fewest copies.
/// </summary>
/// <param name="missing">What is against leaving out one that was due.</param>
/// <param name="extra">What is against one that came beside those before that place.</param>
internal sealed class Matching(int came, int due, Func<int, int, bool> same, Func<int, Cost> missing, Func<int, int, Cost> extra)
{
    /// <summary>Each step with the places where it begins.</summary>
    public IEnumerable<(int Came, int Due, Way Way)> Cheapest()
    {
        // What all from these places on costs.
        var cost = new long[came + 1, due + 1];
        for (var n = came; n >= 0; n--)
        {
            for (var d = due; d >= 0; d--)
            {
                cost[n, d] = n == came && d == due ? 0 : Best(n, d).Whole;
            }
        }

        for (var (n, d) = (0, 0); n < came || d < due;)
        {
            var way = Best(n, d).Way;
            yield return (n, d, way);
            (n, d) = (n + way.Came, d + way.Due);
        }

        (Way Way, long Whole) Best(int n, int d)
        {
            (Way? Way, long Whole) best = (null, long.MaxValue);
            if (n < came && d < due && same(n, d))
            {
                Consider(new Way(1, 1, Cost.None));
            }

            if (d < due)
            {
                Consider(new Way(0, 1, missing(d)));
            }

            if (n < came)
            {
                Consider(new Way(1, 0, extra(n, d)));
            }

            return (best.Way!, best.Whole);

            void Consider(Way way)
            {
                var whole = way.Weight + cost[n + way.Came, d + way.Due];
                best = whole < best.Whole ? (way, whole) : best;
            }
        }
    }
}
