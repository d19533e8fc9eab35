using FsCheck;
using FsCheck.Fluent;
using Ontime.Capacity;

namespace Ontime.Tests.Capacity;

public sealed class LoanTests
{
    private static readonly Gen<(decimal Sum, decimal Rate, int Months)> Any =
        from sum in Gen.Choose(100, 1_000_000)
        from rate in Gen.Choose(0, 3600)
        from months in Gen.Choose(1, Loan.MostMonths)
        select ((decimal)sum, rate / 100m, months);

    [Theory]
    [InlineData("10000", "18.25", 12, "917.99", "1015.88")]
    [InlineData("12000", "0", 12, "1000", "0")]
    [InlineData("10000", "12", 1, "10100", "100")]
    [InlineData("1000000", "4.9", 360, "5307.27", "910616.19")]
    public void Equal_payments_follow_the_annuity_formula(string sum, string rate, int months, string monthly, string interest)
    {
        var loan = Loan.Of(decimal.Parse(sum), decimal.Parse(rate), months);

        loan.Monthly.ShouldBe(decimal.Parse(monthly));
        loan.Interest.ShouldBe(decimal.Parse(interest));
    }

    [Fact]
    public void The_payments_clear_the_debt_to_a_fen_a_month() => Holds(Any, loan =>
    {
        var monthly = Loan.Of(loan.Sum, loan.Rate, loan.Months).Monthly;
        var (left, i, slack) = (loan.Sum, loan.Rate / 1200, 0m);
        for (var month = 0; month < loan.Months; month++)
        {
            left += (left * i) - monthly;
            slack = (slack * (1 + i)) + 0.005m;
        }

        return Math.Abs(left) <= slack + 0.000001m;
    });

    [Fact]
    public void Interest_is_what_is_paid_beyond_the_sum() => Holds(Any, loan =>
    {
        var cost = Loan.Of(loan.Sum, loan.Rate, loan.Months);
        return cost.Interest >= 0 && Math.Abs((cost.Monthly * loan.Months) - loan.Sum - cost.Interest) <= (0.005m * loan.Months) + 0.005m;
    });

    [Fact]
    public void A_higher_rate_never_costs_less() => Holds(Any, loan => loan.Rate + 1 > 100
        || (Loan.Of(loan.Sum, loan.Rate + 1, loan.Months) is var dearer && Loan.Of(loan.Sum, loan.Rate, loan.Months) is var cheaper
            && dearer.Monthly >= cheaper.Monthly && dearer.Interest >= cheaper.Interest));

    [Fact]
    public void A_longer_term_lowers_the_payment_and_never_the_interest() => Holds(Any, loan => loan.Months == Loan.MostMonths
        || (Loan.Of(loan.Sum, loan.Rate, loan.Months + 1) is var longer && Loan.Of(loan.Sum, loan.Rate, loan.Months) is var shorter
            && longer.Monthly <= shorter.Monthly && longer.Interest >= shorter.Interest));

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Loan.Of(0, 5, 12));
        Should.Throw<ArgumentOutOfRangeException>(() => Loan.Of(100, -1, 12));
        Should.Throw<ArgumentOutOfRangeException>(() => Loan.Of(100, 101, 12));
        Should.Throw<ArgumentOutOfRangeException>(() => Loan.Of(100, 5, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Loan.Of(100, 5, Loan.MostMonths + 1));
    }

    private static void Holds<T>(Gen<T> gen, Func<T, bool> law) => Prop.ForAll(gen.ToArbitrary(), law).QuickCheckThrowOnFailure();
}
