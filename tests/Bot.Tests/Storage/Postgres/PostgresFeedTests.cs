using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

public sealed class PostgresFeedTests : PostgresPair
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task What_another_process_commits_is_heard()
    {
        await using var news = await ListenAsync();

        await WriteAsync(Other, new TurnWrite { Outbox = [Out(5)] });

        (await news.MoveNextAsync()).ShouldBeTrue();
        (await One.PendingAsync(0, 10, CancellationToken.None)).Count.ShouldBe(1);
        news.Current.Missed.ShouldBeFalse();
    }

    [Fact]
    public async Task Chats_of_which_rows_were_taken_back_and_chats_that_were_erased_are_named()
    {
        await using var news = await ListenAsync();

        await WriteAsync(Other, new TurnWrite { Withdrawn = [new Withdrawal(-5, "bill"), new Withdrawal(1L << 52, "bill")], Forgotten = [7, 8] });

        (await HearAsync(news, one => one.Forgotten.Count > 0)).ShouldBe((false, "-5,4503599627370496,7,8", "7,8"));
    }

    [Fact]
    public async Task Where_too_many_chats_were_erased_to_name_them_it_says_so()
    {
        await using var news = await ListenAsync();

        await WriteAsync(Other, new TurnWrite { Forgotten = [.. Enumerable.Range(0, 1000).Select(n => 5_000_000_000 + n)] });

        (await HearAsync(news, one => one.Missed)).ShouldBe((true, "", ""));
    }

    [Fact]
    public async Task What_was_not_committed_is_not_told()
    {
        await using var news = await ListenAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync(Other, new TurnWrite
        {
            Forgotten = [6],
            Outbox = [Out(6)],
            Events = [new EventRow(6, 1, 0, Noon, "twice", []), new EventRow(6, 1, 0, Noon, "twice", [])],
        }));
        await WriteAsync(Other, new TurnWrite { Forgotten = [7] });

        (await HearAsync(news, one => one.Forgotten.Count > 0)).ShouldBe((false, "7", "7"));
    }

    [Fact]
    public async Task Without_any_word_it_is_looked_again_after_some_seconds()
    {
        await using var news = await ListenAsync();

        (await news.MoveNextAsync().AsTask().WaitAsync(Long)).ShouldBeTrue();

        (news.Current.Missed, news.Current.Withdrawn.Count, news.Current.Forgotten.Count).ShouldBe((false, 0, 0));
    }

    [Fact]
    public async Task A_line_that_breaks_is_a_fault_and_the_next_one_begins_with_a_look()
    {
        await using (var news = await ListenAsync())
        {
            var next = news.MoveNextAsync().AsTask();
            await Database.RunAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
            (await Should.ThrowAsync<StoreException>(async () =>
            {
                while (await next.WaitAsync(Long))
                {
                    next = news.MoveNextAsync().AsTask();
                }
            })).IsTransient.ShouldBeTrue();
        }

        await using var again = await ListenAsync();
        await WriteAsync(Other, new TurnWrite { Forgotten = [7] });
        (await HearAsync(again, one => one.Forgotten.Count > 0)).ShouldBe((false, "7", "7"));
    }

    [Fact]
    public async Task Whoever_reads_on_from_the_greatest_id_misses_no_row_of_many_writers_and_sees_each_chat_in_order()
    {
        const int writers = 8, turns = 40;
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteManyAsync(writer % 2 == 0 ? One : Other, writer))));

        var (seen, after) = (new Dictionary<long, List<long>>(), 0L);
        for (var done = false; !done;)
        {
            done = writing.IsCompleted;
            foreach (var row in await One.PendingAsync(after, 1000, CancellationToken.None))
            {
                after = row.Id;
                if (!seen.TryGetValue(row.ChatId, out var ids))
                {
                    seen.Add(row.ChatId, ids = []);
                }

                ids.Add(BitConverter.ToInt64(row.Body));
            }
        }

        await writing;
        seen.Values.Sum(ids => ids.Count).ShouldBe(writers * turns);
        foreach (var (chat, versions) in seen)
        {
            versions.ShouldBe(Enumerable.Range(1, versions.Count).Select(version => (long)version), $"chat {chat}");
        }

        async Task WriteManyAsync(Store store, int writer)
        {
            for (var turn = 0; turn < turns; turn++)
            {
                long chat = (writer + turn) % 5;
                await store.TurnAsync(
                    new TurnRequest([chat], [], Noon),
                    load =>
                    {
                        var version = (load.Members.GetValueOrDefault(chat)?.Version ?? 0) + 1;
                        var said = Out(chat) with { Body = BitConverter.GetBytes(version) };
                        return (new TurnWrite { Members = [Member(chat, version)], Outbox = [said] }, 0);
                    },
                    CancellationToken.None);
            }
        }
    }

    /// <summary>Listening, with the look at what was before behind it.</summary>
    private async Task<IAsyncEnumerator<News>> ListenAsync()
    {
        var news = One.Feed.HearAsync(CancellationToken.None).GetAsyncEnumerator();
        (await news.MoveNextAsync()).ShouldBeTrue();
        return news;
    }

    private static async Task<(bool Missed, string Withdrawn, string Forgotten)> HearAsync(IAsyncEnumerator<News> news, Func<News, bool> wanted)
    {
        while (await news.MoveNextAsync().AsTask().WaitAsync(Long))
        {
            if (wanted(news.Current))
            {
                break;
            }
        }

        return (news.Current.Missed, string.Join(',', news.Current.Withdrawn), string.Join(',', news.Current.Forgotten));
    }
}
