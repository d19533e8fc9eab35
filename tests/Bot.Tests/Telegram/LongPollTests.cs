using Ontime.Telegram;

namespace Ontime.Bot.Tests.Telegram;

public sealed class LongPollTests
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(50);

    [Fact]
    public void The_first_call_names_the_kinds_of_update_and_no_offset()
    {
        var call = LongPoll.Start.Call();

        call.Offset.ShouldBeNull();
        call.Timeout.ShouldBe(50);
        call.AllowedUpdates.ShouldBe(["message", "callback_query", "my_chat_member"]);
        LongPoll.ClientTimeout.ShouldBe(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public void The_next_offset_is_the_last_id_of_the_last_answer_plus_one_even_when_ids_go_down()
    {
        var poll = LongPoll.Start.Committed(Ids(899_999_999, 900_000_000), Long).Next;
        poll.Offset.ShouldBe(900_000_001);

        var down = poll.Committed(Ids(4711), Long);

        down.Next.Offset.ShouldBe(4712);
        down.ShouldSatisfyAllConditions(s => s.Wait.ShouldBe(TimeSpan.Zero), s => s.OnlyRepeats.ShouldBeFalse());
    }

    [Fact]
    public void The_last_in_the_answer_counts_and_not_the_highest() =>
        LongPoll.Start.Committed(Ids(900, 7, 8), Long).Next.Offset.ShouldBe(9);

    [Fact]
    public void An_answer_of_nothing_but_repeats_waits_a_second_however_long_it_goes_on()
    {
        var poll = LongPoll.Start.Committed(Ids(1, 2, 3), Long).Next;
        for (var i = 0; i < 20; i++)
        {
            var step = poll.Committed(Ids(1, 2, 3), TimeSpan.Zero);
            step.Wait.ShouldBe(TimeSpan.FromSeconds(1));
            step.OnlyRepeats.ShouldBeTrue();
            step.Next.Offset.ShouldBe(4);
            poll = step.Next;
        }
    }

    [Fact]
    public void Repeats_are_known_over_three_full_answers_and_one_new_update_among_them_ends_the_wait()
    {
        var poll = LongPoll.Start;
        for (var page = 0; page < 3; page++)
        {
            poll = poll.Committed(Ids([.. Enumerable.Range(page * 100, 100).Select(n => (long)n)]), Long).Next;
        }

        poll.Committed(Ids(0, 1), Long).OnlyRepeats.ShouldBeTrue();
        poll.Committed(Ids(0, 1, 300), Long).ShouldSatisfyAllConditions(s => s.OnlyRepeats.ShouldBeFalse(), s => s.Wait.ShouldBe(TimeSpan.Zero));
    }

    [Fact]
    public void An_empty_answer_keeps_the_offset_and_the_same_offset_is_not_asked_within_a_second()
    {
        var poll = LongPoll.Start.Committed(Ids(5), Long).Next;

        poll.Committed(UpdateBatch.Empty, Long).ShouldSatisfyAllConditions(s => s.Next.Offset.ShouldBe(6), s => s.Wait.ShouldBe(TimeSpan.Zero));
        poll.Committed(UpdateBatch.Empty, TimeSpan.FromMilliseconds(10)).Wait.ShouldBe(TimeSpan.FromMilliseconds(990));
    }

    [Fact]
    public void What_could_not_be_committed_is_asked_for_again()
    {
        var poll = LongPoll.Start.Committed(Ids(5), Long).Next;

        var step = poll.NotCommitted(TimeSpan.FromMilliseconds(400));

        step.ShouldSatisfyAllConditions(s => s.Next.ShouldBe(poll), s => s.Wait.ShouldBe(TimeSpan.FromMilliseconds(600)));
    }

    [Fact]
    public void An_update_that_cannot_be_read_is_confirmed_by_its_id_or_stepped_over()
    {
        var poll = LongPoll.Start.Committed(Ids(5), Long).Next;

        poll.Committed(new UpdateBatch([], [new Unreadable(9)], [9]), Long).Next.Offset.ShouldBe(10);
        poll.Committed(new UpdateBatch([], [new Unreadable(null)], []), Long).Next.Offset.ShouldBe(7);
    }

    [Fact]
    public void The_farewell_confirms_without_waiting()
    {
        var call = LongPoll.Start.Committed(Ids(5), Long).Next.Farewell();

        call.ShouldSatisfyAllConditions(c => c.Offset.ShouldBe(6), c => c.Timeout.ShouldBe(0));
    }

    private static UpdateBatch Ids(params long[] ids) => new([.. ids.Select(id => new Update.Other(id))], [], ids);
}
