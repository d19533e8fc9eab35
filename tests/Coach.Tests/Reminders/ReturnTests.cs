using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Walk;
using Ontime.Tests.Members;

namespace Ontime.Tests.Reminders;

/// <summary>After a month of silence the coach comes back with the open bill. Its own chain may be asking for it in these weeks too.</summary>
public sealed class ReturnTests
{
    private const string Home = "Asia/Shanghai";
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb[Home];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void Coming_back_and_the_weekly_question_about_the_bill_lie_two_days_apart(int later)
    {
        var silent = Instant.FromUtc(2026, 12, 11 + later, 4, 0);
        var bill = People.Due(DueDay.Of(10), People.Start, Home) with { Day = null, Once = new LocalDate(2026, 12, 10) };
        var member = People.With(Home, People.Start, bill) with { Hour = new LocalTime(20, 0), HourAsked = true, LastInput = silent };

        var (returned, asked) = Live(member, silent, Duration.FromDays(45));

        returned.ShouldHaveSingleItem();
        Period.DaysBetween(silent.InZone(Zone).Date, returned[0]).ShouldBeInRange(30, 37);
        asked.ShouldAllBe(day => Math.Abs(Period.DaysBetween(day, returned[0])) >= 2);
        asked.Count.ShouldBeGreaterThan(3);
    }

    /// <summary>The local days on which the coach came back, and those on which it asked for the bill.</summary>
    private static (List<LocalDate> Returned, List<LocalDate> Asked) Live(Member member, Instant now, Duration time)
    {
        var (returned, asked, until) = (new List<LocalDate>(), new List<LocalDate>(), now + time);
        while (now <= until)
        {
            var turn = Shipped.Coach.Handle(member.Again(), new Input.Wake(), now);
            foreach (var told in turn.Events.Where(one => one.Kind == EventKinds.Told))
            {
                (told.Data["what"] switch { "return" => returned, "bill" => asked, _ => [] }).Add(now.InZone(Zone).Date);
            }

            (member, now) = (turn.Member!, turn.Member!.DueAt!.Value);
        }

        return (returned, asked);
    }
}
