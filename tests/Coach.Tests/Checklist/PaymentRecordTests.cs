using Ontime.Checklist;

namespace Ontime.Tests.Checklist;

public sealed class PaymentRecordTests
{
    [Theory]
    [InlineData("+", 9.0)]
    [InlineData("++", 11.7)]
    [InlineData("+++", 15.3)]
    [InlineData("++++", 16.2)]
    [InlineData("+++++", 17.1)]
    [InlineData("++++++", 18.0)]
    [InlineData("++++++++++++", 18.0)]
    [InlineData("-+++++++", 13.6)]
    [InlineData("+-+++++++", 14.6)]
    [InlineData("++-+++++++", 15.4)]
    [InlineData("+++-+++++++", 16.0)]
    [InlineData("", 0)]
    [InlineData("-", 0)]
    [InlineData("o", 0)]
    public void Months_alone_earn(string newestFirst, double earned)
    {
        var line = new Person().WithBills(1).SaysAll("R1 huabei, R3 m0").Paid(newestFirst).Line("R2")!;

        Math.Round(line.Earned, 1).ShouldBe((decimal)earned);
        line.Of.ShouldBe(18);
    }

    [Theory]
    [InlineData("m0", 0)]
    [InlineData("m1", 9.0)]
    [InlineData("m2", 11.7)]
    [InlineData("m3", 15.3)]
    [InlineData("m4", 16.2)]
    [InlineData("m5", 17.1)]
    [InlineData("m6", 18.0)]
    public void The_persons_word_stands_in_for_months(string option, double earned) =>
        Math.Round(new Person().Says("R3", option).Line("R2")!.Earned, 1).ShouldBe((decimal)earned);

    [Fact]
    public void Each_logged_month_replaces_one_of_the_persons_word()
    {
        var person = new Person().Says("R3", "m3");

        person.Paid("+").Line("R2")!.Earned.ShouldBe(15.3m);
        person.Paid("+++").Line("R2")!.Earned.ShouldBe(15.3m);
        person.Paid("++++").Line("R2")!.Earned.ShouldBe(16.2m);
        person.Paid("---").Line("R2")!.Earned.ShouldBe(0);
    }

    [Fact]
    public void The_minimum_counts_half_and_makes_no_month_on_time()
    {
        var person = new Person().Says("R3", "m0");

        // (0.5 + 0.7937) / 1.7937 × 0.5 × 18
        Math.Round(person.Paid("o+").Line("R2")!.Earned, 2).ShouldBe(6.49m);
    }

    [Fact]
    public void While_months_on_time_are_not_answered_a_young_record_without_a_late_month_weighs_less_instead_of_earning_less()
    {
        var person = new Person();

        person.Line("R2").ShouldBeNull();
        Of("+").ShouldBe((9.0m, 9.0m));
        Of("++").ShouldBe((11.7m, 11.7m));
        Of("+++").ShouldBe((15.3m, 15.3m));
        Of("++++++").ShouldBe((18, 18));
        Of("-").ShouldBe((0, 18));
        Math.Round(Of("+++-").Item1, 1).ShouldBe(12.7m);
        Of("+++-").Item2.ShouldBe(18);

        (decimal, decimal) Of(string months) => (person.Paid(months).Line("R2")!.Earned, person.Paid(months).Line("R2")!.Of);
    }

    [Fact]
    public void While_overdue_no_month_stands_in_and_clearing_it_takes_that_back()
    {
        var person = new Person().WithBills(1).SaysAll("R1 huabei, R4 lt30");

        person.Line("R2")!.Of.ShouldBe(18);
        person.Line("R2")!.Earned.ShouldBe(0);
        person.Says("R4", "none").Line("R2").ShouldBeNull();
        person.Says("R3", "m3").Line("R2")!.Earned.ShouldBe(15.3m);
    }

    [Fact]
    public void Nothing_to_repay_takes_the_record_and_auto_repay_out_of_the_count()
    {
        var person = new Person().SaysAll("R1 none, R7 off, R3 m1").Paid("---");

        person.Line("R1")!.Earned.ShouldBe(3);
        person.Line("R2").ShouldBeNull();
        person.Line("R7").ShouldBeNull();
        person.Index.Pillars[0].Counted.ShouldBe(18);
        (person.Index.Known + person.Index.Unasked).ShouldBe(78);
    }

    [Fact]
    public void A_bill_in_the_calendar_outweighs_the_word_that_there_is_none() =>
        new Person().Says("R1", "none").WithBills(1).Index.Pillars[0].Counted.ShouldBe(40);

    [Theory]
    [InlineData("huabei", 0, 0, 0)]
    [InlineData("huabei", 2, 2, 3)]
    [InlineData("huabei", 2, 1, 2.1)]
    [InlineData(null, 1, 1, 3)]
    [InlineData("skipped", 1, 1, 3)]
    public void The_calendar_earns_by_its_bills(string? answer, int bills, int withDay, double earned)
    {
        var person = answer is null ? new Person() : new Person().Says("R1", answer);
        person.WithBills(bills, withDay).Line("R1")!.Earned.ShouldBe((decimal)earned);
    }
}
