namespace Ontime.Dialogs;

/// <summary>
/// The texts that C# names, and the placeholders it fills in them. Written out, since lint runs where there is no source; tests compare
/// both lists with the source, in both directions.
/// </summary>
internal static class SaidByCode
{
    /// <summary>First words of keys that belong to the program. Any other key begins with the id of a step.</summary>
    public static readonly IReadOnlyList<string> Families =
    [
        "band", "bar", "bill", "button", "card", "command", "effort", "example", "house", "how", "month", "pillar", "plan",
        "shield", "stranger", "toast", "word",
    ];

    /// <summary>Named whole. The tests write this list anew with UPDATE_SNAPSHOTS=1.</summary>
    private const string Whole = """
        R1: line name
        R2: line
        back: next_due
        band: none
        button: begin cancel change change_time done example go_on keep_bills no_thanks right
        button: skip stop why
        card: answer by_your_word counted first_look gain gated headline_held line line_more no_figure
        card: pillar readiness sum sum_all
        house: back_again cancelled declined echo echo_plain echo_skipped enough erased export fault
        house: fine first_note flood group help helpline how idle last_time moved
        house: na no_back no_hurry no_reason not_text not_understood_1 not_understood_2 nothing_open nudge old_button
        house: paused paused_but_bills privacy resumed skipped unknown unknown_command
        how: gate gates item pillar
        month: line
        plan: done dropped later note_cue note_timed remind
        relief: plan
        set.language: zh
        shield: not_deleted number
        stranger: check help scam
        toast: cancelled fine group old taken tick_first
        word: contact_unnamed date_at never off on operator_unnamed part ticked today_at tomorrow_at
        word: unticked value
        """;

    /// <summary>Put together in C#: a first part and each of these.</summary>
    private const string Made = """
        band: good watch act little none
        bar: 0 1 2 3 4 5
        bill: huabei jiebei card loan rent utility other
        button: check index next help plan_done plan_later plan_drop
        command: about cancel check edit export forget help how index next pause privacy resume settings start
        effort: 1 2 3
        house.example: bill categories choice count date date_past day_of_month many money months payment per_week percent score time yesno zone
        set.language: en zh
        """;

    public static readonly IReadOnlyList<string> Keys = [.. Read(Whole), .. Read(Made)];

    /// <summary>Texts that follow from the data: one for each pillar.</summary>
    public static IEnumerable<string> OfData(DialogSet set) =>
        set.Rules.Pillars.Select(pillar => pillar.Id).Concat(set.Items.Values.Select(item => item.Pillar)).Distinct().Select(id => $"pillar.{id}");

    /// <summary>Placeholders that are filled where the text is said.</summary>
    public static readonly IReadOnlyList<string> Arguments =
    [
        "answer", "at", "band", "bar", "bot", "cap", "diff", "earned", "for", "from", "gain", "gate", "gates", "held", "hours",
        "items", "known", "label", "left", "line", "m", "n", "number", "of", "points", "release", "shown", "time", "to", "total",
        "unasked", "value", "words",
    ];

    private static IEnumerable<string> Read(string list) =>
        from line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let colon = line.IndexOf(':')
        from name in line[(colon + 2)..].Split(' ')
        select $"{line[..colon]}.{name}";
}
