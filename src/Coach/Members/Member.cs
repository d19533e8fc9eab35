using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;
using Ontime.Bills;
using Ontime.Checklist;
using Ontime.Plan;
using Ontime.Reminders;
using Ontime.Scores;
using Ontime.Usage;

namespace Ontime.Members;

public enum Paused { No, ButBills, All }

/// <summary>A dialog a member is inside of, and where. The last of the list is the one that talks.</summary>
/// <param name="Interrupt">True for one that was opened in the middle of another, which goes on afterwards.</param>
/// <param name="Open">The question it waits with; null while it is run, or while another runs as its part.</param>
/// <param name="Trail">Steps asked before, oldest first: the way back, and where to go when a changed dialog lost the step.</param>
/// <param name="Notes">What its steps hand on to each other: a bill being added, what is ticked.</param>
[method: JsonConstructor]
public sealed record Frame(
    string Dialog, string Step, bool Interrupt, Open? Open, ImmutableList<string> Trail, ImmutableSortedDictionary<string, string> Notes)
{
    public Frame(string dialog, string step, bool interrupt)
        : this(dialog, step, interrupt, null, [], ImmutableSortedDictionary<string, string>.Empty)
    {
    }

    public string? Note(string name) => Notes.GetValueOrDefault(name);

    public Frame With(string name, string? value) => this with { Notes = value is null ? Notes.Remove(name) : Notes.SetItem(name, value) };
}

/// <summary>The question that waits for an answer.</summary>
/// <param name="Number">Its fence: buttons of any other number are stale.</param>
/// <param name="Misses">How often it was not understood.</param>
/// <param name="Pending">An option that was typed and must be confirmed before it counts, or null.</param>
/// <param name="Shown">When it was last said.</param>
public sealed record Open(int Number, int Misses, string? Pending, Instant Shown);

/// <summary>“When …, I will …”, chosen from buttons.</summary>
/// <param name="Key">The text that says it.</param>
/// <param name="At">When to remind of it once, or null.</param>
public sealed record IfThen(string Item, string Key, Instant? At, Instant Chosen);

/// <summary>The operator closed the conversation.</summary>
/// <param name="Said">True once the person was told; that is the last answer.</param>
public sealed record Ban(Instant At, bool Said);

/// <summary>What the coach keeps of a person: one document, small, written whole.</summary>
public sealed record Member
{
    public required long ChatId { get; init; }
    public long Version { get; init; }

    public required Language Language { get; init; }

    /// <summary>As the channel shows it; null where it shows none.</summary>
    public string? Name { get; init; }

    /// <summary>A tz id, or a fixed offset such as "UTC+02".</summary>
    public required string Zone { get; init; }

    /// <summary>True once the person has named the zone; until then it is a guess.</summary>
    public bool ZoneAsked { get; init; }

    /// <summary>When short questions and check-ins may come, local; null: never unasked.</summary>
    public LocalTime? Hour { get; init; }

    /// <summary>True once the person has said when, or that they would rather come by themselves.</summary>
    public bool HourAsked { get; init; }

    public required Instant Joined { get; init; }

    /// <summary>When the second consent, to amounts, was given; null: none are kept.</summary>
    public Instant? Amounts { get; init; }

    public Paused Paused { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool Reachable { get; init; } = true;

    /// <summary>Null: not banned.</summary>
    public Ban? Banned { get; init; }

    /// <summary>The index as it was last worked out, for the operator's statistics only; null: none could be shown yet.</summary>
    public int? Figure { get; init; }

    /// <summary>Until when the admins may see answers and amounts, as the person agreed to in /feedback; null: they may not.</summary>
    public Instant? Support { get; init; }

    /// <summary>After words of distress: nothing is sent unasked before this moment.</summary>
    public Instant? QuietUntil { get; init; }

    /// <summary>True while tips about scores and limits are held back, because there are debts to sort out first.</summary>
    public bool TipsSilent { get; init; }

    /// <summary>The way off of a bill that cannot be paid; null: none.</summary>
    public Relief? Relief { get; init; }

    public ImmutableList<Frame> Frames { get; init; } = [];

    /// <summary>The dialog that talks, or null while nothing is open.</summary>
    [JsonIgnore]
    public Frame? Top => Frames.Count > 0 ? Frames[^1] : null;

    /// <summary>The number of the last question asked.</summary>
    public int Asked { get; init; }

    /// <summary>The number of the question answered last: a second tap on it is no stale one.</summary>
    public int Answered { get; init; }

    public ImmutableSortedDictionary<string, Answer> Answers { get; init; } = ImmutableSortedDictionary<string, Answer>.Empty;

    /// <summary>Questions passed by, and when: they are left alone for a few days, whatever was answered before.</summary>
    public ImmutableSortedDictionary<string, Instant> Passed { get; init; } = ImmutableSortedDictionary<string, Instant>.Empty;

    public ImmutableList<IfThen> Plans { get; init; } = [];
    public ImmutableList<Bill> Bills { get; init; } = [];
    public int LastBill { get; init; }

    /// <summary>The settled months of the payment record, newest first, at most 12.</summary>
    public ImmutableList<PaidMonth> Months { get; init; } = [];

    /// <summary>The Sesame score and the Jiebei limit as the person logged them, one entry a month, at most 12, oldest first.</summary>
    public ImmutableList<Logged> Scores { get; init; } = [];
    public ImmutableList<Logged> Limits { get; init; } = [];

    /// <summary>Borrowings, applications and repayments of the last year, at most 40, oldest first.</summary>
    public ImmutableList<Use> Uses { get; init; } = [];

    /// <summary>The longest streak that was told as a milestone, in months.</summary>
    public int Milestone { get; init; }

    /// <summary>When nothing is said unasked, local; null: 22:00 to 08:00.</summary>
    public LocalTime? QuietFrom { get; init; }
    public LocalTime? QuietTo { get; init; }

    /// <summary>True where reminders of bills may name the amount: they show on a locked screen.</summary>
    public bool AmountsInReminders { get; init; }

    /// <summary>When the coach spoke unasked in the last hour, oldest first, whatever about: the circuit breaker.</summary>
    public ImmutableList<Instant> Spoken { get; init; } = [];

    /// <summary>Messages about several bills that may still wait to be sent, oldest first, at most 3.</summary>
    public ImmutableList<ToldTogether> Together { get; init; } = [];

    /// <summary>When it spoke unasked outside bills in the last seven days, oldest first.</summary>
    public ImmutableList<Instant> Nudges { get; init; } = [];

    /// <summary>True where the person wants nothing that the operator says to many.</summary>
    public bool NoBroadcasts { get; init; }

    /// <summary>How often the rate outside bills was halved.</summary>
    public int Halved { get; init; }

    /// <summary>True once it was said that the rate was halved.</summary>
    public bool HalvingSaid { get; init; }

    public required Instant LastInput { get; init; }

    /// <summary>The next moment this member waits for, as the agenda found it at the end of the last turn.</summary>
    public Instant? DueAt { get; init; }

    /// <summary>When the coach last spoke unasked outside bills, and how often in a row that was ignored.</summary>
    public Instant? LastUnasked { get; init; }
    public int Ignored { get; init; }

    /// <summary>The local day the short questions were last asked on, and how many.</summary>
    public LocalDate? QuestionsOn { get; init; }
    public int QuestionsToday { get; init; }

    /// <summary>No short questions before this local day, since there was nothing to ask.</summary>
    public LocalDate? RestUntil { get; init; }

    /// <summary>When the coach last came back to a person who had been silent for a month.</summary>
    public Instant? Returned { get; init; }

    /// <summary>When the person was told that what is kept will be erased.</summary>
    public Instant? RetentionTold { get; init; }

    /// <summary>Dates that were given (an ID's expiry, five years since a late payment): by step, up to which day they were spoken of.</summary>
    public ImmutableSortedDictionary<string, LocalDate> DatesTold { get; init; } = ImmutableSortedDictionary<string, LocalDate>.Empty;

    /// <summary>When an unfinished first session was last mentioned; once is enough.</summary>
    public Instant? Nudged { get; init; }

    /// <summary>The week's lesson cards already shown, by number, and when the last one was.</summary>
    public int LessonsShown { get; init; }
    public Instant? LessonAt { get; init; }

    /// <summary>The plan, also after its review; null: never begun.</summary>
    public SixMonths? SixMonths { get; init; }

    /// <summary>When the plan was offered unasked; once is enough.</summary>
    public Instant? PlanOffered { get; init; }

    /// <summary>The monthly check-in; null: as usual, and none so far.</summary>
    public CheckIn? CheckIn { get; init; }
}
