using Ontime.Bot.Tests.Host;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Editions;

/// <summary>The shipped dialogs with changes, in the folder of a run.</summary>
internal static class DialogFiles
{
    private static readonly IReadOnlyDictionary<string, string> Shipped =
        DialogFolder.Read(DialogFolder.Default()).Files.Where(file => !file.Key.StartsWith("tests/", StringComparison.Ordinal)).ToDictionary();

    /// <summary>Writes them all; each change replaces every such word in every file.</summary>
    public static void Write(HostRun run, params (string Old, string New)[] changes) => Write(run.DialogsPath, Changed(changes));

    public static void Write(string folder, params (string Old, string New)[] changes) => Write(folder, Changed(changes));

    public static void Rewrite(HostRun run, Func<string, string> change) => Write(run.DialogsPath, Shipped.ToDictionary(file => file.Key, file => change(file.Value)));

    private static void Write(string folder, Dictionary<string, string> files)
    {
        foreach (var (path, content) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, content);
        }
    }

    public static Dictionary<string, string> Changed(params (string Old, string New)[] changes) =>
        Shipped.ToDictionary(file => file.Key, file => changes.Aggregate(file.Value, (content, change) => content.Replace(change.Old, change.New, StringComparison.Ordinal)));

    /// <summary>Looks into the store of a bot that was stopped.</summary>
    public static async Task<(int Editions, long? InForce, long? Before)> InStoreAsync(HostRun run)
    {
        await using var store = await run.StoreAsync();
        return ((await store.EditionsAsync(CancellationToken.None)).Count, await store.CurrentEditionAsync(CancellationToken.None), await Pointer.BeforeAsync(store, CancellationToken.None));
    }
}
