using NodaTime;
using Ontime.Members;
using Ontime.Tests.Walk;

namespace Ontime.Tests.Reminders;

/// <summary>24 months after the last visit everything is erased, and 30 days before that the person is told: what the consent card says.</summary>
public class RetentionTests
{
    private static readonly Person Lin = new(1001, "Lin", "en");
    private static readonly Instant Joined = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Fact]
    public void Two_years_after_the_last_word_everything_is_erased_and_the_person_was_told_a_month_before()
    {
        var told = (Instant?)null;
        var (turn, at) = Sleep(Member(), turn =>
        {
            if (turn.Member?.RetentionTold is { } when)
            {
                told ??= when;
            }
        });

        turn.Forget.ShouldBeTrue();
        turn.Member.ShouldBeNull();
        (at - Joined).TotalDays.ShouldBeInRange(730, 732);
        (at - told!.Value).TotalDays.ShouldBeInRange(30, 31);
        turn.Effects.OfType<Effect.Say>().ShouldHaveSingleItem();
    }

    [Fact]
    public void A_tap_after_the_notice_starts_the_time_anew()
    {
        var member = Member();
        while (member.RetentionTold is null)
        {
            member = Shipped.Coach.Handle(member, new Input.Wake(), member.DueAt!.Value).Member!;
        }

        var tapped = member.RetentionTold.Value + Duration.FromDays(3);
        var turn = Shipped.Coach.Handle(member, new Input.Tapped(Lin, "c:keep", 9, "q"), tapped);
        turn.Forget.ShouldBeFalse();

        var (end, at) = Sleep(turn.Member!, _ => { });
        end.Forget.ShouldBeTrue();
        (at - tapped).TotalDays.ShouldBeGreaterThanOrEqualTo(730);
    }

    private static Member Member()
    {
        var joined = Shipped.Coach.Handle(null, new Input.Tapped(Lin, "s:en:consent:agree", 2, "q"), Joined).Member!;
        return joined with { LastInput = Joined };
    }

    private static (Turn Turn, Instant At) Sleep(Member member, Action<Turn> look)
    {
        for (var wakes = 0; wakes < 3000; wakes++)
        {
            var at = member.DueAt ?? throw new InvalidOperationException("Nothing is waited for, so nothing would ever be erased.");
            var turn = Shipped.Coach.Handle(member, new Input.Wake(), at);
            look(turn);
            if (turn.Forget)
            {
                return (turn, at);
            }

            member = turn.Member!;
        }

        throw new InvalidOperationException("Nothing was erased.");
    }
}
