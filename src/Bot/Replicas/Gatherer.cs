using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Ontime.Storage;

namespace Ontime.Bot;

/// <summary>
/// Brings to the leader's sender what any process committed, its own included, in the order of the ids: a row handed over directly could overtake
/// one that another process committed before it.
/// </summary>
internal sealed class Gatherer(Store store, Sender sender, TimeProvider time, ILogger log)
{
    private const int Page = 500;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _look = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private long _after;

    /// <summary>After a commit of this process.</summary>
    public void HandOver(Committed committed)
    {
        sender.HandOver(committed with { Rows = [] });
        Look();
    }

    public Task RunAsync(CancellationToken stop) => Task.WhenAll(AgainAsync(HearAsync, stop), AgainAsync(FetchAsync, stop));

    private void Look() => _look.Writer.TryWrite(true);

    private async Task HearAsync(CancellationToken stop)
    {
        await foreach (var news in store.Feed.HearAsync(stop))
        {
            var held = news.Missed ? sender.Held(null) : news.Withdrawn.Count > 0 ? sender.Held(news.Withdrawn) : [];
            var standing = held.Count == 0 ? [] : await store.Feed.StandingAsync(held, stop);
            sender.HandOver(new Committed([], [.. held.Except(standing)], news.Forgotten));
            Look();
        }
    }

    private async Task FetchAsync(CancellationToken stop)
    {
        while (true)
        {
            var page = await store.PendingAsync(_after, Page, stop);
            if (page.Count > 0)
            {
                sender.HandOver(new Committed(page, [], []));
                _after = page[^1].Id;
            }

            if (page.Count < Page)
            {
                await _look.Reader.ReadAsync(stop);
            }
        }
    }

    private async Task AgainAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await work(stop).WaitAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (StoreException trouble)
            {
                log.StoreTrouble(nameof(StoreException), trouble.Message);
                await Task.Delay(Rest, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
