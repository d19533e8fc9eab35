using NodaTime;
using Ontime.Emulator;
using Ontime.Members;

namespace Ontime.Bot.Tests.Host;

public sealed class TapTests
{
    [Fact]
    public async Task B44_The_answer_to_a_tap_is_the_first_call_and_the_only_one()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var before = run.Emulator.Journal.InChat(1).Count;
        await lin.TapAsync("Yes");
        run.Emulator.Journal.InChat(1).Skip(before).Select(call => call.Method).ShouldBe(["answerCallbackQuery", "editMessageText", "sendMessage"]);
        await run.EndAsync();
    }

    [Theory]
    [InlineData("q99:yes")]
    [InlineData("")]
    [InlineData("admin:ban:1")]
    [InlineData("什么")]
    public async Task B44_Unknown_and_forged_taps_are_answered_too(string data)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        lin.ForgeTap(data, lin.LastMessage!.Id);
        await lin.SettledAsync();
        lin.LastTap!.Toast.ShouldBe("That was before");
        await run.EndAsync();
    }

    [Fact]
    public async Task B44_A_tap_of_a_stranger_is_answered_and_nothing_is_kept()
    {
        await using var run = await HostRun.StartAsync();
        var stranger = run.Emulator.Person("X", 9, "en");
        stranger.ForgeTap("q1:yes", 1);
        await Until.TrueAsync(() => stranger.LastTap!.Answered);
        await using var store = await run.StoreAsync();
        (await store.MemberAsync(9, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task B33_The_answer_to_a_tap_does_not_wait_for_a_chat_that_must()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var question = lin.LastMessage!;
        run.Emulator.Faults.Next("sendMessage", 1, 1, new Fault.Throttle(30));
        lin.Say("waits");
        await run.CallsAsync("sendMessage", 2);
        var tap = lin.Tap(question, "No");
        await Until.TrueAsync(() => tap.Answered);
        lin.LastMessage!.Text.ShouldBe("Question 1");
        await Until.TrueAsync(() => run.Log.All.Contains("sendMessage in chat 1: Throttled"));
        run.Advance(Duration.FromSeconds(31));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        await run.EndAsync();
    }

    [Fact]
    public async Task B33_Two_answers_that_must_wait_hold_the_others_back_and_no_question()
    {
        await using var run = await HostRun.StartAsync();
        var people = new[] { await run.MemberAsync(1), await run.MemberAsync(2), await run.MemberAsync(3) };
        run.Emulator.Faults.Next("answerCallbackQuery", new Fault.Throttle(5));
        foreach (var one in people)
        {
            one.Tap("Yes");
            await one.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        }

        run.Emulator.Journal.CallsOf("answerCallbackQuery").Count.ShouldBe(2);
        run.Advance(Duration.FromSeconds(6));
        foreach (var one in people)
        {
            await one.SettledAsync();
        }

        run.Emulator.Journal.CallsOf("answerCallbackQuery").Count.ShouldBe(5);
        await run.EndAsync();
    }

    [Fact]
    public async Task B33_A_chat_does_not_wait_for_an_answer_that_would_come_too_late()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("answerCallbackQuery", new Fault.Throttle(600));
        lin.Tap(lin.LastMessage!, "Yes");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        lin.Say("one");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 3");
        run.Log.All.ShouldContain("the tap was not answered");
        (await run.StopBotAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task B45_A_tap_that_is_too_late_to_be_answered_still_counts_once()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Allow("query is too old");
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("answerCallbackQuery", new Fault.Custom(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));
        lin.Tap("Yes");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        run.Emulator.Journal.CallsOf("answerCallbackQuery").Count.ShouldBe(1);
        await run.StopBotAsync();
        run.Log.Lines.ShouldNotContain(line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    [Fact]
    public async Task B46_Five_fast_taps_change_the_state_once_and_are_all_answered()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var question = lin.LastMessage!;
        var taps = Enumerable.Range(0, 5).Select(_ => lin.Tap(question, "Yes")).ToList();
        await lin.SettledAsync();
        taps.ShouldAllBe(tap => tap.Answered);
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Answered 1", "Question 2"]);
        await using var store = await run.StoreAsync();
        (await store.MemberAsync(1, CancellationToken.None))!.Member().Answered.ShouldBe(1);
    }

    [Fact]
    public async Task B47_A_tap_under_a_message_Telegram_no_longer_shows_gets_a_new_one()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await run.StopBotAsync();
        run.StartBot();
        lin.TapInaccessible("q1:yes");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        await run.EndAsync();
    }

    [Fact]
    public async Task B55_A_tap_in_a_group_is_answered_and_says_nothing_personal()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var group = run.Emulator.Group(-77);
        lin.AddBotTo(group);
        run.Emulator.Push("""
            {"callback_query": {"id": "77", "from": {"id": 1, "is_bot": false, "first_name": "L"}, "chat_instance": "1", "data": "q1:yes",
             "message": {"message_id": 5, "date": 1, "chat": {"id": -77, "type": "group", "title": "g"}}}}
            """);
        await run.CallsAsync("answerCallbackQuery", 1);
        run.Emulator.Allow("query is too old");
        await group.Chat.WaitFor(chat => chat.LastMessage?.Text == "Only in private: t.me/bot");
        await run.EndAsync();
    }
}
