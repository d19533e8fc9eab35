using Ontime.Dialogs;

namespace Ontime.Tests.Dialogs;

internal static partial class SmallSet
{
    public static readonly Bound Bound = new(
        ["menu"], Set("fact"), Set("note"), Set("some"), Set("list"), Set("who"), Set("house.end"), Set("words"), ["Z1", "E1"]);

    /// <summary>The set with one place of one file written otherwise; the place must stand there once.</summary>
    public static DialogSet With(string file, string old, string changed) => Read(Changed(Files(), file, old, changed));

    public static Dictionary<string, string> Changed(Dictionary<string, string> files, string file, string old, string changed)
    {
        files[file].Split(old).Length.ShouldBe(2, $"“{old}” must stand once in {file}");
        files[file] = files[file].Replace(old, changed);
        return files;
    }

    public static DialogSet Read(IReadOnlyDictionary<string, string> files)
    {
        var (set, faults) = DialogSet.Read(files);
        faults.ShouldBeEmpty();
        return set.ShouldNotBeNull();
    }

    private static HashSet<string> Set(params string[] names) => [.. names];
}
