using Ontime.Tests.Walk;

namespace Ontime.Tests.Simulation;

/// <summary>The whole thousand is <c>year</c> of the benchmark; here eighty of them, with every due day and every zone.</summary>
public sealed class YearTests
{
    [Fact]
    public void In_a_simulated_year_nothing_that_matters_is_missing_twice_or_out_of_time()
    {
        var figures = Year.Of(Shipped.Coach, Enumerable.Range(0, 80));

        figures.Problems.ShouldBeEmpty($"{figures}\n{string.Join('\n', figures.Problems.Take(40))}");
        figures.Told.ShouldBeGreaterThan(5_000, figures.ToString());
        figures.Asked.ShouldBeGreaterThan(400, figures.ToString());
        figures.Others.ShouldBeGreaterThan(500, figures.ToString());
        figures.TakenBack.ShouldBeGreaterThan(20, figures.ToString());
        (figures.Checked - figures.Excused).ShouldBeGreaterThan(4_000, figures.ToString());
    }
}
