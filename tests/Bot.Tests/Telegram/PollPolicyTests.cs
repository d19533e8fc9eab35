using Ontime.Telegram;
using static Ontime.Telegram.Outcome;

namespace Ontime.Bot.Tests.Telegram;

public sealed class PollPolicyTests
{
    private static readonly double[] Jitters = [0, 0.25, 0.5, 0.999];

    public static TheoryData<Outcome, PollTrouble> Backing => new()
    {
        { new NoConnection(ConnectionTrouble.Name), PollTrouble.NoConnection },
        { new Unknown(UnknownKind.TimedOut), PollTrouble.NoConnection },
        { new Unknown(UnknownKind.ConnectionLost), PollTrouble.NoConnection },
        { new Unknown(UnknownKind.Gateway), PollTrouble.Server },
        { new Unknown(UnknownKind.Unreadable), PollTrouble.Server },
        { new Unknown(UnknownKind.TooLarge), PollTrouble.Server },
        { new ServerTrouble(500), PollTrouble.Server },
    };

    [Theory]
    [MemberData(nameof(Backing))]
    public void Trouble_on_the_way_backs_off_from_one_to_thirty_seconds(Outcome outcome, PollTrouble trouble)
    {
        double[] full = [1, 2, 4, 8, 16, 30, 30, 30];
        for (var attempt = 1; attempt <= full.Length; attempt++)
        {
            PollPolicy.Decide(outcome, attempt, 0).Wait.TotalSeconds.ShouldBe(full[attempt - 1]);
            foreach (var jitter in Jitters)
            {
                var decision = PollPolicy.Decide(outcome, attempt, jitter);
                decision.Wait.TotalSeconds.ShouldBeInRange(Math.Max(1, full[attempt - 1] / 2), full[attempt - 1]);
                decision.ShouldSatisfyAllConditions(d => d.Trouble.ShouldBe(trouble), d => d.NeedsOperator.ShouldBeFalse());
            }
        }

        PollPolicy.Decide(outcome, int.MaxValue, 0).Wait.ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Another_poller_leaves_at_most_twelve_calls_a_minute_and_turns_readiness_red()
    {
        foreach (var jitter in Jitters)
        {
            var decision = PollPolicy.Decide(new Conflict(ConflictKind.OtherPoller), 1, jitter);
            decision.Wait.TotalSeconds.ShouldBeInRange(5, 12);
            decision.ShouldSatisfyAllConditions(d => d.Trouble.ShouldBe(PollTrouble.OtherPoller), d => d.NeedsOperator.ShouldBeTrue());
        }

        PollPolicy.Decide(new Conflict(ConflictKind.OtherPoller), 1, 0).Wait
            .ShouldNotBe(PollPolicy.Decide(new Conflict(ConflictKind.OtherPoller), 1, 0.5).Wait);
    }

    [Fact]
    public void A_webhook_that_is_set_is_waited_for_and_named()
    {
        var decision = PollPolicy.Decide(new Conflict(ConflictKind.WebhookActive), 1, 0.5);

        decision.Wait.ShouldBe(TimeSpan.FromSeconds(45));
        decision.ShouldSatisfyAllConditions(d => d.Trouble.ShouldBe(PollTrouble.WebhookActive), d => d.NeedsOperator.ShouldBeTrue());
    }

    [Fact]
    public void A_refused_token_does_not_loop_hot()
    {
        foreach (var jitter in Jitters)
        {
            var decision = PollPolicy.Decide(new Unauthorized(), 1, jitter);
            decision.Wait.TotalSeconds.ShouldBeGreaterThanOrEqualTo(30);
            decision.ShouldSatisfyAllConditions(d => d.Trouble.ShouldBe(PollTrouble.Unauthorized), d => d.NeedsOperator.ShouldBeTrue());
        }

        PollPolicy.Decide(new Unauthorized(), 100, 0).Wait.ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public void A_pause_asked_for_is_kept_in_full()
    {
        foreach (var jitter in Jitters)
        {
            PollPolicy.Decide(new Throttled(TimeSpan.FromSeconds(7)), 3, jitter).Wait.TotalSeconds.ShouldBeInRange(7, 8);
        }
    }

    [Fact]
    public void A_call_refused_for_itself_is_seldom_repeated()
    {
        var decision = PollPolicy.Decide(new BadRequest(404, "Not Found"), 1, 0.9);

        decision.Wait.ShouldBe(TimeSpan.FromSeconds(30));
        decision.ShouldSatisfyAllConditions(d => d.Trouble.ShouldBe(PollTrouble.Refused), d => d.NeedsOperator.ShouldBeTrue());
    }

    [Fact]
    public void An_answer_needs_no_wait() => PollPolicy.Decide(new Done(), 1, 0.5).ShouldBe(new PollDecision(TimeSpan.Zero, PollTrouble.None));
}
