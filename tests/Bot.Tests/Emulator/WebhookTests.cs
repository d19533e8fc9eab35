using System.Text.Json;
using NodaTime;

namespace Ontime.Bot.Tests;

using Ontime.Emulator;

public sealed class WebhookTests : EmulatorFacts
{
    private const int First = 900_000_001;

    [Fact]
    public async Task An_update_comes_with_the_secret_and_is_confirmed_by_200()
    {
        await using var receiver = await SetAsync(new { secret_token = "s-1" });
        Lin.Say("hello");
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        receiver.Came.ShouldBe([(First, "s-1")]);
        var posting = Emulator.Webhook.Postings.ShouldHaveSingleItem();
        (posting.Status, posting.Attempt, posting.Line).ShouldBe((200, 1, Lin.Id));
    }

    [Fact]
    public async Task What_waited_for_a_poll_is_delivered_and_nothing_after_the_webhook_is_gone()
    {
        Lin.Say("before");
        await using var receiver = await SetAsync(new { });
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        await Bot.DoAsync("deleteWebhook", new { });
        Lin.Say("after");
        (await Bot.PollAsync(new { timeout = 1 })).Length.ShouldBe(1);
        receiver.Came.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task One_chat_is_served_in_order_and_a_tap_beside_it()
    {
        await using var receiver = await SetAsync(new { });
        var held = new TaskCompletionSource();
        receiver.Answer = (id, _) => id == First ? held.Task : Task.CompletedTask;
        Lin.Say("one");
        Lin.Say("two");
        Lin.ForgeTap("x", 1);
        Emulator.Person("王", 1002).Say("three");
        await Until.TrueAsync(() => receiver.Came.Count == 3 && Emulator.Queue.Pending == 2);
        receiver.Ids.ShouldBe([First, First + 2, First + 3], ignoreOrder: true);
        held.SetResult();
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        receiver.Ids.Last().ShouldBe(First + 1);
    }

    [Fact]
    public async Task No_more_connections_are_used_than_were_asked_for()
    {
        await using var receiver = await SetAsync(new { max_connections = 2 });
        var (open, most) = (0, 0);
        receiver.Answer = async (_, _) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref open));
            await Task.Delay(10);
            Interlocked.Decrement(ref open);
        };
        for (var n = 0; n < 8; n++)
        {
            Emulator.Person("王", 2000 + n).Say("hello");
        }

        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        most.ShouldBe(2);
    }

    [Fact]
    public async Task A_refused_update_comes_again_at_once_and_then_after_2_and_4_seconds()
    {
        await using var receiver = await SetAsync(new { });
        receiver.Answer = (_, http) => Task.FromResult(http.Response.StatusCode = 500);
        Lin.Say("one");
        Lin.Say("two");
        await Until.TrueAsync(() => Emulator.Webhook.Postings.Count == 2);
        foreach (var (seconds, attempt) in new[] { (2, 3), (4, 4) })
        {
            Emulator.Advance(Duration.FromSeconds(seconds - 1));
            await Task.Delay(60);
            Emulator.Webhook.Postings.Count.ShouldBe(attempt - 1);
            Emulator.Advance(Duration.FromSeconds(1));
            await Until.TrueAsync(() => Emulator.Webhook.Postings.Count == attempt);
        }

        var info = await Bot.DoAsync("getWebhookInfo", new { });
        info.GetProperty("last_error_message").GetString().ShouldBe("Wrong response from the webhook: 500");
        receiver.Answer = (_, _) => Task.CompletedTask;
        Emulator.Advance(Duration.FromSeconds(8));
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        receiver.Ids.ShouldBe([First, First, First, First, First, First + 1]);
    }

    [Fact]
    public async Task Retry_After_is_obeyed_from_the_first_failure_on()
    {
        await using var receiver = await SetAsync(new { });
        receiver.Answer = (_, http) =>
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (503, "30");
            return Task.CompletedTask;
        };
        Lin.Say("one");
        await Until.TrueAsync(() => Emulator.Webhook.Postings.Count == 1);
        Emulator.Advance(Duration.FromSeconds(29));
        await Task.Delay(60);
        Emulator.Webhook.Postings.Count.ShouldBe(1);
        receiver.Answer = (_, _) => Task.CompletedTask;
        Emulator.Advance(Duration.FromSeconds(1));
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
    }

    [Fact]
    public async Task Several_targets_take_turns_and_a_dead_one_costs_a_retry()
    {
        await using var one = await SetAsync(new { });
        await using var other = await HookByHand.StartAsync();
        Emulator.Webhook.Targets = [one.Url, other.Url, new Uri("http://127.0.0.1:1/hook")];
        for (var n = 0; n < 3; n++)
        {
            Lin.Say($"{n}");
        }

        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        (one.Came.Count, other.Came.Count).ShouldBe((2, 1));
        Emulator.Webhook.Postings.Count(posting => posting.Status is null).ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_and_an_order_for_doubles_bring_the_same_update_again()
    {
        await using var receiver = await SetAsync(new { });
        Emulator.Webhook.LoseAnswers = 1;
        Lin.Say("one");
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        Emulator.Queue.DeliverTwice = true;
        Lin.Say("two");
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        receiver.Ids.ShouldBe([First, First, First + 1, First + 1]);
    }

    [Fact]
    public async Task A_webhook_set_twice_within_a_second_is_throttled_and_one_over_http_elsewhere_refused()
    {
        await using var receiver = await SetAsync(new { });
        await RefusedAsync("setWebhook", new { url = receiver.Url.ToString() }, 429, "Too Many Requests: retry after 1");
        await RefusedAsync("setWebhook", new { url = "http://coach.example/hook" }, 400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
    }

    [Fact]
    public async Task An_answer_with_a_body_is_on_record()
    {
        await using var receiver = await SetAsync(new { });
        receiver.Answer = (_, http) => Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, "ok");
        Lin.Say("one");
        await Until.TrueAsync(() => Emulator.Queue.Pending == 0);
        Emulator.Refusals.ShouldHaveSingleItem().Method.ShouldBe("(webhook)");
    }

    private async Task<HookByHand> SetAsync(object parameters)
    {
        var receiver = await HookByHand.StartAsync();
        var set = JsonSerializer.SerializeToNode(parameters)!.AsObject();
        set["url"] = receiver.Url.ToString();
        await Bot.DoAsync("setWebhook", set);
        return receiver;
    }
}
