using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Ontime.Bot.Workers;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Host;

/// <summary>The bot as Telegram reaches it by webhook.</summary>
public sealed class ByWebhookTests
{
    [Fact]
    public async Task B26_The_first_calls_are_getMe_and_a_webhook_with_all_it_needs()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var calls = run.Emulator.Journal.Calls.Where(call => call.Method != "setMyCommands").ToList();
        calls.Select(call => call.Method).ShouldBe(["getMe", "setWebhook"]);
        calls[1]["secret_token"].ShouldBe(run.Webhook!.Secret);
        calls[1]["max_connections"].ShouldBe("40");
        calls[1]["allowed_updates"].ShouldBe("""["message","callback_query","my_chat_member"]""");
        calls[1]["drop_pending_updates"].ShouldBeNull();
        await run.EndAsync();
    }

    [Fact]
    public async Task B26_The_way_is_changed_and_changed_back_without_losing_what_waits()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        await run.StopBotAsync();
        lin.Say("one");
        var webhook = run.Webhook;
        run.Webhook = null;
        run.StartBot();
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        var calls = run.Emulator.Journal.Calls.Select(call => call.Method).ToList();
        calls.LastIndexOf("deleteWebhook").ShouldBeInRange(0, calls.IndexOf("getUpdates"));
        await run.StopBotAsync();

        lin.Say("two");
        run.Emulator.Advance(Duration.FromSeconds(2));
        run.Webhook = webhook;
        run.StartBot();
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 3");
        run.Emulator.Journal.CallsOf("setWebhook").Count.ShouldBe(2);
        (await CountAsync(run, 1)).ShouldBe(2);
        await run.EndAsync();
    }

    [Fact]
    public async Task B26_A_webhook_that_stands_is_not_set_again_and_one_with_another_secret_is()
    {
        await using var run = await HostRun.StartWebhookAsync();
        await run.StopBotAsync();
        run.StartBot();
        await run.CallsAsync("getWebhookInfo", 1);
        await run.MemberAsync(1);
        run.Emulator.Journal.CallsOf("setWebhook").Count.ShouldBe(1);
        await run.StopBotAsync();
        run.Emulator.Advance(Duration.FromSeconds(2));
        run.Webhook = run.Webhook! with { Secret = "another-secret" };
        run.StartBot();
        await run.CallsAsync("setWebhook", 2);
        await run.MemberAsync(2);
        await run.EndAsync();
    }

    [Fact]
    public async Task A_start_puts_a_secret_right_that_somebody_else_set_for_the_same_address()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Advance(Duration.FromSeconds(2));
        using var raw = new RawBot(run.Emulator);
        await raw.DoAsync("setWebhook", new { url = run.Webhook!.Url.AbsoluteUri, secret_token = "of-another-store" });
        lin.Say("one");
        await Until.TrueAsync(() => run.Emulator.Webhook.Postings[^1].Status is >= 400);
        await run.StopBotAsync();
        run.Emulator.Advance(Duration.FromSeconds(2));

        run.StartBot();

        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        run.Emulator.Journal.CallsOf("setWebhook")[^1]["secret_token"].ShouldBe(run.Webhook.Secret);
        await run.EndAsync();
    }

    [Fact]
    public async Task B22_An_update_is_answered_when_it_is_stored_and_at_once()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var began = Stopwatch.GetTimestamp();
        using var response = await PostAsync(run, Said(1, 77, "hello"));
        ((int)response.StatusCode, await response.Content.ReadAsStringAsync()).ShouldBe((200, ""));
        Stopwatch.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        await using var store = await Store.OpenToReadAsync(run.StorePath, Seal.None, CancellationToken.None);
        (await store.MemberAsync(1, CancellationToken.None)).ShouldNotBeNull();
        await run.StopBotAsync();
    }

    [Fact]
    public async Task B21_A_forged_request_leaves_nothing_behind()
    {
        await using var run = await HostRun.StartWebhookAsync();
        run.Webhook = run.Webhook! with { Secret = "guessed" };
        using var response = await PostAsync(run, Said(1, 77, "hello"));
        ((int)response.StatusCode, await response.Content.ReadAsStringAsync()).ShouldBe((401, ""));
        await using var store = await run.StoreAsync();
        (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task B04_The_same_update_at_the_same_time_is_handled_once()
    {
        await using var run = await HostRun.StartWebhookAsync();
        run.Emulator.Queue.DeliverTwice = true;
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("one");
        await lin.TapAsync("Yes");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Answered 2", "Question 3"]);
        (await CountAsync(run, 1)).ShouldBe(2);
        await run.EndAsync();
    }

    [Fact]
    public async Task B03_An_update_whose_200_was_lost_has_no_second_effect()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Webhook.LoseAnswers = 2;
        await lin.TapAsync("Yes");
        run.Emulator.Webhook.Postings.Count.ShouldBeGreaterThan(2);
        (await CountAsync(run, 1)).ShouldBe(1);
        await run.EndAsync();
    }

    [Fact]
    public async Task B18_A_message_and_a_tap_of_one_person_side_by_side_are_handled_one_after_the_other()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var people = new List<Ontime.Emulator.Person>();
        for (var n = 1; n <= 10; n++)
        {
            people.Add(await run.MemberAsync(n));
        }

        foreach (var person in people)
        {
            person.Say("silent");
            person.Tap("Yes");
            person.Say("silent");
        }

        foreach (var person in people)
        {
            await person.SettledAsync();
            person.LastMessage!.Text.ShouldBe("Question 2");
            (await CountAsync(run, person.Id)).ShouldBe(3);
        }

        await run.EndAsync();
    }

    [Fact]
    public async Task B23_While_the_store_is_away_Telegram_is_asked_to_come_again_and_nothing_is_lost()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        await using (var other = new SqliteConnection($"Data Source={run.StorePath};Pooling=False"))
        {
            other.Open();
            using var begin = other.CreateCommand();
            begin.CommandText = "BEGIN IMMEDIATE";
            begin.ExecuteNonQuery();
            lin.Say("one");
            await Until.TrueAsync(() => run.Emulator.Webhook.Postings[^1].Status == 503);
            (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldContain("store: the last transaction did not go through");
        }

        run.Advance(Duration.FromSeconds(6));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        await lin.SettledAsync();
        (await run.Bot!.Health!.TroublesAsync(CancellationToken.None)).ShouldBeEmpty();
        (await CountAsync(run, 1)).ShouldBe(1);
        await run.EndAsync();
    }

    [Fact]
    public async Task B24_A_reply_that_takes_90_seconds_holds_up_no_answer()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", new Fault.HalfOpen());
        lin.Say("one");
        await run.CallsAsync("sendMessage", 2);
        await Until.TrueAsync(() => run.Emulator.Queue.Pending == 0);
        run.Advance(Duration.FromSeconds(90));
        run.Emulator.Webhook.Postings.Count(posting => posting.UpdateId == run.Emulator.Webhook.Postings[^1].UpdateId).ShouldBe(1);
        run.Emulator.Webhook.Postings.ShouldAllBe(posting => posting.Status == 200 && posting.Body == "");
        await run.StopBotAsync();
    }

    [Theory]
    [InlineData("{broken")]
    [InlineData("""{"message": {"message_id": 1}}""")]
    public async Task B25_A_poisoned_update_does_not_hold_up_its_chat(string poison)
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Push(poison, line: lin.Id);
        await lin.SayAsync("one");
        lin.LastMessage!.Text.ShouldBe("Question 2");
        run.Log.All.ShouldContain("1 updates could not be read");
        await run.EndAsync();
    }

    [Fact]
    public async Task A_full_door_sends_Telegram_away()
    {
        var (door, time) = (new Door(), new TestTime(Instant.FromUtc(2026, 11, 22, 4, 0)));
        await using var store = Store.InMemory();
        var outlet = new Outlet();
        var turns = new Turns(store, new Shelf(new Book(null, ScriptedCore.Dialogs, ScriptedCore.Handle), read: null), door, new Records(), outlet.HandOver, time, NullLogger.Instance);
        var reception = new Reception(new Intake("bot"), new Flood(time), door, outlet, time, NullLogger.Instance);
        var webhook = new Webhook(new Uri("https://e.org/hook"), "s", new Uri("http://127.0.0.1:0"));
        var gate = new Receiver(reception, turns, time).Gate(webhook);
        for (var n = 0; n < Door.Room; n++)
        {
            door.TryPut(new Incoming(n, null, new Input.Wake())).ShouldBeTrue();
        }

        var http = new DefaultHttpContext();
        (http.Request.Method, http.Request.Path, http.Request.ContentType) = ("POST", "/hook", "application/json");
        http.Request.Headers["X-Telegram-Bot-Api-Secret-Token"] = "s";
        http.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Said(5, 6, "hello")));
        ((int)await gate.JudgeAsync(http.Request, CancellationToken.None)).ShouldBe(503);
    }

    [Fact]
    public async Task B60_A_webhook_that_was_taken_away_or_does_not_get_through_is_not_ready()
    {
        await using var run = await HostRun.StartWebhookAsync();
        var lin = await run.MemberAsync(1);
        (await TroublesAsync(run)).ShouldBeEmpty();
        using var raw = new RawBot(run.Emulator);
        await raw.DoAsync("deleteWebhook", new { });
        run.Advance(Duration.FromSeconds(51));
        await UntilAsync(run, "updates: another address is set; restart this process to set its own");
        run.Emulator.Journal.CallsOf("setWebhook").Count.ShouldBe(1);

        run.Emulator.Webhook.Targets = [new Uri("http://127.0.0.1:1")];
        await raw.DoAsync("setWebhook", new { url = run.Webhook!.Url.AbsoluteUri, secret_token = run.Webhook.Secret });
        lin.Say("one");
        await Until.TrueAsync(() => run.Emulator.Webhook.Postings[^1].Status is null);
        run.Advance(Duration.FromSeconds(51));
        await UntilAsync(run, "updates: Telegram cannot deliver");
        run.Emulator.Webhook.Targets = [];
        run.Advance(Duration.FromSeconds(51));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        run.Advance(Duration.FromSeconds(51));
        await UntilAsync(run, null);
        await run.EndAsync();
    }

    [Fact]
    public async Task B60_Silence_of_Telegram_turns_readiness_red()
    {
        await using var run = await HostRun.StartWebhookAsync();
        (await TroublesAsync(run)).ShouldBeEmpty();
        run.Emulator.Faults.Next("getWebhookInfo", null, 2, new Fault.HalfOpen());
        run.Advance(Duration.FromSeconds(51));
        await run.CallsAsync("getWebhookInfo", 1);
        run.Advance(Duration.FromSeconds(60));
        (await TroublesAsync(run)).ShouldHaveSingleItem().ShouldStartWith("updates: no answer for");
        await run.StopBotAsync();
    }

    private static Task<IReadOnlyList<string>> TroublesAsync(HostRun run) => run.Bot!.Health!.TroublesAsync(CancellationToken.None);

    private static async Task UntilAsync(HostRun run, string? trouble)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        while (!(await TroublesAsync(run)).SequenceEqual(trouble is null ? [] : [trouble]))
        {
            await Task.Delay(5, patience.Token);
        }
    }

    private static string Said(long person, int updateId, string text) =>
        $$$"""{"update_id":{{{updateId}}},"message":{"message_id":1,"date":1,"chat":{"id":{{{person}}},"type":"private"},"from":{"id":{{{person}}},"is_bot":false,"first_name":"Lin"},"text":"{{{text}}}"}}""";

    private static async Task<HttpResponseMessage> PostAsync(HostRun run, string update)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, run.Webhook!.Url)
        {
            Content = new StringContent(update, System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", run.Webhook.Secret);
        return await http.SendAsync(request);
    }

    /// <summary>How many inputs took effect.</summary>
    private static async Task<int> CountAsync(HostRun run, long chat)
    {
        await using var store = await Store.OpenToReadAsync(run.StorePath, Seal.None, CancellationToken.None);
        return (await store.MemberAsync(chat, CancellationToken.None))!.Member().Answered;
    }
}
