namespace Ontime.Scores;

/// <summary>A band of the Sesame score. Its name is a text (<c>trend.band.&lt;id&gt;</c>), since the platform changes them.</summary>
/// <param name="From">The lowest score in it.</param>
/// <param name="To">The highest score in it.</param>
internal sealed record ScoreBand(string Id, int From, int To)
{
    public const int Lowest = 350, Highest = 950;

    /// <summary>Lowest first, without gaps. Public sources let the edges overlap; here each score is in one band.</summary>
    public static readonly IReadOnlyList<ScoreBand> All =
    [
        new("poor", Lowest, 549), new("fair", 550, 599), new("good", 600, 649), new("very_good", 650, 699), new("excellent", 700, Highest),
    ];

    /// <exception cref="ArgumentOutOfRangeException">The score is not 350 to 950.</exception>
    public static ScoreBand Of(decimal score) =>
        All.FirstOrDefault(band => score >= band.From && score < band.To + 1) ?? throw new ArgumentOutOfRangeException(nameof(score), score, "A Sesame score is 350 to 950.");
}
