using System.Collections.Frozen;
using Ontime.Checklist;

namespace Ontime.Dialogs;

/// <summary>A conversation as a state machine.</summary>
/// <param name="Steps">In the order of the file.</param>
public sealed record Dialog(string Id, string Start, IReadOnlyList<Step> Steps, string File);

/// <summary>A named step: it says something, runs another step as a part, or asks and waits.</summary>
/// <param name="Line">Where it stands in its file, for faults.</param>
/// <param name="Inside">Its question takes the place of the message just answered.</param>
/// <param name="Lead">Its text stands above the next question instead of in a message of its own; of a call, only where it calls.</param>
/// <param name="Hide">Options that have no button while the fact holds; typed they still count.</param>
/// <param name="Part">It counts in the “1/8” of a session.</param>
/// <param name="From">The statements of the two articles that it carries.</param>
/// <param name="Amounts">It is asked only with the second consent.</param>
public sealed record Step(
    string Id,
    string Dialog,
    int Line,
    IReadOnlyList<string> RenamedFrom,
    IReadOnlyList<Guard> When,
    Doing Doing,
    Item? Item,
    bool Part,
    bool Inside,
    bool Lead,
    FrozenDictionary<string, IReadOnlyList<string>> Hide,
    bool Amounts,
    IReadOnlyList<string> From,
    FrozenDictionary<string, string> Confirm,
    FrozenDictionary<string, string> Reply,
    IReadOnlyList<IfThenCue> Plans,
    IReadOnlyList<string> Do,
    Go Go);

/// <summary>What a step does.</summary>
public abstract record Doing
{
    /// <summary>Says the step's text and goes on.</summary>
    public sealed record Say : Doing;

    /// <summary>Runs another step or dialog and comes back. Either the target is named, or C# picks it.</summary>
    public sealed record Call(string? Target, string? Pick) : Doing;

    public sealed record Asking(Ask Ask) : Doing;

    /// <summary>Only its actions and its way on.</summary>
    public sealed record Pass : Doing;
}

/// <summary>A cue of an if-then plan.</summary>
/// <param name="At">The local time at which it naturally comes, or null.</param>
public sealed record IfThenCue(string Id, NodaTime.LocalTime? At);

/// <summary>A condition: the answer to a step is one of the options, a step was answered at all, or a fact bound in C# holds.</summary>
public abstract record Guard
{
    public sealed record Answered(string Step, IReadOnlyList<string> Options) : Guard;

    public sealed record Known(string Step) : Guard;

    public sealed record Fact(string Name, bool Expected) : Guard;
}

/// <summary>Where a step leads.</summary>
public sealed record Go(FrozenDictionary<string, string> By, string? Else)
{
    /// <summary>Back to whoever called.</summary>
    public const string End = "end";

    public string After(string? option) => option is not null && By.TryGetValue(option, out var target) ? target : Else ?? End;
}
