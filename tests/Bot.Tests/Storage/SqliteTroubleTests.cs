using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using Ontime.Storage;
using Ontime.Storage.Sqlite;

namespace Ontime.Bot.Tests.Storage;

/// <summary>What the file does under a running store.</summary>
public sealed class SqliteTroubleTests : IAsyncLifetime
{
    private const string Secret = "花呗欠款八千三百";
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);

    private readonly StoreFile file = new();
    private SqliteStore store = null!;

    public async ValueTask InitializeAsync() => store = (SqliteStore)await file.OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        file.Dispose();
    }

    [Fact]
    public async Task A_full_disk_undoes_the_turn_and_the_store_goes_on_when_there_is_room()
    {
        await WriteAsync(1);
        var pages = (long)(await store.Writer.RunAsync(s => s.Scalar("PRAGMA page_count"), CancellationToken.None))!;
        await PragmaAsync($"max_page_count = {pages + 2}");

        var full = await Should.ThrowAsync<StoreException>(() => WriteAsync(2, new byte[100_000]));
        full.IsTransient.ShouldBeTrue();
        full.Message.ShouldContain($"The disk that holds the store {file.Path} is full; nothing was changed");
        (await store.MemberAsync(2, CancellationToken.None)).ShouldBeNull();

        await WriteAsync(3);
        await PragmaAsync("max_page_count = 1000000");
        await WriteAsync(2, new byte[100_000]);
        (await store.MemberAsync(2, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_file_that_is_deleted_under_it_is_told_and_a_backup_still_holds_everything()
    {
        await WriteAsync(1);
        await store.PruneAsync(Noon, CancellationToken.None);
        (await store.HealthAsync(CancellationToken.None)).Trouble.ShouldBeNull();
        foreach (var gone in Directory.GetFiles(Path.GetDirectoryName(file.Path)!, "coach.db*"))
        {
            File.Delete(gone);
        }

        await WriteAsync(2);
        var told = await Should.ThrowAsync<StoreException>(() => store.PruneAsync(Noon, CancellationToken.None));
        told.Message.ShouldStartWith($"The file of the store {file.Path} is gone");
        (await store.HealthAsync(CancellationToken.None)).Trouble.ShouldBe(told.Message);

        var copy = Path.Combine(file.Directory, "copy.db");
        await store.BackupAsync(copy, replace: false, CancellationToken.None);
        await using var rescued = await Store.OpenAsync(copy, CancellationToken.None);
        (await rescued.MemberAsync(1, CancellationToken.None)).ShouldNotBeNull();
        (await rescued.MemberAsync(2, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_program_that_locks_the_file_undoes_the_turn_and_the_store_goes_on_when_it_lets_go()
    {
        using (var other = Connect())
        {
            Run(other, "BEGIN IMMEDIATE");
            await PragmaAsync("busy_timeout = 0");

            var locked = await Should.ThrowAsync<StoreException>(() => WriteAsync(1));
            locked.IsTransient.ShouldBeTrue();
            locked.Message.ShouldContain("is locked by another program");
            await Should.ThrowAsync<StoreException>(() => store.TurnAsync<int>(
                new TurnRequest([1], [], Noon), _ => throw new InvalidOperationException("decided without the lock"), CancellationToken.None));
            (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
        }

        await WriteAsync(1);
    }

    [Theory, InlineData("begun"), InlineData("decided"), InlineData("written")]
    public async Task A_fault_before_the_commit_undoes_the_turn(string point)
    {
        store.Crash = at => _ = at == point ? throw new IOException(point) : 0;

        (await Should.ThrowAsync<IOException>(() => WriteAsync(1))).Message.ShouldBe(point);

        store.Crash = null;
        (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
        await WriteAsync(1);
    }

    [Fact]
    public async Task A_fault_after_the_commit_leaves_the_turn_and_the_update_is_not_fresh_again()
    {
        store.Crash = at => _ = at == "committed" ? throw new IOException(at) : 0;

        await Should.ThrowAsync<IOException>(() => WriteAsync(1));

        store.Crash = null;
        var again = await store.TurnAsync(new TurnRequest([1], [1], Noon), load => (new TurnWrite(), load.Take(1)), CancellationToken.None);
        again.Result.ShouldBeFalse();
        (await store.MemberAsync(1, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task After_a_forget_no_byte_of_it_is_left_on_the_disk()
    {
        await FillAsync(5);
        FilesHold(Secret).ShouldBeTrue();

        await ForgetAsync(5);

        FilesHold(Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task Bytes_that_a_reader_held_are_gone_after_the_next_turn()
    {
        await FillAsync(5);
        using (var reader = Connect())
        {
            Run(reader, "BEGIN; SELECT * FROM members");
            await ForgetAsync(5);
            FilesHold(Secret).ShouldBeTrue();
        }

        await WriteAsync(6);

        FilesHold(Secret).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_process_owed_is_wiped_when_the_store_is_opened()
    {
        using var after = new StoreFile();
        await FillAsync(5);
        using (var reader = Connect())
        {
            Run(reader, "BEGIN; SELECT * FROM members");
            await ForgetAsync(5);
            Directory.CreateDirectory(Path.GetDirectoryName(after.Path)!);
            File.Copy(file.Path, after.Path); // what a kill would leave now
            File.Copy($"{file.Path}-wal", $"{after.Path}-wal");
        }

        FilesHold(Secret, after).ShouldBeTrue();
        await using var opened = await after.OpenAsync();

        FilesHold(Secret, after).ShouldBeFalse();
        (await opened.MemberAsync(5, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_tap_dirties_one_page_and_a_moment_that_moves_two()
    {
        await WriteAsync(1);

        (await PagesAsync(version: 2, due: Noon)).ShouldBe(1);
        (await PagesAsync(version: 3, due: Noon + Duration.FromHours(1))).ShouldBe(2);
    }

    private async Task<long> PagesAsync(long version, Instant due)
    {
        await store.Writer.RunAsync(s => s.Scalar("PRAGMA wal_checkpoint(TRUNCATE)"), CancellationToken.None);
        await store.TurnAsync(
            new TurnRequest([1], [], Noon), _ => (new TurnWrite { Members = [Member(1, version, [2], due)] }, 0), CancellationToken.None);
        return await store.Writer.RunAsync(s => s.Rows("PRAGMA wal_checkpoint", row => row.GetInt64(1)).Single(), CancellationToken.None);
    }

    private async Task FillAsync(long chat)
    {
        var bytes = Encoding.UTF8.GetBytes(Secret);
        byte[] large = [.. new byte[9000], .. bytes]; // overflow pages
        var member = Member(chat, 1, large, Noon) with { Step = Secret };
        await store.TurnAsync(
            new TurnRequest([chat], [], Noon),
            _ => (new TurnWrite
            {
                Members = [member],
                Events = [new EventRow(chat, 1, 0, Noon, Secret, bytes), new EventRow(chat, 1, 1, Noon, "large", large)],
                Outbox = [new OutboxRow(0, chat, 0, bytes, Noon, null, Secret, 0, Secret)],
                DeadLetters = [new DeadLetter(Noon, chat, null, "text", Secret, Secret)],
            }, 0),
            CancellationToken.None);
        await store.TurnAsync(
            new TurnRequest([chat], [], Noon),
            _ => (new TurnWrite
            {
                Members = [member with { Version = 2 }],
                Delivered = Deliveries.None with { Posts = [new PostRow(chat, Secret, 1)] },
            }, 0),
            CancellationToken.None);
    }

    private async Task ForgetAsync(long chat) => await store.TurnAsync(
        new TurnRequest([chat], [], Noon), _ => (new TurnWrite { Forgotten = [chat] }, 0), CancellationToken.None);

    private async Task WriteAsync(long chat, byte[]? document = null) => await store.TurnAsync(
        new TurnRequest([chat], [chat], Noon),
        _ => (new TurnWrite { Members = [Member(chat, 1, document ?? [1], Noon)], Handled = [chat] }, 0),
        CancellationToken.None);

    private static MemberRow Member(long chat, long version, byte[] document, Instant? due) =>
        new(chat, version, document, due, "active", "en", "R4", null);

    private async Task PragmaAsync(string pragma) => await store.Writer.RunAsync(s => s.Scalar($"PRAGMA {pragma}"), CancellationToken.None);

    private bool FilesHold(string text) => FilesHold(text, file);

    private static bool FilesHold(string text, StoreFile store)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        string[] files = [store.Path, $"{store.Path}-wal"];
        return files.Any(one => Read(one).AsSpan().IndexOf(bytes) >= 0);

        static byte[] Read(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var all = new byte[stream.Length];
            stream.ReadExactly(all);
            return all;
        }
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={file.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteScalar();
    }
}
