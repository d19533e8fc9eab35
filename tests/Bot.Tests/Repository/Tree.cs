namespace Ontime.Bot.Tests.Repository;

/// <summary>The files this was built from.</summary>
internal static class Tree
{
    public static string Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    public static string At(string path) => Path.Combine(Root, path);

    public static string[] Lines(string path) => File.ReadAllLines(At(path));

    private static string Above(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Bot.sln")) ? folder.FullName : Above(folder.Parent!);
}
