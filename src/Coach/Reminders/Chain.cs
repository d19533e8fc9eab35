using NodaTime;
using Ontime.Bills;

namespace Ontime.Reminders;

/// <summary>The steps of the chain of one due date, in their order; each is a bit in <see cref="Cycle.Told"/>.</summary>
public enum ChainStep
{
    /// <summary>Three days before, 10:00: is the money there?</summary>
    Before,

    /// <summary>The evening before, 20:00: a glance at the paying account.</summary>
    Eve,

    /// <summary>The day itself, 10:00.</summary>
    Morning,

    /// <summary>The day itself, 18:00, once more.</summary>
    Evening,

    /// <summary>The day after, 10:00.</summary>
    After,

    /// <summary>Three days after, 10:00; from here weekly.</summary>
    Third,

    /// <summary>The first of eight weekly ones.</summary>
    Weekly,
}

/// <summary>When each step of a due date is told and how long it is worth telling: rules 3.1 of the reminders.</summary>
internal static class Chain
{
    public const int Weeks = 8;

    /// <summary>Steps by number: those of the enumeration, the last of them eight times.</summary>
    public const int Count = (int)ChainStep.Weekly + Weeks;

    private static readonly LocalTime Ten = new(10, 0), Six = new(18, 0), Eight = new(20, 0);
    private static readonly Duration JustAdded = Duration.FromHours(1);

    public static ChainStep Of(int number) => (ChainStep)Math.Min(number, (int)ChainStep.Weekly);

    /// <summary>The bits of a step and of all before it.</summary>
    public static int UpTo(ChainStep step) => UpTo((int)step);

    public static int UpTo(int number) => (1 << (number + 1)) - 1;

    public static bool IsTold(Cycle cycle, int number) => (cycle.Told & (1 << number)) != 0;

    /// <summary>The local day of a step, where nothing puts it off.</summary>
    public static LocalDate Day(LocalDate due, int number) => Of(number) switch
    {
        ChainStep.Before => due.PlusDays(-3),
        ChainStep.Eve => due.PlusDays(-1),
        ChainStep.Morning or ChainStep.Evening => due,
        ChainStep.After => due.PlusDays(1),
        ChainStep.Third => due.PlusDays(3),
        _ => due.PlusDays(3 + (7 * (number - (int)ChainStep.Weekly + 1))),
    };

    /// <summary>The moment of a step: its hour in the person's zone, moved out of the quiet hours; null where there is none for this bill.</summary>
    public static Instant? At(Bill bill, LocalDate due, int number, DateTimeZone zone, Quiet quiet)
    {
        var time = Of(number) switch
        {
            ChainStep.Eve => Eight,
            ChainStep.Evening => Six,
            _ => Ten,
        };
        var at = Clocks.At(Day(due, number), quiet.Moved(time), zone);
        if (at >= bill.Added + JustAdded || due < bill.From)
        {
            return at;
        }

        // Added, or changed, when this time had passed: compressed, not dropped.
        return Of(number) switch
        {
            ChainStep.Before => NextTen(bill, zone, quiet) is var ten && ten < Clocks.At(due, LocalTime.Midnight, zone) ? ten : null,
            ChainStep.Evening => Clocks.At(due, quiet.Moved(Eight), zone) is var eight && eight >= bill.Added + JustAdded ? eight : null,
            _ => null,
        };
    }

    /// <summary>
    /// True where all steps after this one are on later days. Not so for the first, which can be put off to the morning before, nor on the day
    /// itself, where quiet hours can turn the two around.
    /// </summary>
    public static bool RestIsLater(int number) => Of(number) is not (ChainStep.Before or ChainStep.Morning);

    /// <summary>The local days on which its chain speaks of a due date.</summary>
    public static IReadOnlyList<LocalDate> Days(Bill bill, LocalDate due, DateTimeZone zone, Quiet quiet) =>
        [.. Enumerable.Range(0, Count).Select(number => At(bill, due, number, zone, quiet)).OfType<Instant>().Select(at => at.InZone(zone).Date).Distinct()];

    /// <summary>The bits of all steps whose time has come.</summary>
    public static int Passed(Bill bill, LocalDate due, Instant now, DateTimeZone zone, Quiet quiet) =>
        Enumerable.Range(0, Count).Where(number => At(bill, due, number, zone, quiet) <= now).Aggregate(0, (bits, number) => bits | (1 << number));

    /// <summary>The local days on which a step still says something true, the last one included.</summary>
    public static LocalDate Until(LocalDate due, int number) => Of(number) switch
    {
        ChainStep.Before or ChainStep.Eve => due.PlusDays(-1),
        ChainStep.Morning or ChainStep.Evening => due,
        ChainStep.After => due.PlusDays(2),
        ChainStep.Third => due.PlusDays(9),
        _ => due.PlusDays(9 + (7 * (number - (int)ChainStep.Weekly + 1))),
    };

    /// <summary>“Due tomorrow” is true on one day only.</summary>
    public static LocalDate Since(LocalDate due, int number) => Of(number) == ChainStep.Eve ? due.PlusDays(-1) : LocalDate.MinIsoValue;

    /// <summary>The step whose words are true today, for a reminder that the person asked for.</summary>
    public static int Words(LocalDate due, LocalDate today) => Period.DaysBetween(due, today) switch
    {
        < 0 => (int)ChainStep.Before,
        0 => (int)ChainStep.Evening,
        < 3 => (int)ChainStep.After,
        < 10 => (int)ChainStep.Third,
        _ => (int)ChainStep.Weekly,
    };

    private static Instant NextTen(Bill bill, DateTimeZone zone, Quiet quiet)
    {
        var from = bill.Added + JustAdded;
        var date = from.InZone(zone).Date;
        var at = Clocks.At(date, quiet.Moved(Ten), zone);
        return at >= from ? at : Clocks.At(date.PlusDays(1), quiet.Moved(Ten), zone);
    }
}
