using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Members;
using Ontime.Reminders;

namespace Ontime.Admin;

/// <summary>
/// What a turn adds to the running counts. Some say how it stands (who is where: one away, one added), others what happened (a day's visits).
/// A count is a name with dots: <c>people.active.en</c>, <c>done.R4</c>, <c>active.20261122</c>.
/// </summary>
public static class Counting
{
    /// <summary>The widths of the classes of the index: 0 to 19, 20 to 39, ….</summary>
    public const int Class = 20;

    /// <summary>The one status in which something may be said unasked.</summary>
    public const string Active = "active";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <param name="before">Null: there was nobody.</param>
    /// <param name="after">Null: erased.</param>
    public static IReadOnlyList<(string Name, long By)> Of(Member? before, Member? after, IReadOnlyList<Event> events)
    {
        var counted = new List<(string, long)>();
        if (before is null || after is null || !StandAlike(before, after))
        {
            counted.AddRange(Standing(before).Select(name => (name, -1L)));
            counted.AddRange(Standing(after).Select(name => (name, 1L)));
        }

        Done(before, after, -1, counted);
        Done(after, before, 1, counted);
        foreach (var happened in events)
        {
            counted.AddRange(Happened(happened));
        }

        if (after is not null && after.LastInput != before?.LastInput)
        {
            counted.AddRange(Visits(before, after.LastInput));
        }

        return counted;
    }

    /// <summary>True where what <see cref="Standing"/> says of both is surely the same: nearly every turn.</summary>
    private static bool StandAlike(Member before, Member after) =>
        before.Nudged is null && after.Nudged is null && before.Language == after.Language && before.Figure / Class == after.Figure / Class
        && before.Figure is null == after.Figure is null && Status(before) == Status(after);

    private static IEnumerable<string> Standing(Member? member)
    {
        if (member is null)
        {
            yield break;
        }

        yield return $"people.{Status(member)}.{member.Language.Code()}";
        if (member.Figure is { } figure)
        {
            yield return $"index.{Math.Min(figure / Class, (100 / Class) - 1).ToString(CultureInfo.InvariantCulture)}";
        }

        // Reminded once of the first session, and not back since: where people stop.
        if (member.Nudged is { } nudged && member.LastInput < nudged && Agenda.Unfinished(member) is { } frame)
        {
            yield return $"stop.{frame.Step}";
        }
    }

    /// <summary>The steps one has answered and the other has not.</summary>
    private static void Done(Member? member, Member? other, long by, List<(string, long)> counted)
    {
        if (member is null || ReferenceEquals(member.Answers, other?.Answers))
        {
            return;
        }

        foreach (var (step, answer) in member.Answers)
        {
            if (IsDone(answer) && !(other?.Answers.TryGetValue(step, out var same) == true && IsDone(same)))
            {
                counted.Add(($"done.{step}", by));
            }
        }
    }

    private static bool IsDone(Answer answer) => answer.Option != Answer.Skipped;

    private static IEnumerable<(string, long)> Visits(Member? before, Instant at)
    {
        var today = at.InUtc().Date;
        var seen = before?.LastInput.InUtc().Date;
        if (before is null)
        {
            yield return ($"joined.{Day.Format(today)}", 1);
        }

        if (seen != today)
        {
            yield return ($"active.{Day.Format(today)}", 1);
        }

        if (seen is not { } last || Monday(last) != Monday(today))
        {
            yield return ($"week.{Day.Format(Monday(today))}", 1);
        }
    }

    private static IEnumerable<(string, long)> Happened(Event happened) => (happened.Kind, happened.Data.GetValueOrDefault("step"), happened.Data.GetValueOrDefault("variant")) switch
    {
        (EventKinds.Told, { } step, { } variant) => [($"told.{step}.{variant}", 1)],
        (EventKinds.Outcome, { } step, { } variant) => [($"{happened.Data["how"]}.{step}.{variant}", 1)],
        (EventKinds.Paid, _, _) when happened.Data.TryGetValue("was", out var was) => [($"due.{was}.{happened.Data["due"][..7]}", -1)],
        (EventKinds.Paid, var step, var variant) when happened.Data["how"] is nameof(Bills.CycleState.Paid) or nameof(Bills.CycleState.PaidLate) or nameof(Bills.CycleState.Minimum) =>
            [($"due.{happened.Data["how"]}.{happened.Data["due"][..7]}", 1), .. step is null ? Array.Empty<(string, long)>() : [($"answered.{step}.{variant}", 1)]],
        _ => [],
    };

    internal static LocalDate Monday(LocalDate date) => date.PlusDays(1 - (int)date.DayOfWeek);

    /// <summary>How it stands between the coach and a person, in one word.</summary>
    public static string Status(Member member) =>
        member.Banned is not null ? "banned" : !member.Reachable ? "unreachable" : member.Paused == Paused.No ? Active : "paused";
}
