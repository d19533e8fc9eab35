using NodaTime;
using Ontime.Bills;
using Ontime.Members;
using Ontime.Tests.Members;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Reminders;

/// <summary>The clock of the machine was far ahead for a day, with wakes at that time, and was put right again; then the person spoke.</summary>
public sealed class ClockAheadTests
{
    private const string Home = "Asia/Shanghai";
    private static readonly Instant Right = Instant.FromUtc(2026, 11, 25, 4, 0);
    private static readonly Person Lin = new(1, "Lin", "en");

    [Theory]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(20)]
    [InlineData(45)]
    [InlineData(75)]
    [InlineData(81)]
    [InlineData(400)]
    [InlineData(2000)]
    public void Every_step_of_every_bill_is_told_once_at_its_moment_all_the_same(int daysAhead)
    {
        var member = People.With(Home, People.Start, People.Due(DueDay.Of(10), People.Start, Home));
        var ahead = Right + Duration.FromDays(daysAhead);

        var (wrong, _) = Live(member, ahead, ahead + Duration.FromDays(1));

        Told(wrong).ShouldBe(Told(member));
    }

    [Fact]
    public void What_the_person_said_of_due_dates_years_ahead_stands_before_no_true_one()
    {
        var bill = People.Due(DueDay.Of(10), People.Start, Home);
        var (first, second) = (new LocalDate(2029, 11, 10), new LocalDate(2029, 12, 10));
        var ready = bill with { Cycles = [new Cycle(first, CycleState.Open, Ready: true), new Cycle(second, CycleState.Open, Ready: true)] };
        var paid = bill with { Past = [new Settled(second, CycleState.Paid), new Settled(first, CycleState.Paid)] };

        foreach (var wrong in (Bill[])[ready, paid])
        {
            Told(People.With(Home, People.Start, wrong)).ShouldBe(Told(People.With(Home, People.Start, bill)));
        }
    }

    [Fact]
    public void The_due_date_that_is_kept_is_not_the_one_that_gives_way()
    {
        var bill = People.Due(DueDay.Of(10), People.Start, Home);
        var (first, second) = (new Cycle(new LocalDate(2027, 1, 10), CycleState.Open, Ready: true), new Cycle(new LocalDate(2027, 2, 10), CycleState.Open, Ready: true));
        var told = new Cycle(new LocalDate(2026, 12, 10), CycleState.Open, Told: 1);

        Cycles.Keep(bill with { Cycles = [first, second] }, told).Bill.Cycles.ShouldBe([told, second]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(400)]
    public void Short_questions_and_coming_back_do_not_wait_for_the_day_of_the_wrong_clock(int daysAhead)
    {
        var member = People.With(Home, People.Start) with { Hour = new LocalTime(20, 0), HourAsked = true, LastInput = Right - Duration.FromDays(1) };
        var ahead = Right + Duration.FromDays(daysAhead);

        var (wrong, _) = Live(member, ahead, ahead + Duration.FromDays(4));

        // The question that came then is answered.
        Spoke(wrong with { Frames = [] }).DueAt!.Value.ShouldBeLessThan(Right + Duration.FromDays(2));
        Spoke(wrong).LastUnasked.ShouldBeNull();
    }

    [Fact]
    public void A_notice_that_all_will_be_erased_counts_only_at_its_true_time()
    {
        var ahead = Right + Duration.FromDays(1000);
        var (wrong, _) = Live(People.With(Home, People.Start), ahead, ahead + Duration.FromDays(1));
        wrong.RetentionTold.ShouldNotBeNull();

        Spoke(wrong).RetentionTold.ShouldBeNull();
    }

    /// <summary>Which steps the person hears of in the next two months.</summary>
    private static IReadOnlyList<string> Told(Member member)
    {
        var spoke = Spoke(member);
        return Live(spoke, spoke.DueAt!.Value, Right + Duration.FromDays(60)).Told;
    }

    private static Member Spoke(Member member) => Shipped.Coach.Handle(member.Again(), new Input.Said(Lin, "/about", 1, Right), Right).Member!;

    private static (Member Member, IReadOnlyList<string> Told) Live(Member member, Instant from, Instant until)
    {
        var told = new List<string>();
        for (var (now, wakes) = (from, 0); now < until; now = member.DueAt!.Value, wakes++)
        {
            wakes.ShouldBeLessThan(500, $"a wake leads to the next one at once: {string.Join(", ", told.TakeLast(5))}");
            var turn = Shipped.Coach.Handle(member.Again(), new Input.Wake(), now);
            told.AddRange(turn.Events.Where(one => one.Kind == EventKinds.Told && one.Data["what"] == "bill").Select(one => $"{one.Data["due"]} {one.Data["step"]} {now}"));
            member = turn.Member!;
        }

        return (member, told);
    }
}
