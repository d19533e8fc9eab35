using System.Runtime.CompilerServices;

namespace Ontime.Tests.Dialogs;

/// <summary>Compares with a file beside the test. <c>UPDATE_SNAPSHOTS=1</c> writes the files instead; look at the difference before you commit it.</summary>
internal static class Snapshot
{
    public static void ShouldMatchSnapshot(this string actual, string name, [CallerFilePath] string test = "")
    {
        // Deterministic builds replace the root of the source by /_/.
        var folder = test.StartsWith("/_/", StringComparison.Ordinal) ? Path.Combine(DialogFiles.Root.FullName, Path.GetDirectoryName(test[3..])!) : Path.GetDirectoryName(test)!;
        var file = Path.Combine(folder, "Snapshots", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        File.Exists(file).ShouldBeTrue($"{file} is missing; run the tests once with UPDATE_SNAPSHOTS=1");
        actual.ShouldBe(File.ReadAllText(file), "run the tests once with UPDATE_SNAPSHOTS=1 where the new text is right");
    }
}
