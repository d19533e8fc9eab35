using NodaTime;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Members_are_counted_by_the_step_they_stand_at_without_those_who_stand_at_none()
    {
        await WriteAsync(new TurnWrite { Members = [Member(1), Member(2) with { Step = "R7" }, Member(3), Member(4) with { Step = "" }] });

        (await Store.StepsAsync(CancellationToken.None)).ShouldBe([("R4", 2), ("R7", 1)]);
    }

    [Fact]
    public async Task Members_are_due_longest_waiting_first_and_no_more_than_asked_for()
    {
        await WriteAsync(new TurnWrite
        {
            Members = [Member(1, due: At(3)), Member(2, due: At(1)), Member(3), Member(-4, due: At(1)), Member(5, due: At(4)), Member(6, due: At(2))],
        });

        (await DueAsync(At(3))).ShouldBe([(-4, At(1)), (2, At(1)), (6, At(2)), (1, At(3))]);
        (await DueAsync(At(3), 2)).ShouldBe([(-4, At(1)), (2, At(1))]);
        (await DueAsync(At(0))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_moment_that_moves_is_looked_up_where_it_is_now()
    {
        await WriteAsync(new TurnWrite { Members = [Member(1, due: At(1)), Member(2, due: At(1)), Member(3)] });

        await WriteAsync(new TurnWrite { Members = [Member(1, 2, At(9)), Member(2, 2), Member(3, 2, At(2))] });
        await WriteAsync(new TurnWrite { Members = [Member(3, 3, At(2), [7])] });

        (await DueAsync(At(8))).ShouldBe([(3, At(2))]);
        (await DueAsync(At(9))).ShouldBe([(3, At(2)), (1, At(9))]);
    }

    [Fact]
    public async Task Whoever_waits_for_a_later_moment_can_be_made_due_now()
    {
        await WriteAsync(new TurnWrite { Members = [Member(1, due: At(3)), Member(2, due: At(1)), Member(3)] });

        await Store.DueNowAsync(At(2), CancellationToken.None);

        (await DueAsync(At(2))).ShouldBe([(2, At(1)), (1, At(2))]);
        await WriteAsync(new TurnWrite { Members = [Member(1, 2, At(9))] });
        (await DueAsync(At(9))).ShouldBe([(2, At(1)), (1, At(9))]);
    }

    [Fact]
    public async Task Forgetting_erases_every_row_of_the_chat_and_no_other()
    {
        foreach (var chat in (long[])[5, 6])
        {
            await WriteAsync(new TurnWrite
            {
                Members = [Member(chat, due: At(0))],
                Events = [Event(chat)],
                Outbox = [Out(chat, 1, "bill"), Out(chat, 2)],
                DeadLetters = [new DeadLetter(Noon, chat, null, "text", "R4", "X")],
            });
            await RecordPostsAsync(new PostRow(chat, "q", 1));
        }

        var gone = (await PendingAsync()).Where(row => row.ChatId == 5).Select(row => row.Id).ToArray();

        var turned = await WriteAsync(new TurnWrite { Forgotten = [5], Outbox = [Out(5, 9)] });

        turned.Withdrawn.ShouldBe(gone, ignoreOrder: true);
        (await MemberAsync(5)).ShouldBeNull();
        (await Store.EventsAsync(5, CancellationToken.None)).ShouldBeEmpty();
        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBeEmpty();
        (await DueAsync(At(9))).ShouldBe([(6, At(0))]);
        (await Store.DeadLettersAsync(9, CancellationToken.None)).Select(letter => letter.ChatId).ShouldBe([6]);
        (await PendingAsync()).Select(row => (row.ChatId, row.Body[0])).ShouldBe([(6, (byte)1), (6, (byte)2), (5, (byte)9)]);
        (await MemberAsync(6)).ShouldNotBeNull();
        (await Store.EventsAsync(6, CancellationToken.None)).Count.ShouldBe(1);
        (await Store.PostsAsync(6, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_to_remain_of_a_forgotten_outbox_comes_anew_before_the_farewell()
    {
        await WriteAsync(new TurnWrite { Outbox = [Out(5, 1, "bill"), Out(6, 2), Out(5, 3), Out(5, 4)] });
        var gone = (await PendingAsync()).Where(row => row.ChatId == 5).Select(row => row.Id).ToList();

        var turned = await WriteAsync(new TurnWrite
        {
            Forgotten = [5],
            Outbox = [Out(5, 9)],
            Remains = row => row.Body is [1] ? null : row with { Body = [(byte)(row.Body[0] + 10)], About = null },
        });

        turned.Withdrawn.ShouldBe(gone, ignoreOrder: true);
        var left = await PendingAsync();
        left.Select(row => (row.ChatId, row.Body[0])).ShouldBe([(6, (byte)2), (5, (byte)13), (5, (byte)14), (5, (byte)9)]);
        turned.Outbox.Select(row => (row.Id, row.Body[0])).ShouldBe(left.Skip(1).Select(row => (row.Id, row.Body[0])));
        left.Select(row => row.Id).Intersect(gone).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_forgotten_may_begin_anew_in_the_same_turn()
    {
        await WriteAsync(new TurnWrite { Members = [Member(5)], Events = [Event(5)] });
        await WriteAsync(new TurnWrite { Members = [Member(5, 2)] });

        await WriteAsync(new TurnWrite { Forgotten = [5], Members = [Member(5, 1, document: [9])], Events = [Event(5, data: [9])] });

        ShouldBeSame(await MemberAsync(5), Member(5, 1, document: [9]));
        (await Store.EventsAsync(5, CancellationToken.None)).Single().Data.ShouldBe(new byte[] { 9 });
    }

    [Fact]
    public async Task A_delivery_that_comes_after_a_forget_brings_nothing_back()
    {
        var row = (await WriteAsync(new TurnWrite { Members = [Member(5)], Outbox = [Out(5)] })).Outbox[0];
        await WriteAsync(new TurnWrite { Forgotten = [5] });

        await Store.RecordAsync(new Deliveries([row.Id], [new Attempt(row.Id, 1, "tried")], [new PostRow(5, "q", 1)]), CancellationToken.None);

        (await PendingAsync()).ShouldBeEmpty();
        (await Store.PostsAsync(5, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Forgetting_a_stranger_is_no_fault()
    {
        (await WriteAsync(new TurnWrite { Forgotten = [404] })).Withdrawn.ShouldBeEmpty();
    }

    private static Instant At(int minutes) => Noon + Duration.FromMinutes(minutes);

    private Task<IReadOnlyList<(long ChatId, Instant DueAt)>> DueAsync(Instant now, int limit = 100) =>
        Store.DueAsync(now, limit, CancellationToken.None);
}
