using Ontime.Telegram;

namespace Ontime.Bot.Tests.Host;

public sealed class SendPolicyTests
{
    private static readonly Outcome Lost = new Outcome.Unknown(UnknownKind.TimedOut);

    [Fact]
    public void B40_A_message_of_unknown_fate_is_tried_once_more_and_never_a_third_time()
    {
        SendPolicy.Decide(Lost, Tries(1, 1), SendKind.Say).ShouldBeOfType<Verdict.Again>();
        SendPolicy.Decide(Lost, Tries(2, 2), SendKind.Say).ShouldBeOfType<Verdict.Drop>();
        SendPolicy.Decide(Lost, Tries(9, 2), SendKind.File).ShouldBeOfType<Verdict.Drop>();
    }

    [Fact]
    public void What_may_be_repeated_without_harm_is_repeated_longer_and_not_for_ever()
    {
        SendPolicy.Decide(Lost, Tries(5, 5), SendKind.Edit).ShouldBeOfType<Verdict.Again>();
        SendPolicy.Decide(Lost, Tries(6, 6), SendKind.Edit).ShouldBeOfType<Verdict.Drop>();
        SendPolicy.Decide(Lost, Tries(6, 6), SendKind.Delete).ShouldBeOfType<Verdict.Undeleted>();
    }

    [Fact]
    public void B39_A_connection_that_cannot_be_made_is_tried_for_ever_with_longer_pauses()
    {
        var refused = new Outcome.NoConnection(ConnectionTrouble.Connect);
        var waits = Enumerable.Range(1, 30).Select(n => SendPolicy.Decide(refused, Tries(n, 0), SendKind.Say).ShouldBeOfType<Verdict.Again>().Wait).ToList();
        waits.ShouldBe(waits.Order());
        waits[0].ShouldBeLessThan(TimeSpan.FromSeconds(1));
        waits[^1].ShouldBe(TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public void B33_A_429_is_never_cut_short(int seconds) =>
        SendPolicy.Decide(new Outcome.Throttled(TimeSpan.FromSeconds(seconds)), Tries(1, 0), SendKind.Say)
            .ShouldBeOfType<Verdict.Again>().Wait.ShouldBeGreaterThan(TimeSpan.FromSeconds(seconds));

    [Fact]
    public void B43_What_is_as_it_should_be_is_done()
    {
        SendPolicy.Decide(new Outcome.NotModified(), Tries(1, 0), SendKind.Edit).ShouldBeOfType<Verdict.Done>();
        SendPolicy.Decide(new Outcome.CannotEdit(), Tries(1, 0), SendKind.Strip).ShouldBeOfType<Verdict.Done>();
        SendPolicy.Decide(new Outcome.CannotEdit(), Tries(1, 0), SendKind.Edit).ShouldBeOfType<Verdict.AsNew>();
        SendPolicy.Decide(new Outcome.QueryTooOld(), Tries(1, 0), SendKind.Answer).ShouldBeOfType<Verdict.Done>();
        SendPolicy.Decide(new Outcome.NothingToDelete(), Tries(1, 0), SendKind.Delete).ShouldBeOfType<Verdict.Done>();
        SendPolicy.Decide(new Outcome.CannotDelete(), Tries(1, 0), SendKind.Delete).ShouldBeOfType<Verdict.Undeleted>();
    }

    [Fact]
    public void Every_answer_to_a_tap_comes_to_an_end()
    {
        Outcome[] outcomes = [Lost, new Outcome.ServerTrouble(500), new Outcome.Unauthorized()];
        foreach (var outcome in outcomes)
        {
            SendPolicy.Decide(outcome, Tries(6, 6), SendKind.Answer).ShouldBeOfType<Verdict.Drop>();
        }

        SendPolicy.Decide(new Outcome.Throttled(TimeSpan.FromSeconds(1)), new Tries(0, 0, TimeSpan.FromSeconds(16)), SendKind.Answer).ShouldBeOfType<Verdict.Drop>();
        SendPolicy.Decide(new Outcome.Throttled(TimeSpan.FromSeconds(600)), new Tries(0, 0, TimeSpan.FromSeconds(600)), SendKind.Answer).ShouldBeOfType<Verdict.Drop>();
    }

    [Fact]
    public void B33_Short_429s_do_not_use_up_the_tries_of_an_answer() =>
        SendPolicy.Decide(new Outcome.Throttled(TimeSpan.FromSeconds(1)), new Tries(5, 0, TimeSpan.FromSeconds(12)), SendKind.Answer).ShouldBeOfType<Verdict.Again>();

    private static Tries Tries(int failures, int unknowns) => new(failures, unknowns, TimeSpan.Zero);
}
