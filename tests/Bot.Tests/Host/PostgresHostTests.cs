using NodaTime;
using Ontime.Bot.Tests.Storage;
using Ontime.Bot.Verbs;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Host;

/// <summary>The finished bot over PostgreSQL, where that is another matter than SQLite.</summary>
public sealed class PostgresHostTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_away_for_30_seconds_costs_no_answer_and_comes_back_by_itself(bool webhook)
    {
        Servers.Need();
        await using var cluster = await PostgresCluster.StartAsync(durable: true);
        await using var database = await cluster.MakeAsync();
        await using var run = await HostRun.PrepareAsync();
        run.Postgres = database.Connection;
        if (webhook)
        {
            await run.StartByWebhookAsync();
        }
        else
        {
            run.StartBot();
        }

        var lin = await run.MemberAsync(1);

        await cluster.StopAsync();
        lin.Say("one");
        await Until.TrueAsync(() => run.Log.All.Contains($"The PostgreSQL database {database.Name} at"));
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldContain(trouble => trouble.StartsWith("store"));
        for (var seconds = 0; seconds < 30; seconds++)
        {
            run.Advance(Duration.FromSeconds(1));
            await Task.Delay(10);
        }

        lin.Say("two");
        lin.Chat.FromBot.Count.ShouldBe(1);
        await cluster.StartAgainAsync();
        await PassAsync(run, () => Task.FromResult(lin.Chat.FromBot.Count == 3));

        await lin.SayAsync("three");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 2", "Question 3", "Question 4"]);
        await PassAsync(run, async () => (await run.Bot.Health.TroublesAsync(CancellationToken.None)).Count == 0);
        await run.EndAsync();
        run.Log.All.ShouldNotContain("dead letter");
    }

    [Fact]
    public async Task A_database_that_is_not_there_at_the_start_is_one_clear_line()
    {
        Servers.Need();
        await using var run = await HostRun.PrepareAsync();
        run.Postgres = "Host=127.0.0.1;Port=1;Database=ontime;Username=ontime;Password=hunter2";
        run.StartBot();

        var refused = await Should.ThrowAsync<StoreException>(() => run.Running);

        refused.Message.ShouldStartWith("The PostgreSQL database ontime at 127.0.0.1:1 does not answer.");
        run.Log.All.ShouldNotContain("hunter2");
    }

    [Fact]
    public async Task Doctor_and_export_look_into_it_while_the_bot_runs()
    {
        await using var run = await HostRun.PrepareAsync(engine: Engine.Postgres);
        (await DoctorAsync(run)).ShouldContain("holds no store of this version yet; the first run makes it");
        run.StartBot();
        await run.MemberAsync(1);

        (await DoctorAsync(run)).ShouldContain("ok       store: PostgreSQL; ");
        using var output = new StringWriter();
        using var errors = new StringWriter();
        (await ExportVerb.RunAsync(Settings(run), 2, output, errors, CancellationToken.None)).ShouldBe(1);
        errors.ToString().ShouldContain("Nothing is kept of chat 2.");
        (await run.StopBotAsync()).ShouldBe(0); // doctor asks the server for its clock by a call that is none of the Bot API
        run.Log.All.ShouldContain("PostgreSQL");
        run.Log.All.ShouldNotContain("Username");
    }

    private static Settings Settings(HostRun run) => new()
    {
        Telegram = new BotApiOptions(run.Emulator.Token, run.Emulator.BaseUrl, null), Postgres = run.Postgres, DialogsPath = DialogFolder.Default(),
    };

    private static async Task<string> DoctorAsync(HostRun run)
    {
        using var output = new StringWriter();
        await new Doctor(output, run.Time).RunAsync(Settings(run), [], CancellationToken.None);
        return output.ToString();
    }

    private static async Task PassAsync(HostRun run, Func<Task<bool>> done)
    {
        for (var n = 0; n < 500 && !await done(); n++)
        {
            run.Advance(Duration.FromSeconds(1));
            await Task.Delay(20);
        }

        (await done()).ShouldBeTrue(run.Log.All);
    }
}
