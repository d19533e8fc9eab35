using System.Collections.Frozen;
using Ontime.Checklist;
using Ontime.Plan;
using Ontime.Shield;

namespace Ontime.Dialogs;

/// <summary>All dialogs, texts and word lists: one edition of what the coach says.</summary>
public sealed class DialogSet(
    IReadOnlyList<Dialog> dialogs,
    FrozenDictionary<Language, Texts> texts,
    IndexRules rules,
    ShieldWords shield,
    FrozenDictionary<string, string> cities,
    Helplines helplines,
    IReadOnlyList<PlanMonth> months)
{
    private readonly FrozenDictionary<string, Step> _steps =
        dialogs.SelectMany(dialog => dialog.Steps).ToFrozenDictionary(step => step.Id);

    private readonly FrozenDictionary<string, Dialog> _dialogs = dialogs.ToFrozenDictionary(dialog => dialog.Id);

    public IReadOnlyList<Dialog> Dialogs { get; } = dialogs;

    public FrozenDictionary<string, Item> Items { get; } =
        dialogs.SelectMany(dialog => dialog.Steps).Where(step => step.Item is not null).ToFrozenDictionary(step => step.Id, step => step.Item!);

    public IndexRules Rules { get; } = rules;

    public ShieldWords Shield { get; } = shield;

    /// <summary>What people call a place, lower case → tz id.</summary>
    public FrozenDictionary<string, string> Cities { get; } = cities;

    public Helplines Helplines { get; } = helplines;

    /// <summary>The six months of the plan.</summary>
    public IReadOnlyList<PlanMonth> Months { get; } = months;

    /// <summary>What steps were called in earlier editions.</summary>
    internal Renames Renames => field ??= Renames.Of(this);

    public Texts Texts(Language language) => texts[language];

    /// <summary>The step of this id, or null: step ids are unique over all dialogs.</summary>
    public Step? Find(string step) => _steps.GetValueOrDefault(step);

    public Dialog? Dialog(string id) => _dialogs.GetValueOrDefault(id);

    /// <param name="files">Path below the dialogs folder, with forward slashes → content.</param>
    /// <returns>The set, or null with every fault that was found.</returns>
    public static (DialogSet? Set, IReadOnlyList<Fault> Faults) Read(IReadOnlyDictionary<string, string> files) => DialogReader.Read(files);
}
