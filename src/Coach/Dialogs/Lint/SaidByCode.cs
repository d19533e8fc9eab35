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
        "admin", "band", "bar", "bill", "bills", "button", "card", "cast", "command", "deed", "effort", "example", "fact", "house", "how", "load", "month", "monthly", "operator", "owe", "paid", "pillar", "plan", "remind",
        "review", "shield", "stranger", "toast", "trend", "used", "word",
    ];

    /// <summary>Named whole. The tests write this list anew with UPDATE_SNAPSHOTS=1.</summary>
    private const string Whole = """
        B2.plan: payday t3
        C4: bad good
        C4.none: say
        G2: good
        R1: line name
        R2: line
        R2.plan: payday short t3
        R7.plan: payday t1 tonight
        admin.audit: did did_about head none tried
        admin.backup: done failed none
        admin.button: audit backup ban checklist drop errors health look reload reminders
        admin.button: reply reset retry stats unban user
        admin.done: ban message pause reset retry unban
        admin.errors: dropped head letter none
        admin: feedback menu nobody reply unreachable what words
        admin.health: fine trouble
        admin.reload: again before done files inside lost more none_before refused same
        admin.stats: checklist class days index item language month no_stops no_wordings on_time
        admin.stats: people queue state stop stops visits weeks wording wordings
        admin.sure: ban reset
        admin.user: amount answer bill bills event head history next no_next nothing_open
        admin.user: open shown since
        back: next_due
        band: none
        bill: other
        bills: auto_off auto_on button button_add button_back button_calendar button_delete button_edit button_history button_import
        bills: button_mute button_result button_unmute date day_dated day_kept day_short file_due gone have
        bills: line line_no_day line_paid next_word no_history no_more none not_taken nothing_soon record
        bills: record_only renamed soon taken
        button: as_before begin bills cancel change change_time done even_less example go_on
        button: keep_bills no_thanks not_so options plan_enough plan_months right skip stop why
        card: answer by_your_word counted first_look gain gated headline_held line line_more no_figure
        card: pillar readiness sum sum_all
        cast: bad chinese crowd dropped english gone groups hours how left_out
        cast: list minutes no_steps none off on_again pace preview seconds stalled_at
        cast: step steps takes text waits
        cast.bad: ampersand close inside link open sign tag
        cast.button: again drop no_more on other pause resume send show stop
        cast.button: test
        cast.fate: delivered refused unknown unreachable unsent waiting
        cast.group: stalled
        dated: applications cleared friend friend_today id next verified why
        deed.all_ready: say
        deed.all_when: say
        deed.cant: say
        deed: due_before each snoozed
        deed.funded: say
        deed.later: say
        deed.mute: say
        deed.not_yet: say
        deed.part: say
        deed.ready: say today
        deed.short: say
        deed.stop: say
        deed.unpaid: say
        deed.why: say
        fact: checked
        house: as_before back_again cancelled child declined echo echo_plain echo_skipped enough erased
        house: even_less export fault fine first_note flood group halved help helpline
        house: how idle kept last_time moved na no_back no_hurry no_reason not_text
        house: not_understood_1 not_understood_2 nothing_open nudge nudge_last old_button one_by_one paused paused_but_bills privacy
        house: resumed retention skipped speaking sure unknown unknown_command which_one
        how: gate gates item pillar
        load: assets assets_ours change cost known lines loan no_debt no_income share
        load: what without
        month: line
        monthly: dip first head higher level lower one_step plan_line quiet readiness
        monthly: record rule
        operator: again banned message nobody nowhere paused reset
        owe: bill known nothing unknown whole
        paid: again all all_late both broken early how_much kept next not_kept
        paid: not_late other record streak this_one week which
        paid.how_much: all minimum part
        plan: carried done dropped focus later note_cue note_timed overview overview_now overview_passed
        plan: remind why
        relief: any bill close close_other close_rent head lender mine plan where
        relief: where_other where_rent whom whom_other whom_rent whom_utility writing writing_other writing_rent
        relief.which: another
        remind: account amount chain line_ahead line_past line_today name not_kept on only
        remind: several who yesterday
        review: bills clean months moved platform rule same their_decision
        shield: not_deleted number
        small: annoyed bye dont_know elsewhere hardship heard hello lend raise raise_later
        small: thanks trust who
        stranger: both check help scam unkept
        toast: cancelled fine group old settled taken tick_first
        trend: beside check limit limits none not_open nothing now title unknown
        trend: whose
        trend.row: applied late
        used: applied applied_many cost due repaid repaid_other repay repay_other
        word: contact_unnamed date_at never off on operator_unnamed part ticked today_at tomorrow_at
        word: unticked value
        """;

    /// <summary>Put together in C#: a first part and each of these.</summary>
    private const string Made = """
        admin.command: admin
        admin.state: active paused unreachable banned
        admin.chain: before eve morning evening after third weekly
        admin.kind: joined told paid outcome consent operator alarm looped
        admin.how: paid paidlate minimum part nothingdue cantpay notpaid taken_back ignored muted snoozed retention nudge questions return halved keeping amounts support reset pause ban unban message retry
        admin.button: reset_ask ban_ask pause reply unban
        band: good watch act little none
        cast.group: all active bills unfinished chinese english
        cast.phase: draft running paused stopped done
        house.stale: 1 2 3
        bar: 0 1 2 3 4 5
        bill: huabei jiebei card loan rent utility other
        button: check index next help keep redo_friend redo_id redo_verified why_date why_plan forget feedback plan_done plan_later plan_drop
        command: about cancel check edit export forget help how index next pause plan privacy resume settings start
        command: score limit trend log capacity feedback
        load: calm watch slow stop
        trend: up down same
        trend.band: poor fair good very_good excellent
        trend.did: fewer applied late borrowed
        trend.limit: up down same
        used: many too_many
        deed: all_just_now all_on_day all_paid all_ready cant change cleared days each funded in_1h just_now later minimum mute not_yet nothing on_day options
        deed: paid part ready short stop through tomorrow tonight undo unpaid was_on_time why
        command: bills upcoming calendar
        bills: is_due is_missed is_muted is_upcoming ended_paid ended_late ended_minimum ended_nothing why_no_day why_no_name why_full why_twice
        effort: 1 2 3
        fact: collectors report_wrong late_kept late_what huabei_reported report_free score_when score_fell score_good score_made
        paid: on_time filled_in late_one late minimum nothing milestone.1 milestone.3 milestone.6 milestone.12
        remind.before: 1 2 3
        remind.eve.auto: 1 2 3
        remind.eve.hand: 1 2 3
        remind.morning.auto: 1 2 3
        remind.morning.hand: 1 2 3
        remind.evening: 1 2 3
        remind.after: 1 2 3
        remind.third: 1 2 3
        remind.weekly: 1 2 3
        house.example: bill categories choice count date date_past day_of_month many money months payment per_week percent score time yesno zone
        review.choice: both cushion lighter reminders six stop
        set.language: en zh
        word: month_1 month_2 month_3 month_4 month_5 month_6 month_7 month_8 month_9 month_10 month_11 month_12
        """;

    public static readonly IReadOnlyList<string> Keys = [.. Read(Whole), .. Read(Made)];

    /// <summary>Texts that follow from the data: one for each pillar, month of the plan and step of it, and other words for those with debts first; and the forms of words within a sentence.</summary>
    public static IEnumerable<string> OfData(DialogSet set)
    {
        var pillars = set.Rules.Pillars.Select(pillar => pillar.Id).Concat(set.Items.Values.Select(item => item.Pillar)).Distinct().Select(id => $"pillar.{id}");
        var plan = set.Months.SelectMany(month => month.Steps.Select(step => step.Key).Concat([month.Key, month.ExitKey])).ToList();
        var forms = set.Texts(Language.En).Sentences.Select(pair => pair.Key).Where(key => key.StartsWith("bill.", StringComparison.Ordinal) && key.Split('.') is [_, _, "the" or "my"]);
        return pillars.Concat(plan).Concat(forms).Concat(plan.Select(key => $"{key}.debts").Where(key => Enum.GetValues<Language>().Any(language => set.Texts(language).Has(key))));
    }

    /// <summary>Placeholders that are filled where the text is said.</summary>
    public static readonly IReadOnlyList<string> Arguments =
    [
        "account", "amount", "bills", "next", "state", "streak", "when", "who", "why",
        "answer", "at", "english", "chinese", "band", "bar", "bot", "cap", "diff", "earned", "for", "from", "gain", "going", "language", "languages", "joined", "seconds", "letters", "step", "told", "answered", "ignored", "muted", "variant", "fault", "kind", "by", "what", "file", "zone", "seen", "how", "id", "gate", "gates", "have", "held", "hours",
        "a_day", "after", "applied", "before", "bill", "date", "days", "high", "in_all", "interest", "items", "known", "label", "late", "left", "line", "lost", "low", "m", "mapped", "month", "monthly", "months", "n", "name", "number", "of", "percent", "points", "rate", "release", "shown", "sum", "then", "time", "to", "total",
        "unasked", "value", "words",
    ];

    private static IEnumerable<string> Read(string list) =>
        from line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        let colon = line.IndexOf(':')
        from name in line[(colon + 2)..].Split(' ')
        select $"{line[..colon]}.{name}";
}
