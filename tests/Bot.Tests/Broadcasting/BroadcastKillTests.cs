using System.Diagnostics;
using NodaTime;
using Ontime.Bot.Tests.Host;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Broadcasting;

using static Crowd;

/// <summary>The bot as a process of its own, killed with SIGKILL in the middle of a broadcast.</summary>
public sealed class BroadcastKillTests
{
    private const int Size = 1000;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task B36_A_kill_at_40_percent_gives_nobody_two_copies_and_names_the_few_that_are_unknown(string engine)
    {
        var (run, people, admin) = await PrepareAsync(Size, BroadcastVictim.Pace, engine: engine);
        await using var _ = run;
        admin.Met();
        var id = await StartAsync(run);
        var copies = run.Emulator.Journal;
        using var victim = Start(run);
        await Until.TrueAsync(() => copies.CallsOf("sendMessage").Count >= Size * 4 / 10, TimeSpan.FromSeconds(60));
        victim.Kill();
        await victim.WaitForExitAsync();
        people.Sum(Copies).ShouldBeInRange(Size * 3 / 10, Size * 6 / 10);

        run.StartBot();
        await ReadsAsync(admin, $"done, {Size} of {Size}");

        people.ShouldAllBe(person => Copies(person) <= 1);
        var missed = people.Where(person => Copies(person) == 0).Select(person => person.Id).ToList();
        var unknown = await UnknownAsync(run, id);
        unknown.Count.ShouldBeLessThanOrEqualTo(16);
        missed.ShouldBeSubsetOf(unknown);
        var report = admin.Chat.FromBot.Last(message => message.Text.Contains("done"));
        report.Text.ShouldContain($"Delivered: {Size - unknown.Count}");
        if (unknown.Count > 0)
        {
            report.Text.ShouldContain($"Unknown whether it arrived: {unknown.Count} ({string.Join(", ", unknown)})");
            run.StartBot();
            admin.Tap("Send those again");
            await Until.TrueAsync(() => people.Sum(Copies) >= Size - missed.Count + unknown.Count, TimeSpan.FromSeconds(15));
            people.ShouldAllBe(person => Copies(person) >= 1);
            people.Where(person => Copies(person) > 1).Select(person => person.Id).ShouldBeSubsetOf(unknown);
        }

        run.Emulator.Refusals.ShouldBeEmpty();
    }

    private static async Task<long> StartAsync(HostRun run)
    {
        await using var store = await run.OpenStoreAsync();
        var now = run.Emulator.Now;
        var texts = new CastTexts("你好，<b>大家</b>！", "Hello, <b>all</b> &amp; sundry");
        var audience = Audiences.Of(Ontime.Broadcasting.CastGroup.All, null, texts, now.InUtc().Date);
        var draft = await store.Broadcasts.DraftAsync(
            new BroadcastRow(0, 1, Admin, "en", BroadcastState.Draft, now, null, 0, 0, null, audience, texts.Write()), CancellationToken.None);
        await store.Broadcasts.StartAsync(draft.Id, Size, now + Duration.FromHours(24), null, CancellationToken.None);
        return draft.Id;
    }

    /// <summary>Stops the bot to look.</summary>
    private static async Task<IReadOnlyList<long>> UnknownAsync(HostRun run, long id)
    {
        await using var store = await run.StoreAsync();
        return await store.Broadcasts.WhoAsync(id, Fate.Unknown, Size, CancellationToken.None);
    }

    private static Process Start(HostRun run)
    {
        var method = $"{typeof(BroadcastVictim).FullName}.{nameof(BroadcastVictim.Runs_until_it_is_killed)}";
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(BroadcastKillTests).Assembly.Location, "-explicit", "only", "-method", method])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[BroadcastVictim.Order] = $"{run.Emulator.BaseUrl}|{run.Emulator.Token}|{run.StorePath}|{run.Postgres}";
        var victim = Process.Start(start)!;
        _ = victim.StandardOutput.ReadToEndAsync();
        _ = victim.StandardError.ReadToEndAsync();
        return victim;
    }
}

/// <summary>What <see cref="BroadcastKillTests"/> starts: this assembly again, running one explicit test.</summary>
public sealed class BroadcastVictim
{
    internal const string Order = "ONTIME_TEST_BROADCAST_VICTIM";

    /// <summary>Slow enough that people are marked one by one, as at the usual pace.</summary>
    internal static readonly Delivery Pace = new(0, 200, 0);

    [Fact(Explicit = true)]
    public async Task Runs_until_it_is_killed()
    {
        var order = Environment.GetEnvironmentVariable(Order)?.Split('|');
        Assert.SkipWhen(order is null, "Runs only as the child of BroadcastKillTests.");
        var settings = new Settings { Telegram = new BotApiOptions(order[1], new Uri(order[0]), null), StorePath = order[2], Postgres = order[3].Length > 0 ? order[3] : null, Delivery = Pace, AdminIds = [Admin] };
        var around = new Surroundings(
            new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0)), () => 0.5, new ListLog(), (dialogs, who) => new Coach(dialogs, who).Handle);
        await new BotHost(settings, Task.FromResult(new Loaded(Dialogs, [])), around).RunAsync(CancellationToken.None);
    }
}
