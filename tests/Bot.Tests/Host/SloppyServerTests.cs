using NodaTime;
using Ontime.Telegram;

namespace Ontime.Bot.Tests.Host;

public sealed class SloppyServerTests
{
    private const string From = """{"id":1,"first_name":"L","username":null,"language_code":null}""";
    private const string Chat = """{"id":1,"type":"private","title":null}""";

    [Fact]
    public async Task What_it_leaves_out_is_not_missed_and_nothing_is_sent_twice()
    {
        await using var server = await SloppyServer.StartAsync();
        await using var run = await StartAsync(server);
        Say(server, 1, "hello");
        await UntilAsync(() => server.Calls("sendMessage") == 1, run);
        server.Push($$$"""{"update_id":2,"callback_query":{"id":"7","from":{{{From}}},"chat_instance":"x","data":"q1:yes","message":null}}""");
        await UntilAsync(() => server.Calls("sendMessage") >= 2, run);
        server.Push($$$"""{"update_id":3,"callback_query":{"id":"8","from":{{{From}}},"inline_message_id":"abc"}}""");
        await UntilAsync(() => server.Calls("answerCallbackQuery") == 2, run);
        run.Log.All.ShouldNotContain("again in");
        (await run.StopBotAsync()).ShouldBe(0);
        server.Calls("answerCallbackQuery").ShouldBe(2);
    }

    [Fact]
    public async Task An_empty_poll_that_comes_back_at_once_is_not_asked_in_a_tight_loop()
    {
        await using var server = await SloppyServer.StartAsync();
        await using var run = await StartAsync(server);
        await UntilAsync(() => server.Calls("getUpdates") == 1, run);
        await Task.Delay(150);
        server.Calls("getUpdates").ShouldBeLessThanOrEqualTo(2);
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task B13_Trouble_at_the_start_is_lived_through_and_a_refused_menu_stops_nothing()
    {
        await using var server = await SloppyServer.StartAsync();
        server.AnswerFirst("getMe", 500, """{"ok":false,"error_code":500,"description":"Internal Server Error"}""");
        server.AnswerFirst("getMe", 502, "<html>");
        server.AnswerFirst("deleteWebhook", 404, """{"ok":false,"error_code":404,"description":"Not Found: method not found"}""");
        server.AnswerFirst("setMyCommands", 400, """{"ok":false,"error_code":400,"description":"Bad Request: BOT_COMMAND_INVALID"}""");
        server.AnswerFirst("getUpdates", 409, """{"ok":false,"error_code":409,"description":"Conflict: terminated by other getUpdates request"}""");
        await using var run = await StartAsync(server);
        Say(server, 1, "hello");
        await UntilAsync(() => server.Calls("sendMessage") == 1, run);
        server.Calls("deleteWebhook").ShouldBe(1);
        server.Calls("setMyCommands").ShouldBe(1);
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000_000)]
    [InlineData(99_999_999_999)]
    [InlineData(-5)]
    public async Task A_date_that_cannot_be_true_is_now(long date)
    {
        await using var server = await SloppyServer.StartAsync();
        await using var run = await StartAsync(server);
        Say(server, 1, "hello");
        Say(server, 2, "name");
        await UntilAsync(() => server.Calls("sendMessage") == 2, run);
        (await run.StopBotAsync()).ShouldBe(0);
        var now = run.Emulator.Now;
        var message = new Ontime.Telegram.Message(1, date, new Ontime.Telegram.Chat(1, ChatType.Private), new User(1, false, "L", null, null), "yesterday", Content.Text);
        var said = new Intake(null).Read(new Update.NewMessage(1, message), now)!.Input.ShouldBeOfType<Input.Said>();
        said.At.ShouldBe(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds()));
    }

    [Theory]
    [InlineData("""{"update_id":-3,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":1,"first_name":"L"},"text":"hello"}}""")]
    [InlineData("""{"update_id":9007199254740993,"message":{"message_id":4503599627370497,"date":1,"chat":{"id":1,"type":"private"},"from":{"id":1,"first_name":"L"},"text":"hello"}}""")]
    public async Task Ids_of_any_size_are_taken(string update)
    {
        await using var server = await SloppyServer.StartAsync();
        await using var run = await StartAsync(server);
        server.Push("""{"update_id":4,"message":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":"from nobody"}}""");
        server.Push("""{"update_id":99999999999999999999999}""");
        server.Push(update);
        await UntilAsync(() => server.Calls("sendMessage") == 1, run);
        (await run.StopBotAsync()).ShouldBe(0);
    }

    private static async Task<HostRun> StartAsync(SloppyServer server)
    {
        var run = await HostRun.PrepareAsync();
        run.StartBot(server.BaseUrl);
        return run;
    }

    private static void Say(SloppyServer server, int id, string text) => server.Push(
        $$$$"""{"update_id":{{{{id}}}},"message":{"message_id":{{{{id}}}},"date":0,"chat":{{{{Chat}}}},"from":{{{{From}}}},"text":"{{{{text}}}}","new_field":{"deep":[]}}}""");

    /// <summary>Lets the pauses go by.</summary>
    private static async Task UntilAsync(Func<bool> condition, HostRun run)
    {
        for (var tries = 0; tries < 400 && !condition(); tries++)
        {
            run.Time.Advance(TimeSpan.FromMilliseconds(400));
            await Task.Delay(10);
        }

        condition().ShouldBeTrue(run.Log.All);
    }
}
