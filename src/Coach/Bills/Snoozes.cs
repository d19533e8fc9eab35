using NodaTime;
using NodaTime.Text;
using Ontime.Dialogs;
using Ontime.Reminders;

namespace Ontime.Bills;

/// <summary>“Remind me later”: in an hour, this evening, tomorrow, in a few days, or at a time typed.</summary>
internal static class Snoozes
{
    private static readonly LocalTime Six = new(18, 0), Eight = new(20, 0), Ten = new(10, 0);
    private static readonly LocalDateTimePattern Compact = LocalDateTimePattern.CreateWithInvariantCulture("yyyyMMddHHmm");
    private static readonly Duration Hour = Duration.FromHours(1);

    /// <summary>This evening is offered only while there is one left.</summary>
    public static IReadOnlyList<string> Offered(Talk talk) =>
        Evening(talk) is null ? ["in_1h", "tomorrow"] : ["in_1h", "tonight", "tomorrow"];

    /// <returns>The moment a deed stands for; null where it is none of these.</returns>
    public static Instant? Of(Talk talk, string deed) => deed switch
    {
        "in_1h" => talk.Now + Hour,
        "tonight" => Evening(talk) ?? talk.Now + Hour,
        "tomorrow" => Clocks.At(talk.Today.PlusDays(1), Ten, talk.Zone),
        "days" => Clocks.At(talk.Today.PlusDays(3), Ten, talk.Zone),
        ['a', 't', .. var moment] when Compact.Parse(moment) is { Success: true, Value: var wanted } => Clocks.At(wanted.Date, wanted.TimeOfDay, talk.Zone),
        _ => null,
    };

    /// <summary>The deed for a moment that was named.</summary>
    public static string Deed(Talk talk, Instant at) => $"at{Compact.Format(at.InZone(talk.Zone).LocalDateTime)}";

    /// <summary>A time of day that was typed: the next one, at least a minute away.</summary>
    public static Instant At(Talk talk, LocalTime time) =>
        Clocks.At(talk.Today, time, talk.Zone) is var today && today > talk.Now + Duration.FromMinutes(1) ? today : Clocks.At(talk.Today.PlusDays(1), time, talk.Zone);

    public static void Set(Talk talk, Bill bill, Cycle cycle, Instant until)
    {
        Reminding.Keep(talk, bill.Id, cycle with { Snooze = until });
        Reminding.Ended(talk, bill, cycle, "snoozed");
    }

    /// <summary>18:00, or 20:00 where 18:00 is past; null where both are.</summary>
    private static Instant? Evening(Talk talk) =>
        Clocks.At(talk.Today, Six, talk.Zone) is var six && six > talk.Now ? six
        : Clocks.At(talk.Today, Eight, talk.Zone) is var eight && eight > talk.Now ? eight
        : null;
}
