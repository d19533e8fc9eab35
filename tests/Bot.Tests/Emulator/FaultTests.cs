namespace Ontime.Bot.Tests;

using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Ontime.Emulator;

public sealed class FaultTests : EmulatorFacts
{
    private object Hello => new { chat_id = Lin.Id, text = "hello" };

    [Fact]
    public async Task A_throttle_holds_its_chat_until_the_time_is_over_and_tells_who_does_not_wait()
    {
        var wang = Emulator.Person("王", id: 1002);
        Lin.Say("/start");
        wang.Say("/start");
        Emulator.Faults.Next("sendMessage", Lin.Id, 1, new Fault.Throttle(3));
        var first = await Bot.CallAsync("sendMessage", Hello);
        (first.Status, first.Description).ShouldBe((429, "Too Many Requests: retry after 3"));
        first.Body.GetProperty("parameters").GetProperty("retry_after").GetInt32().ShouldBe(3);
        Emulator.Advance(Duration.FromSeconds(1));
        (await Bot.CallAsync("sendMessage", Hello)).Body.GetProperty("parameters").GetProperty("retry_after").GetInt32().ShouldBe(2);
        Emulator.Journal.Early.Count.ShouldBe(1);
        await Bot.DoAsync("sendMessage", new { chat_id = wang.Id, text = "hello" });
        await Bot.DoAsync("answerCallbackQuery", new { callback_query_id = Lin.ForgeTap("x", 1).Id });
        Emulator.Advance(Duration.FromSeconds(2));
        await Bot.DoAsync("sendMessage", Hello);
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_throttle_of_the_whole_bot_holds_everything()
    {
        Emulator.Faults.Next("sendMessage", new Fault.Throttle(5, WholeBot: true));
        Lin.Say("/start");
        (await Bot.CallAsync("sendMessage", Hello)).Status.ShouldBe(429);
        (await Bot.CallAsync("getMe", new { })).Status.ShouldBe(429);
        using var response = await Bot.Http.GetAsync(new Uri(Bot.Base + "getMe", UriKind.Relative));
        response.Headers.RetryAfter!.Delta!.Value.ShouldBe(TimeSpan.FromSeconds(5));
        Emulator.Faults.Clear();
        await Bot.DoAsync("getMe", new { });
    }

    [Fact]
    public async Task A_server_error_and_an_own_error_speak_JSON()
    {
        Lin.Say("/start");
        Emulator.Faults.Next("sendMessage", new Fault.ServerError());
        Emulator.Faults.Next("sendMessage", new Fault.Custom(400, "Bad Request: chat not found", new JsonObject { ["migrate_to_chat_id"] = -100123L }));
        Emulator.Faults.Next("sendMessage", new Fault.Unauthorized());
        var error = await Bot.CallAsync("sendMessage", Hello);
        (error.Status, error.Description).ShouldBe((500, "Internal Server Error: restart"));
        var own = await Bot.CallAsync("sendMessage", Hello);
        own.Body.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64().ShouldBe(-100123);
        (await Bot.CallAsync("sendMessage", Hello)).Status.ShouldBe(401);
        Lin.Chat.FromBot.ShouldBeEmpty();
        await Bot.DoAsync("sendMessage", Hello);
    }

    [Fact]
    public async Task A_proxy_answers_a_page_or_nothing()
    {
        Emulator.Faults.Next("getMe", new Fault.BadGateway());
        Emulator.Faults.Next("getMe", new Fault.EmptyBody());
        using var page = await GetMeAsync();
        page.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        (await page.Content.ReadAsStringAsync()).ShouldContain("<h1>502 Bad Gateway</h1>");
        using var empty = await GetMeAsync();
        (await empty.Content.ReadAsStringAsync()).ShouldBe("");
    }

    [Fact]
    public async Task A_truncated_answer_and_a_drop_after_do_the_deed_a_drop_before_does_not()
    {
        Lin.Say("/start");
        Emulator.Faults.Next("sendMessage", new Fault.TruncatedJson());
        await Should.ThrowAsync<JsonException>(() => Bot.CallAsync("sendMessage", Hello));
        Lin.Chat.FromBot.Count.ShouldBe(1);
        Emulator.Faults.Next("sendMessage", new Fault.DropAfter());
        await Should.ThrowAsync<HttpRequestException>(() => Bot.CallAsync("sendMessage", Hello));
        Lin.Chat.FromBot.Count.ShouldBe(2);
        Emulator.Faults.Next("sendMessage", new Fault.DropBefore());
        await Should.ThrowAsync<HttpRequestException>(() => Bot.CallAsync("sendMessage", Hello));
        Lin.Chat.FromBot.Count.ShouldBe(2);
        Emulator.Journal.LostAnswers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_half_open_connection_never_answers()
    {
        Emulator.Faults.Next("getMe", new Fault.HalfOpen());
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Should.ThrowAsync<OperationCanceledException>(
            () => Bot.Http.GetAsync(new Uri(Bot.Base + "getMe", UriKind.Relative), giveUp.Token));
        await Until.TrueAsync(() => Emulator.Journal.Calls[0].Outcome == CallOutcome.Abandoned);
        Emulator.Journal.LostAnswers.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delayed_call_is_done_late()
    {
        Emulator.Faults.Next("getMe", new Fault.Delay(TimeSpan.FromMilliseconds(120)));
        await Bot.DoAsync("getMe", new { });
        var call = Emulator.Journal.Calls.Single();
        (call.Answered!.Value - call.Arrived).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(100));
        call.Outcome.ShouldBe(CallOutcome.Done);
    }

    [Fact]
    public async Task A_tap_whose_answer_was_lost_may_be_answered_again()
    {
        var tap = Lin.ForgeTap("x", 1);
        Emulator.Faults.Next("answerCallbackQuery", new Fault.DropAfter());
        await Should.ThrowAsync<HttpRequestException>(() => Bot.CallAsync("answerCallbackQuery", new { callback_query_id = tap.Id }));
        await Bot.DoAsync("answerCallbackQuery", new { callback_query_id = tap.Id });
    }

    [Fact]
    public async Task A_call_that_breaks_a_rule_is_refused_and_leaves_the_fault_for_the_next()
    {
        Emulator.Faults.Next("sendMessage", new Fault.ServerError());
        (await Bot.CallAsync("sendMessage", new { text = "no chat" })).Status.ShouldBe(400);
        (await Bot.CallAsync("sendMessage", Hello)).Status.ShouldBe(500);
    }

    [Fact]
    public async Task Chaos_repeats_by_its_seed()
    {
        async Task<string> RunAsync()
        {
            Emulator.Faults.Clear();
            Emulator.Faults.Random(seed: 42, rate: 0.3, new Fault.ServerError(), new Fault.Custom(403, "Forbidden: x"));
            var statuses = new List<int>();
            for (var n = 0; n < 40; n++)
            {
                statuses.Add((await Bot.CallAsync("getMe", new { })).Status);
            }

            return string.Join(' ', statuses);
        }

        var once = await RunAsync();
        (await RunAsync()).ShouldBe(once);
        once.ShouldContain("200");
        once.ShouldContain("500");
        once.ShouldContain("403");
    }

    private Task<HttpResponseMessage> GetMeAsync() => Bot.Http.GetAsync(new Uri(Bot.Base + "getMe", UriKind.Relative));
}
