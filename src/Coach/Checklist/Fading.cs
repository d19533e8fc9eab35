using NodaTime;
using Ontime.Members;

namespace Ontime.Checklist;

/// <summary>How an answer ages: to unknown, never to bad.</summary>
public static class Fading
{
    /// <summary>1 until the re-ask interval T, then in a line to 0 at 3 T. Days are 24 hours from the answer.</summary>
    public static decimal Weight(Item item, Answer answer, Instant now)
    {
        if (item.Fresh.Days is not { } days || Stays(item, answer))
        {
            return 1;
        }

        // As the line below has it, without a division: most answers are young.
        if (now - answer.At <= Duration.FromDays(days))
        {
            return 1;
        }

        return Score.Exact(Math.Clamp((3 - (Days(answer, now) / days)) / 2, 0, 1));
    }

    /// <summary>
    /// A bad answer that does not fade: one that keeps a gate standing, or earns nothing where <see cref="Freshness.BadStays"/>.
    /// </summary>
    /// <remarks>
    /// Only a share of 0 is bad. Were a half bad too, a person with a low index would lose by the better answer, since the half would
    /// stay in the sum and the better one fade out of it.
    /// </remarks>
    public static bool Stays(Item item, Answer answer) =>
        ItemScores.GatesOf(item, answer).Count > 0 || (item.Fresh.BadStays && ItemScores.ShareOf(item, answer) is Share.Of { Value: 0 });

    /// <summary>The age in re-ask intervals, 1 or more: to be asked again; null: asked once.</summary>
    public static decimal? Age(Item item, Answer answer, Instant now)
    {
        var interval = Stays(item, answer) ? item.Fresh.BadDays ?? item.Fresh.Days : item.Fresh.Days;
        return interval is { } days ? Days(answer, now) / days : null;
    }

    internal static decimal Days(Answer answer, Instant now) => (decimal)(now - answer.At).TotalDays;
}
