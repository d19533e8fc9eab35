using NodaTime;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Broadcasting;

/// <summary>When a person may be given a broadcast.</summary>
public abstract record Receiving
{
    private Receiving()
    {
    }

    public sealed record Now : Receiving;

    /// <param name="At">When to look again: quiet hours, caps, or the person is in the middle of answering.</param>
    public sealed record Later(Instant At) : Receiving;

    public sealed record Never : Receiving;

    /// <summary>
    /// By the rules of everything that is said unasked outside bills. Earlier broadcasts count as such for this; reminders do not count broadcasts,
    /// so nobody's own reminders fall away because the operator spoke.
    /// </summary>
    /// <param name="received">When earlier broadcasts came, oldest first.</param>
    public static Receiving Of(Member member, IReadOnlyList<Instant> received, Instant now)
    {
        if (member.NoBroadcasts || member.Paused != Paused.No || !member.Reachable)
        {
            return new Never();
        }

        var counted = member with
        {
            Nudges = [.. member.Nudges.Concat(received).Order()],
            Spoken = [.. member.Spoken.Concat(received).Order()],
        };
        var at = Pace.May(counted, Latest(now, member.QuietUntil, Pace.BrokenUntil(counted, now)), now, ownHour: false);
        return at <= now ? new Now() : new Later(at);
    }

    private static Instant Latest(Instant now, params ReadOnlySpan<Instant?> moments)
    {
        var latest = now;
        foreach (var moment in moments)
        {
            latest = moment > latest ? moment.Value : latest;
        }

        return latest;
    }
}
