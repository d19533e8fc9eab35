using NodaTime;
using Ontime.Checklist;
using Ontime.Members;

namespace Ontime.Scores;

/// <summary>Scores, limits and what stands beside them, in words.</summary>
public static class ScoreWords
{
    private const int MonthsBeside = 3;

    /// <summary>What stands below a picture of the trend.</summary>
    public static Message Caption(Member member, Instant now)
    {
        var today = Zones.Today(member, now);
        return new Message([.. View(member, today), .. Limit(member, today)], Message.NoButtons);
    }

    /// <summary>Where the score stands: its band, against the month before, and what was done meanwhile.</summary>
    internal static IReadOnlyList<Line> View(Member member, LocalDate today)
    {
        if (History.Newest(member.Scores) is not { Value: { } score } newest)
        {
            return [new Line(member.Scores.LastOrDefault()?.Unknown == "not_open" ? "trend.not_open" : "trend.none")];
        }

        var band = ScoreBand.Of(score);
        return
        [
            Line(
                "trend.now", ("n", new Arg.Number(score)), ("band", new Arg.Text($"trend.band.{band.Id}")),
                ("low", new Arg.Number(band.From)), ("high", new Arg.Number(band.To)), ("date", Date(newest.On, today))),
            .. Against(member),
            .. BesideThem(member, today),
            new Line("G2.good"),
        ];
    }

    /// <summary>What answers a score just logged: against the last one, and where it is lower what can be checked.</summary>
    internal static IReadOnlyList<Line> Reply(Member member, LocalDate today)
    {
        if (Trend.Of(member.Scores)?.Direction != Direction.Down)
        {
            return [.. Against(member), new Line("G2.good")];
        }

        var month = Beside.Of(member, today.ToYearMonth());
        return [.. Against(member), Line("trend.check", ("late", new Arg.Number(month.Late)), ("applied", new Arg.Number(month.Applied)))];
    }

    /// <summary>None while there are debts to sort out.</summary>
    internal static IReadOnlyList<Line> Limit(Member member, LocalDate today)
    {
        if (Trouble.Is(member) || History.Newest(member.Limits) is not { Value: { } limit } newest)
        {
            return [];
        }

        var now = Line("trend.limit", ("sum", new Arg.Money(limit)), ("date", Date(newest.On, today)));
        return Trend.Of(member.Limits) is { } trend
            ? [now, Line($"trend.limit.{Name(trend)}", ("month", Month(trend.Since)), ("sum", new Arg.Money(trend.By)))]
            : [now];
    }

    private static IEnumerable<Line> Against(Member member)
    {
        if (Trend.Of(member.Scores) is { } trend)
        {
            yield return Line($"trend.{Name(trend)}", ("month", Month(trend.Since)), ("n", new Arg.Number(trend.By)));
        }
    }

    private static IEnumerable<Line> BesideThem(Member member, LocalDate today)
    {
        var parts = Beside.Last(member, today, MonthsBeside).SelectMany(Did).ToList();
        return parts.Count == 0 ? [] : [Line("trend.beside", ("items", new Arg.Series(parts)))];
    }

    private static IEnumerable<Line> Did(Beside month) =>
        from pair in new[]
        {
            (What: "fewer", Count: month.Fewer ? 1 : 0),
            (What: "applied", Count: month.Fewer ? 0 : month.Applied),
            (What: "late", Count: month.Late),
            (What: "borrowed", Count: month.Borrowed),
        }
        where pair.Count > 0
        select Line($"trend.did.{pair.What}", ("month", Month(month.Month)), ("n", new Arg.Number(pair.Count)));

    private static Line Line(string key, params (string Name, Arg Arg)[] given) => new(key, given.ToDictionary(pair => pair.Name, pair => pair.Arg));

    private static Arg.Text Month(YearMonth month) => new Arg.Text($"word.month_{month.Month}");

    private static Arg.Date Date(LocalDate date, LocalDate today) => new Arg.Date(date, date.Year != today.Year);

    private static string Name(Trend trend) => trend.Direction switch
    {
        Direction.Up => "up",
        Direction.Down => "down",
        _ => "same",
    };
}
