namespace Ontime.Dialogs;

/// <summary>What was expected after one input, and what came.</summary>
internal static class Differences
{
    public static IEnumerable<Fault> Of(string file, Beat input, IReadOnlyList<Beat> expected, IReadOnlyList<Beat> seen)
    {
        foreach (var beat in seen.Where(Bare))
        {
            yield return new Fault(file, input.Line, null, $"a placeholder was not filled: {beat.Words}");
        }

        // One difference an input: those that follow are mostly of the same making.
        for (var at = 0; at < Math.Max(expected.Count, seen.Count); at++)
        {
            var (wanted, got) = (expected.ElementAtOrDefault(at), seen.ElementAtOrDefault(at));
            if (wanted?.Words != got?.Words)
            {
                yield return new Fault(file, wanted?.Line ?? input.Line, null, $"expected\n  {Indented(wanted)}\n  but got\n  {Indented(got)}");
                yield break;
            }
        }
    }

    private static string Indented(Beat? beat) => beat?.Words.Replace("\n", "\n  ") ?? "nothing more";

    /// <summary>A brace in anything that is said is a placeholder that nobody filled.</summary>
    private static bool Bare(Beat beat) => beat.Words.Contains('{');
}
