using FsCheck;
using FsCheck.Fluent;
using Ontime.Usage;

namespace Ontime.Tests.Usage;

public sealed class BorrowingCostTests
{
    [Fact]
    public void Ten_thousand_at_five_in_ten_thousand_a_day_cost_5_a_day_and_150_in_30_days() =>
        BorrowingCost.ByDay(10_000, 0.05m, 30).ShouldBe(new BorrowingCost(5.00m, 150, 18.25m));

    [Fact]
    public void The_same_by_its_yearly_rate() => BorrowingCost.ByYear(10_000, 18.25m, 30).ShouldBe(new BorrowingCost(5.00m, 150, 18.25m));

    [Fact]
    public void A_year_by_the_yearly_rate_costs_that_rate() => Prop.ForAll(
        (from yuan in Gen.Choose(1, 1_000_000) from rate in Gen.Choose(0, 10_000) select (yuan, rate: rate / 100m)).ToArbitrary(),
        one => BorrowingCost.ByYear(one.yuan, one.rate, 365).InAll == Math.Round(one.yuan * one.rate / 100, 2, MidpointRounding.AwayFromZero)).QuickCheckThrowOnFailure();

    [Fact]
    public void Days_and_sums_add_up_to_a_fen() => Prop.ForAll(
        (from yuan in Gen.Choose(0, 1_000_000) from rate in Gen.Choose(0, 500) from days in Gen.Choose(1, 1000) select (yuan, rate: rate / 1000m, days)).ToArbitrary(),
        one =>
        {
            var (cost, later, twice) = (
                BorrowingCost.ByDay(one.yuan, one.rate, one.days), BorrowingCost.ByDay(one.yuan, one.rate, one.days + 1), BorrowingCost.ByDay(one.yuan * 2m, one.rate, one.days));
            return Math.Abs(later.InAll - cost.InAll - cost.ADay) <= 0.02m && Math.Abs(twice.InAll - (2 * cost.InAll)) <= 0.02m && later.InAll >= cost.InAll;
        }).QuickCheckThrowOnFailure();
}
