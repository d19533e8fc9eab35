using System.Text;
using NodaTime;
using Ontime.Bills;
using Ontime.Tests.Reminders;

namespace Ontime.Tests.Bills;

/// <summary>The calendar file, read by a strict parser of RFC 5545 that shares nothing with the writer.</summary>
public sealed class CalendarFileTests
{
    private const string Home = "Asia/Shanghai";

    [Fact]
    public void Each_due_date_is_an_all_day_event_with_alarms_in_the_rhythm_of_the_chain()
    {
        var events = Read(CalendarFile.Write(People.With(Home, People.Start, Named("CMB card", 10)), Walk.Shipped.Set, People.Start));

        var only = events.ShouldHaveSingleItem();
        only["DTSTART;VALUE=DATE"].ShouldBe("20261210");
        only["DTEND;VALUE=DATE"].ShouldBe("20261211");
        only["SUMMARY"].ShouldBe("CMB card due");
        only["RRULE"].ShouldBe("FREQ=MONTHLY;BYMONTHDAY=10");
        only["TRIGGER"].ShouldBe("-P2DT14H -PT4H PT10H");
    }

    [Theory]
    [InlineData("a;b,c\\d", "a;b,c\\d due")]
    [InlineData("一张名字特别特别特别长的信用卡还要再长一点点", "一张名字特别特别特别长的信用卡还要再长一点点 due")]
    public void Names_come_back_as_they_were_written(string name, string summary) =>
        Read(CalendarFile.Write(People.With(Home, People.Start, Named(name, 10)), Walk.Shipped.Set, People.Start))[0]["SUMMARY"].ShouldBe(summary);

    [Fact]
    public void A_day_that_not_every_month_has_comes_back_on_the_last_one_it_has()
    {
        foreach (var day in Enumerable.Range(1, 31).Select(DueDay.Of).Append(DueDay.Last))
        {
            var days = CalendarFile.Rule(day).Split(';')[1].Split('=')[1].Split(',').Select(int.Parse).ToList();
            for (var month = new YearMonth(2027, 1); month.CompareTo(new YearMonth(2028, 12)) <= 0; month = month.PlusMonths(1))
            {
                // BYSETPOS=-1: the last of the days listed that the month has.
                var has = days.Where(one => one <= CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month)).ToList();
                month.OnDayOfMonth(has[^1]).ShouldBe(day.In(month));
            }
        }
    }

    [Fact]
    public void A_bill_without_a_day_is_left_out_and_a_muted_one_has_no_alarm()
    {
        var member = People.With(Home, People.Start, Named("a", 10) with { Muted = true }, Named("b", 10) with { Id = 2, Day = null });

        Read(CalendarFile.Write(member, Walk.Shipped.Set, People.Start)).ShouldHaveSingleItem().ShouldNotContainKey("TRIGGER");
    }

    private static Bill Named(string name, int day) => People.Due(DueDay.Of(day), People.Start, Home) with { Kind = BillKind.Card, Name = name };

    /// <summary>Unfolds, checks every line, and gives the events; the values of several alarms are joined.</summary>
    private static List<Dictionary<string, string>> Read(string file)
    {
        file.ShouldEndWith("\r\n");
        var physical = file[..^2].Split("\r\n");
        physical.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n') && !line.Contains('\r') && line.Length > 0);
        var lines = string.Join("\r\n", physical).Replace("\r\n ", "").Split("\r\n");
        var open = new Stack<string>();
        var events = new List<Dictionary<string, string>>();
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':');
            colon.ShouldBeGreaterThan(0);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            name.ShouldAllBe(letter => char.IsAsciiLetterUpper(letter) || letter == '-' || letter == ';' || letter == '=');
            switch (name)
            {
                case "BEGIN":
                    open.Push(value);
                    if (value == "VEVENT")
                    {
                        events.Add([]);
                    }

                    break;
                case "END":
                    open.Pop().ShouldBe(value);
                    break;
                default:
                    open.Count.ShouldBeGreaterThan(0);
                    if (events.Count > 0 && open.Contains("VEVENT"))
                    {
                        Add(events[^1], name, Text(value), open.Peek() == "VALARM");
                    }

                    break;
            }
        }

        open.ShouldBeEmpty();
        lines[0].ShouldBe("BEGIN:VCALENDAR");
        lines.Count(line => line is "VERSION:2.0").ShouldBe(1);
        lines.Count(line => line.StartsWith("PRODID:", StringComparison.Ordinal)).ShouldBe(1);
        events.ShouldAllBe(one => one.ContainsKey("UID") && one["DTSTAMP"].Length == 16);
        events.Select(one => one["UID"]).Distinct().Count().ShouldBe(events.Count);
        return events;
    }

    private static void Add(Dictionary<string, string> one, string name, string value, bool repeats)
    {
        if (!one.TryAdd(name, value))
        {
            repeats.ShouldBeTrue($"{name} stands twice");
            one[name] += $" {value}";
        }
    }

    private static string Text(string value)
    {
        var text = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            text.Append(value[at] != '\\' ? value[at] : value[++at] is 'n' or 'N' ? '\n' : value[at] is ';' or ',' or '\\' ? value[at] : throw new FormatException("A backslash before nothing that needs one."));
        }

        return text.ToString();
    }
}
