using System.Collections.Frozen;
using Ontime.Typing;

namespace Ontime.Dialogs;

/// <summary>The ways a question can be answered.</summary>
public enum AskKind
{
    Choice,
    YesNo,
    Many,
    Percent,
    Months,
    PerWeek,
    Count,
    Money,
    Score,
    DayOfMonth,
    Date,
    DatePast,
    Time,
    Payment,
    Categories,
    Card,
    Plan,
    Bill,
    Zone,
    Text,
}

/// <summary>A question: what can be tapped, and how typed words are read.</summary>
/// <param name="Options">Option ids in the order shown; of a card: item ids; of a plan: what can be chosen beside its moments.</param>
/// <param name="From">The list made in C# that gives the options, or null.</param>
/// <param name="Values">Values offered as buttons: days, times.</param>
/// <param name="Bands">Option → lowest and highest number, the upper bound included; null: open to that side.</param>
/// <param name="Range">The numbers accepted, or null.</param>
/// <param name="Alone">Options of a list of ticks that exclude the others.</param>
/// <param name="Sets">Of a card: item → the option a tick stands for.</param>
/// <param name="PlanOf">Of a plan: the item whose cues are offered, “next” for the next action's, “step” for the chosen step's of the plan; null: next.</param>
public sealed record Ask(
    AskKind Kind,
    IReadOnlyList<string> Options,
    string? From,
    IReadOnlyList<string> Values,
    FrozenDictionary<string, (decimal? Min, decimal? Max)> Bands,
    (decimal Min, decimal Max)? Range,
    IReadOnlyList<string> Alone,
    FrozenDictionary<string, string> Sets,
    string? PlanOf)
{
    /// <summary>Of words taken as they are: what they must not read as. “31st” is no name.</summary>
    public IReadOnlyList<AskKind> Not { get; init; } = [];

    /// <summary>Of a menu: option → the step it leads to, whose answer may be typed at once. “12号” is the new day.</summary>
    public FrozenDictionary<string, string> Takes { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>How typed words are read; null: only by the words of the options.</summary>
    public Kind? Typing => Reads(Kind);

    /// <summary>How the words of an answer of this kind are read; null: in no way of their own.</summary>
    public static Kind? Reads(AskKind kind) => kind switch
    {
        AskKind.YesNo => Ontime.Typing.Kind.YesNo,
        AskKind.Percent => Ontime.Typing.Kind.Percent,
        AskKind.Months => Ontime.Typing.Kind.Months,
        AskKind.PerWeek => Ontime.Typing.Kind.PerWeek,
        AskKind.Count => Ontime.Typing.Kind.Count,
        AskKind.Money => Ontime.Typing.Kind.Money,
        AskKind.Score => Ontime.Typing.Kind.Score,
        AskKind.DayOfMonth => Ontime.Typing.Kind.DayOfMonth,
        AskKind.Date => Ontime.Typing.Kind.Date,
        AskKind.DatePast => Ontime.Typing.Kind.DatePast,
        AskKind.Time => Ontime.Typing.Kind.Time,
        AskKind.Payment => Ontime.Typing.Kind.Payment,
        AskKind.Categories => Ontime.Typing.Kind.Categories,
        _ => null,
    };

    /// <summary>True where several are ticked and then sent together.</summary>
    public bool Ticks => Kind is AskKind.Many or AskKind.Categories or AskKind.Card;

    /// <summary>The option whose band holds the number; null where none does. Bands are steps: the first that reaches it.</summary>
    public string? BandOf(decimal number) => Options.FirstOrDefault(option =>
        Bands.TryGetValue(option, out var band) && (band.Max is null || number <= band.Max) && (band.Min is null || number >= band.Min));
}
