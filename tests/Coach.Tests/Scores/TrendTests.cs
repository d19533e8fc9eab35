using System.Collections.Immutable;
using NodaTime;
using Ontime.Scores;

namespace Ontime.Tests.Scores;

public sealed class TrendTests
{
    [Theory]
    [InlineData(350, "poor")]
    [InlineData(549, "poor")]
    [InlineData(550, "fair")]
    [InlineData(600, "good")]
    [InlineData(649, "good")]
    [InlineData(650, "very_good")]
    [InlineData(700, "excellent")]
    [InlineData(950, "excellent")]
    public void Every_score_has_one_band(int score, string band)
    {
        ScoreBand.Of(score).Id.ShouldBe(band);
        ScoreBand.All.Count(one => score >= one.From && score <= one.To).ShouldBe(1);
    }

    [Fact]
    public void A_score_is_350_to_950()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => ScoreBand.Of(349));
        Should.Throw<ArgumentOutOfRangeException>(() => ScoreBand.Of(951));
        Enumerable.Range(350, 601).ShouldAllBe(score => ScoreBand.All.Count(band => score >= band.From && score <= band.To) == 1);
    }

    [Fact]
    public void A_month_has_one_entry_and_the_last_stands() =>
        Logs((11, 7, 650), (11, 20, 655), (12, 7, 662)).Select(entry => entry.Value).ShouldBe([655m, 662m]);

    [Fact]
    public void Not_known_is_kept_as_such_and_never_takes_the_place_of_a_figure()
    {
        var later = History.With([], new Logged(new LocalDate(2026, 11, 7), null, "later"));
        later.ShouldHaveSingleItem().Unknown.ShouldBe("later");
        var known = History.With(later, new Logged(new LocalDate(2026, 11, 8), 655));
        History.With(known, new Logged(new LocalDate(2026, 11, 9), null, "decline")).ShouldHaveSingleItem().Value.ShouldBe(655);
    }

    [Fact]
    public void Twelve_months_are_kept_oldest_first()
    {
        var history = Enumerable.Range(0, 30).Aggregate(
            ImmutableList<Logged>.Empty, (all, month) => History.With(all, new Logged(new LocalDate(2025, 1, 7).PlusMonths(month), 600 + month)));
        history.Count.ShouldBe(12);
        history.Select(entry => entry.Value).ShouldBe(Enumerable.Range(18, 12).Select(month => (decimal?)(600 + month)));
    }

    [Fact]
    public void The_newest_figure_is_compared_with_the_one_before_over_months_not_known()
    {
        var history = Logs((10, 7, 655), (12, 7, 641)).Insert(1, new Logged(new LocalDate(2026, 11, 7), null, "later"));
        Trend.Of(history).ShouldBe(new Trend(Direction.Down, 14, new YearMonth(2026, 10)));
        Trend.Of(Logs((10, 7, 655), (11, 7, 655))).ShouldBe(new Trend(Direction.Same, 0, new YearMonth(2026, 10)));
        Trend.Of(Logs((10, 7, 655), (11, 7, 662)))!.Direction.ShouldBe(Direction.Up);
        Trend.Of(Logs((10, 7, 655))).ShouldBeNull();
    }

    private static ImmutableList<Logged> Logs(params (int Month, int Day, int Score)[] scores) =>
        scores.Aggregate(ImmutableList<Logged>.Empty, (all, one) => History.With(all, new Logged(new LocalDate(2026, one.Month, one.Day), one.Score)));
}
