using NodaTime;

namespace Ontime.Bot.Tests.Host;

public sealed class GateTests
{
    [Fact]
    public async Task A_reply_of_two_messages_finds_room_beside_a_broadcast_that_takes_whatever_it_can_get()
    {
        var time = new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0));
        using var gate = new Gate(new Delivery(30, 30, 1), time);
        using var end = new CancellationTokenSource();
        var next = Enter(Lane.Broadcast);
        for (var sent = 0; next.IsCompleted; sent++)
        {
            sent.ShouldBeLessThan(3);
            gate.Leave();
            next = Enter(Lane.Broadcast);
        }

        Enter(Lane.Reply).IsCompletedSuccessfully.ShouldBeTrue();
        time.Advance(TimeSpan.FromMilliseconds(20));
        Enter(Lane.Reply).IsCompletedSuccessfully.ShouldBeTrue();
        next.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromMilliseconds(100));
        await next;

        Task Enter(Lane lane) => gate.EnterAsync(lane, 0, end.Token).AsTask();
    }

    [Fact]
    public async Task B33_Answers_that_were_told_to_wait_hold_no_message_up()
    {
        var time = new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0));
        using var gate = new Gate(new Delivery(0, 0, 0), time);
        gate.Pause(TimeSpan.FromSeconds(3), Hush.Answers);

        var answer = gate.EnterAsync(null, 1, CancellationToken.None).AsTask();
        gate.EnterAsync(Lane.Reply, 2, CancellationToken.None).AsTask().IsCompletedSuccessfully.ShouldBeTrue();
        var reminder = gate.EnterAsync(Lane.Reminder, 3, CancellationToken.None).AsTask();
        await reminder.WaitAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(2.9));
        answer.IsCompleted.ShouldBeFalse();

        time.Advance(TimeSpan.FromSeconds(0.2));
        await answer.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Of_calls_that_wait_the_oldest_row_goes_first()
    {
        using var gate = new Gate(new Delivery(0, 0, 0), new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0)));
        Task first;
        do
        {
            first = Enter(1);
        }
        while (first.IsCompleted);

        List<Task> waiting = [first, Enter(9), Enter(7), Enter(8)];
        foreach (var next in (int[])[0, 2, 3, 1])
        {
            gate.Leave();
            (await Task.WhenAny(waiting).WaitAsync(TimeSpan.FromSeconds(5))).ShouldBe(waiting[next]);
            waiting[next] = new TaskCompletionSource().Task;
        }

        Task Enter(long row) => gate.EnterAsync(Lane.Reply, row, CancellationToken.None).AsTask();
    }
}
