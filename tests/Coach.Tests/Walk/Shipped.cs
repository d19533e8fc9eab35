using Ontime.Dialogs;

namespace Ontime.Tests.Walk;

/// <summary>The dialogs as they are shipped, read once.</summary>
internal static class Shipped
{
    public static DialogSet Set { get; } = Read();

    public static Coach Coach { get; } = new(Set, new Operator("Lin’s desk", "lin@example.org", "ontime_bot"));

    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder!.FullName, "dialogs");
        }
    }

    private static DialogSet Read()
    {
        var files = Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'), File.ReadAllText);
        var (set, faults) = DialogSet.Read(files);
        return set ?? throw new InvalidOperationException(string.Join('\n', faults));
    }
}
