using System.Diagnostics;
using Microsoft.Data.Sqlite;
using NodaTime;
using Ontime.Bot.Verbs;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Host;

/// <summary>What the disk and the clock of the machine do to a running bot.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_is_said_loses_nothing_and_is_left_behind_when_there_is_room()
    {
        using var disk = await SmallDisk.MountAsync();
        await using var run = await HostRun.PrepareAsync();
        run.StorePath = Path.Combine(disk.Folder, "coach.db");
        run.StartBot();
        var lin = await run.MemberAsync(1);
        var backup = Path.Combine(disk.Folder, "backup.db");

        disk.Fill();
        var said = 0;
        while (!run.Log.All.Contains("The disk that holds the store"))
        {
            // The log file of the store has some room left in it.
            lin.Say($"word {++said} {new string('x', 3000)}");
            await Task.Delay(20);
            said.ShouldBeLessThan(500);
        }

        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldContain(trouble => trouble.StartsWith("store"));
        (await Should.ThrowAsync<StoreException>(() => BackupVerbs.BackupAsync(run.Settings(), backup, TextWriter.Null, CancellationToken.None)))
            .Message.ShouldStartWith($"The disk is full: {backup} could not be written");
        Directory.GetFiles(disk.Folder).ShouldNotContain(file => file.Contains("backup"));
        lin.Say("last");
        var waited = said + 1 - Answers(lin);
        waited.ShouldBeGreaterThan(0, "nothing is answered that is not stored");

        disk.Free();
        for (var n = 0; n < 200 && Answers(lin) < said + 1; n++)
        {
            run.Advance(Duration.FromSeconds(5));
            await Task.Delay(50);
        }

        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(Enumerable.Range(1, said + 2).Select(n => $"Question {n}"), "each word once and in order");
        (await run.Bot.Health.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        await run.EndAsync();
        await using var store = await run.StoreAsync();
        (await store.EventsAsync(1, CancellationToken.None)).Count.ShouldBe(said + 1);
        (await store.DeadLettersAsync(9, CancellationToken.None)).ShouldBeEmpty();

        static int Answers(Ontime.Emulator.Person person) => person.Chat.FromBot.Count - 1;
    }

    [Fact]
    public async Task A_full_disk_under_the_log_ends_no_conversation()
    {
        using var disk = await SmallDisk.MountAsync();
        disk.Fill();
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-log-");
        var log = Path.Combine(disk.Folder, "log");
        var start = new ProcessStartInfo("sh", ["-c", $"exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "ontime.dll")}' run >> '{log}' 2>&1"])
        {
            UseShellExecute = false,
            Environment =
            {
                ["Telegram__Token"] = emulator.Token, ["Telegram__BaseUrl"] = emulator.BaseUrl.ToString(), ["Storage__Path"] = Path.Combine(folder.FullName, "coach.db"),
            },
        };
        using var bot = Process.Start(start)!;
        try
        {
            var lin = emulator.Person("Lin", 1, "en");
            lin.Say("/start");
            await lin.WaitFor(chat => chat.LastMessage is not null, TimeSpan.FromSeconds(30));
            new FileInfo(log).Length.ShouldBe(0);

            disk.Free();
            Process.Start("kill", ["-TERM", $"{bot.Id}"]).Dispose();
            await bot.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

            bot.ExitCode.ShouldBe(0);
            (await File.ReadAllTextAsync(log)).ShouldContain("Stopped.", Case.Sensitive, "it logs again by itself");
        }
        finally
        {
            bot.Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_limit_to_the_size_of_a_file_is_told_as_the_disk_s_and_kills_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "prlimit is Linux's.");
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-limit-");
        var start = new ProcessStartInfo("sh", ["-c", $"ulimit -S -f 1200; exec dotnet exec '{Path.Combine(AppContext.BaseDirectory, "ontime.dll")}' run"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment =
            {
                // Else the runtime maps its own code from a file that would be too large.
                ["DOTNET_EnableWriteXorExecute"] = "0",
                ["Telegram__Token"] = emulator.Token, ["Telegram__BaseUrl"] = emulator.BaseUrl.ToString(), ["Storage__Path"] = Path.Combine(folder.FullName, "coach.db"),
            },
        };
        using var bot = Process.Start(start)!;
        try
        {
            var told = Task.Run(async () =>
            {
                while (await bot.StandardOutput.ReadLineAsync() is { } line)
                {
                    if (line.Contains("failed to read or write"))
                    {
                        return true;
                    }
                }

                return false;
            });
            Ontime.Emulator.Person last;
            var people = 0L;
            do
            {
                last = emulator.Person("Lin", ++people, "en");
                last.Say("/start");
                await Task.Delay(5);
            }
            while (!told.IsCompleted && people < 3000);

            (await told).ShouldBeTrue();
            bot.HasExited.ShouldBeFalse();
            Process.Start("prlimit", ["--pid", $"{bot.Id}", "--fsize=unlimited"]).Dispose();
            await last.WaitFor(chat => chat.LastMessage is not null, TimeSpan.FromSeconds(60));
        }
        finally
        {
            bot.Kill();
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_program_that_locks_the_store_for_a_while_costs_no_answer()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        using (var other = new SqliteConnection($"Data Source={run.StorePath};Pooling=False"))
        {
            await other.OpenAsync();
            await using var holding = other.CreateCommand();
            holding.CommandText = "BEGIN IMMEDIATE";
            await holding.ExecuteNonQueryAsync();
            lin.Say("one");
            lin.Say("two");
            await Until.TrueAsync(() => run.Log.All.Contains("is locked by another program; nothing was changed. Close what has it open."), TimeSpan.FromSeconds(15));
            lin.Chat.FromBot.Count.ShouldBe(1);
            (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldContain("store: the last transaction did not go through");
        }

        for (var n = 0; n < 200 && lin.Chat.FromBot.Count < 3; n++)
        {
            run.Advance(Duration.FromSeconds(5));
            await Task.Delay(50);
        }

        await lin.SayAsync("three");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 2", "Question 3", "Question 4"]);
        (await run.Bot.Health.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        await run.EndAsync();
    }

    [Theory]
    [InlineData(40, false)]
    [InlineData(20, true)]
    public async Task A_clock_set_back_an_hour_neither_loses_a_reminder_nor_doubles_it(int minutesBefore, bool comesLater)
    {
        await using var run = await HostRun.StartAsync(new Delivery());
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("wake 30");
        run.Advance(Duration.FromMinutes(minutesBefore));
        if (!comesLater)
        {
            await lin.WaitFor(chat => chat.LastMessage!.Text == "It is time");
        }

        run.Time.SetBack(TimeSpan.FromHours(1));
        await SayAsync(run, lin, "on we go");
        for (var minutes = 0; minutes < 120; minutes += 5)
        {
            run.Advance(Duration.FromMinutes(5));
            await Task.Delay(20);
        }

        await Until.TrueAsync(() => Reminders(lin) > 0, TimeSpan.FromSeconds(10));
        Reminders(lin).ShouldBe(1);
        for (var n = 0; n < 3; n++)
        {
            await SayAsync(run, lin, "and on");
        }

        lin.Chat.FromBot.Count(message => message.Text.StartsWith("Question", StringComparison.Ordinal)).ShouldBe(5);
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        await run.EndAsync();

        static int Reminders(Ontime.Emulator.Person person) => person.Chat.FromBot.Count(message => message.Text == "It is time");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_clock_set_back_by_weeks_leaves_nobody_waiting_for_a_moment_of_the_wrong_one(bool whileOff)
    {
        await using var run = await HostRun.StartAsync(core: Daily);
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("wake 30");
        run.Advance(Duration.FromDays(40));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "It is time");
        await lin.SettledAsync();
        if (whileOff)
        {
            await run.StopBotAsync();
        }

        run.Time.SetBack(TimeSpan.FromDays(39));
        if (whileOff)
        {
            run.StartBot();
        }

        await Until.TrueAsync(
            () =>
            {
                run.Advance(Duration.FromSeconds(2));
                return lin.Chat.FromBot.Count(message => message.Text == "It is time") == 2;
            });
        run.Log.All.ShouldContain("The clock was set back by 93");
        await run.EndAsync();

        static Turn Daily(Member? member, Input input, Instant now)
        {
            var turn = ScriptedCore.Handle(member, input, now);
            return input is Input.Wake ? turn with { Member = turn.Member! with { DueAt = now + Duration.FromDays(1) } } : turn;
        }
    }

    [Fact]
    public async Task A_second_process_on_one_file_says_so_in_one_line_and_stops_and_restore_and_backup_know_it()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var backup = Path.Combine(Path.GetDirectoryName(run.StorePath)!, "backup.db");

        (await VerbAsync(run, "run")).ShouldBe((2, $"The store {run.StorePath} is in use by another process. Stop that one, or name another file in Storage:Path."));
        (await VerbAsync(run, $"backup {backup}")).Code.ShouldBe(0);
        (await VerbAsync(run, $"backup {backup}")).ShouldBe((2, $"The file {backup} is there already, and a backup overwrites nothing. Name another one."));
        (await VerbAsync(run, $"restore {backup}")).ShouldBe((2, $"The store {run.StorePath} is in use by another process. Stop that one, or name another file in Storage:Path."));

        await lin.SayAsync("on we go");
        lin.LastMessage!.Text.ShouldBe("Question 2");
        (await run.StopBotAsync()).ShouldBe(0);
        (await VerbAsync(run, $"restore {backup}")).Code.ShouldBe(0);
        run.StartBot();
        await lin.SayAsync("again");
        lin.LastMessage!.Text.ShouldBe("Question 2", "as it was when the backup was taken");
        await run.EndAsync();
    }

    private static async Task SayAsync(HostRun run, Ontime.Emulator.Person person, string words)
    {
        var count = person.Chat.FromBot.Count(message => message.Text.StartsWith("Question", StringComparison.Ordinal));
        person.Say(words);
        for (var n = 0; n < 200 && person.Chat.FromBot.Count(message => message.Text.StartsWith("Question", StringComparison.Ordinal)) == count; n++)
        {
            run.Advance(Duration.FromSeconds(1));
            await Task.Delay(20);
        }

        await person.SettledAsync();
    }

    private static async Task<(int Code, string Errors)> VerbAsync(HostRun run, string arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ontime.dll"), .. arguments.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["Telegram__Token"] = run.Emulator.Token, ["Telegram__BaseUrl"] = run.Emulator.BaseUrl.ToString(), ["Storage__Path"] = run.StorePath,
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        return (process.ExitCode, errors.TrimEnd('\n'));
    }
}

/// <summary>A disk of a few megabytes of its own, in memory; it takes root to mount one, and without that the test is skipped.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 6;

    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static async Task<SmallDisk> MountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-disk-").FullName;
        var mounted = OperatingSystem.IsLinux() && await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", folder);
        if (!mounted)
        {
            Directory.Delete(folder);
        }

        Assert.SkipWhen(!mounted, "Only root may mount a small disk, on Linux.");
        return new SmallDisk(folder);
    }

    /// <summary>Leaves not a byte.</summary>
    public void Fill()
    {
        using var filler = new FileStream(Filler, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var page = new byte[4096];
        try
        {
            while (true)
            {
                filler.Write(page);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Free() => File.Delete(Filler);

    public void Dispose()
    {
        using var unmounting = Process.Start(new ProcessStartInfo("umount", ["-l", Folder]) { UseShellExecute = false, RedirectStandardError = true })!;
        unmounting.WaitForExit();
        Directory.Delete(Folder);
    }

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
