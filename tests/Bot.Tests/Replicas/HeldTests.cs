using NodaTime;
using Ontime.Bot.Tests.Host;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Replicas;

public sealed class HeldTests
{
    private readonly TestTime _time = new(Instant.FromUtc(2026, 11, 22, 4, 0));

    [Fact]
    public void Who_hears_that_the_lease_is_over_finds_everything_cut_already_and_may_dispose_of_it()
    {
        var (tenure, order) = (new Tenure(_time), new List<string>());
        var held = new Held(new LeaseTerm("a", 1), tenure, _time, () => order.Add("cut"));
        held.Over.Register(() =>
        {
            order.Add("over");
            held.Dispose();
        });
        held.Until(_time.GetTimestamp());
        tenure.Held.ShouldBeTrue();

        held.End();
        held.End();

        order.ShouldBe(["cut", "over"]);
        held.Over.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void A_renewal_that_is_heard_of_after_the_end_holds_nothing()
    {
        var tenure = new Tenure(_time);
        using var held = new Held(new LeaseTerm("a", 1), tenure, _time, () => { });
        held.End();
        held.Until(_time.GetTimestamp());
        tenure.Held.ShouldBeFalse();
    }

    [Fact]
    public void An_answer_about_an_old_term_does_not_end_the_new_one()
    {
        var tenure = new Tenure(_time);
        var old = new Held(new LeaseTerm("a", 1), tenure, _time, () => { });
        old.Until(_time.GetTimestamp());
        old.Dispose();
        using var held = new Held(new LeaseTerm("a", 2), tenure, _time, () => { });
        held.Until(_time.GetTimestamp());

        old.End();

        tenure.Held.ShouldBeTrue();
    }
}
