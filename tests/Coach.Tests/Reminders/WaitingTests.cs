using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Bills;
using Ontime.Tests.Walk;
using Ontime.Words;
using Ontime.Tests.Members;

namespace Ontime.Tests.Reminders;

/// <summary>What is decided and not yet sent says nothing of a bill that was marked paid meanwhile.</summary>
public sealed class WaitingTests
{
    private static readonly LocalDate Tenth = new(2026, 12, 10);
    private static readonly Instant Morning = Instant.FromUtc(2026, 12, 10, 2, 0);
    private static readonly Ontime.Person Lin = new(1, "Lin", "en");
    private static readonly Bill Huabei = Talks.Bill(1), Rent = Talks.Bill(2, BillKind.Rent), Jiebei = Talks.Bill(3, BillKind.Jiebei);

    [Fact]
    public void One_bill_of_several_is_paid_and_the_rest_is_said_anew()
    {
        var told = Told(Huabei, Rent, Jiebei);

        var paid = Tap(told.Member!, Rent, "paid");

        var about = told.Effects.OfType<Effect.Say>().Single().About.ShouldNotBeNull();
        var taken = paid.Withdrawn.Single(one => one.About == about);
        Words(taken.Instead!).ShouldSatisfyAllConditions(words => words.ShouldContain("Huabei"), words => words.ShouldContain("Jiebei"), words => words.ShouldNotContain("rent"));

        // The one said instead can be corrected in its turn, until nothing is left of it.
        var second = Tap(paid.Member!, Huabei, "paid");
        Words(second.Withdrawn.Single(one => one.About == about).Instead!).ShouldContain("Jiebei is due today");
        var third = Tap(second.Member!, Jiebei, "paid");
        third.Withdrawn.Single(one => one.About == about).Instead.ShouldBeNull();
        third.Member!.Together.ShouldBeEmpty();
    }

    [Fact]
    public void A_word_about_one_bill_alone_is_taken_back_whole()
    {
        var told = Told(Huabei);

        var paid = Tap(told.Member!, Huabei, "paid");

        paid.Withdrawn.ShouldContain(new TakenBack(told.Effects.OfType<Effect.Say>().Single().About!));
        paid.Withdrawn.ShouldAllBe(one => one.Instead == null);
    }

    [Fact]
    public void All_paid_at_one_tap_leaves_nothing_to_say()
    {
        var told = Told(Huabei, Rent);

        var paid = Handle(told.Member!, new Input.Tapped(Lin, "d1.2:20261210:all_paid", 1, "q"), Morning + Duration.FromMinutes(1));

        paid.Withdrawn.Single(one => one.About.StartsWith("bills:", StringComparison.Ordinal)).Instead.ShouldBeNull();
        paid.Member!.Together.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_longer_true_is_not_said_instead()
    {
        var told = Told(Huabei, Rent);

        var paid = Tap(told.Member!, Huabei, "on_day", Morning + Duration.FromDays(1));

        paid.Withdrawn.Single(one => one.About.StartsWith("bills:", StringComparison.Ordinal)).Instead.ShouldBeNull();
    }

    [Theory]
    [InlineData("mute")]
    [InlineData("nothing")]
    public void So_with_a_bill_that_is_muted_or_not_due(string deed)
    {
        var told = Told(Huabei, Rent);

        var muted = Tap(told.Member!, Huabei, deed);

        Words(muted.Withdrawn.Single(one => one.About.StartsWith("bills:", StringComparison.Ordinal)).Instead!).ShouldNotContain("Huabei");
    }

    [Fact]
    public void Only_the_last_few_are_remembered_and_older_ones_are_not_sent()
    {
        var member = People.With(Talks.Home, People.Start, [.. Enumerable.Range(1, 12).Select(id => People.Due(DueDay.Of(9 + ((id + 1) / 2)), People.Start, Talks.Home, id))]);
        var taken = new List<string>();
        for (var now = Morning - Duration.FromDays(4); now < Morning + Duration.FromDays(20);)
        {
            var turn = Handle(member, new Input.Wake(), now);
            taken.AddRange(turn.Withdrawn.Select(one => one.About));
            turn.Member!.Together.Count.ShouldBeLessThanOrEqualTo(3);
            (member, now) = (turn.Member, turn.Member.DueAt!.Value);
        }

        taken.ShouldNotBeEmpty();
        taken.ShouldBeUnique();
    }

    private static Turn Told(params Bill[] bills) => Handle(People.With(Talks.Home, People.Start, bills), new Input.Wake(), Morning);

    private static Turn Tap(Member member, Bill bill, string deed, Instant? now = null) =>
        Handle(member, new Input.Tapped(Lin, Deeds.Data(bill, new Cycle(Tenth, CycleState.Open), deed), 1, "q"), now ?? Morning + Duration.FromMinutes(5));

    private static Turn Handle(Member member, Input input, Instant now) => Shipped.Coach.Handle(member.Again(), input, now);

    private static string Words(Effect.Say say) => new Renderer(Shipped.Set).Render(Language.En, say.Message).Html;
}
