using NodaTime;
using Ontime.Storage;

namespace Ontime.Bench.Chaos;

/// <summary>Sets the clock in a moment of calm, while the house goes on being disturbed.</summary>
internal sealed class Calm(House house, Rest rest, IReadOnlyList<Diary> diaries)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public int People => diaries.Count;

    /// <summary>Everybody rests, everything is delivered, time passes, everything due is told and delivered, everybody goes on.</summary>
    public async Task PassAsync(Duration time, CancellationToken stop)
    {
        rest.Call();
        try
        {
            while (rest.Resting < diaries.Count)
            {
                await Task.Delay(Glance, stop);
            }

            await ComesAsync(stop);
            var now = house.Clock.Now + time;
            house.Emulator.Now = now;
            house.Clock.Now = now;
            foreach (var diary in diaries)
            {
                diary.Passed(now);
            }

            await ComesAsync(stop);
        }
        finally
        {
            rest.End();
        }
    }

    /// <summary>Nothing waits: no update, no tap, no message, nobody's moment.</summary>
    public async Task ComesAsync(CancellationToken stop)
    {
        var until = house.Emulator.Real + Patience;
        for (var why = ""; ; await Task.Delay(Glance, stop))
        {
            try
            {
                await using var store = await house.LookAsync();
                while (house.Emulator.Real < until)
                {
                    why = await WhyNotAsync(store);
                    if (why.Length == 0)
                    {
                        return;
                    }

                    await Task.Delay(Glance, stop);
                }

                throw new TimeoutException($"No calm comes: {why}");
            }
            catch (StoreException) when (house.Emulator.Real < until)
            {
                // It is just being disturbed.
            }
        }
    }

    private async Task<string> WhyNotAsync(Store store) =>
        house.Emulator.Queue.Pending is > 0 and var updates ? $"{updates} updates are not confirmed"
        : house.Emulator.Journal.Unanswered is { Count: > 0 } taps ? $"{taps.Count} taps are not answered, such as {taps[0]}"
        : await store.PendingAsync(0, 1, CancellationToken.None) is [var row, ..] ? $"row {row.Id} for {row.ChatId} waits"
        : await store.DueAsync(house.Clock.Now, 1, CancellationToken.None) is [var due, ..] ? $"{due.ChatId} is to be woken"
        : "";
}
