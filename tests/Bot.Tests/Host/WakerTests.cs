using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Ontime.Bot.Workers;
using Ontime.Storage;
using Ontime.Storage.Sqlite;

namespace Ontime.Bot.Tests.Host;

/// <summary>The waker by itself: whoever is woken has one reminder that waits at the gate.</summary>
public sealed class WakerTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 4, 0);

    [Fact]
    public async Task After_an_outage_nobody_is_woken_while_ten_seconds_of_reminders_wait_to_be_sent()
    {
        const int people = 60;
        var (time, door, limits) = (new TestTime(Start), new Door(), new Delivery(30, 1, 1));
        await using var store = SqliteStore.OpenMemory();
        await WriteAsync(store, [.. Enumerable.Range(1, people).Select(chat => Row(chat, 1, Start - Duration.FromHours(1)))]);
        using var gate = new Gate(limits, time);
        using var end = new CancellationTokenSource();
        var (woken, sent) = (0, 0);
        var turning = TurnAsync();
        var waking = new Waker(store, door, gate, limits, time, NullLogger.Instance).RunAsync(end.Token);

        await Until.TrueAsync(() => Volatile.Read(ref woken) == 10, TimeSpan.FromSeconds(15));
        while (Volatile.Read(ref sent) < people)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(20);
            (Volatile.Read(ref woken) - Volatile.Read(ref sent)).ShouldBeLessThan(13);
        }

        woken.ShouldBe(people);
        await end.CancelAsync();
        await waking;
        door.Close();
        await turning;

        async Task TurnAsync()
        {
            await foreach (var wake in door.Reader.ReadAllAsync())
            {
                await WriteAsync(store, [Row(wake.ChatId, 2, null)]);
                Interlocked.Increment(ref woken);
                _ = SendAsync();
                wake.Settle();
            }
        }

        async Task SendAsync()
        {
            await gate.EnterAsync(Lane.Reminder, 1, end.Token);
            Interlocked.Increment(ref sent);
            gate.Leave();
        }
    }

    [Fact]
    public async Task How_late_it_is_is_noted_once_an_hour_also_where_it_cannot_be_written()
    {
        await using var store = SqliteStore.OpenMemory();
        var clock = new ClockWatch(store, NullLogger.Instance);
        await clock.LookAsync(Start, CancellationToken.None);
        await store.Writer.RunAsync(session => session.Execute("ALTER TABLE meta RENAME TO away"), CancellationToken.None);

        await clock.LookAsync(Start + Duration.FromMinutes(59), CancellationToken.None);
        await Should.ThrowAsync<StoreException>(() => clock.LookAsync(Start + Duration.FromMinutes(60), CancellationToken.None));
        await clock.LookAsync(Start + Duration.FromMinutes(61), CancellationToken.None);
        await Should.ThrowAsync<StoreException>(() => clock.LookAsync(Start + Duration.FromMinutes(120), CancellationToken.None));
    }

    private static MemberRow Row(long chat, long version, Instant? due) => new(chat, version, [1], due, "active", "en", "", null);

    private static Task<Turned<int>> WriteAsync(Store store, IReadOnlyList<MemberRow> rows) => store.TurnAsync(
        new TurnRequest([.. rows.Select(row => row.ChatId)], [], Start), _ => (new TurnWrite { Members = rows }, 0), CancellationToken.None);
}
