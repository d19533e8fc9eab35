using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Ontime.Bot.Tests;
using Ontime.Bot.Tests.Host;
using Ontime.Emulator;

namespace Ontime.Bot.Tests.Watching;

using Person = Ontime.Emulator.Person;

/// <summary>Whole conversations with faults of each kind; then everything that was written is searched for what people typed, their names and the token.</summary>
public sealed class NothingLeaksTests
{
    private static readonly string[] Typed =
    [
        "never pay late, says Grumblefjord", "Wobblecard 13th 7391.27", "花呗 10号 4682.55", "澹台雪的建行卡 每月25号 3926.84元", "Skizzlebank", "58213",
        "my score is 687 Brimblewick", "110101199003074512", "6222021234567890123", "13912345678", "验证码 482913", "I want to die in Xanthorrea",
        "/feedback Plimsoll", "/index Quagswagger", "paid 46827", "昨天还了 35791 元 上官云", "x@tintagel.example", "poison Vexillarium",
    ];

    private static readonly string[] Secret =
    [
        "Grumblefjord", "Wobblecard", "7391", "4682", "澹台雪", "3926", "Skizzlebank", "58213", "Brimblewick", "110101199003074512", "6222021234567890123",
        "13912345678", "482913", "Xanthorrea", "Plimsoll", "Quagswagger", "46827", "35791", "上官云", "tintagel", "Vexillarium", "qz_payload", "Zephyrine",
    ];

    private static readonly Fault[] Faults =
    [
        new Fault.ServerError(), new Fault.BadGateway(), new Fault.EmptyBody(), new Fault.TruncatedJson(), new Fault.DropBefore(), new Fault.DropAfter(), new Fault.Throttle(1),
        new Fault.Custom(400, "Bad Request: can't parse entities: Unsupported start tag \"Skizzlebank\" at byte offset 12"),
        new Fault.Custom(400, "Bad Request: unheard of \"Wobblecard\""), new Fault.Custom(403, "Forbidden: bot was blocked by the user"),
    ];

    [Fact]
    public async Task No_log_no_label_and_no_span_repeats_a_person_or_the_token()
    {
        ConcurrentBag<string> written = [];
        using var meters = Metering(written);
        using var spans = Tracing(written);
        var (shipped, _) = DialogFolder.Load(DialogFolder.Default());
        var coach = new Coach(shipped!, new Operator("Ada", null, "ontime_test_bot"));
        await using var run = await HostRun.StartAsync(
            dialogs: shipped,
            core: (member, input, now) => input is Input.Said { Text: var text } && text.StartsWith("poison", StringComparison.Ordinal)
                ? throw new InvalidOperationException($"It cannot be swallowed: {text}")
                : coach.Handle(member, input, now));
        run.Emulator.Faults.Next("getUpdates", new Fault.Custom(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        using var over = new CancellationTokenSource();
        var passing = PassTimeAsync(run, over.Token);
        var people = await TalkAsync(run.Emulator);
        run.Advance(NodaTime.Duration.FromDays(40));
        await Until.TrueAsync(() => written.Any(line => line.StartsWith("ontime.due.lag", StringComparison.Ordinal)), TimeSpan.FromSeconds(20));
        await TroubleAsync(run.Emulator, people);
        written.Add(string.Join('\n', await run.Bot!.Health!.TroublesAsync(CancellationToken.None)));
        await over.CancelAsync();
        await passing;
        await run.StopBotAsync();

        var log = run.Log.All;
        foreach (var name in new[] { "DeadLetter", "SendAgain", "SendDropped", "BadMarkup", "Unreachable", "PollTrouble" })
        {
            run.Log.Lines.ShouldContain(line => line.Id.Name == name, "or there was nothing of it to search");
        }

        written.ShouldContain(line => line.StartsWith("ontime.calls", StringComparison.Ordinal));
        written.ShouldContain(line => line.StartsWith("span send", StringComparison.Ordinal));
        Search(log + string.Join('\n', written), run.Emulator.Token);
        SearchStore(run.StorePath, run.Emulator.Token);
    }

    [Fact]
    public async Task Nothing_the_process_writes_repeats_a_person_or_the_token()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { LongestPoll = TimeSpan.FromSeconds(30) });
        var folder = Directory.CreateTempSubdirectory("ontime-leak-");
        var (store, port) = (Path.Combine(folder.FullName, "coach.db"), ProgramTests.FreePort());
        using var bot = ProgramTests.Start(
            "run", ("Telegram__Token", emulator.Token), ("Telegram__BaseUrl", emulator.BaseUrl.ToString()), ("Storage__Path", store), ("Log__Format", "json"),
            ("Health__Listen", $"http://127.0.0.1:{port}"), ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_METRIC_EXPORT_INTERVAL", "300"), ("OTEL_BSP_SCHEDULE_DELAY", "100"));
        var (output, errors) = (bot.StandardOutput.ReadToEndAsync(), bot.StandardError.ReadToEndAsync());
        var people = await TalkAsync(emulator);
        emulator.Faults.Next("sendMessage", people[0].Id, 1, Faults[^1]);
        emulator.Faults.Next("sendMessage", people[1].Id, 1, Faults[^2]);
        people.ForEach(person => person.Say("Skizzlebank"));
        await Until.TrueAsync(() => emulator.Queue.Pending == 0, TimeSpan.FromSeconds(20));
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var health = await http.GetStringAsync("/healthz") + await (await http.GetAsync("/readyz")).Content.ReadAsStringAsync();
        Process.Start("kill", ["-TERM", $"{bot.Id}"]).Dispose();
        await bot.WaitForExitAsync();

        bot.ExitCode.ShouldBe(0);
        collector.Has("/v1/traces", "sendMessage", "editMessageText").ShouldBeTrue();
        collector.Has("/v1/metrics", "ontime.parcels", "unreachable").ShouldBeTrue("what is left is sent on the way out");
        Search(await output + await errors + health + collector.All, emulator.Token);
        SearchStore(store, emulator.Token);
        folder.Delete(recursive: true);
    }

    private static async Task<List<Person>> TalkAsync(EmulatorServer emulator)
    {
        List<Person> people = [emulator.Person("Zephyrine", 1, "en"), emulator.Person("Zephyrine", 2, "zh-hans")];
        foreach (var person in people)
        {
            await person.SayAsync("/start qz_payload");
            await PressAsync(person);
            await PressAsync(person);
            foreach (var words in Typed)
            {
                var calls = emulator.Journal.InChat(person.Id).Count;
                person.Say(words);
                await person.WaitFor(_ => emulator.Journal.InChat(person.Id).Count > calls);
                await person.SettledAsync();
                await PressAsync(person);
            }
        }

        return people;
    }

    private static async Task TroubleAsync(EmulatorServer emulator, List<Person> people)
    {
        emulator.Allow("can't parse entities");
        emulator.Allow("unheard of");
        foreach (var fault in Faults)
        {
            foreach (var person in people)
            {
                emulator.Faults.Next("sendMessage", person.Id, 1, fault);
                person.Say("Skizzlebank 7391.27");
                await Until.TrueAsync(() => emulator.Queue.Pending == 0, TimeSpan.FromSeconds(20));
                await person.SettledAsync();
            }
        }
    }

    private static async Task PressAsync(Person person)
    {
        if (person.Chat.FromBot.LastOrDefault(message => message.Keyboard.Count > 0) is { } message)
        {
            await person.TapAsync(message, message.Keyboard[0][0].Data!);
        }
    }

    private static async Task PassTimeAsync(HostRun run, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            run.Advance(NodaTime.Duration.FromMilliseconds(300));
            await Task.Delay(20, CancellationToken.None);
        }
    }

    private static void Search(string everything, string token)
    {
        everything.ShouldNotContain(token.Split(':')[1]);
        foreach (var secret in Secret)
        {
            everything.Contains(secret, StringComparison.OrdinalIgnoreCase).ShouldBeFalse($"“{secret}” was written somewhere.");
        }
    }

    private static void SearchStore(string path, string token)
    {
        var secret = Encoding.ASCII.GetBytes(token.Split(':')[1]);
        var files = Directory.GetFiles(Path.GetDirectoryName(path)!, "coach.db*");
        files.ShouldNotBeEmpty();
        files.ShouldAllBe(file => Count(File.ReadAllBytes(file), secret) == 0);
    }

    private static int Count(byte[] bytes, byte[] wanted) => bytes.AsSpan().Count(wanted);

    /// <summary>Of our own instruments: the emulator lives in the same process, and its server counts too.</summary>
    private static MeterListener Metering(ConcurrentBag<string> written)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name.StartsWith("Ontime", StringComparison.Ordinal))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => written.Add(Line(instrument, tags)));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => written.Add(Line(instrument, tags)));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => written.Add(Line(instrument, tags)));
        listener.Start();
        return listener;
    }

    private static ActivityListener Tracing(ConcurrentBag<string> written)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Ontime", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => written.Add($"span {span.OperationName} {span.StatusDescription} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) => $"{instrument.Name} {string.Join(' ', tags.ToArray())}";
}
