namespace Ontime.Dialogs;

internal static class DialogReader
{
    public static (DialogSet? Set, IReadOnlyList<Fault> Faults) Read(IReadOnlyDictionary<string, string> files) =>
        throw new NotSupportedException($"{files.Count}");
}
