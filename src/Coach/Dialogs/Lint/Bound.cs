namespace Ontime.Dialogs;

/// <summary>What lies outside the dialog files: names bound in C#, steps it opens, texts it says, and the statements of the articles.</summary>
/// <param name="Values">Placeholders that C# fills wherever they stand.</param>
/// <param name="Said">Texts that C# names.</param>
/// <param name="Arguments">Placeholders that C# fills in a text it names.</param>
internal sealed record Bound(
    IReadOnlyList<string> Entries,
    IReadOnlySet<string> Facts,
    IReadOnlySet<string> Actions,
    IReadOnlySet<string> Picks,
    IReadOnlySet<string> Lists,
    IReadOnlySet<string> Values,
    IReadOnlySet<string> Said,
    IReadOnlySet<string> Arguments,
    IReadOnlyList<string> Statements)
{
    public static readonly Bound Here = new(
        Dialogs.Entries.Opened,
        Bindings.Facts.Keys.ToHashSet(),
        Bindings.Actions.Keys.Append(Strangers.Join).ToHashSet(),
        Bindings.Picks.Keys.ToHashSet(),
        Bindings.Lists.Keys.ToHashSet(),
        Bindings.Values.Keys.ToHashSet(),
        SaidByCode.Keys.ToHashSet(),
        SaidByCode.Arguments.ToHashSet(),
        [.. Enumerable.Range(1, 35).Select(number => $"Z{number}"), .. Enumerable.Range(1, 18).Select(number => $"E{number}")]);
}
