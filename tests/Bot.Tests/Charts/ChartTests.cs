using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Ontime.Bot.Charts;
using Ontime.Bot.Tests.Host;
using Ontime.Dialogs;
using Ontime.Members;
using Ontime.Scores;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Charts;

public sealed class ChartTests
{
    private static readonly DialogSet Shipped = DialogFolder.Load(DialogFolder.Default()).Set.ShouldNotBeNull();

    [Fact]
    public async Task B48_The_same_picture_to_50_people_is_uploaded_once()
    {
        Assert.SkipUnless(await DrawsAsync(), $"{Rasteriser.Tool} is not installed here");
        await using var run = await HostRun.StartAsync(core: Core, dialogs: Shipped);
        var people = Enumerable.Range(1, 50).Select(id => run.Emulator.Person("Lin", id, "en")).ToList();
        foreach (var person in people)
        {
            person.Say("/trend");
        }

        var sent = await run.CallsAsync("sendPhoto", 50);
        foreach (var person in people)
        {
            await person.WaitFor(chat => chat.LastMessage?.Kind == "photo");
        }

        sent.Count(call => call["photo"]?.StartsWith("BQAC", StringComparison.Ordinal) == true).ShouldBe(49);
        people[0].LastMessage!.Text.ShouldStartWith("Sesame score 662, very good (650 to 699)");
        await run.EndAsync();
    }

    [Fact]
    public async Task B48_A_picture_Telegram_forgot_is_uploaded_again()
    {
        using var files = new Files();
        var upload = new FileSource.Upload("a.png", "image/png", new byte[] { 1, 2, 3 });
        var sources = new List<FileSource>();
        for (var times = 0; times < 3; times++)
        {
            await files.SendAsync(upload, Send, CancellationToken.None);
        }

        sources.ShouldBe([upload, new FileSource.Known("id1"), upload, new FileSource.Known("id3")]);

        Task<(Verdict, Posted?)> Send(FileSource source)
        {
            sources.Add(source);
            return Task.FromResult<(Verdict, Posted?)>(source == new FileSource.Known("id1")
                ? (new Verdict.Drop("wrong file identifier", Refused: true), null)
                : (new Verdict.Done(), new Posted(sources.Count, $"id{sources.Count}")));
        }
    }

    [Fact]
    public async Task B48_An_upload_that_failed_is_tried_by_the_next()
    {
        using var files = new Files();
        var upload = new FileSource.Upload("a.png", "image/png", new byte[] { 1 });
        var failing = await files.SendAsync(upload, _ => Task.FromResult<(Verdict, Posted?)>((new Verdict.Drop("unknown"), null)), CancellationToken.None);
        failing.ShouldBeOfType<Verdict.Drop>();
        var again = await files.SendAsync(
            upload, source => Task.FromResult<(Verdict, Posted?)>(source == upload ? (new Verdict.Done(), null) : (new Verdict.Gone(), null)), CancellationToken.None);
        again.ShouldBeOfType<Verdict.Done>();
    }

    [Theory]
    [InlineData(10 * 1024 * 1024, "sendPhoto")]
    [InlineData((10 * 1024 * 1024) + 1, "sendDocument")]
    [InlineData(50 * 1024 * 1024, "sendDocument")]
    public void B48_A_photo_over_10_MB_goes_as_a_document(int bytes, string method) =>
        Files.Call(1, new FileSource.Known("id"), bytes, null).Method.ShouldBe(method);

    [Fact]
    public void B48_A_file_over_50_MB_is_refused_before_the_upload() =>
        Should.Throw<ArgumentException>(() => Files.Call(1, new FileSource.Known("id"), (50 * 1024 * 1024) + 1, null));

    [Fact]
    public async Task Where_the_program_is_missing_there_is_no_picture()
    {
        using var rasteriser = new Rasteriser("no-such-program-anywhere", Rasteriser.Limit, NullLogger.Instance);
        (await rasteriser.DrawAsync("<svg/>", CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_program_that_hangs_is_ended()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "needs a program that hangs");
        using var limit = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<OperationCanceledException>(() => Child.RunAsync("sleep", ["60"], new byte[] { 1 }, 100, limit.Token));
    }

    [Fact]
    public async Task A_drawing_that_is_none_gives_no_picture()
    {
        Assert.SkipUnless(await DrawsAsync(), $"{Rasteriser.Tool} is not installed here");
        using var rasteriser = new Rasteriser(Rasteriser.Tool, Rasteriser.Limit, NullLogger.Instance);
        (await rasteriser.DrawAsync("this is no drawing", CancellationToken.None)).ShouldBeNull();
    }

    [Theory]
    [InlineData(Language.En)]
    [InlineData(Language.ZhHans)]
    public async Task A_trend_becomes_a_picture(Language language)
    {
        Assert.SkipUnless(await DrawsAsync(), $"{Rasteriser.Tool} is not installed here");
        using var rasteriser = new Rasteriser(Rasteriser.Tool, Rasteriser.Limit, NullLogger.Instance);
        var png = await rasteriser.DrawAsync(TrendSvg.Write(TrendChart.Of(Year, Now), Shipped.Texts(language), language), CancellationToken.None);
        png.ShouldNotBeNull().AsSpan(0, 4).ToArray().ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        if (Environment.GetEnvironmentVariable("ONTIME_PICTURES") is { } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, $"trend.{language.Code()}.png"), png);
        }
    }

    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 4, 0);

    private static Member Lin => new()
    {
        ChatId = 1, Language = Language.En, Zone = "Asia/Shanghai", Joined = Now, LastInput = Now,
        Scores = [new Logged(new LocalDate(2026, 10, 7), 655), new Logged(new LocalDate(2026, 11, 7), 662)],
    };

    private static Member Year => Lin with
    {
        Scores = [.. new[] { 641, 640, 648, 0, 655, 655, 668, 672 }.Select((score, at) => new Logged(new LocalDate(2026, 4 + at, 7), score == 0 ? null : score))],
        Limits = [.. new[] { 20_000, 20_000, 25_000 }.Select((sum, at) => new Logged(new LocalDate(2026, 9 + at, 7), sum))],
        Months = [new(new YearMonth(2026, 11), 2, 1), new(new YearMonth(2026, 6), 1, 0)],
        Uses = [new(Usage.UseKind.Application, new LocalDate(2026, 6, 1)), new(Usage.UseKind.Application, new LocalDate(2026, 6, 9)), new(Usage.UseKind.Application, new LocalDate(2026, 10, 9))],
    };

    private static async Task<bool> DrawsAsync()
    {
        using var rasteriser = new Rasteriser(Rasteriser.Tool, Rasteriser.Limit, NullLogger.Instance);
        return await rasteriser.DrawAsync("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"/>", CancellationToken.None) is not null;
    }

    private static Turn Core(Member? member, Input input, Instant now) => input is Input.Said said
        ? new Turn(Lin with { ChatId = said.From.Id }, Language.En, [new Effect.Chart(ChartKind.Trend)], [])
        : new Turn(member, Language.En, [], []);
}
