using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Sqlite;

namespace Ontime.Bot.Tests.Host;

/// <summary>The one loop by itself, over a store that fails as it is told.</summary>
public sealed class TurnsTests
{
    [Fact]
    public async Task A_store_that_goes_away_while_an_input_is_buried_does_not_end_the_loop()
    {
        var (door, time) = (new Door(), new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0)));
        await using var store = SqliteStore.OpenMemory();
        var turns = new Turns(
            store, new Shelf(new Book(null, ScriptedCore.Dialogs, ScriptedCore.Handle), read: null), door, new Records(), _ => { }, time, NullLogger.Instance);
        Queue<Exception> faults = new([new InvalidOperationException(), new InvalidOperationException(), new StoreException("away", transient: true)]);
        store.Crash = at => _ = at == "decided" && faults.TryDequeue(out var fault) ? throw fault : 0;
        var (spoiled, next) = (Hello(1, 10), Hello(2, 11));
        door.TryPut(spoiled).ShouldBeTrue();
        var running = turns.RunAsync(CancellationToken.None);
        await spoiled.Done.WaitAsync(TimeSpan.FromSeconds(15));
        door.TryPut(next).ShouldBeTrue();
        door.Close();
        await running.WaitAsync(TimeSpan.FromSeconds(15));

        faults.ShouldBeEmpty();
        (await store.DeadLettersAsync(10, CancellationToken.None)).Select(letter => letter.ChatId).ShouldBe([1]);
        (await store.MemberAsync(2, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_cannot_be_recorded_for_ten_minutes_does_not_fill_the_log()
    {
        var (door, time, records, log) = (new Door(), new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0)), new Records(), new ListLog());
        await using var store = SqliteStore.OpenMemory();
        var turns = new Turns(store, new Shelf(new Book(null, ScriptedCore.Dialogs, ScriptedCore.Handle), read: null), door, records, _ => { }, time, log);
        await store.Writer.RunAsync(session => session.Execute("ALTER TABLE outbox RENAME TO away"), CancellationToken.None);
        var running = turns.RunAsync(CancellationToken.None);
        records.Settle(1);
        for (var second = 0; second < 600; second++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1);
        }

        log.Lines.Count.ShouldBeInRange(2, 60);
        await store.Writer.RunAsync(session => session.Execute("ALTER TABLE away RENAME TO outbox"), CancellationToken.None);
        await Until.TrueAsync(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(5));
                return records.Idle;
            });
        turns.Healthy.ShouldBeTrue();
        door.Close();
        await running.WaitAsync(TimeSpan.FromSeconds(15));
    }

    private static Incoming Hello(long chat, long update) =>
        new(chat, update, new Input.Said(new Ontime.Person(chat, "Lin", "en"), "hello", 5, Instant.FromUtc(2026, 11, 22, 4, 0)));
}
