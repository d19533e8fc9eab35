using NodaTime;

namespace Ontime.Checklist;

/// <summary>The readiness index of one moment, with all that explains it.</summary>
/// <param name="Unrounded">0 to 100, before caps; 0 where nothing is known.</param>
/// <param name="Shown">0 to 100, rounded half up and held by the gates; null below the minimum coverage: no number is said.</param>
/// <param name="Held">The figure before the cap; null where no cap lowers it.</param>
/// <param name="Gates">The gates that stand, lowest cap first, whether or not they lower the figure.</param>
/// <param name="Coverage">0 to 1: points known of points counted.</param>
/// <param name="FirstLook">True where the number shown is called a first look.</param>
/// <param name="Pillars">In the order of the card.</param>
/// <param name="Lines">One for each answered item of weight, by pillar; they sum to <paramref name="Earned"/> and <paramref name="Known"/>.</param>
/// <param name="Unasked">Points counted but without an answer: they are not lost.</param>
public sealed record Readiness(
    decimal Unrounded,
    int? Shown,
    int? Held,
    IReadOnlyList<HeldGate> Gates,
    decimal Coverage,
    bool FirstLook,
    IReadOnlyList<PillarState> Pillars,
    IReadOnlyList<ItemLine> Lines,
    decimal Earned,
    decimal Known,
    int Unasked);

/// <summary>A gate that stands, and the option that keeps it standing.</summary>
public sealed record HeldGate(string ItemId, string Option, int Cap);

/// <summary>How a pillar stands.</summary>
public enum Band { Good, Watch, ActNow, TooLittle, NotAsked }

/// <param name="Known">Points answered, faded with age.</param>
/// <param name="Counted">Points that apply to this person.</param>
/// <param name="Share">0 to 1; null where too little is known for a bar.</param>
/// <param name="Band">A gate in the pillar is always <see cref="Band.ActNow"/>.</param>
public sealed record PillarState(string Id, decimal Known, int Counted, decimal? Share, Band Band);

/// <summary>One line of “how it adds up”.</summary>
/// <param name="Earned">Points × share × weight.</param>
/// <param name="Of">Points × weight.</param>
/// <param name="Option">The option answered; null for the payment record and for bills that were added without an answer.</param>
/// <param name="Weight">0 to 1: what age, or a young payment record, leaves of the item.</param>
/// <param name="At">When it was answered, or null as for <paramref name="Option"/>.</param>
public sealed record ItemLine(string ItemId, decimal Earned, decimal Of, string? Option, decimal Weight, Instant? At);
