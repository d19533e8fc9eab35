using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Bills;

/// <summary>
/// A person's due dates as an iCalendar file (RFC 5545). They are days and not moments, so they are written as all-day dates, which float with
/// the reader's own zone; the alarms are those of the chain, counted from the midnight the day begins with.
/// </summary>
public static class CalendarFile
{
    /// <summary>Octets in a line of the file, without its end.</summary>
    private const int LineOctets = 75;

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("yyyyMMdd");
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("yyyyMMdd'T'HHmmss'Z'");

    /// <summary>Three days before at 10:00, the evening before at 20:00, the day itself at 10:00.</summary>
    private static readonly string[] Alarms = ["-P2DT14H", "-PT4H", "PT10H"];

    public static string Write(Member member, DialogSet set, Instant now)
    {
        var today = now.InZone(Zones.Find(member.Zone)).Date;
        var lines = new List<string> { "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Ontime//Bill calendar//EN", "CALSCALE:GREGORIAN" };
        foreach (var bill in member.Bills)
        {
            if (Cycles.Next(bill, today) is { } due)
            {
                lines.AddRange(Event(member, set.Texts(member.Language), bill, due, now));
            }
        }

        lines.Add("END:VCALENDAR");
        return string.Concat(lines.Select(line => $"{Folded(line)}\r\n"));
    }

    /// <summary>How a due day comes back: a day that not every month has is the last of those up to it that the month does have.</summary>
    public static string Rule(DueDay day) => day.Number <= 28
        ? $"FREQ=MONTHLY;BYMONTHDAY={day.Number.ToString(CultureInfo.InvariantCulture)}"
        : $"FREQ=MONTHLY;BYMONTHDAY={string.Join(',', Enumerable.Range(28, day.Number - 27))};BYSETPOS=-1";

    private static IEnumerable<string> Event(Member member, Texts texts, Bill bill, LocalDate due, Instant now)
    {
        var name = bill.Name ?? texts.Find($"bill.{bill.Kind.ToString().ToLowerInvariant()}") ?? "";
        var summary = Escaped((texts.Find("bills.file_due") ?? "{bill}").Replace("{bill}", name, StringComparison.Ordinal));
        yield return "BEGIN:VEVENT";
        yield return $"UID:bill-{bill.Id.ToString(CultureInfo.InvariantCulture)}-{bill.Added.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}@ontime";
        yield return $"DTSTAMP:{Stamp.Format(now)}";
        yield return $"DTSTART;VALUE=DATE:{Day.Format(due)}";
        yield return $"DTEND;VALUE=DATE:{Day.Format(due.PlusDays(1))}";
        if (bill.Day is { } day)
        {
            yield return $"RRULE:{Rule(day)}";
        }

        yield return $"SUMMARY:{summary}";
        yield return "TRANSP:TRANSPARENT";
        foreach (var alarm in bill.Muted || member.Paused == Paused.All ? [] : Alarms)
        {
            yield return "BEGIN:VALARM";
            yield return "ACTION:DISPLAY";
            yield return $"DESCRIPTION:{summary}";
            yield return $"TRIGGER:{alarm}";
            yield return "END:VALARM";
        }

        yield return "END:VEVENT";
    }

    private static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Long lines go on below, after a blank; no character is cut in two.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
