using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_lease_is_taken_renewed_and_given_back()
    {
        var term = (await Store.Lease.TakeAsync("me", CancellationToken.None)).ShouldNotBeNull();
        term.Holder.ShouldBe("me");

        (await Store.Lease.RenewAsync(term, CancellationToken.None)).ShouldBeTrue();
        (await Store.Lease.RenewAsync(term, CancellationToken.None)).ShouldBeTrue();
        await Store.Lease.ReleaseAsync(term, CancellationToken.None);
        await Store.Lease.ReleaseAsync(term, CancellationToken.None);

        (await Store.Lease.TakeAsync("me", CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_listens_looks_once_at_what_was_written_before()
    {
        await using var news = Store.Feed.HearAsync(CancellationToken.None).GetAsyncEnumerator();

        (await news.MoveNextAsync()).ShouldBeTrue();

        news.Current.Missed.ShouldBeTrue();
    }

    [Fact]
    public async Task Listening_ends_when_it_is_cancelled()
    {
        using var stop = new CancellationTokenSource();
        var heard = 0;
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var news in Store.Feed.HearAsync(stop.Token))
            {
                heard++;
                await stop.CancelAsync();
            }
        });
        heard.ShouldBe(1);
    }

    [Fact]
    public async Task A_row_stands_until_it_is_settled_taken_back_or_forgotten()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5), Member(6)] });
        var ids = (await WriteAsync(new TurnWrite { Outbox = [Out(5), Out(5, about: "bill"), Out(6), Out(5)] })).Outbox.Select(row => row.Id).ToArray();
        (await StandingAsync([.. ids, 999])).ShouldBe(ids);

        await Store.RecordAsync(Deliveries.None with { Settled = [ids[0]] }, CancellationToken.None);
        await WriteAsync(new TurnWrite { Withdrawn = [new Withdrawal(5, "bill")], Forgotten = [6] });

        (await StandingAsync(ids)).ShouldBe([ids[3]]);
        (await StandingAsync([])).ShouldBeEmpty();
    }

    private Task<IReadOnlyList<long>> StandingAsync(long[] ids) => Store.Feed.StandingAsync(ids, CancellationToken.None);
}
