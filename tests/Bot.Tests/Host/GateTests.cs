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

        Task Enter(Lane lane) => gate.EnterAsync(lane, end.Token).AsTask();
    }
}
