using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Backups;
using Ontime.Storage.Sqlite;

namespace Ontime.Bot.Tests.Storage;

/// <summary>A store that an earlier version of the program made is brought forward, whole or not at all.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private const string Document = """{"v":1,"m":{"chatId":5,"language":"ZhHans","zone":"Asia/Shanghai","hourAsked":true,"bills":[{"kind":"huabei"}]}}""";
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private readonly StoreFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void The_first_schema_is_frozen() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(SqliteSchema.Scripts[0]))).ShouldStartWith("9dcec8910d7aeeeb");

    [Fact]
    public async Task A_store_of_the_first_schema_keeps_every_row()
    {
        MakeFirst();

        await using var store = (SqliteStore)await file.OpenAsync();

        var member = (await store.MemberAsync(5, CancellationToken.None)).ShouldNotBeNull();
        Encoding.UTF8.GetString(member.Document).ShouldBe(Document);
        (member.Version, member.DueAt, member.Status, member.Language, member.Step, member.SeenDay)
            .ShouldBe((3, Noon, "active", "zh-Hans", "R4", new LocalDate(2026, 11, 22)));
        member.Traits.ShouldBe(3);
        (await store.EventsAsync(5, CancellationToken.None)).ShouldHaveSingleItem().Kind.ShouldBe("answered");
        var waiting = (await store.PendingAsync(0, 9, CancellationToken.None)).ShouldHaveSingleItem();
        (waiting.Id, waiting.About, waiting.State).ShouldBe((9, "b1", "0:1:0"));
        (await store.PostsAsync(5, CancellationToken.None)).ShouldBe([new PostRow(5, "q", 77)]);
        (await store.DeadLettersAsync(9, CancellationToken.None)).ShouldHaveSingleItem().Kind.ShouldBe("Said");
        (await store.CurrentEditionAsync(CancellationToken.None)).ShouldBe(1);
        (await store.MetaAsync("commands", CancellationToken.None)).ShouldBe("abc");
        await store.ClaimAsync(42, CancellationToken.None);
        var fresh = await store.TurnAsync(new TurnRequest([5], [70, 71], Noon), load => (
            new TurnWrite { Members = [member with { Version = 4 }], Forgotten = [] }, load.Fresh.Single()), CancellationToken.None);
        fresh.Result.ShouldBe(71);
        (await store.Writer.RunAsync(session => session.Scalar("PRAGMA integrity_check"), CancellationToken.None)).ShouldBe("ok");
        (await store.Writer.RunAsync(session => session.Scalar("PRAGMA user_version"), CancellationToken.None)).ShouldBe((long)SqliteSchema.Scripts.Count);
    }

    [Fact]
    public async Task A_store_brought_forward_is_laid_out_like_a_new_one()
    {
        MakeFirst();
        await using var old = (SqliteStore)await file.OpenAsync();
        using var fresh = SqliteFile.Open(SqliteStore.InMemoryPath, SqliteOpenMode.ReadWriteCreate);
        SqliteSchema.Migrate(fresh, "new", SqliteSchema.Scripts);

        (await old.Writer.RunAsync(Layout, CancellationToken.None)).ShouldBe(Layout(fresh));

        static List<string> Layout(SqliteSession session) => session.Rows(
            "SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name", row => row.GetString(0));
    }

    [Fact]
    public async Task A_kill_in_the_middle_of_it_leaves_the_old_store_and_the_next_start_brings_it_forward()
    {
        MakeFirst();
        using var killed = new StoreFile();
        Directory.CreateDirectory(Path.GetDirectoryName(killed.Path)!);
        using (var session = SqliteFile.Open(file.Path, SqliteOpenMode.ReadWrite))
        {
            // A cache of nothing: the pages of the unfinished transaction go to the disk at once.
            session.Script("PRAGMA journal_mode = WAL; PRAGMA cache_size = 1; PRAGMA cache_spill = 1;");
            Should.Throw<IOException>(() => session.Transaction<int>(() =>
            {
                foreach (var script in SqliteSchema.Scripts.Skip(1))
                {
                    session.Script(script);
                }

                session.Script("""
                    CREATE TABLE heavy (x);
                    INSERT INTO heavy WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50) SELECT randomblob(4000) FROM n;
                    PRAGMA user_version = 2;
                    """);
                File.Copy(file.Path, killed.Path); // what a kill would leave now
                File.Copy($"{file.Path}-wal", $"{killed.Path}-wal");
                throw new IOException("killed");
            }));
        }

        new FileInfo($"{killed.Path}-wal").Length.ShouldBeGreaterThan(100_000, "the unfinished transaction is in it");
        await using var store = (SqliteStore)await killed.OpenAsync();
        (await store.Writer.RunAsync(session => session.Scalar("SELECT count(*) FROM sqlite_schema WHERE name = 'heavy'"), CancellationToken.None)).ShouldBe(0L);
        (await store.MemberAsync(5, CancellationToken.None))!.Version.ShouldBe(3);
        (await store.ForgottenAsync(unlisted: false, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_an_old_store_is_made_and_is_brought_forward_when_it_is_restored()
    {
        MakeFirst();
        var backup = Path.Combine(file.Directory, "backup.db");
        await Store.BackupAsync(file.Path, backup, CancellationToken.None);
        using var target = new StoreFile();

        (await Store.RestoreAsync(target.Path, new RestoreOrder(backup, Seal.None, file.Directory, 42), CancellationToken.None)).People.ShouldBe(1);

        await using var store = await target.OpenAsync();
        (await store.MemberAsync(5, CancellationToken.None))!.Version.ShouldBe(3);
    }

    [Fact]
    public async Task An_old_backup_that_knows_no_list_takes_the_key_of_the_store_it_replaces_and_is_refused_without()
    {
        MakeFirst();
        var old = Path.Combine(file.Directory, "old.db");
        var lists = Path.Combine(file.Directory, "lists");
        File.Copy(file.Path, old);
        await using (var store = await file.OpenAsync())
        {
            await store.TurnAsync(new TurnRequest([5], [], Noon), _ => (new TurnWrite { Forgotten = [5] }, 0), CancellationToken.None);
            new ForgottenList(lists).Add(store.ForgottenBy, await store.ForgottenAsync(unlisted: true, CancellationToken.None));
        }

        using var target = new StoreFile();
        (await Should.ThrowAsync<StoreException>(() => Store.RestoreAsync(target.Path, new RestoreOrder(old, Seal.None, lists, 42), CancellationToken.None)))
            .Message.ShouldContain("is from before there was a list of the forgotten");
        (await Store.RestoreAsync(file.Path, new RestoreOrder(old, Seal.None, lists, 42), CancellationToken.None)).ShouldBe(
            new Restored(0, 1, $"{file.Path}.before-restore"));
    }

    /// <summary>The file as the first version of the program left it, with a row in every table.</summary>
    private void MakeFirst()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file.Path)!);
        using var session = SqliteFile.Open(file.Path, SqliteOpenMode.ReadWriteCreate);
        SqliteSchema.Migrate(session, file.Path, [SqliteSchema.Scripts[0]]);
        session.Script("PRAGMA journal_mode = WAL");
        var (noon, before) = (Noon.ToUnixTimeMilliseconds(), (Noon - Duration.FromHours(1)).ToUnixTimeMilliseconds());
        session.Script($"""
            INSERT INTO members VALUES (5, 3, {noon}, 'active', 'zh-Hans', 'R4', 20261122, CAST('{Document}' AS BLOB));
            INSERT INTO events VALUES (5, 1, 0, {before}, 'answered', CAST('{"{}"}' AS BLOB));
            INSERT INTO outbox VALUES (9, 5, 0, {noon}, NULL, 'b1', 1, '0:1:0', CAST('["zh-Hans"]' AS BLOB));
            INSERT INTO posts VALUES (5, 'q', 77);
            INSERT INTO handled_updates VALUES (70, {noon});
            INSERT INTO dead_letters VALUES (1, {noon}, 5, 69, 'Said', 'R4', 'at home');
            INSERT INTO editions VALUES (1, x'00', {noon}, x'0102');
            INSERT INTO edition_in_force VALUES (1, 1);
            INSERT INTO meta VALUES ('bot_id', '42'), ('commands', 'abc');
            """);
    }
}
