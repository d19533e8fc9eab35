using NodaTime;
using Ontime.Admin;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Bills;
using Ontime.Tests.Reminders;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Admin;

public class CountingTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 4, 0);
    private static readonly Member Lin = People.With("Asia/Shanghai", Monday) with { Language = Language.En, LastInput = Monday };

    [Fact]
    public void Who_comes_and_goes_leaves_the_standing_counts_as_they_were()
    {
        var answered = Lin with { Figure = 70, Answers = Lin.Answers.SetItem("R4", new Answer("none", Monday)).SetItem("R9", new Answer(Answer.Skipped, Monday)) };

        var sum = Sum(Counting.Of(null, Lin, []), Counting.Of(Lin, answered, []), Counting.Of(answered, null, []));

        sum.Keys.Order().ShouldBe(["active.20261123", "joined.20261123", "week.20261123"]);
        Sum(Counting.Of(Lin, answered, [])).ShouldBe(new Dictionary<string, long> { ["done.R4"] = 1, ["index.3"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public void A_day_and_a_week_count_a_person_once()
    {
        var later = Lin with { LastInput = Monday + Duration.FromHours(3) };
        var tomorrow = Lin with { LastInput = Monday + Duration.FromDays(1) };
        var next = Lin with { LastInput = Monday + Duration.FromDays(7) };

        Sum(Counting.Of(Lin, later, [])).ShouldBeEmpty();
        Sum(Counting.Of(later, tomorrow, [])).ShouldBe(new Dictionary<string, long> { ["active.20261124"] = 1 });
        Sum(Counting.Of(tomorrow, next, [])).ShouldBe(new Dictionary<string, long> { ["active.20261130"] = 1, ["week.20261130"] = 1 });
        Sum(Counting.Of(Lin, Lin with { Paused = Paused.All }, [])).ShouldBe(new Dictionary<string, long> { ["people.active.en"] = -1, ["people.paused.en"] = 1 });
    }

    [Fact]
    public void A_reminder_is_counted_with_its_wording_and_so_is_what_became_of_it()
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill);
        var told = Shipped.Coach.Handle(talks.Member, new Input.Wake(), talks.Now);
        var paid = Shipped.Coach.Handle(told.Member, new Input.Tapped(new Person(1, null, null), Deeds.Data(bill, new Cycle(new LocalDate(2026, 12, 10), CycleState.Open), "paid"), 5, "q"), talks.Now);

        var sum = Sum(Counting.Of(talks.Member, told.Member, told.Events), Counting.Of(told.Member, paid.Member, paid.Events));

        var wording = sum.Keys.Single(name => name.StartsWith("told.", StringComparison.Ordinal))["told.".Length..];
        sum[$"answered.{wording}"].ShouldBe(1);
        sum["due.Paid.2026-12"].ShouldBe(1);
    }

    [Fact]
    public void What_is_taken_back_counts_no_more()
    {
        var bill = Talks.Bill();
        var talks = Talks.OnTheDay(bill);
        var due = new LocalDate(2026, 12, 10);
        List<(string, long)> counted = [];
        var member = talks.Member;
        foreach (var deed in (string[])["paid", "undo"])
        {
            var turn = Shipped.Coach.Handle(member, new Input.Tapped(new Person(1, null, null), Deeds.Data(bill, new Cycle(due, CycleState.Open), deed), 5, "q"), talks.Now);
            counted.AddRange(Counting.Of(member, turn.Member, turn.Events));
            member = turn.Member!;
        }

        Sum(counted).ShouldNotContainKey("due.Paid.2026-12");
    }

    internal static Dictionary<string, long> Sum(params IEnumerable<(string Name, long By)>[] counted) => counted.SelectMany(all => all)
        .GroupBy(count => count.Name).Select(all => (all.Key, N: all.Sum(count => count.By))).Where(all => all.N != 0).ToDictionary(all => all.Key, all => all.N);
}
