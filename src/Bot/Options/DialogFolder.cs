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

    /// <summary>The folder as the bot takes it, read beside whatever else the start needs: it takes as long as all of that.</summary>
    /// <exception cref="DialogsException">There is a fault in it.</exception>
    public static Task<Loaded> LoadAsync(string folder) => Task.Run(() =>
    {
        var (loaded, faults) = LoadWhole(folder, lint: false);
        return loaded ?? throw new DialogsException(faults);
    });

    /// <summary>The folder as the bot takes it; null with every fault.</summary>
    public static (Loaded? Folder, IReadOnlyList<Fault> Faults) LoadWhole(string folder, bool lint)
    {
        var (files, missing) = Read(folder);
        if (missing is not null)
        {
            return (null, [missing]);
        }

        var (set, faults) = Loaded.Read(files, lint);
        return set is null ? (null, faults) : (new Loaded(set, EditionContent.Pack(files)), []);
    }
}

/// <summary>A set of dialogs, and the bytes an edition keeps of it.</summary>
internal sealed record Loaded(DialogSet Set, byte[] Content)
{
    /// <param name="lint">True: a set with any problem is none.</param>
    public static (DialogSet? Set, IReadOnlyList<Fault> Faults) Read(IReadOnlyDictionary<string, string> files, bool lint)
    {
        var (set, faults) = DialogSet.Read(files);
        if (set is null || !lint)
        {
            return (set, faults);
        }

        var found = Lint.Check(set);
        return (found.Count == 0 ? set : null, found);
    }
}

/// <summary>Nobody can be talked to with these dialogs: with a fault in them people would be left in the middle.</summary>
internal sealed class DialogsException(IReadOnlyList<Fault> faults) : Exception(string.Join('\n', faults));
