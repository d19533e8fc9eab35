using System.Collections.Frozen;
using System.Globalization;
using Ontime.Bills;
using Ontime.Dialogs;
using Ontime.Plan;

namespace Ontime.Scores;

/// <summary>What the dialogs name of the platform's figures. Nothing about limits while there are debts to sort out.</summary>
internal static class ScoreBindings
{
    /// <summary>A check-in comes every month: no day that some months do not have.</summary>
    private const int LatestDay = 28;

    public static readonly FrozenDictionary<string, Func<Talk, bool>> Facts = new Dictionary<string, Func<Talk, bool>>
    {
        ["score_this_month"] = talk => talk.Member.Scores.LastOrDefault() is { Value: not null } last && last.On.ToYearMonth() == talk.Today.ToYearMonth(),
        ["limit_known"] = talk => History.Newest(talk.Member.Limits) is not null,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Action<Talk>> Actions = new Dictionary<string, Action<Talk>>
    {
        ["draw_trend"] = talk => talk.Effects.Add(new Effect.Chart(ChartKind.Trend)),
        ["set_check_in"] = SetCheckIn,
        ["keep_score"] = TypedScore.Keep,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, Func<Talk, Arg?>> Values = new Dictionary<string, Func<Talk, Arg?>>
    {
        ["score_typed"] = talk => TypedScore.Of(talk) is { } score ? new Arg.Number(score) : null,
        ["score_view"] = talk => new Arg.Block(ScoreWords.View(talk.Member, talk.Today)),
        ["score_reply"] = talk => new Arg.Block(ScoreWords.Reply(talk.Member, talk.Today)),
        ["limit_view"] = talk => new Arg.Block(ScoreWords.Limit(talk.Member, talk.Today)),
        ["check_in"] = talk => (talk.Member.CheckIn ?? new CheckIn()) is { Off: false, Day: var day } ? new Arg.Day(DueDay.Of(day)) : new Arg.Text("word.never"),
    }.ToFrozenDictionary();

    private static void SetCheckIn(Talk talk)
    {
        var now = talk.Member.CheckIn ?? new CheckIn();
        var set = talk.Given?.Day is { } day ? now with { Day = Math.Min(day.Number, LatestDay), Off = false } : now with { Off = true };
        talk.Member = talk.Member with { CheckIn = set };
        talk.Happened(EventKinds.Changed, ("what", "check_in"), ("to", set.Off ? "off" : set.Day.ToString(CultureInfo.InvariantCulture)));
    }
}
