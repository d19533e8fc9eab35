using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot;

/// <summary>What became durable, for the sender: new rows in order, rows taken back, chats that were erased.</summary>
/// <param name="Said">What bodies of the rows say, where this process has just written them; null: it stands in their bytes.</param>
internal sealed record Committed(
    IReadOnlyList<OutboxRow> Rows, IReadOnlyList<long> Withdrawn, IReadOnlyList<long> Forgotten,
    IReadOnlyDictionary<byte[], Outgoing>? Said = null)
{
    /// <summary>The spans of the turns that decided the rows.</summary>
    public TurnSpans Spans { get; init; } = TurnSpans.None;
}

/// <summary>
/// The one loop: takes what the channel holds, at most <see cref="Most"/> inputs, runs one transaction over them, hands the outbox rows over and
/// settles the inputs. Nothing is handed over before it is durable.
/// </summary>
internal sealed class Turns(Store store, Shelf shelf, Door door, Records records, Action<Committed> handOver, TimeProvider time, ILogger log)
{
    public const int Most = 50;

    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(15);

    private readonly RecentMembers _recent = new();

    /// <summary>Flushes that failed since anything was written.</summary>
    private int _unwritten;

    /// <summary>True while the last transaction went through.</summary>
    public bool Healthy { get; private set; } = true;

    /// <summary>Ends when the door is closed and everything inside it is durable; or, at once, with <paramref name="hurry"/>.</summary>
    public async Task RunAsync(CancellationToken hurry)
    {
        var batch = new List<Incoming>(Most);
        while (await MoreAsync(hurry))
        {
            batch.Clear();
            while (batch.Count < Most && door.Reader.TryRead(out var incoming))
            {
                batch.Add(incoming);
            }

            await BatchAsync(batch, hurry);
        }

        await FlushAsync(hurry);
    }

    /// <summary>Writes what the sender learned, without waiting for a turn.</summary>
    public async Task FlushAsync(CancellationToken hurry)
    {
        var riding = records.Take();
        try
        {
            await store.RecordAsync(riding, hurry);
            records.Written(riding);
            (Healthy, _unwritten) = (true, 0);
            CrashPoints.Reach(CrashPoint.Recorded);
        }
        catch (OperationCanceledException)
        {
            // Not written: the last flush on the way out takes them.
            records.Return(riding);
            throw;
        }
        catch (Exception fault)
        {
            // The records wait on; without the rest they would be tried again at once, and a long trouble would fill the log.
            records.Return(riding);
            Healthy = false;
            log.StoreTrouble(fault.GetType().Name, (fault as StoreException)?.Message);
            await Task.Delay(Rest(attempt: 3 + _unwritten++), time, hurry);
        }
    }

    private async Task<bool> MoreAsync(CancellationToken hurry)
    {
        var arrival = door.Reader.WaitToReadAsync(hurry).AsTask();
        while (!arrival.IsCompleted)
        {
            await Task.WhenAny(arrival, records.Some);
            if (!arrival.IsCompleted)
            {
                await Task.WhenAny(arrival, Task.Delay(Quiet, time, hurry));
            }

            if (!arrival.IsCompleted)
            {
                await FlushAsync(hurry);
            }
        }

        return await arrival;
    }

    private async Task BatchAsync(List<Incoming> batch, CancellationToken hurry)
    {
        (long? missing, Exception? poison) = (null, null);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await shelf.ReadAsync(missing, hurry);
                await CommitAsync(batch, poison, hurry);
                return;
            }
            catch (EditionMissingException unread)
            {
                (missing, attempt) = (unread.Edition, attempt - 1);
            }
            catch (Exception trouble) when (trouble is StoreException or EditionUnreadableException)
            {
                // The store's trouble is nobody's fault in the batch: wait, and no poll confirms meanwhile.
                (Healthy, missing) = (false, null);
                log.StoreTrouble(trouble.GetType().Name, trouble.Message);
                await Task.Delay(Rest(attempt), time, hurry);
            }
            catch (Exception fault) when (fault is not OperationCanceledException && poison is null)
            {
                log.BatchFailed(batch.Count, fault.GetType().Name);
                if (attempt >= 2 && batch.Count > 1)
                {
                    await ApartAsync(batch, hurry);
                    return;
                }

                poison = attempt >= 2 ? fault : null;
            }
        }
    }

    private async Task ApartAsync(List<Incoming> batch, CancellationToken hurry)
    {
        foreach (var incoming in batch)
        {
            await BatchAsync([incoming], hurry);
        }
    }

    /// <param name="poison">Not null: the batch is one input that failed alone, and is only buried.</param>
    private async Task CommitAsync(List<Incoming> batch, Exception? poison, CancellationToken hurry)
    {
        // To the second: nothing the coach remembers needs less, and documents are shorter for it.
        var now = Instant.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var riding = records.Take();
        var request = new TurnRequest(
            [.. batch.Select(incoming => incoming.ChatId)], [.. batch.Select(incoming => incoming.UpdateId).OfType<long>()], now);
        Turned<(TurnWrite Write, IReadOnlyDictionary<byte[], Outgoing> Said)> turned;
        using var spans = Tracing.Turn(batch);
        var began = Stopwatch.GetTimestamp();
        try
        {
            CrashPoints.Reach(CrashPoint.BeforeCommit);
            turned = await store.TurnAsync(request, Decide, hurry);
        }
        catch (Exception fault)
        {
            records.Return(riding);
            Meters.CommitFailures.One("fault", fault.GetType().Name);
            throw;
        }

        records.Written(riding);
        (Healthy, _unwritten) = (true, 0);
        TurnMeters.Count(batch, turned.Result.Write, Stopwatch.GetElapsedTime(began));
        CrashPoints.Reach(CrashPoint.Committed);
        foreach (var letter in turned.Result.Write.DeadLetters)
        {
            log.DeadLetter(letter.ChatId, letter.UpdateId, letter.Kind, letter.Step, letter.Fault);
        }

        handOver(new Committed(turned.Outbox, turned.Withdrawn, turned.Result.Write.Forgotten, turned.Result.Said) { Spans = spans });
        CrashPoints.Reach(CrashPoint.HandedOver);

        // Beside the loop, and together: a thread woken for each of them would cost as much as the turns.
        var settled = batch.ToArray();
        _ = Task.Run(() => Array.ForEach(settled, incoming => incoming.Settle()), CancellationToken.None);

        (TurnWrite, (TurnWrite, IReadOnlyDictionary<byte[], Outgoing>)) Decide(TurnLoad load)
        {
            Handle decides = poison is null ? shelf.Of(load.Edition).Handle : (_, _, _) => throw new PoisonException(poison);
            var fold = new Fold(decides, batch, load, _recent, now);
            var write = fold.Run(riding);
            return (write, (write, fold.Said));
        }
    }

    private static TimeSpan Rest(int attempt) =>
        TimeSpan.FromMilliseconds(Math.Min(100 * Math.Pow(2, attempt), LongestRest.TotalMilliseconds));
}

/// <summary>Stands for the fault by which an input failed alone.</summary>
internal sealed class PoisonException(Exception fault) : Exception(fault.GetType().Name, fault);
