using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public sealed class PostgresLeaseTests : PostgresPair
{
    [Fact]
    public async Task Only_one_leads_and_the_next_one_may_when_it_lets_go()
    {
        var first = (await TakeAsync(One, "a")).ShouldNotBeNull();
        (await TakeAsync(Other, "b")).ShouldBeNull();

        await One.Lease.ReleaseAsync(first, CancellationToken.None);

        var second = (await TakeAsync(Other, "b")).ShouldNotBeNull();
        second.Epoch.ShouldBeGreaterThan(first.Epoch);
        (await One.Lease.RenewAsync(first, CancellationToken.None)).ShouldBeFalse();
        await One.Lease.ReleaseAsync(first, CancellationToken.None);
        (await Other.Lease.RenewAsync(second, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_term_that_ran_out_goes_to_whoever_asks_and_cannot_be_renewed()
    {
        var dead = (await TakeAsync(One, "a")).ShouldNotBeNull();
        await Database.RunAsync("UPDATE lease SET until = clock_timestamp() - interval '1 ms'");

        (await One.Lease.RenewAsync(dead, CancellationToken.None)).ShouldBeFalse();
        var heir = (await TakeAsync(Other, "b")).ShouldNotBeNull();
        (heir.Holder, heir.Epoch).ShouldBe(("b", dead.Epoch + 1));
        (await TakeAsync(One, "a")).ShouldBeNull();
    }

    [Fact]
    public async Task A_term_lasts_ten_seconds_from_its_last_renewal()
    {
        var term = (await TakeAsync(One, "a")).ShouldNotBeNull();
        await Database.RunAsync("UPDATE lease SET until = clock_timestamp() + interval '1 s'");

        await One.Lease.RenewAsync(term, CancellationToken.None);

        await Database.RunAsync("DO $$ BEGIN ASSERT (SELECT until BETWEEN clock_timestamp() + interval '5 s' AND clock_timestamp() + interval '10 s' FROM lease); END $$");
    }

    [Fact]
    public async Task Whoever_does_not_know_whether_it_leads_asks_again_and_does()
    {
        var first = (await TakeAsync(One, "a")).ShouldNotBeNull();

        var again = (await TakeAsync(Other, "a")).ShouldNotBeNull();

        again.Epoch.ShouldBe(first.Epoch + 1);
        (await One.Lease.RenewAsync(first, CancellationToken.None)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_whose_clock_was_set_back_does_not_leave_a_dead_leader_in_office()
    {
        var term = (await TakeAsync(One, "a")).ShouldNotBeNull();
        await Database.RunAsync("UPDATE lease SET until = clock_timestamp() + interval '1 hour'");

        (await TakeAsync(Other, "b")).ShouldBeNull();

        await Database.RunAsync("DO $$ BEGIN ASSERT (SELECT until <= clock_timestamp() + interval '10 s' FROM lease); END $$");
        (await One.Lease.RenewAsync(term, CancellationToken.None)).ShouldBeTrue();
    }

    [Fact]
    public async Task Of_many_that_ask_at_once_one_leads()
    {
        var asked = Enumerable.Range(0, 20).Select(n => TakeAsync(n % 2 == 0 ? One : Other, $"process {n}"));

        (await Task.WhenAll(asked)).OfType<LeaseTerm>().Count().ShouldBe(1);
    }

    private static Task<LeaseTerm?> TakeAsync(Store store, string holder) => store.Lease.TakeAsync(holder, CancellationToken.None);
}
