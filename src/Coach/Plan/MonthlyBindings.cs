using System.Collections.Frozen;
using System.Globalization;
using NodaTime;
using Ontime.Checklist;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>What the dialog of the monthly check-in names.</summary>
internal static class MonthlyBindings
{
    private const string Score = "G2", Limit = "G3", Asked = "head", Before = "before";

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["monthly_score"] = talk => IsOpen(talk, Score),
        ["monthly_limit"] = talk => IsOpen(talk, Limit),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["monthly_score"] = talk =>
        {
            if (talk.Given is not { } given)
            {
                return;
            }

            // Compared with the score before, not with a “later” in between.
            var last = talk.Member.Answers.GetValueOrDefault(Score);
            talk.Replace(talk.Top.With(Asked, Score).With(Before, last?.Number?.ToString(CultureInfo.InvariantCulture)));
            if (given.Option != "later" || last?.Number is null)
            {
                Answering.Put(talk, Score, new Answer(given.Option, talk.Now, given.Number));
            }
        },
        ["monthly_limit"] = talk =>
        {
            if (talk.Given?.Option == "untracked")
            {
                Answering.Put(talk, Limit, new Answer("decline", talk.Now));
            }
            else if (talk.Given?.Option == "same" && talk.Member.Answers.GetValueOrDefault(Limit) is { Number: not null } limit)
            {
                Answering.Put(talk, Limit, limit with { At = talk.Now });
            }
        },
        ["monthly_count"] = Count,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["monthly_head"] = talk => new Arg.Block(talk.Top.Note(Asked) is null
            ? [talk.Line("monthly.head", ("month", Month(talk.Today))), talk.Line("word.value", ("value", new Arg.Block([])))]
            : []),
        ["monthly_score_said"] = talk => new Arg.Block([ScoreSaid(talk)]),
        ["monthly_score_note"] = talk => new Arg.Block([talk.Line(Change(talk) < 0 ? "monthly.dip" : "monthly.rule")]),
        ["monthly_lines"] = Lines,
    }.ToFrozenDictionary();

    /// <summary>Asked of nobody who has none, would rather not say, or has debts to sort out first.</summary>
    private static bool IsOpen(Talk talk, string item) =>
        !Trouble.Is(talk.Member) && talk.Member.Answers.GetValueOrDefault(item)?.Option is not ("decline" or "not_open");

    private static Line ScoreSaid(Talk talk) => Change(talk) is not { } change
        ? talk.Line("monthly.first")
        : talk.Line(change > 0 ? "monthly.higher" : change < 0 ? "monthly.lower" : "monthly.level", ("n", new Arg.Number(Math.Abs(change))));

    /// <summary>Against the score before; null where there was none.</summary>
    private static decimal? Change(Talk talk) =>
        talk.Member.Answers.GetValueOrDefault(Score)?.Number is { } now && decimal.TryParse(talk.Top.Note(Before), CultureInfo.InvariantCulture, out var before)
            ? now - before
            : null;

    /// <summary>Once the month was read, its figure is the one the next is compared with.</summary>
    private static void Count(Talk talk)
    {
        CourseBindings.Settle(talk);
        var mark = talk.Member.CheckIn ?? new CheckIn();
        talk.Member = talk.Member with { CheckIn = mark with { On = talk.Today, Readiness = Shown(talk) ?? mark.Readiness } };
    }

    private static Arg.Block Lines(Talk talk)
    {
        var lines = new List<Line>();
        var last = talk.Today.ToYearMonth().PlusMonths(-1);
        if (talk.Member.Months.Find(month => month.Month == last) is { } record)
        {
            lines.Add(talk.Line("monthly.record", ("month", Month(last.OnDayOfMonth(1))), ("n", Sessions.Number(record.Due)), ("m", new Arg.Number(Math.Floor(record.Paid)))));
        }

        if (!Trouble.Is(talk.Member) && Shown(talk) is { } now)
        {
            lines.Add(talk.Member.CheckIn?.Readiness is { } was && was != now
                ? talk.Line("monthly.readiness", ("from", Sessions.Number(was)), ("to", Sessions.Number(now)))
                : talk.Line("card.readiness", ("readiness", Sessions.Number(now))));
        }

        if (talk.Member.SixMonths is { Runs: true } plan)
        {
            lines.Add(talk.Line("monthly.plan_line", ("n", Sessions.Number(plan.Month)), ("of", Sessions.Number(Course.Open(talk.Member, talk.Set, talk.Standing).Count))));
        }

        if (!Trouble.Is(talk.Member) && CheckBindings.Next(talk) is { } action)
        {
            lines.Add(talk.Line("monthly.one_step", ("to", new Arg.Block([Card.Action(talk, action.ItemId)])), ("date", talk.Date(talk.Today.PlusDays(7)))));
        }

        return new Arg.Block(lines.Count > 0 ? lines : [talk.Line("monthly.quiet")]);
    }

    private static int? Shown(Talk talk) => CheckBindings.Of(talk).Shown;

    private static Arg.Text Month(LocalDate day) => new($"word.month_{day.Month.ToString(CultureInfo.InvariantCulture)}");
}
