using NodaTime;

namespace Ontime.Tests.Simulation;

/// <summary>The hours of a person's day that are kept quiet; equal: none.</summary>
internal sealed record Night(int From, int To)
{
    /// <summary>These hours of every day that touches a stretch of time.</summary>
    public IEnumerable<Span> Within(Instant from, Instant to, DateTimeZone zone)
    {
        if (From == To)
        {
            yield break;
        }

        var last = to.InZone(zone).Date;
        for (var day = from.InZone(zone).Date.PlusDays(-1); day <= last; day = day.PlusDays(1))
        {
            yield return new Span(Steps.At(day, From, 0, zone), Steps.At(From < To ? day : day.PlusDays(1), To, 0, zone));
        }
    }

    public bool Holds(Instant at, DateTimeZone zone)
    {
        var hour = at.InZone(zone).Hour;
        return From <= To ? hour >= From && hour < To : hour >= From || hour < To;
    }
}

/// <summary>A stretch of time; the end is not part of it.</summary>
internal sealed record Span(Instant From, Instant To)
{
    public bool Has(Instant at) => at >= From && at < To;
}

/// <summary>A word about a due date: from when it is to be said, and until when it is still of use.</summary>
internal sealed record Step(string Name, int Number, Instant From, Instant Until);

/// <summary>
/// What is to be said of a due date and when, counted out anew from the rules: three days before at 10, the evening before at 20, the day at 10 and
/// 18, the day after and three days after at 10, then eight times weekly. Shares nothing with the program.
/// </summary>
internal static class Steps
{
    public const int Third = 5;
    private const int Weeks = 8;

    /// <summary>Every due date of a day of the month, between two dates; null: the last day.</summary>
    public static IEnumerable<LocalDate> Dues(int? day, LocalDate from, LocalDate to)
    {
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            var monthEnds = date.PlusDays(1).Day == 1;
            if (day is { } number ? date.Day == number || (monthEnds && date.Day < number) : monthEnds)
            {
                yield return date;
            }
        }
    }

    /// <summary>As above; of a bill that was added, or changed, so late that the hour of a step had passed, only two come later instead.</summary>
    public static List<Step> Of(LocalDate due, DateTimeZone zone, Night night, Instant added) =>
    [
        .. Of(due, zone, night).Select(step => step.From >= added + Duration.FromHours(1) ? step : step with { From = Late(step, due, zone, night, added) }),
    ];

    private static Instant Late(Step step, LocalDate due, DateTimeZone zone, Night night, Instant added)
    {
        var soon = added + Duration.FromHours(1);
        var today = soon.InZone(zone).Date;
        Instant[] hours = step.Name switch
        {
            "Before" => [.. new[] { today, today.PlusDays(1) }.Select(day => Hour(day, 10, zone, night)).Where(at => at < due.AtStartOfDayInZone(zone).ToInstant())],
            "Evening" => [Hour(due, 20, zone, night)],
            _ => [],
        };
        return hours.Where(at => at >= soon).Append(Instant.MaxValue).First();
    }

    public static List<Step> Of(LocalDate due, DateTimeZone zone, Night night)
    {
        Instant Begin(int days) => due.PlusDays(days).AtStartOfDayInZone(zone).ToInstant();
        Step One(string name, int number, int days, int hour, int until) => new(name, number, Hour(due.PlusDays(days), hour, zone, night), Begin(until));
        List<Step> steps =
        [
            One("Before", 0, -3, 10, 0), One("Eve", 1, -1, 20, 0), One("Morning", 2, 0, 10, 1), One("Evening", 3, 0, 18, 1), One("After", 4, 1, 10, 3),
            One("Third", Third, 3, 10, 10),
        ];
        for (var week = 1; week <= Weeks; week++)
        {
            steps.Add(One("Weekly", Third + week, 3 + (7 * week), 10, 10 + (7 * week)));
        }

        return steps;
    }

    public static Instant At(LocalDate day, int hour, int minute, DateTimeZone zone) => day.At(new LocalTime(hour, minute)).InZoneLeniently(zone).ToInstant();

    /// <summary>An hour of a day; where the night holds it, the end of the night on that day, else half an hour before the night begins.</summary>
    private static Instant Hour(LocalDate day, int hour, DateTimeZone zone, Night night)
    {
        var held = night.From <= night.To ? hour >= night.From && hour < night.To : hour >= night.From || hour < night.To;
        return !held ? At(day, hour, 0, zone) : night.To > hour ? At(day, night.To, 0, zone) : At(day, night.From - 1, 30, zone);
    }
}
