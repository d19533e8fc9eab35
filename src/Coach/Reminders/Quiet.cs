using NodaTime;
using Ontime.Members;

namespace Ontime.Reminders;

/// <summary>The hours in which nothing is said unasked. Two equal times: none.</summary>
public sealed record Quiet(LocalTime From, LocalTime To)
{
    /// <summary>As collectors must keep them in China.</summary>
    public static readonly Quiet Usual = new(new LocalTime(22, 0), new LocalTime(8, 0));

    private const int BeforeMinutes = 30;

    public static Quiet Of(Member member) => member is { QuietFrom: null, QuietTo: null } ? Usual : new(member.QuietFrom ?? Usual.From, member.QuietTo ?? Usual.To);

    public bool Holds(LocalTime time) => From <= To ? time >= From && time < To : time >= From || time < To;

    public bool Holds(Instant at, DateTimeZone zone) => Holds(at.InZone(zone).TimeOfDay);

    /// <summary>The moment itself, or the end of the quiet hours that hold it.</summary>
    public Instant Past(Instant at, DateTimeZone zone) => Holds(at, zone) ? End(at, zone) : at;

    /// <summary>The end of the quiet hours that hold this moment.</summary>
    public Instant End(Instant at, DateTimeZone zone)
    {
        var local = at.InZone(zone);
        var end = Clocks.At(local.TimeOfDay < To ? local.Date : local.Date.PlusDays(1), To, zone);

        // An hour that comes twice can put the end of the first pass before the second's moment.
        return end > at ? end : at + Duration.FromHours(1);
    }

    /// <summary>
    /// A time of a day, moved out of the quiet hours and not off its day: to their end, or, where that is another day, to half an hour before
    /// they begin.
    /// </summary>
    public LocalTime Moved(LocalTime time) =>
        !Holds(time) ? time
        : To > time ? To
        : From > LocalTime.Midnight.PlusMinutes(BeforeMinutes) && From <= time ? From.PlusMinutes(-BeforeMinutes)
        : time;
}
