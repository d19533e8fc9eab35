using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Ontime.Dialogs;
using Ontime.Reminders;

namespace Ontime.Admin;

/// <summary>The statistics in words. It is the operator who reads them: nothing is rounded away, and nobody is named.</summary>
public static class StatsReport
{
    private const int Days = 7, Weeks = 4, Months = 4, Stops = 5;

    private static readonly string[] States = ["active", "paused", "unreachable", "banned"];
    private static readonly LocalDatePattern Month = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    public static Message Of(Figures figures, StatsPart part, DialogSet set) => part switch
    {
        StatsPart.People => new([.. People(figures), .. Visits(figures), Queue(figures)],
            [[DeskWords.Button("admin.button.checklist", new Order.Stats(StatsPart.Checklist)), DeskWords.Button("admin.button.reminders", new Order.Stats(StatsPart.Reminders))]]),
        StatsPart.Checklist => new([.. Completion(figures, set), .. Stopped(figures, set), .. Index(figures)], Message.NoButtons),
        StatsPart.Reminders => new([.. OnTime(figures), .. Wordings(figures)], Message.NoButtons),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "A part without words."),
    };

    private static IEnumerable<Line> People(Figures figures)
    {
        yield return Lines.Of("admin.stats.people", ("n", Lines.Number(figures.People)));
        foreach (var state in States)
        {
            var languages = Enum.GetValues<Language>().Select(language => (Language: language, N: figures[$"people.{state}.{language.Code()}"])).Where(of => of.N > 0).ToList();
            if (languages.Count > 0)
            {
                yield return Lines.Of(
                    "admin.stats.state",
                    ("state", new Arg.Text($"admin.state.{state}")),
                    ("n", Lines.Number(languages.Sum(of => of.N))),
                    ("languages", new Arg.Series([.. languages.Select(of => Lines.Of("admin.stats.language", ("language", Name(of.Language)), ("n", Lines.Number(of.N))))])));
            }
        }
    }

    private static IEnumerable<Line> Visits(Figures figures)
    {
        var days = Enumerable.Range(0, Days).Select(ago => figures.Today.PlusDays(-ago)).ToList();
        var mondays = Enumerable.Range(0, Weeks).Select(ago => Counting.Monday(figures.Today).PlusWeeks(-ago)).ToList();
        return
        [
            new Line("admin.stats.days"),
            .. Rows(days.Select(day => (day, figures.On("active", day), figures.On("joined", day)))),
            new Line("admin.stats.weeks"),
            .. Rows(mondays.Select(monday => (monday, figures.On("week", monday), Enumerable.Range(0, 7).Sum(day => figures.On("joined", monday.PlusDays(day)))))),
        ];
    }

    private static IEnumerable<Line> Rows(IEnumerable<(LocalDate Date, long Active, long Joined)> rows)
    {
        var all = rows.ToList();
        var most = all.Max(row => row.Active);
        return all.Select(row => Lines.Of(
            "admin.stats.visits", ("date", Lines.On(row.Date)), ("bar", Lines.Bar(row.Active, most)), ("n", Lines.Number(row.Active)), ("joined", Lines.Number(row.Joined))));
    }

    private static Line Queue(Figures figures) => Lines.Of(
        "admin.stats.queue", ("n", Lines.Number(figures.Outbox)), ("seconds", Lines.Number((long)(figures.Lag?.TotalSeconds ?? 0))), ("letters", Lines.Number(figures.DeadLetters)));

    private static IEnumerable<Line> Completion(Figures figures, DialogSet set) =>
    [
        Lines.Of("admin.stats.checklist", ("n", Lines.Number(figures.People))),
        .. set.Dialogs.SelectMany(dialog => dialog.Steps).Where(step => step.Item is not null).Select(step => Lines.Of(
            "admin.stats.item",
            ("bar", Lines.Bar(figures[$"done.{step.Id}"], figures.People)),
            ("percent", Lines.Words(Figures.Percent(figures[$"done.{step.Id}"], figures.People))),
            ("name", Lines.Step(set, step.Id)))),
    ];

    private static IEnumerable<Line> Stopped(Figures figures, DialogSet set)
    {
        var stops = figures.Under("stop").Where(stop => stop.N > 0).OrderByDescending(stop => stop.N).ThenBy(stop => stop.Name, StringComparer.Ordinal).Take(Stops).ToList();
        return stops.Count == 0
            ? [new Line("admin.stats.no_stops")]
            : [new Line("admin.stats.stops"), .. stops.Select(stop => Lines.Of("admin.stats.stop", ("n", Lines.Number(stop.N)), ("name", Lines.Step(set, stop.Name))))];
    }

    private static IEnumerable<Line> Index(Figures figures)
    {
        var classes = Enumerable.Range(0, 100 / Counting.Class).Select(at => (From: at * Counting.Class, N: figures[$"index.{at.ToString(CultureInfo.InvariantCulture)}"])).ToList();
        return
        [
            new Line("admin.stats.index"),
            .. classes.Select(of => Lines.Of(
                "admin.stats.class",
                ("from", Lines.Number(of.From)), ("to", Lines.Number(of.From + Counting.Class == 100 ? 100 : of.From + Counting.Class - 1)),
                ("bar", Lines.Bar(of.N, classes.Max(one => one.N))), ("n", Lines.Number(of.N)))),
        ];
    }

    /// <summary>By the month in which a bill was due. The minimum of a card, paid in time, is in time.</summary>
    private static IEnumerable<Line> OnTime(Figures figures)
    {
        yield return new Line("admin.stats.on_time");
        foreach (var month in Enumerable.Range(0, Months).Select(ago => Month.Format(figures.Today.With(DateAdjusters.StartOfMonth).PlusMonths(-ago))))
        {
            var late = figures[$"due.{nameof(Bills.CycleState.PaidLate)}.{month}"];
            var all = late + figures[$"due.{nameof(Bills.CycleState.Paid)}.{month}"] + figures[$"due.{nameof(Bills.CycleState.Minimum)}.{month}"];
            yield return Lines.Of("admin.stats.month", ("month", Lines.Words(month)), ("percent", Lines.Words(Figures.Percent(all - late, all))), ("n", Lines.Number(all)));
        }
    }

    private static IEnumerable<Line> Wordings(Figures figures)
    {
        var said = Enum.GetValues<ChainStep>().SelectMany(step => Enumerable.Range(1, Reminding.Variants).Select(variant => (Step: step, Variant: variant, Name: $"{step}.{variant.ToString(CultureInfo.InvariantCulture)}")))
            .Where(wording => figures[$"told.{wording.Name}"] > 0).ToList();
        return said.Count == 0
            ? [new Line("admin.stats.no_wordings")]
            :
            [
                new Line("admin.stats.wordings"),
                .. said.Select(wording => Lines.Of(
                    "admin.stats.wording",
                    ("step", new Arg.Text($"admin.chain.{wording.Step.ToString().ToLowerInvariant()}")), ("variant", Lines.Number(wording.Variant)),
                    ("told", Lines.Number(figures[$"told.{wording.Name}"])), ("answered", Lines.Number(figures[$"answered.{wording.Name}"])),
                    ("ignored", Lines.Number(figures[$"ignored.{wording.Name}"])), ("muted", Lines.Number(figures[$"muted.{wording.Name}"])))),
            ];
    }

    internal static Arg Name(Language language) => new Arg.Text($"set.language.{(language == Language.En ? "en" : "zh")}");
}
