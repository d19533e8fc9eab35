using Ontime.Bills;

namespace Ontime.Tests.Bills;

public sealed class OwingTests
{
    [Fact]
    public void What_is_owed_is_what_the_bills_say_and_what_they_do_not_say()
    {
        var talks = Talks.OnTheDay(
            Talks.Bill(1) with { Amount = 1200 }, Talks.Bill(2, BillKind.Rent) with { Amount = 3500 }, Talks.Bill(3, BillKind.Card), Talks.Bill(4, BillKind.Loan) with { Name = "车贷" });

        talks.Say("how much do I owe?").ShouldBe(
            "By the amounts you gave me, the next round comes to ¥4,700: Huabei ¥1,200, Rent ¥3,500.\nThe day is known, the amount isn’t: Credit card, 车贷.\nWhat is left of a loan as a whole isn’t kept here; its own app shows it.");
    }

    [Fact]
    public void A_rent_has_no_balance_in_an_app()
    {
        var talks = Talks.OnTheDay(Talks.Bill(1, BillKind.Rent) with { Amount = 3500 });

        talks.Say("how much do I owe?").ShouldBe("By the amounts you gave me, the next round comes to ¥3,500: Rent ¥3,500.");
    }
}
