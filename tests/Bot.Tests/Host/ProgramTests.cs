using System.Diagnostics;
using System.Text.Json;
using Ontime.Bot.Tests.Repository;
using Ontime.Emulator;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Host;

/// <summary>The executable itself, as a process.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task Run_without_a_token_and_without_a_terminal_says_so_in_one_line()
    {
        var (code, output, errors) = await RunAsync("run", "");
        (code, output).ShouldBe((2, ""));
        errors.Trim().Split('\n').Length.ShouldBe(1);
        errors.ShouldContain("Telegram:Token");
    }

    [Theory]
    [InlineData("chat --at nonsense")]
    [InlineData("chat --at 9999-12-31")]
    [InlineData("parse --at 0001-01-01")]
    [InlineData("chat --lang fr")]
    [InlineData("dance")]
    public async Task A_wrong_command_line_is_refused(string arguments) => (await RunAsync(arguments, "")).Code.ShouldBe(2);

    [Fact]
    public async Task Chat_reads_lines_prints_plainly_and_ends_with_its_input()
    {
        var (code, output, errors) = await RunAsync("chat --lang en --at 2026-11-22T12:00", "/start\na\nI’m 18+ and I agree\nb\n:state\n:skip 40d\n");
        (code, errors).ShouldBe((0, ""));
        output.ShouldContain("a) Start");
        output.ShouldContain("✎ 1/8 Your aim: sort out my debts ✓");
        output.ShouldContain("\"zone\": ");
        output.ShouldContain("2027-01-01 12:");
        output.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Chat_records_a_transcript_that_the_transcript_reader_plays()
    {
        var file = Path.GetTempFileName();
        await RunAsync("chat --lang zh-Hans --at 2026-11-22T12:00", $"/start\na\na\n不再逾期\n花呗\n10号\n:record {file}\n");
        var (set, _) = DialogFolder.Load(DialogFolder.Default());
        var report = Dialogs.Transcripts.Run(set!, new Dictionary<string, string> { ["tests/recorded.yaml"] = await File.ReadAllTextAsync(file) });
        File.Delete(file);
        var played = report.Results.ShouldHaveSingleItem();

        // The recording names no operator, and the transcripts have one.
        played.Faults.Where(fault => !fault.Sentence.Contains("Lin’s desk")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Chat_does_not_mix_into_the_store_of_a_bot()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-chat-").FullName;
        var file = Path.Combine(folder, "coach.db");
        await using (var store = await Store.OpenAsync(file, CancellationToken.None))
        {
            await store.ClaimAsync(123456, CancellationToken.None);
        }

        var (code, output, errors) = await RunAsync($"chat --store {file}", "/start\n");

        (code, output).ShouldBe((2, ""));
        errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith($"The store {file} belongs to bot 123456");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task B15_SIGTERM_ends_the_process_within_five_seconds()
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-term-");
        using var bot = Start(
            "run", ("Telegram__Token", emulator.Token), ("Telegram__BaseUrl", emulator.BaseUrl.ToString()), ("Log__Format", "json"),
            ("Storage__Path", Path.Combine(folder.FullName, "coach.db")));
        var lin = emulator.Person("Lin", 1, "en");
        lin.Say("/start");
        await lin.WaitFor(chat => chat.LastMessage is not null);
        var began = Stopwatch.GetTimestamp();
        Process.Start("kill", ["-TERM", $"{bot.Id}"]).Dispose();
        var output = await bot.StandardOutput.ReadToEndAsync();
        await bot.WaitForExitAsync();
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(5));
        bot.ExitCode.ShouldBe(0);
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            JsonDocument.Parse(line).RootElement.GetProperty("level").GetString().ShouldNotBe("error");
        }

        output.ShouldNotContain(emulator.Token.Split(':')[1]);
        emulator.Refusals.ShouldBeEmpty();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Doctor_does_not_call_dialogs_well_that_lack_what_the_program_says()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-old-").FullName;
        var shipped = Tree.At("dialogs");
        foreach (var source in Directory.GetFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, source));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllLines(copy, File.ReadLines(source).Where(line => !line.StartsWith("house.flood:", StringComparison.Ordinal)));
        }

        using var doctor = Start("doctor", ("Dialogs__Path", folder), ("Storage__Path", Path.Combine(folder, "coach.db")));
        var output = await doctor.StandardOutput.ReadToEndAsync();
        await doctor.WaitForExitAsync();

        output.ShouldContain($"problem  dialogs: 2 problems in {folder}");
        doctor.ExitCode.ShouldBe(1);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task B60_Readiness_is_more_than_liveness()
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-health-");
        var port = FreePort();
        using var bot = Start(
            "run", ("Telegram__Token", emulator.Token), ("Telegram__BaseUrl", emulator.BaseUrl.ToString()), ("Health__Listen", $"http://127.0.0.1:{port}"),
            ("Storage__Path", Path.Combine(folder.FullName, "coach.db")));
        var lin = emulator.Person("Lin", 1, "en");
        lin.Say("/start");
        await lin.WaitFor(chat => chat.LastMessage is not null);
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        (await http.GetStringAsync("/readyz")).ShouldBe("ready\n");
        emulator.Faults.Next("getUpdates", null, 100, new Fault.Unauthorized());
        lin.Say("/help");
        string ready;
        do
        {
            ready = await (await http.GetAsync("/readyz")).Content.ReadAsStringAsync();
        }
        while (ready == "ready\n");

        ready.ShouldBe("updates: Unauthorized\n");
        (await http.GetStringAsync("/healthz")).ShouldBe("ok\n");
        bot.Kill();
        await bot.WaitForExitAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_one_clear_line()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-taken-");
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        using var bot = Start(
            "run", ("Telegram__Token", "123456:ABC-def_1"), ("Telegram__BaseUrl", "http://127.0.0.1:1"),
            ("Health__Listen", $"http://{taken.LocalEndpoint}"), ("Storage__Path", Path.Combine(folder.FullName, "coach.db")));
        var errors = await bot.StandardError.ReadToEndAsync();
        await bot.WaitForExitAsync();
        bot.ExitCode.ShouldBe(2);
        errors.Trim().Split('\n').ShouldHaveSingleItem().ShouldStartWith("Health:Listen");
        folder.Delete(recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string arguments, string input)
    {
        using var process = Start(arguments);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    internal static Process Start(string arguments, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "ontime.dll"), .. arguments.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        return Process.Start(start)!;
    }
}
