namespace Ontime.Dialogs;

/// <summary>
/// The texts that C# names, and the placeholders it fills in them. Written out, since lint runs where there is no source; a test compares
/// them with the source in both directions.
/// </summary>
internal static class SaidByCode
{
    /// <summary>First words of keys that belong to the program. Any other key begins with the id of a step.</summary>
    public static readonly IReadOnlyList<string> Families =
    [
        "band", "bar", "bill", "button", "card", "command", "effort", "example", "house", "how", "miss", "month", "pillar", "plan",
        "shield", "stranger", "toast", "word",
    ];

    public static readonly IReadOnlyList<string> Keys =
    [
        .. Of("band", "good watch act little none"),
        .. Of("bar", "0 1 2 3 4 5"),
        .. Of("bill", "huabei jiebei card loan rent utility other"),
        .. Of("button", "begin cancel change check done example go_on help index keep_bills next no_thanks plan_done plan_drop plan_later right skip stop why"),
        .. Of("card", "answer by_your_word counted first_look held line line_more no_figure pillar readiness record_logged record_said sum sum_all why"),
        .. Of("command", "about cancel check edit export forget help how index next pause privacy resume settings start"),
        .. Of("effort", "1 2 3"),
        .. Of("example", "bill choice date day many money number percent score time zone"),
        .. Of("house", "back_again cancelled declined echo echo_plain echo_skipped enough erased export fault first_note flood group help how idle"),
        .. Of("house", "last_time moved na no_back no_hurry not_text not_understood_2 nothing_open nudge old_button paused paused_but_bills privacy"),
        .. Of("house", "resumed skipped unknown unknown_command why"),
        .. Of("how", "gate gates item pillar"),
        .. Of("miss", "bill choice date day many money number percent score time zone"),
        .. Of("month", "line"),
        .. Of("plan", "done dropped later remind"),
        .. Of("relief", "plan"),
        .. Of("settings.language", "en zh"),
        .. Of("shield", "not_deleted number"),
        .. Of("stranger", "about check help privacy scam"),
        .. Of("toast", "cancelled group old taken tick_first"),
        .. Of("word", "contact_unnamed date_at never off on operator_unnamed part ticked today_at tomorrow_at unticked value"),
    ];

    public static readonly IReadOnlyList<string> Arguments =
    [
        "answer", "at", "band", "bar", "bot", "cap", "date", "earned", "from", "gain", "gate", "gates", "held", "items", "known", "label", "line",
        "n", "name", "of", "plan", "points", "readiness", "release", "shown", "time", "to", "total", "unasked", "value", "words",
    ];

    /// <summary>Texts that follow from the data: one for each pillar.</summary>
    public static IEnumerable<string> OfData(DialogSet set) =>
        set.Rules.Pillars.Select(pillar => pillar.Id).Concat(set.Items.Values.Select(item => item.Pillar)).Distinct().Select(id => $"pillar.{id}");

    private static IEnumerable<string> Of(string family, string names) => names.Split(' ').Select(name => $"{family}.{name}");
}
