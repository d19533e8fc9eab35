using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Backups;
using Ontime.Storage.Postgres;

namespace Ontime.Bot.Tests.Storage;

/// <summary>A backup goes into a database as into a file, whichever engine it was taken from.</summary>
public sealed class PostgresRestoreTests : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private readonly StoreFile file = new();
    private PostgresDatabase database = null!;

    private string Backup => Path.Combine(file.Directory, "backup.db");

    public async ValueTask InitializeAsync() => database = await Servers.DatabaseAsync();

    public async ValueTask DisposeAsync()
    {
        file.Dispose();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_backup_of_either_engine_fills_an_empty_database(string from)
    {
        await using (var source = from == "SQLite" ? await file.OpenAsync() : await OtherAsync())
        {
            await FillAsync(source);
            await source.BackupAsync(Backup, replace: false, CancellationToken.None);
        }

        (await RestoreAsync()).ShouldBe(new Restored(2, 0, null));

        await using var store = await OpenAsync();
        (await store.MemberAsync(5, CancellationToken.None))!.Document.ShouldBe([1, 2, 3]);
        var row = (await store.MemberAsync(5, CancellationToken.None))!;
        (row.DueAt, row.Step, row.SeenDay).ShouldBe((Noon, "R4 “花呗”", new LocalDate(2026, 11, 22)));
        (await store.EventsAsync(5, CancellationToken.None)).Select(one => one.Data[0]).ShouldBe([(byte)4, (byte)5]);
        (await store.PendingAsync(0, 9, CancellationToken.None)).ShouldHaveSingleItem().About.ShouldBe("bill");
        (await store.CurrentEditionAsync(CancellationToken.None)).ShouldNotBeNull();
        (await store.DeadLettersAsync(9, CancellationToken.None)).ShouldHaveSingleItem();
        await Should.ThrowAsync<StoreException>(() => store.ClaimAsync(43, CancellationToken.None));

        // Ids go on where they were, also after rows that are gone.
        var next = await store.TurnAsync(
            new TurnRequest([5], [71], Noon),
            load => (new TurnWrite { Outbox = [Out(5)], DeadLetters = [new DeadLetter(Noon, 5, 71, "Said", null, "x")], Handled = [71] }, load.Fresh.Count), CancellationToken.None);
        next.Outbox[0].Id.ShouldBe(4);
        (await store.AddEditionAsync([9], Noon, CancellationToken.None)).Added.ShouldBeTrue();
        (await store.DeadLettersAsync(9, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_in_the_database_is_backed_up_before_and_who_was_forgotten_stays_so()
    {
        await using (var store = await OpenAsync())
        {
            await FillAsync(store);
            await store.BackupAsync(Backup, replace: false, CancellationToken.None);
            await store.TurnAsync(
                new TurnRequest([6, 7], [], Noon + Duration.FromDays(1)), _ => (new TurnWrite { Forgotten = [6], Members = [Member(7)] }, 0), CancellationToken.None);
        }

        var restored = await RestoreAsync();

        restored.ShouldBe(new Restored(1, 1, Path.Combine(file.Directory, "lists", "before-restore.db")));
        await using (var store = await OpenAsync())
        {
            (await store.MemberAsync(5, CancellationToken.None)).ShouldNotBeNull();
            (await store.MemberAsync(6, CancellationToken.None)).ShouldBeNull();
            (await store.MemberAsync(7, CancellationToken.None)).ShouldBeNull();
            (await store.ForgottenAsync(unlisted: false, CancellationToken.None)).Count.ShouldBe(1);
        }

        (await Store.RestoreAsync(file.Path, new RestoreOrder(restored.Before!, Seal.None, null, 42), CancellationToken.None)).People.ShouldBe(2, "5 and 7, as it was before");
        Directory.GetFiles(Path.Combine(file.Directory, "lists")).ShouldBe([restored.Before!], "nothing is left on the way");
    }

    [Fact]
    public async Task It_is_refused_while_a_bot_leads_and_for_another_bot_and_changes_nothing()
    {
        await using var store = await OpenAsync();
        await FillAsync(store);
        await store.BackupAsync(Backup, replace: false, CancellationToken.None);
        var term = (await store.Lease.TakeAsync("bot", CancellationToken.None))!;

        (await Should.ThrowAsync<StoreException>(RestoreAsync)).Message.ShouldContain("A bot runs on the PostgreSQL database");

        await store.Lease.ReleaseAsync(term, CancellationToken.None);
        (await Should.ThrowAsync<StoreException>(RestoreAsync)).Message.ShouldContain("A bot runs on the PostgreSQL database", customMessage: "its connections are there");
        await store.DisposeAsync();
        await database.RunAsync(NobodyIsThere);
        (await Should.ThrowAsync<StoreException>(() => Store.RestorePostgresAsync(
            database.Connection, new RestoreOrder(Backup, Seal.None, null, 43), file.Directory, CancellationToken.None))).Message.ShouldContain("belongs to bot 42");
        await File.WriteAllBytesAsync(Backup, (await File.ReadAllBytesAsync(Backup))[..8192]);
        (await Should.ThrowAsync<StoreException>(RestoreAsync)).Message.ShouldContain("is damaged");
        await using var untouched = await OpenAsync();
        (await untouched.MemberAsync(5, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Every_table_of_the_file_is_in_the_database_with_the_same_columns()
    {
        await using var store = (PostgresStore)await OpenAsync();
        using var fresh = Ontime.Storage.Sqlite.SqliteFile.Open(Ontime.Storage.Sqlite.SqliteStore.InMemoryPath, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
        Ontime.Storage.Sqlite.SqliteSchema.Migrate(fresh, "new", Ontime.Storage.Sqlite.SqliteSchema.Scripts);
        var there = await store.Server.AskAsync(
            statements => statements.Ask(
                "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT IN ('lease', 'schema_version')",
                row => row.GetString(0)),
            CancellationToken.None);

        there.Order(StringComparer.Ordinal).ShouldBe(fresh.Rows(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
            row => row.GetString(0)).Order(StringComparer.Ordinal));
    }

    private static MemberRow Member(long chat) => new(chat, 1, [1, 2, 3], Noon, "active", "zh-Hans", "R4 “花呗”", new LocalDate(2026, 11, 22));

    private static OutboxRow Out(long chat) => new(0, chat, 1, [6], Noon, null, "bill", 0, null);

    private static async Task FillAsync(Store store)
    {
        await store.ClaimAsync(42, CancellationToken.None);
        var (edition, _) = await store.AddEditionAsync([1, 2], Noon, CancellationToken.None);
        await store.MoveEditionAsync(edition, CancellationToken.None);
        var turned = await store.TurnAsync(
            new TurnRequest([5, 6], [70], Noon),
            _ => (new TurnWrite
            {
                Members = [Member(5), Member(6)],
                Events = [new EventRow(5, 1, 0, Noon, "a", [4]), new EventRow(5, 1, 1, Noon, "a", [5])],
                Outbox = [Out(5), Out(5), Out(5)],
                DeadLetters = [new DeadLetter(Noon, 5, 70, "Said", null, "x")],
                Handled = [70],
            }, 0),
            CancellationToken.None);
        await store.RecordAsync(Deliveries.None with { Settled = [turned.Outbox[1].Id, turned.Outbox[2].Id], Posts = [new PostRow(5, "q", 7)] }, CancellationToken.None);
    }

    private static async Task<Store> OtherAsync() => await Store.OpenPostgresAsync((await Servers.DatabaseAsync()).Connection, Seal.None, CancellationToken.None);

    /// <summary>A closed connection is gone a moment later on the server's side.</summary>
    private const string NobodyIsThere =
        """
        DO $$ BEGIN
            WHILE EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ontime') LOOP
                PERFORM pg_sleep(0.01);
                PERFORM pg_stat_clear_snapshot();
            END LOOP;
        END $$
        """;

    private Task<Store> OpenAsync() => Store.OpenPostgresAsync(database.Connection, Seal.None, CancellationToken.None);

    private Task<Restored> RestoreAsync() => Store.RestorePostgresAsync(
        database.Connection, new RestoreOrder(Backup, Seal.None, null, 42), Path.Combine(file.Directory, "lists"), CancellationToken.None);
}
