using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using NodaTime;
using Npgsql;
using Ontime.Bot.Tests.Storage;
using Ontime.Bot.Verbs;
using Ontime.Emulator;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot.Tests.Host;

/// <summary>What becomes of the data of a running bot: backups, forgetting, encryption, and the end after two years.</summary>
public sealed class DataTests : IDisposable
{
    private const string Words = "Zwetschgenbaum 八千三百";
    private readonly string _folder = Directory.CreateTempSubdirectory("ontime-data-").FullName;

    private string Backups => Path.Combine(_folder, "backups");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_backup_of_a_clock_that_was_ahead_takes_the_place_of_no_true_one()
    {
        await using var run = await HostRun.PrepareAsync();
        run.Backup = new Backup(Backups, 1);
        Directory.CreateDirectory(Backups);
        await File.WriteAllTextAsync(Path.Combine(Backups, "ontime-2031-01-01.db"), "of a wrong night");
        run.StartBot();
        await run.MemberAsync(1);

        await PassAsync(run, () => run.Log.All.Contains("ontime-2026-11-22.db"));

        Nights().ShouldContain("2026-11-22");
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task There_is_one_backup_a_night_a_missed_one_is_made_up_for_and_the_last_ones_stay()
    {
        await using var run = await HostRun.PrepareAsync();
        run.Backup = new Backup(Backups, 3);
        Directory.CreateDirectory(Backups);
        await File.WriteAllTextAsync(Path.Combine(Backups, "ontime-mine.db"), "kept by hand");
        run.StartBot();
        await run.MemberAsync(1);

        await PassAsync(run, () => Nights().SequenceEqual(["2026-11-22"])); // it is noon in Shanghai: the night before was missed
        run.Advance(Duration.FromHours(14));
        await run.MemberAsync(2, "Mei");
        Nights().ShouldBe(["2026-11-22"], "at three in the night it is not time yet");
        for (var night = 23; night <= 26; night++)
        {
            run.Advance(night == 23 ? Duration.Zero : Duration.FromHours(22));
            await PassAsync(run, () => Nights()[^1] == $"2026-11-{night}", Duration.FromMinutes(10));
        }

        Nights().ShouldBe(["2026-11-24", "2026-11-25", "2026-11-26"]);
        (await run.StopBotAsync()).ShouldBe(0);
        run.Advance(Duration.FromDays(3));
        run.StartBot();
        await run.CallsAsync("getMe", 2);
        await PassAsync(run, () => Nights()[^1] == "2026-11-29");
        var made = File.GetLastWriteTimeUtc(Path.Combine(Backups, "ontime-2026-11-29.db"));
        run.Advance(Duration.FromHours(3));
        await run.MemberAsync(3, "Sun");
        (await run.StopBotAsync()).ShouldBe(0);

        File.GetLastWriteTimeUtc(Path.Combine(Backups, "ontime-2026-11-29.db")).ShouldBe(made, "one a night");
        Directory.GetFiles(Backups).Select(Path.GetFileName).Order().ShouldBe(
            ["ontime-2026-11-25.db", "ontime-2026-11-26.db", "ontime-2026-11-29.db", "ontime-mine.db"]);
        await using var copy = await Store.OpenToReadAsync(Path.Combine(Backups, "ontime-2026-11-29.db"), Seal.None, CancellationToken.None);
        (await copy.MemberAsync(1, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_backup_that_fails_is_logged_and_shown_and_tried_again_within_the_hour()
    {
        await File.WriteAllTextAsync(Backups, "a file where the folder should be");
        await using var run = await HostRun.PrepareAsync();
        run.Backup = new Backup(Backups);
        run.StartBot();
        await run.PolledAsync();

        await PassAsync(run, () => run.Log.All.Contains("No backup:"));
        run.Bot!.Health!.Warnings.ShouldContain(line => line.StartsWith("backup: "));
        (await run.Bot.Health.TroublesAsync(CancellationToken.None)).ShouldBeEmpty("the conversation goes on");
        run.Log.Lines.Count(line => line.Level == LogLevel.Error && line.Text.Contains("No backup")).ShouldBe(1);

        File.Delete(Backups);
        run.Advance(Duration.FromMinutes(61));
        await Until.TrueAsync(() => Nights().Count == 1, TimeSpan.FromSeconds(15));
        await Until.TrueAsync(() => run.Bot.Health.Warnings.Count == 0);
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Who_was_forgotten_does_not_come_back_with_an_older_backup(string engine)
    {
        await using var run = await HostRun.PrepareAsync(engine: engine);
        run.Backup = new Backup(Backups);
        run.StartBot();
        var (lin, mei) = (await run.MemberAsync(1), await run.MemberAsync(2));
        var file = Path.Combine(_folder, "old.db");
        (await BackupVerbs.BackupAsync(run.Settings(), file, TextWriter.Null, CancellationToken.None)).ShouldBe(0);

        run.Advance(Duration.FromDays(1));
        await lin.SayAsync("forget");
        await Until.TrueAsync(() => Lists().Sum(list => File.ReadAllLines(list).Length) == 1, TimeSpan.FromSeconds(15));
        File.ReadAllText(Lists()[0]).ShouldNotContain(" 1 ");
        (await Should.ThrowAsync<StoreException>(() => BackupVerbs.RestoreAsync(run.Settings(), file, TextWriter.Null, CancellationToken.None))).InUse.ShouldBeTrue();

        (await run.StopBotAsync()).ShouldBe(0);
        var said = new StringWriter();
        await RestoreAsync(run, file, said);
        said.ToString().ShouldStartWith($"Restored 1 people from {file}.\nLeft out 1 who asked to be forgotten after it was taken.\nWhat was there before is in ");

        run.StartBot();
        await lin.SayAsync("hello again");
        lin.LastMessage!.Text.ShouldBe("Question 1", "a new person");
        await mei.SayAsync("on we go");
        mei.LastMessage!.Text.ShouldBe("Question 2");
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task With_a_key_nothing_that_was_said_is_on_the_disk_and_the_wrong_key_stops_the_start(string engine)
    {
        await using var run = await HostRun.PrepareAsync(engine: engine);
        (run.Keys, run.Backup) = ([SealTests.Key(1)], new Backup(Backups));
        run.StartBot();
        var lin = await TellAsync(run);
        await BackupVerbs.BackupAsync(run.Settings(), Path.Combine(_folder, "sealed.db"), TextWriter.Null, CancellationToken.None);
        FilesHold(_folder, Words).ShouldBeFalse();
        FilesHold(Path.GetDirectoryName(run.StorePath)!, Words).ShouldBeFalse();
        (await run.StopBotAsync()).ShouldBe(0);

        run.Keys = [SealTests.Key(2)];
        run.StartBot();
        var refused = await Should.ThrowAsync<StoreException>(() => run.Running);
        refused.Message.ShouldContain("which is not in Storage:Key");
        refused.Message.ShouldNotContain('\n');

        run.Keys = [SealTests.Key(2), SealTests.Key(1)];
        run.StartBot();
        await lin.SayAsync("export");
        var file = lin.Chat.FromBot.First(message => message.Kind == "document");
        Encoding.UTF8.GetString(file.FileBytes.Span).ShouldContain(Words);
        await run.EndAsync();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Damaged_cells_of_one_person_stop_nobody_else(string engine)
    {
        await using var run = await HostRun.PrepareAsync(engine: engine);
        run.Keys = [SealTests.Key(1)];
        run.StartBot();
        var lin = await run.MemberAsync(1);
        var mei = await run.MemberAsync(2, "Mei");
        await lin.SayAsync("wake 30");
        (await run.StopBotAsync()).ShouldBe(0);
        await using (var store = await Stores.OpenAsync(run.Settings(), CancellationToken.None))
        {
            var lost = new Outgoing(Language.En, [new Effect.Say("q", new Message(new Line("reminder")))]);
            await store.TurnAsync(
                new TurnRequest([1], [], run.Emulator.Now),
                _ => (new TurnWrite { Outbox = [new OutboxRow(0, 1, 0, EffectCodec.Write(lost), run.Emulator.Now, null, null, 0, null)] }, 0), CancellationToken.None);
        }

        var damaged = await DamageAsync(run);

        run.StartBot();
        await mei.SayAsync("one");
        mei.LastMessage!.Text.ShouldBe("Question 2");
        run.Advance(Duration.FromHours(1)); // lin's wake
        await Until.TrueAsync(() => run.Log.All.Contains("Dead letter: chat 1"), TimeSpan.FromSeconds(15));
        await lin.SayAsync("two");
        lin.LastMessage!.Text.ShouldBe("Something broke here (en)");
        await mei.SayAsync("three");
        mei.LastMessage!.Text.ShouldBe("Question 3");
        await run.EndAsync();
        (await CellAsync(run)).ShouldBe(damaged, "whoever mends it finds it as it was");
    }

    [Fact]
    public async Task After_forget_no_byte_of_a_person_is_in_the_files_of_a_running_bot()
    {
        await using var run = await HostRun.PrepareAsync();
        run.StartBot();
        var lin = await TellAsync(run);
        FilesHold(Path.GetDirectoryName(run.StorePath)!, Words).ShouldBeTrue();

        await lin.SayAsync("forget");

        await Until.TrueAsync(() => !FilesHold(Path.GetDirectoryName(run.StorePath)!, Words));
        await run.EndAsync();
        FilesHold(Path.GetDirectoryName(run.StorePath)!, Words).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Two_years_after_the_last_word_the_person_was_told_and_nothing_is_left(string engine)
    {
        var (set, _) = DialogFolder.Load(DialogFolder.Default());
        await using var run = await HostRun.StartAsync(dialogs: set, engine: engine);
        var lin = run.Emulator.Person("Lin", 1, "en");
        await lin.SayAsync("/start");
        for (var taps = 0; taps < 2; taps++)
        {
            await lin.TapAsync(lin.LastMessage!, lin.LastMessage!.Keyboard[0][0].Data!);
        }

        await lin.SayAsync("Huabei 10th");
        run.Advance(Duration.FromDays(690));
        await PassAsync(run, () => Said(lin, "two years without use"), Duration.FromDays(1));
        run.Time.GetUtcNow().ShouldBeInRange(new DateTimeOffset(2028, 10, 21, 0, 0, 0, default), new DateTimeOffset(2028, 11, 5, 0, 0, 0, default));
        var told = run.Time.GetUtcNow();
        await PassAsync(run, () => Said(lin, "Erased."), Duration.FromDays(1));
        (run.Time.GetUtcNow() - told).TotalDays.ShouldBeGreaterThan(28);
        await lin.SettledAsync();

        await using var store = await run.StoreAsync();
        (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
        (await store.EventsAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await store.PostsAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await store.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
        (await store.ForgottenAsync(unlisted: false, CancellationToken.None)).Count.ShouldBe(1);

        static bool Said(Ontime.Emulator.Person person, string words) => person.Chat.FromBot.Any(message => message.Text.Contains(words, StringComparison.Ordinal));
    }

    private static async Task<Ontime.Emulator.Person> TellAsync(HostRun run)
    {
        var lin = await run.MemberAsync(1, Words);
        lin.Say($"silent {Words}");
        await lin.SayAsync("name");
        return lin;
    }

    /// <summary>Sets the clocks forward until something happens, since what waits may not have begun to wait.</summary>
    private static async Task PassAsync(HostRun run, Func<bool> happened, Duration? step = null, int most = 200)
    {
        for (var n = 0; n < most && !happened(); n++)
        {
            run.Advance(step ?? Duration.FromSeconds(20));
            await Task.Delay(50);
            await CaughtUpAsync(run);
        }

        await Until.TrueAsync(happened, TimeSpan.FromSeconds(15));
    }

    /// <summary>Waits until nobody is due any more, so that the clock is never far ahead of the bot.</summary>
    private static async Task CaughtUpAsync(HostRun run)
    {
        await using var looking = await Stores.LookIntoAsync(run.Settings(), CancellationToken.None);
        for (var tries = 0; tries < 200 && (await looking.DueAsync(Instant.FromDateTimeOffset(run.Time.GetUtcNow()), 1, CancellationToken.None)).Count > 0; tries++)
        {
            await Task.Delay(20);
        }
    }

    /// <summary>A server notices a moment later that a connection was closed.</summary>
    private static async Task RestoreAsync(HostRun run, string file, TextWriter said)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                (await BackupVerbs.RestoreAsync(run.Settings(), file, said, CancellationToken.None)).ShouldBe(0);
                return;
            }
            catch (StoreException held) when (held.InUse && tries < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    private static bool FilesHold(string folder, string words)
    {
        var bytes = Encoding.UTF8.GetBytes(words);
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock") && !file.EndsWith("-shm")).Any(file =>
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var all = new byte[stream.Length];
            return all.AsSpan(0, stream.ReadAtLeast(all, all.Length, throwOnEndOfStream: false)).IndexOf(bytes) >= 0;
        });
    }

    private List<string> Nights() => !Directory.Exists(Backups) ? [] :
    [
        .. Directory.GetFiles(Backups, "ontime-2*.db").Select(file => Path.GetFileNameWithoutExtension(file)["ontime-".Length..]).Order(StringComparer.Ordinal),
    ];

    private string[] Lists() => Directory.Exists(Backups) ? Directory.GetFiles(Backups, "forgotten-*.txt") : [];

    /// <summary>Changes a bit of person 1's document and of whatever waits in the outbox. Gives the document.</summary>
    private static async Task<byte[]> DamageAsync(HostRun run)
    {
        var cell = await CellAsync(run);
        cell[^1] ^= 1;
        if (run.Postgres is { } connection)
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var command = source.CreateCommand("UPDATE members SET document = $1 WHERE chat_id = 1");
            command.Parameters.Add(new NpgsqlParameter { Value = cell });
            (await command.ExecuteNonQueryAsync()).ShouldBe(1);
            await using var other = source.CreateCommand("UPDATE outbox SET body = set_byte(body, length(body) - 1, get_byte(body, length(body) - 1) # 1)");
            (await other.ExecuteNonQueryAsync()).ShouldBe(1);
            return cell;
        }

        await using var store = new SqliteConnection($"Data Source={run.StorePath};Pooling=False");
        await store.OpenAsync();
        await using var write = store.CreateCommand();
        write.CommandText = "UPDATE members SET document = $1 WHERE chat_id = 1; UPDATE outbox SET body = CAST(substr(body, 1, length(body) - 1) || X'00' AS BLOB);";
        write.Parameters.AddWithValue("$1", cell);
        await write.ExecuteNonQueryAsync();
        return cell;
    }

    private static async Task<byte[]> CellAsync(HostRun run)
    {
        const string sql = "SELECT document FROM members WHERE chat_id = 1";
        if (run.Postgres is { } connection)
        {
            await using var source = NpgsqlDataSource.Create(connection);
            await using var ask = source.CreateCommand(sql);
            return (byte[])(await ask.ExecuteScalarAsync())!;
        }

        await using var store = new SqliteConnection($"Data Source={run.StorePath};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = sql;
        return (byte[])(await command.ExecuteScalarAsync())!;
    }
}
