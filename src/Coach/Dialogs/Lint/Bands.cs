namespace Ontime.Dialogs;

/// <summary>Bands of numbers: each number from 0 up to the highest falls into one of them.</summary>
internal static class Bands
{
    public static IEnumerable<Fault> Check(DialogSet set)
    {
        foreach (var (_, step) in set.Steps())
        {
            if (step.Ask() is not { Bands.Count: > 0 } ask)
            {
                continue;
            }

            var bands = ask.Bands.OrderBy(band => band.Value.Min ?? decimal.MinValue).ThenBy(band => band.Value.Max ?? decimal.MaxValue).ToList();
            if (bands[0].Value.Min > 0)
            {
                yield return set.Fault(step, $"no band holds 0: {bands[0].Key} begins at {bands[0].Value.Min}");
            }

            foreach (var (option, (min, max)) in bands.Where(band => band.Value.Min > band.Value.Max))
            {
                yield return set.Fault(step, $"the band of {option} ends at {max}, before it begins at {min}");
            }

            foreach (var (one, next) in bands.Zip(bands.Skip(1)))
            {
                if (Between(ask.Kind, one.Value.Max, next.Value.Min) is { } wrong)
                {
                    yield return set.Fault(step, $"{wrong} between the bands of {one.Key} and {next.Key}; one ends where the next begins");
                }
            }
        }
    }

    /// <summary>Whole numbers may begin one above, shares of a hundred only at the bound itself.</summary>
    private static string? Between(AskKind kind, decimal? end, decimal? start) => (end, start) switch
    {
        (null, _) or (_, null) => "there is an overlap",
        var (last, first) when first < last => "there is an overlap",
        var (last, first) when first > last + (kind == AskKind.Percent ? 0 : 1) => "there is a gap",
        _ => null,
    };
}
