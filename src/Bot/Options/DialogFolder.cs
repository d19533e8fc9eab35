using Ontime.Dialogs;

namespace Ontime.Bot;

/// <summary>Where the dialogs lie, and what is in them.</summary>
internal static class DialogFolder
{
    private const string Name = "dialogs";

    /// <summary>Beside the solution, walking up from the executable; else beside the executable.</summary>
    public static string Default()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
            {
                return Path.Combine(folder.FullName, Name);
            }
        }

        return Path.Combine(AppContext.BaseDirectory, Name);
    }

    /// <summary>Every YAML file below the folder, by its path with forward slashes.</summary>
    public static (IReadOnlyDictionary<string, string> Files, Fault? Missing) Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return (new Dictionary<string, string>(), new Fault(folder, 0, null, "there is no such folder. Set Dialogs:Path to the folder of the dialogs."));
        }

        try
        {
            var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText);
            return (files, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (new Dictionary<string, string>(), new Fault(folder, 0, null, "a file in it cannot be read. Check the rights of the folder and its files."));
        }
    }

    public static (DialogSet? Set, IReadOnlyList<Fault> Faults) Load(string folder)
    {
        var (files, missing) = Read(folder);
        return missing is null ? DialogSet.Read(files) : (null, [missing]);
    }
}
