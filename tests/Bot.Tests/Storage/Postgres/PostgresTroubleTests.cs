using Npgsql;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Storage;

/// <summary>What the server does under a running store.</summary>
public sealed class PostgresTroubleTests : PostgresPair
{
    [Theory]
    [InlineData("53100", "is full; nothing was changed. Free some space.")]
    [InlineData("58030", "failed to read or write; nothing was changed. Check the disk.")]
    [InlineData("53200", "is out of memory or another resource; nothing was changed.")]
    [InlineData("40P01", "too long; nothing was changed.")]
    [InlineData("25P03", "has ended the connection; nothing was changed.")]
    [InlineData("57P05", "has ended the connection; nothing was changed.")]
    public async Task A_fault_in_the_middle_undoes_the_turn_and_the_store_goes_on_when_it_is_over(string state, string said)
    {
        await WriteAsync(One, new TurnWrite { Members = [Member(1)] });
        await Database.RunAsync(
            $"""
            CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$;
            CREATE TRIGGER fail BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION fail();
            """);

        var fault = await Should.ThrowAsync<StoreException>(() => WriteAsync(One, new TurnWrite { Members = [Member(1, 2)], Handled = [70], Outbox = [Out(1)] }));

        fault.Message.ShouldContain(said);
        fault.Message.ShouldContain(Database.Name);
        fault.IsTransient.ShouldBeTrue();
        (await One.MemberAsync(1, CancellationToken.None))!.Version.ShouldBe(1);
        await WriteAsync(One, new TurnWrite { Members = [Member(2)] });
        await Database.RunAsync("DROP TRIGGER fail ON outbox");
        await WriteAsync(One, new TurnWrite { Members = [Member(1, 2)], Handled = [70], Outbox = [Out(1)] });
    }

    [Fact]
    public async Task A_standby_or_a_database_set_read_only_takes_no_writes_and_says_so()
    {
        await Database.RunAsync($"ALTER DATABASE {Database.Name} SET default_transaction_read_only = on");
        await using var store = await LookingAsync();

        (await Should.ThrowAsync<StoreException>(() => WriteAsync(store, new TurnWrite { Members = [Member(1)] }))).Message.ShouldContain("takes no writes; nothing was changed");

        (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_table_that_is_gone_is_told()
    {
        await Database.RunAsync("DROP TABLE posts");

        (await Should.ThrowAsync<StoreException>(() => One.PostsAsync(1, CancellationToken.None))).Message.ShouldContain("a table is missing or changed");
    }

    [Fact]
    public async Task Broken_connections_cost_each_at_most_one_call()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => One.MemberAsync(n, CancellationToken.None)));
        await Database.RunAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Database.Name}' AND pid <> pg_backend_pid()");

        var failures = 0;
        for (var calls = 0; calls < 12; calls++)
        {
            try
            {
                await WriteAsync(One, new TurnWrite { DeadLetters = [new DeadLetter(Noon, 1, null, "x", null, "x")] });
            }
            catch (StoreException broken)
            {
                broken.IsTransient.ShouldBeTrue();
                failures++;
            }
        }

        failures.ShouldBeLessThan(9);
        (await One.DeadLettersAsync(99, CancellationToken.None)).Count.ShouldBe(12 - failures);
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_counts_once_and_its_messages_are_in_the_outbox()
    {
        await using var proxy = new SilentProxy(Database.Cluster.Port);
        var over = Database.Cluster.Over(Database.Name).Replace($"Port={Database.Cluster.Port}", $"Port={proxy.Port}", StringComparison.Ordinal);
        await using var store = await Store.OpenPostgresAsync(over, Seal.None, CancellationToken.None);
        var request = new TurnRequest([5], [70], Noon);

        var lost = await Should.ThrowAsync<StoreException>(() => store.TurnAsync(
            request,
            _ =>
            {
                proxy.Silent = true;
                return (new TurnWrite { Members = [Member(5)], Handled = [70], Outbox = [Out(5, 1)] }, 0);
            },
            CancellationToken.None));
        lost.IsTransient.ShouldBeTrue();
        lost.Message.ShouldNotContain("nothing was changed");
        proxy.Silent = false;

        var again = await store.TurnAsync(request, load => (new TurnWrite(), (load.Fresh.Count, load.Members[5].Version)), CancellationToken.None);
        again.Result.ShouldBe((0, 1));
        (await store.PendingAsync(0, 9, CancellationToken.None)).Single().Body[0].ShouldBe((byte)1);
    }

    [Fact]
    public async Task A_member_that_changed_under_its_lock_is_not_written()
    {
        await WriteAsync(One, new TurnWrite { Members = [Member(1), Member(2)] });

        await Should.ThrowAsync<InvalidOperationException>(() => One.TurnAsync(
            new TurnRequest([1, 2], [70], Noon),
            _ =>
            {
                using var connection = new NpgsqlConnection(Database.Connection + ";Pooling=false");
                connection.Open();
                using var change = new NpgsqlCommand("UPDATE members SET version = 7 WHERE chat_id = 2", connection);
                change.ExecuteNonQuery();
                return (new TurnWrite { Members = [Member(1, 2), Member(2, 2)], Handled = [70], Outbox = [Out(1)] }, 0);
            },
            CancellationToken.None));

        (await One.MemberAsync(1, CancellationToken.None))!.Version.ShouldBe(1);
        (await One.PendingAsync(0, 9, CancellationToken.None)).ShouldBeEmpty();
    }

    /// <summary>Opened before anything is checked for writing: the database says no by itself.</summary>
    private Task<Store> LookingAsync() => Store.OpenPostgresToReadAsync(Database.Connection, Seal.None, CancellationToken.None);
}

/// <summary>A server that goes away and comes back.</summary>
public sealed class PostgresOutageTests
{
    private static readonly NodaTime.Instant Noon = NodaTime.Instant.FromUtc(2026, 11, 22, 12, 0);

    [Fact]
    public async Task A_store_outlives_its_server_and_loses_no_commit_to_a_kill()
    {
        Servers.Need();
        await using var cluster = await PostgresCluster.StartAsync(durable: true);
        await using var database = await cluster.MakeAsync();
        await using var store = await Store.OpenPostgresAsync(database.Connection, Seal.None, CancellationToken.None);
        await using var news = store.Feed.HearAsync(CancellationToken.None).GetAsyncEnumerator();
        await news.MoveNextAsync();
        var term = (await store.Lease.TakeAsync("a", CancellationToken.None)).ShouldNotBeNull();
        var committed = 0;

        for (var outage = 0; outage < 2; outage++)
        {
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => NextAsync()));
            committed += 5;
            await (outage == 0 ? cluster.KillAsync() : cluster.StopAsync());

            for (var calls = 0; calls < 8; calls++)
            {
                var away = await Should.ThrowAsync<StoreException>(NextAsync);
                away.IsTransient.ShouldBeTrue();
                away.Message.ShouldContain(database.Name);
            }

            await Should.ThrowAsync<StoreException>(() => store.Lease.RenewAsync(term, CancellationToken.None));
            await cluster.StartAgainAsync();

            (await store.MemberAsync(5, CancellationToken.None))!.Version.ShouldBe(committed);
        }

        await NextAsync();
        (await store.Lease.TakeAsync("a", CancellationToken.None)).ShouldNotBeNull();
        await Should.ThrowAsync<StoreException>(async () =>
        {
            while (await news.MoveNextAsync())
            {
            }
        });

        Task NextAsync() => store.TurnAsync(
            new TurnRequest([5], [], Noon),
            load => (new TurnWrite { Members = [new MemberRow(5, (load.Members.GetValueOrDefault(5)?.Version ?? 0) + 1, [1], null, "", "", "", null)] }, 0),
            CancellationToken.None);
    }
}
