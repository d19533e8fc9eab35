using NodaTime;

namespace Ontime.Scores;

internal enum Direction { Up, Down, Same }

/// <summary>The newest figure against the one of the month before that has one.</summary>
/// <param name="By">0 or more.</param>
/// <param name="Since">The month it is compared with.</param>
internal sealed record Trend(Direction Direction, decimal By, YearMonth Since)
{
    /// <summary>Null where there are not two figures to compare.</summary>
    public static Trend? Of(IReadOnlyList<Logged> history)
    {
        var known = history.Where(entry => entry.Value is not null).OrderBy(entry => entry.On).ToList();
        if (known.Count < 2)
        {
            return null;
        }

        var by = known[^1].Value!.Value - known[^2].Value!.Value;
        return new Trend(by > 0 ? Direction.Up : by < 0 ? Direction.Down : Direction.Same, Math.Abs(by), known[^2].On.ToYearMonth());
    }
}
