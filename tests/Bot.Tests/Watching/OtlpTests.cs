using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Ontime.Bot.Tests;
using Ontime.Bot.Tests.Host;
using Ontime.Emulator;

namespace Ontime.Bot.Tests.Watching;

/// <summary>The finished program in a process of its own, and a collector that takes what it sends.</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task The_way_of_an_update_and_the_counts_arrive_under_the_name_the_environment_gives()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-otlp-");
        using var bot = Start(emulator, folder, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_SERVICE_NAME", "coach-of-lin"));
        var lin = emulator.Person("Lin", 1, "en");
        await lin.SayAsync("/start");

        await Until.TrueAsync(() => collector.Has("/v1/traces", "receive", "turn", "send", "sendMessage", "coach-of-lin"), TimeSpan.FromSeconds(20));
        await Until.TrueAsync(
            () => collector.Has("/v1/metrics", "ontime.turns", "ontime.batch.size", "ontime.commit.duration", "ontime.calls", "Done", "ontime.updates", "coach-of-lin"),
            TimeSpan.FromSeconds(20));
        Loaded(bot).ShouldBeTrue();
        bot.Kill();
        await bot.WaitForExitAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_it_is_switched_off_nothing_of_it_is_loaded()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-otlp-");
        using var bot = Start(emulator, folder, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_SDK_DISABLED", "true"));
        await emulator.Person("Lin", 1, "en").SayAsync("/start");

        Loaded(bot).ShouldBeFalse();
        Process.Start("kill", ["-TERM", $"{bot.Id}"]).Dispose();
        await bot.WaitForExitAsync();
        collector.Count.ShouldBe(0);
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")]
    [InlineData(false, false, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318", "OTEL_SDK_DISABLED", "TRUE")]
    [InlineData(true, false, "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318", "OTEL_TRACES_EXPORTER", "none")]
    [InlineData(true, false, "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "http://127.0.0.1:4318/v1/metrics")]
    [InlineData(false, true, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://collector.example.org/v1/traces")]
    public void The_standard_variables_decide_what_is_sent(bool metrics, bool traces, params string[] variables)
    {
        List<string> faults = [];
        Telemetry.Read(From(variables), faults).ShouldBe(new Telemetry(metrics, traces));
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void An_address_that_is_none_is_refused_in_one_line()
    {
        List<string> faults = [];
        Telemetry.Read(From("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317x"), faults);
        faults.ShouldHaveSingleItem().ShouldStartWith("OTEL_EXPORTER_OTLP_ENDPOINT");
    }

    private static IConfiguration From(params string[] variables) => new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Chunk(2).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();

    /// <summary>A library that was loaded is mapped into the process; only Linux shows it.</summary>
    private static bool Loaded(Process bot) => File.ReadAllText($"/proc/{bot.Id}/maps").Contains("OpenTelemetry", StringComparison.Ordinal);

    private static Process Start(EmulatorServer emulator, DirectoryInfo folder, params (string Key, string Value)[] environment) => ProgramTests.Start(
        "run",
        [
            ("Telegram__Token", emulator.Token), ("Telegram__BaseUrl", emulator.BaseUrl.ToString()), ("Storage__Path", Path.Combine(folder.FullName, "coach.db")),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_METRIC_EXPORT_INTERVAL", "300"), ("OTEL_BSP_SCHEDULE_DELAY", "100"), .. environment,
        ]);
}
