using System.Collections.Frozen;
using NodaTime;
using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Plan;

/// <summary>What the dialogs name of plans: “when …, I will …”.</summary>
internal static class PlanBindings
{
    /// <summary>The call to the lender: a plan of its own, of no item.</summary>
    private const string ReliefCall = "relief.call";
    private const int Kept = 20;
    private static readonly LocalTime Late = new(17, 0), Morning = new(10, 0), Afternoon = new(15, 0);
    private static readonly Duration Soon = Duration.FromMinutes(15);

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["has_plan"] = talk => Last(talk) is not null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["remember_plan"] = talk => Remember(talk),
        ["overdue_answered"] = talk =>
        {
            // Cleared: nobody is reminded of a call that is no longer needed.
            if (talk.Given?.Option == "none")
            {
                talk.Member = talk.Member with { Plans = talk.Member.Plans.RemoveAll(plan => plan.Item.StartsWith("relief", StringComparison.Ordinal)) };
            }
        },
        ["plan_time"] = talk => Retime(talk, talk.Given?.Time),
        ["plan_call"] = talk => Call(talk),
        ["plan_call_again"] = talk => CallAgain(talk),
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["plan"] = talk => Last(talk) is { } plan ? new Arg.Block([talk.Line(plan.Key)]) : null,
        ["plan_note"] = talk => new Arg.Block([talk.Line(Last(talk)?.At is null ? "plan.note_cue" : "plan.note_timed")]),
        ["call_at"] = talk => talk.Member.Plans.FindLast(plan => plan.Item == ReliefCall)?.At is { } call ? When(talk, call) : null,
        ["plan_at"] = talk => Last(talk)?.At is { } at ? When(talk, at) : new Arg.Text("word.never"),
    }.ToFrozenDictionary();

    public static IfThen? Last(Talk talk) => talk.Member.Plans.Count > 0 ? talk.Member.Plans[^1] : null;

    /// <summary>The moment of a plan in words: today only the time, else the date too.</summary>
    public static Arg When(Talk talk, Instant at)
    {
        var local = at.InZone(talk.Zone);
        var key = local.Date == talk.Today ? "word.today_at" : local.Date == talk.Today.PlusDays(1) ? "word.tomorrow_at" : "word.date_at";
        return new Arg.Block([talk.Line(key, ("time", new Arg.Clock(local.TimeOfDay)), ("date", talk.Date(local.Date)))]);
    }

    private static void Remember(Talk talk)
    {
        var step = talk.Set.Find(talk.Top.Step);
        if (talk.Given is not { } given || step?.Doing is not Doing.Asking { Ask: var ask } || Cues.Of(talk, ask).FirstOrDefault(cue => cue.Id == given.Option) is not { } cue)
        {
            return;
        }

        var moment = Cues.Moment(cue, talk.Now.InZone(talk.Zone).LocalDateTime, talk.Member.Hour);
        Add(talk, new IfThen(cue.Item, $"{cue.Item}.plan.{cue.Id}", moment is { } at ? At(talk, at.Date, at.TimeOfDay) : null, talk.Now));
    }

    /// <summary>The call to the lender, and the one question about it the next morning.</summary>
    private static void Call(Talk talk)
    {
        Instant? at = talk.Given?.Option switch
        {
            "before_work" => Next(talk, Late),
            "tomorrow" => At(talk, talk.Today.PlusDays(1), Morning),
            _ => null,
        };
        Add(talk, new IfThen(ReliefCall, "relief.plan", at, talk.Now));
        Add(talk, new IfThen("relief.follow", "relief.plan", At(talk, talk.Today.PlusDays(talk.Given?.Option == "tomorrow" ? 2 : 1), Morning), talk.Now));
    }

    private static void CallAgain(Talk talk)
    {
        Instant? at = talk.Given?.Option switch
        {
            "today" => Next(talk, Afternoon),
            "tomorrow" => At(talk, talk.Today.PlusDays(1), Morning),
            _ => null,
        };
        if (at is not null)
        {
            Add(talk, new IfThen("relief.follow", "relief.plan", at, talk.Now));
        }
    }

    private static void Retime(Talk talk, LocalTime? time)
    {
        if (time is { } wanted && Last(talk) is { } plan)
        {
            talk.Member = talk.Member with { Plans = talk.Member.Plans.Replace(plan, plan with { At = Later(talk, plan, wanted) }) };
        }
    }

    /// <summary>Another time of the same day, where that is still to come; else the next time the clock shows it.</summary>
    private static Instant Later(Talk talk, IfThen plan, LocalTime wanted) =>
        plan.At?.InZone(talk.Zone).Date is { } day && day > talk.Today ? At(talk, day, wanted) : Next(talk, wanted);

    private static void Add(Talk talk, IfThen plan)
    {
        // A new plan for the same thing takes the place of the old one: nobody is reminded twice of one step.
        var plans = talk.Member.Plans.RemoveAll(one => one.Item == plan.Item).Add(plan);
        talk.Member = talk.Member with { Plans = plans.Count > Kept ? plans.RemoveAt(0) : plans };
        talk.Happened(EventKinds.Planned, ("step", plan.Item), ("plan", plan.Key));
    }

    private static Instant Next(Talk talk, LocalTime time)
    {
        var today = At(talk, talk.Today, time);
        return today >= talk.Now + Soon ? today : At(talk, talk.Today.PlusDays(1), time);
    }

    private static Instant At(Talk talk, LocalDate date, LocalTime time) => Clocks.At(date, time, talk.Zone);
}
