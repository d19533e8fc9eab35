using Microsoft.Data.Sqlite;
using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Backups;
using Ontime.Storage.Sqlite;

namespace Ontime.Bot.Tests.Storage;

/// <summary>What may be put in the place of a store file, and what becomes of what was there.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly Seal Key = new([SealTests.Key(1)]);

    private readonly StoreFile file = new();
    private readonly StoreFile other = new();

    private string Backup => Path.Combine(file.Directory, "backup.db");

    private string Lists => Path.Combine(file.Directory, "lists");

    public async ValueTask InitializeAsync()
    {
        await using var store = await file.OpenAsync();
        await store.ClaimAsync(42, CancellationToken.None);
        for (var chat = 1; chat <= 50; chat++)
        {
            await JoinAsync(store, chat, Noon);
        }

        await store.BackupAsync(Backup, replace: false, CancellationToken.None);
    }

    public ValueTask DisposeAsync()
    {
        file.Dispose();
        other.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void A_backup_is_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights of files are those of Unix.");
#pragma warning disable CA1416
        File.GetUnixFileMode(Backup).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
#pragma warning restore CA1416
    }

    [Fact]
    public async Task A_restore_that_is_refused_leaves_no_empty_store_behind()
    {
        var order = new RestoreOrder(Path.Combine(file.Directory, "no such backup.db"), Seal.None, Lists, 42);

        await Should.ThrowAsync<StoreException>(() => Store.RestoreAsync(other.Path, order, CancellationToken.None));

        File.Exists(other.Path).ShouldBeFalse();
        await Should.ThrowAsync<StoreException>(() => Store.RestoreAsync(file.Path, order, CancellationToken.None));
        File.Exists(file.Path).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_there_is_kept_beside_it_with_its_log()
    {
        await using (var store = await file.OpenAsync())
        {
            await JoinAsync(store, 99, Noon);
        }

        File.Copy(Backup, $"{file.Path}-wal"); // stands for the log that a kill left: it must not be played into the new file

        (await RestoreAsync()).ShouldBe(new Restored(50, 0, $"{file.Path}.before-restore"));
        (await RestoreAsync()).Before.ShouldBe($"{file.Path}.before-restore-2");

        File.ReadAllBytes($"{file.Path}.before-restore-wal").ShouldBe(File.ReadAllBytes(Backup));
        await using (var now = await file.OpenAsync())
        {
            (await now.MemberAsync(99, CancellationToken.None)).ShouldBeNull();
        }

        File.Delete($"{file.Path}.before-restore-wal");
        await using var before = await Store.OpenToReadAsync($"{file.Path}.before-restore", Seal.None, CancellationToken.None);
        (await before.MemberAsync(99, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task It_is_refused_while_a_bot_has_the_store()
    {
        await using var running = await file.OpenAsync();

        (await RefusedAsync()).ShouldContain("is in use by another process");

        (await running.MemberAsync(1, CancellationToken.None)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("missing", "There is no file")]
    [InlineData("empty", "is no backup")]
    [InlineData("text", "is no backup of this bot")]
    [InlineData("foreign", "is the database of another program")]
    [InlineData("newer", "was written by a newer version")]
    [InlineData("bot", "belongs to bot 43, and this is bot 42")]
    public async Task What_is_no_backup_of_this_bot_is_refused(string kind, string says)
    {
        switch (kind)
        {
            case "missing":
                File.Delete(Backup);
                break;
            case "empty":
                await File.WriteAllBytesAsync(Backup, []);
                break;
            case "text":
                await File.WriteAllTextAsync(Backup, new string('x', 9000));
                break;
            case "foreign":
                File.Delete(Backup);
                Run(Backup, "CREATE TABLE songs (id)");
                break;
            case "newer":
                Run(Backup, "PRAGMA user_version = 99");
                break;
            default:
                Run(Backup, "UPDATE meta SET value = '43' WHERE name = 'bot_id'; DELETE FROM meta WHERE name = 'backup_digest'");
                break;
        }

        (await RefusedAsync()).ShouldContain(says);
    }

    [Fact]
    public async Task A_backup_of_another_bot_than_the_token_says_is_refused() =>
        (await Should.ThrowAsync<StoreException>(() => Store.RestoreAsync(other.Path, new RestoreOrder(Backup, Seal.None, null, 43), CancellationToken.None)))
            .Message.ShouldContain("belongs to bot 42, and this is bot 43");

    [Fact]
    public async Task A_backup_cut_short_anywhere_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(Backup);
        foreach (var length in (int[])[1, 50, 100, 4095, 4096, 8192, whole.Length / 2, whole.Length - 4096, whole.Length - 1])
        {
            await File.WriteAllBytesAsync(Backup, whole[..length]);
            await RefusedAsync();
        }
    }

    [Fact]
    public async Task One_flipped_byte_is_refused_or_changes_nothing()
    {
        var whole = await File.ReadAllBytesAsync(Backup);
        var dice = new Dice(7);
        for (var n = 0; n < 60; n++)
        {
            var inWords = n % 2 == 0;
            var at = inWords ? whole.AsSpan().IndexOf(Document(1 + (n / 2))) + dice.Next(30) : dice.Next(whole.Length);
            whole[at] ^= 0x10;
            await File.WriteAllBytesAsync(Backup, whole);
            whole[at] ^= 0x10;
            using var target = new StoreFile();
            try
            {
                await Store.RestoreAsync(target.Path, new RestoreOrder(Backup, Seal.None, null, 42), CancellationToken.None);
            }
            catch (StoreException fault)
            {
                fault.Message.ShouldContain(Backup);
                continue;
            }

            inWords.ShouldBeFalse($"byte {at} of {whole.Length}");

            await using var store = await target.OpenAsync();
            for (var chat = 1; chat <= 50; chat++)
            {
                (await store.MemberAsync(chat, CancellationToken.None))!.Document.ShouldBe(Document(chat), $"byte {at}");
                (await store.EventsAsync(chat, CancellationToken.None))[0].Data.ShouldBe(Document(chat), $"byte {at}");
            }
        }
    }

    [Fact]
    public async Task A_copy_of_the_file_that_somebody_made_is_taken_too()
    {
        File.Copy(file.Path, Path.Combine(file.Directory, "copy.db"));

        (await Store.RestoreAsync(other.Path, new RestoreOrder(Path.Combine(file.Directory, "copy.db"), Seal.None, null, 42), CancellationToken.None)).People.ShouldBe(50);
        (await Store.RestoreAsync(other.Path, new RestoreOrder(other.Path, Seal.None, null, 42), CancellationToken.None)).People.ShouldBe(50, "the store itself");
    }

    [Theory]
    [InlineData("store")]
    [InlineData("list")]
    [InlineData("damaged")]
    [InlineData("beside the backup")]
    public async Task An_older_backup_brings_nobody_back(string known)
    {
        await using (var store = await file.OpenAsync())
        {
            await ForgetAsync(store, 7, Noon + Duration.FromDays(1));
            await ForgetAsync(store, 8, Noon + Duration.FromDays(1));
            await JoinAsync(store, 8, Noon + Duration.FromDays(2));
            if (known != "store")
            {
                new ForgottenList(known == "beside the backup" ? Path.GetDirectoryName(Backup)! : Lists).Add(store.ForgottenBy, await store.ForgottenAsync(unlisted: true, CancellationToken.None));
            }
        }

        if (known == "damaged")
        {
            await File.WriteAllBytesAsync(file.Path, new byte[10_000]);
        }

        var target = known is "store" or "damaged" ? file.Path : other.Path;
        var restored = await Store.RestoreAsync(target, new RestoreOrder(Backup, Seal.None, Lists, 42), CancellationToken.None);

        restored.Forgotten.ShouldBe(2);
        restored.People.ShouldBe(48);
        await using (var now = await Store.OpenAsync(target, CancellationToken.None))
        {
            foreach (var chat in (long[])[7, 8])
            {
                (await now.MemberAsync(chat, CancellationToken.None)).ShouldBeNull();
                (await now.EventsAsync(chat, CancellationToken.None)).ShouldBeEmpty();
                (await now.PendingAsync(0, 99, CancellationToken.None)).ShouldNotContain(row => row.ChatId == chat);
            }

            (await now.MemberAsync(9, CancellationToken.None)).ShouldNotBeNull();
            (await now.ForgottenAsync(unlisted: false, CancellationToken.None)).Count.ShouldBe(2, "the next backup knows it too");
        }
    }

    [Fact]
    public async Task Who_came_back_before_the_backup_was_taken_stays()
    {
        await using (var store = await file.OpenAsync())
        {
            await ForgetAsync(store, 7, Noon + Duration.FromDays(1));
            await JoinAsync(store, 7, Noon + Duration.FromDays(2));
            await store.BackupAsync(Backup, replace: true, CancellationToken.None);
        }

        (await RestoreAsync()).ShouldBe(new Restored(50, 0, $"{file.Path}.before-restore"));
    }

    [Fact]
    public async Task Of_somebody_left_out_no_byte_is_in_the_restored_file()
    {
        var secret = Document(7);
        (await File.ReadAllBytesAsync(Backup)).AsSpan().IndexOf(secret).ShouldBeGreaterThan(0);
        await using (var store = await file.OpenAsync())
        {
            await ForgetAsync(store, 7, Noon + Duration.FromDays(1));
        }

        await RestoreAsync();

        (await File.ReadAllBytesAsync(file.Path)).AsSpan().IndexOf(secret).ShouldBe(-1);
    }

    [Fact]
    public async Task An_encrypted_store_gives_an_encrypted_backup_that_needs_its_key()
    {
        await using (var store = await Store.OpenAsync(other.Path, Key, CancellationToken.None))
        {
            await JoinAsync(store, 7, Noon);
            await store.BackupAsync(Backup, replace: true, CancellationToken.None);
            await ForgetAsync(store, 7, Noon + Duration.FromDays(1));
        }

        (await File.ReadAllBytesAsync(Backup)).AsSpan().IndexOf(Document(7)).ShouldBe(-1);
        using var target = new StoreFile();
        (await Should.ThrowAsync<StoreException>(() => Store.RestoreAsync(target.Path, new RestoreOrder(Backup, Seal.None, null, null), CancellationToken.None)))
            .Message.ShouldContain("which is not in Storage:Key");

        (await Store.RestoreAsync(target.Path, new RestoreOrder(Backup, Key, null, null), CancellationToken.None)).People.ShouldBe(1);
        await using (var store = await Store.OpenAsync(target.Path, Key, CancellationToken.None))
        {
            (await store.MemberAsync(7, CancellationToken.None))!.Document.ShouldBe(Document(7));
        }

        (await Store.RestoreAsync(other.Path, new RestoreOrder(Backup, Key, null, null), CancellationToken.None)).Forgotten.ShouldBe(1);
    }

    [Fact]
    public async Task A_broadcast_that_ran_when_the_backup_was_taken_waits_for_an_admin()
    {
        Run(Backup, """
            DELETE FROM meta WHERE name = 'backup_digest';
            INSERT INTO broadcasts (id, order_id, chat_id, language, state, at, cursor, total, for_status, traits_with, traits_lacking, traits_without, content)
            VALUES (1, 1, 1, 'en', 1, 0, 7, 50, 'active', 0, 0, 0, x'00')
            """);

        await RestoreAsync();

        await using var store = await file.OpenAsync();
        (await store.Broadcasts.RunningAsync(CancellationToken.None)).ShouldBeNull();
        (await store.Broadcasts.FindAsync(1, CancellationToken.None))!.State.ShouldBe(BroadcastState.Paused);
    }

    [Fact]
    public async Task Every_table_with_rows_of_a_person_is_known_to_forgetting()
    {
        await using var store = (SqliteStore)await file.OpenAsync();
        var tables = await store.Writer.RunAsync(
            session => session.Rows(
                "SELECT t.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table' AND c.name = 'chat_id'", row => row.GetString(0)),
            CancellationToken.None);

        // A broadcast is an admin's work and not about them.
        tables.Except(SqliteTurn.OfAPerson).ShouldBe(["broadcasts"]);
    }

    [Fact]
    public void A_line_of_the_list_that_was_cut_off_swallows_no_other()
    {
        var list = new ForgottenList(Lists);
        ForgottenRow Row(byte n) => new([.. Enumerable.Repeat(n, 16)], Noon + Duration.FromDays(n));
        list.Add("ab", [Row(1)]);
        var path = Directory.GetFiles(Lists).ShouldHaveSingleItem();
        File.AppendAllText(path, "0202020202");

        list.Add("ab", [Row(1), Row(2)]);
        list.Add("ab", [Row(1), Row(2)]);

        list.All()["ab"].Values.ShouldBe([Noon + Duration.FromDays(1), Noon + Duration.FromDays(2)]);
        File.ReadAllLines(path).Count(line => line.StartsWith("0202", StringComparison.Ordinal)).ShouldBe(2, "the torn one and the whole one");
    }

    private static byte[] Document(long chat) => System.Text.Encoding.UTF8.GetBytes($"{{\"name\":\"somebody of number {chat}!\"}}");

    private static Task<Turned<int>> JoinAsync(Store store, long chat, Instant at) => store.TurnAsync(
        new TurnRequest([chat], [], at),
        _ => (new TurnWrite
        {
            Members = [new MemberRow(chat, 1, Document(chat), null, "active", "en", "R4", null)],
            Events = [new EventRow(chat, 1, 0, at, "joined", Document(chat))],
            Outbox = [new OutboxRow(0, chat, 0, [1], at, null, null, 0, null)],
        }, 0),
        CancellationToken.None);

    private static Task<Turned<int>> ForgetAsync(Store store, long chat, Instant at) =>
        store.TurnAsync(new TurnRequest([chat], [], at), _ => (new TurnWrite { Forgotten = [chat] }, 0), CancellationToken.None);

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private Task<Restored> RestoreAsync() => Store.RestoreAsync(file.Path, new RestoreOrder(Backup, Seal.None, Lists, 42), CancellationToken.None);

    /// <summary>One line, and the store as it was.</summary>
    private async Task<string> RefusedAsync()
    {
        var refused = await Should.ThrowAsync<StoreException>(RestoreAsync);
        refused.Message.Split('\n').Length.ShouldBe(1);
        Directory.GetFiles(Path.GetDirectoryName(file.Path)!).ShouldNotContain(one => one.Contains("restor"));
        await using var store = await Store.OpenToReadAsync(file.Path, Seal.None, CancellationToken.None);
        (await store.MemberAsync(50, CancellationToken.None)).ShouldNotBeNull();
        return refused.Message;
    }

    /// <summary>Places that are the same each time.</summary>
    private sealed class Dice(uint seed)
    {
        private uint state = seed;

        public int Next(int below) => (int)((state = (state * 1_664_525) + 1_013_904_223) % (uint)below);
    }
}
