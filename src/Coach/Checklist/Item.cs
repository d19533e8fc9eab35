using System.Collections.Frozen;

namespace Ontime.Checklist;

/// <summary>What an option of a checklist item earns.</summary>
public abstract record Share
{
    /// <summary>From 0 to 1 of the item's points.</summary>
    public sealed record Of(decimal Value) : Share;

    /// <summary>Unanswered; asked once more after 7 days.</summary>
    public sealed record Unknown : Share;

    /// <summary>Unanswered, and not asked for 180 days.</summary>
    public sealed record Declined : Share;

    /// <summary>Does not apply: leaves both sums and the coverage.</summary>
    public sealed record NotApplicable : Share;

    /// <summary>Earns nothing of its own: a goal, a value that others are computed from, one of several ticks.</summary>
    public sealed record None : Share;
}

/// <summary>Holds the shown index at a cap while its option stands.</summary>
/// <param name="Cap">0 to 100.</param>
public sealed record Gate(string Id, int Cap);

/// <summary>How several ticks make one share.</summary>
public abstract record Combine
{
    /// <summary>By the number ticked: the share of the highest threshold reached.</summary>
    public sealed record ByCount(IReadOnlyList<(int AtLeast, decimal Share)> Steps) : Combine;

    /// <summary>The worst of those ticked.</summary>
    public sealed record ByWorst : Combine;
}

/// <summary>How an answer ages. With neither, it stays for good.</summary>
/// <param name="Days">The re-ask interval T; null: asked once.</param>
/// <param name="BadStays">A bad answer stays until it is answered again.</param>
public sealed record Freshness(int? Days, bool BadStays)
{
    /// <summary>How soon a standing bad answer is asked again, in days; null: like any other.</summary>
    public int? BadDays { get; init; }
}

/// <summary>What the next step costs: a tap, ten minutes, weeks.</summary>
public enum Effort { Tap = 1, TenMinutes = 2, Weeks = 3 }

/// <summary>One item of the checklist, as its step in <c>dialogs/items.yaml</c> says. The data is the one source of points, shares and gates.</summary>
/// <param name="Points">0 to 18; all together 100.</param>
/// <param name="Shares">By option id. Options without an entry earn nothing of their own.</param>
/// <param name="Recommend">False: never offered as the next action, since it would mean to spend, borrow or change the past.</param>
/// <param name="StandIn">R3 only: option id → on-time months that stand in for the payment record until there is one.</param>
public sealed record Item(
    string Id,
    string Pillar,
    int Points,
    FrozenDictionary<string, Share> Shares,
    FrozenDictionary<string, Gate> Gates,
    Combine? Combine,
    Freshness Fresh,
    Effort? Effort,
    bool Recommend,
    FrozenDictionary<string, int> StandIn)
{
    /// <summary>Ids with rules of their own, in the words of the checklist.</summary>
    public const string BillCalendar = "R1", PaymentRecord = "R2", MonthsOnTime = "R3", Overdue = "R4", AutoRepay = "R7", BorrowingToRepay = "C5";
}

/// <summary>A pillar of the index, in the order of the card and of ties.</summary>
public sealed record Pillar(string Id, int Points);

/// <summary>What <c>dialogs/index.yaml</c> says: pillars in the order shown, the order in which ties are broken, and the bands.</summary>
/// <param name="Good">From here a pillar is good, 0 to 1.</param>
/// <param name="Watch">From here it is to be watched, below it is time to act.</param>
/// <param name="MinimumCoverage">Under this no number is shown, 0 to 1.</param>
/// <param name="FirstLook">Under this the number is called a first look, 0 to 1.</param>
/// <param name="PillarKnown">Under this share of a pillar's points known there is no bar.</param>
public sealed record IndexRules(
    IReadOnlyList<Pillar> Pillars, IReadOnlyList<string> TieOrder, decimal Good, decimal Watch, decimal MinimumCoverage, decimal FirstLook, decimal PillarKnown);
