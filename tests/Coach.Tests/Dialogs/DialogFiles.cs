namespace Ontime.Tests.Dialogs;

/// <summary>The dialogs and the source that ship, as text.</summary>
internal static class DialogFiles
{
    public static readonly DirectoryInfo Root = Find();

    /// <summary>Path below <c>dialogs/</c> → content.</summary>
    public static readonly IReadOnlyDictionary<string, string> Shipped = Below("dialogs", "*.yaml");

    public static IReadOnlyDictionary<string, string> Below(string folder, string pattern)
    {
        var root = Path.Combine(Root.FullName, folder);
        return Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText);
    }

    private static DirectoryInfo Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run inside the solution's folder; Bot.sln was not found above them.");
        }

        return folder;
    }
}
