using FsCheck;
using FsCheck.Fluent;
using Ontime.Capacity;

namespace Ontime.Tests.Capacity;

public sealed class RatiosTests
{
    [Theory]
    [InlineData(2_000, 8_000, 25)]
    [InlineData(3_601, 10_000, 37)]
    [InlineData(0, 8_000, 0)]
    [InlineData(8_000, 1, 999)]
    public void A_share_is_whole_percent_rounded_up(decimal part, decimal whole, int percent) => Ratios.Percent(part, whole).ShouldBe(percent);

    [Fact]
    public void Without_pay_there_is_no_share() => Ratios.Percent(100, 0).ShouldBeNull();

    [Theory]
    [InlineData(36, "calm")]
    [InlineData(37, "watch")]
    [InlineData(43, "watch")]
    [InlineData(44, "slow")]
    [InlineData(55, "slow")]
    [InlineData(56, "stop")]
    public void The_guide_lines_are_36_43_and_55(int percent, string band) => Ratios.Load(percent).ShouldBe(band);

    [Theory]
    [InlineData(0, 0, "none")]
    [InlineData(30, 100, "le30")]
    [InlineData(31, 100, "le60")]
    [InlineData(61, 100, "le100")]
    [InlineData(101, 100, "gt")]
    [InlineData(5, 0, "gt")]
    public void Debts_beside_assets_fall_into_the_bands_of_the_checklist(decimal debts, decimal assets, string option) =>
        Ratios.OfAssets(debts, assets).ShouldBe(option);

    [Fact]
    public void More_debt_never_looks_lighter() => Prop.ForAll(
        (from debt in Gen.Choose(0, 100_000) from more in Gen.Choose(0, 100_000) from pay in Gen.Choose(1, 100_000) select (debt, more, pay)).ToArbitrary(),
        one => Ratios.Percent(one.debt, one.pay) <= Ratios.Percent(one.debt + one.more, one.pay)).QuickCheckThrowOnFailure();
}
