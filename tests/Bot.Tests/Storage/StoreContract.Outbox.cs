using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Outbox_rows_get_ascending_ids_in_the_order_of_the_write()
    {
        var first = await WriteAsync(new TurnWrite { Outbox = [Out(5, 1), Out(6, 2), Out(5, 3)] });
        var second = await WriteAsync(new TurnWrite { Outbox = [Out(5, 4)] });

        OutboxRow[] all = [.. first.Outbox, .. second.Outbox];
        all.Select(row => row.Body[0]).ShouldBe(new byte[] { 1, 2, 3, 4 });
        all.Select(row => row.Id).ShouldBeInOrder();
        all.Select(row => row.Id).ShouldBeUnique();
        (await PendingAsync()).Select(row => (row.Id, row.Body[0])).ShouldBe(all.Select(row => (row.Id, row.Body[0])));
    }

    [Fact]
    public async Task An_outbox_row_comes_back_field_by_field()
    {
        var full = new OutboxRow(0, -(1L << 52), 2, [0, 255], Noon, Noon + Duration.FromHours(3), "账单:1", 1, "unknown");
        var bare = new OutboxRow(0, 7, 0, [], Noon, null, null, 0, null);

        var turned = await WriteAsync(new TurnWrite { Outbox = [full, bare] });

        var pending = await PendingAsync();
        pending.Select(row => row with { Body = [] }).ShouldBe(turned.Outbox.Select(row => row with { Body = [] }));
        pending[0].ShouldBe(full with { Id = turned.Outbox[0].Id, Body = pending[0].Body });
        pending[1].ShouldBe(bare with { Id = turned.Outbox[1].Id, Body = pending[1].Body });
        pending.Select(row => row.Body).ShouldBe([full.Body, bare.Body]);
    }

    [Fact]
    public async Task The_outbox_is_read_back_in_pieces()
    {
        var ids = (await WriteAsync(new TurnWrite { Outbox = [Out(5), Out(5), Out(5)] })).Outbox.Select(row => row.Id).ToArray();

        (await PendingAsync(0, 2)).Select(row => row.Id).ShouldBe(ids[..2]);
        (await PendingAsync(ids[1], 2)).Select(row => row.Id).ShouldBe(ids[2..]);
        (await PendingAsync(ids[2], 2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Settled_rows_vanish_and_their_ids_never_come_back()
    {
        var row = (await WriteAsync(new TurnWrite { Outbox = [Out(5)] })).Outbox[0];

        await Store.RecordAsync(Deliveries.None with { Settled = [row.Id, 999] }, CancellationToken.None);

        (await PendingAsync()).ShouldBeEmpty();
        (await WriteAsync(new TurnWrite { Outbox = [Out(5)] })).Outbox[0].Id.ShouldBeGreaterThan(row.Id);
    }

    [Fact]
    public async Task A_record_rides_along_with_a_turn()
    {
        var rows = (await WriteAsync(new TurnWrite { Members = [Member(5)], Outbox = [Out(5), Out(5)] })).Outbox;

        await WriteAsync(new TurnWrite
        {
            Outbox = [Out(5)],
            Delivered = new Deliveries([rows[0].Id], [new Attempt(rows[1].Id, 1, "unknown")], [new PostRow(5, "q", 44)]),
        });

        (await PendingAsync()).Select(row => (row.Attempts, row.State)).ShouldBe([(1, "unknown"), (0, null)]);
        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBe([new PostRow(5, "q", 44)]);
    }

    [Fact]
    public async Task A_withdrawal_takes_what_is_about_it_in_that_chat_and_was_not_settled()
    {
        var rows = (await WriteAsync(new TurnWrite
        {
            Outbox = [Out(5, 1, "bill"), Out(5, 2, "bill"), Out(5, 3, "other"), Out(5, 4), Out(6, 5, "bill")],
        })).Outbox;
        await Store.RecordAsync(Deliveries.None with { Settled = [rows[0].Id] }, CancellationToken.None);

        var turned = await WriteAsync(new TurnWrite { Withdrawn = [new Withdrawal(5, "bill")], Outbox = [Out(5, 6, "bill")] });

        turned.Withdrawn.ShouldBe([rows[1].Id]);
        (await PendingAsync()).Select(row => row.Body[0]).ShouldBe(new byte[] { 3, 4, 5, 6 });
    }

    [Fact]
    public async Task A_post_is_moved_and_forgotten_by_its_name()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)] });
        await RecordPostsAsync(new PostRow(5, "q", 1), new PostRow(5, "卡片", 1L << 52));
        await RecordPostsAsync(new PostRow(5, "q", 2));
        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBe([new PostRow(5, "q", 2), new PostRow(5, "卡片", 1L << 52)]);

        await RecordPostsAsync(new PostRow(5, "q", null));

        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBe([new PostRow(5, "卡片", 1L << 52)]);
    }

    [Fact]
    public async Task A_post_of_a_chat_without_a_member_is_not_kept()
    {
        await RecordPostsAsync(new PostRow(5, "q", 1));

        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_takes_the_place_of_a_withdrawn_row_is_added_only_where_one_was_withdrawn()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)], Outbox = [Out(5, 1, "bills"), Out(5, 2), Out(6, 3, "bills")] });

        var turned = await WriteAsync(new TurnWrite
        {
            Withdrawn = [new Withdrawal(5, "bills", Out(5, 7, "bills")), new Withdrawal(5, "gone", Out(5, 8, "gone"))], Outbox = [Out(5, 9)],
        });

        turned.Outbox.Select(row => row.Body[0]).ShouldBe([(byte)9, (byte)7]);
        (await PendingAsync()).Select(row => (row.ChatId, row.Body[0])).ShouldBe([(5, (byte)2), (6, (byte)3), (5, (byte)9), (5, (byte)7)]);
        turned.Outbox.Select(row => row.Id).ShouldBe((await PendingAsync()).Skip(2).Select(row => row.Id));

        // It can be taken back like any other.
        (await WriteAsync(new TurnWrite { Withdrawn = [new Withdrawal(5, "bills")] })).Withdrawn.ShouldBe([turned.Outbox[1].Id]);
    }

    [Fact]
    public async Task Health_counts_what_waits()
    {
        (await Store.HealthAsync(CancellationToken.None)).ShouldBe(new StoreHealth(0, null, 0));

        await WriteAsync(new TurnWrite
        {
            Outbox = [Out(5) with { At = Noon + Duration.FromSeconds(1) }, Out(5)],
            DeadLetters = [new DeadLetter(Noon, 5, null, "text", null, "X")],
        });

        (await Store.HealthAsync(CancellationToken.None)).ShouldBe(new StoreHealth(2, Noon, 1));
    }

    private Task RecordPostsAsync(params PostRow[] posts) => Store.RecordAsync(Deliveries.None with { Posts = posts }, CancellationToken.None);
}
