using NodaTime;
using Ontime.Emulator;
using Ontime.Members;

namespace Ontime.Bot.Tests.Host;

public sealed class IntakeTests
{
    [Fact]
    public async Task B01_Updates_are_confirmed_only_when_they_are_committed()
    {
        await using var run = await HostRun.PrepareAsync();
        var people = Enumerable.Range(1, 3).Select(n => run.Emulator.Person("Lin", n, "en")).ToList();
        people.ForEach(person => person.Say("hello"));
        run.StartBot();
        foreach (var person in people)
        {
            await person.SettledAsync();
            person.LastMessage!.Text.ShouldBe("Question 1");
        }

        var polls = await run.CallsAsync("getUpdates", 2);
        polls[0]["offset"].ShouldBeNull();
        polls[1]["offset"].ShouldBe("900000004");
        await run.EndAsync();
    }

    [Fact]
    public async Task B04_The_same_update_twice_is_handled_once()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Queue.DeliverTwice = true;
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("one");
        await lin.TapAsync("Yes");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Answered 2", "Question 3"]);
        (await CountAsync(run, 1)).ShouldBe(2);
        await run.EndAsync();
    }

    [Fact]
    public async Task B03_Updates_that_come_again_after_their_commit_have_no_effect()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await lin.TapAsync("Yes");
        await run.StopBotAsync();
        var calls = run.Emulator.Journal.InChat(1).Count;
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        run.Emulator.Queue.Redeliver(2);
        run.StartBot();
        await run.CallsAsync("getUpdates", polls + 2);
        await lin.SettledAsync();
        run.Emulator.Journal.InChat(1).Count.ShouldBe(calls);
        (await CountAsync(run, 1)).ShouldBe(1);
        await run.EndAsync();
    }

    [Fact]
    public async Task B05_Ids_that_go_down_are_handled()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Queue.NextUpdateId = 4711;
        await lin.SayAsync("after a quiet week");
        lin.LastMessage!.Text.ShouldBe("Question 2");
        await run.EndAsync();
    }

    [Fact]
    public async Task B07_The_first_calls_are_getMe_deleteWebhook_and_a_poll_that_names_what_it_wants()
    {
        await using var run = await HostRun.StartAsync();
        var calls = run.Emulator.Journal.Calls.Where(call => call.Method != "setMyCommands").Take(3).ToList();
        calls.Select(call => call.Method).ShouldBe(["getMe", "deleteWebhook", "getUpdates"]);
        calls[1]["drop_pending_updates"].ShouldBeNull();
        calls[2]["allowed_updates"].ShouldNotBeNull().ShouldContain("my_chat_member");
        await run.EndAsync();
    }

    [Theory]
    [InlineData("""{"message": {"message_id": 1}}""")]
    [InlineData("""{"hologram": {"shape": "cube"}, "message": null}""")]
    [InlineData("""{"poll_answer": {"poll_id": "1", "option_ids": [0]}}""")]
    [InlineData("""{"callback_query": {"id": 5}}""")]
    [InlineData("""{"edited_message": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}}}""")]
    public async Task B16_What_cannot_be_read_is_counted_and_confirmed(string update)
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Push(update);
        var lin = await run.MemberAsync(1);
        lin.LastMessage!.Text.ShouldBe("Question 1");
        run.Emulator.Queue.Pending.ShouldBe(0);
        await run.EndAsync();
    }

    [Fact]
    public async Task B19_Leftovers_of_kinds_nobody_asked_for_are_passed_over()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Push("""{"channel_post": {"message_id": 9, "date": 1, "chat": {"id": -100, "type": "channel"}, "text": "news"}}""");
        run.Emulator.Push("""{"message": {"message_id": 9, "date": 1, "chat": {"id": 8, "type": "private"}, "from": {"id": 8, "is_bot": true, "first_name": "B"}, "text": "beep"}}""");
        await run.MemberAsync(1);
        run.Emulator.Journal.Calls.ShouldNotContain(call => call.Chat == -100 || call.Chat == 8);
        await run.EndAsync();
    }

    [Fact]
    public async Task B17_A_poisoned_input_is_buried_its_person_told_once_and_the_rest_goes_on()
    {
        await using var run = await HostRun.StartAsync();
        var (lin, mei) = (await run.MemberAsync(1), await run.MemberAsync(2));
        lin.Say("poison");
        lin.Say("poison");
        mei.Say("two");
        await lin.SayAsync("three");
        await mei.SettledAsync();
        lin.Chat.FromBot.Count(message => message.Text.StartsWith("Something broke here")).ShouldBeInRange(1, 2);
        lin.LastMessage!.Text.ShouldBe("Question 2");
        mei.LastMessage!.Text.ShouldBe("Question 2");
        await using var store = await run.StoreAsync();
        var letters = await store.DeadLettersAsync(10, CancellationToken.None);
        letters.Count.ShouldBe(2);
        letters.ShouldAllBe(letter => letter.ChatId == 1 && letter.Kind == "Said" && !letter.Fault.Contains("secret"));
        run.Log.All.ShouldNotContain("secret words");
    }

    [Fact]
    public async Task B18_A_message_and_a_tap_of_one_person_are_handled_in_their_order()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var question = lin.LastMessage!;
        lin.Tap(question, "Yes");
        lin.Say("and a word");
        await lin.TapAsync(question, "Yes");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Answered 1", "Question 2", "Question 3"]);
        lin.LastTap!.Toast.ShouldBe("That was before");
        await run.EndAsync();
    }

    [Fact]
    public async Task B20_A_thousand_updates_after_a_pause_are_all_handled_and_know_their_own_date()
    {
        await using var run = await HostRun.PrepareAsync();
        var people = Enumerable.Range(1, 1000).Select(n => run.Emulator.Person("Lin", n, "en")).ToList();
        people.ForEach(person => person.Say("hello"));
        people[0].Say("at");
        run.Advance(Duration.FromHours(20));
        run.StartBot();
        await people[^1].SettledAsync();
        await run.CallsAsync("sendMessage", 1001);
        people.ShouldAllBe(person => person.Chat.FromBot.Count >= 1);
        people[0].Chat.FromBot[^1].Text.ShouldBe("You are 2026-11-22T04:00:00Z");
        await run.EndAsync();
    }

    [Fact]
    public async Task B59_After_a_day_offline_with_its_updates_lost_the_bot_goes_on()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await run.StopBotAsync();
        lin.Say("lost");
        run.Advance(Duration.FromHours(25));
        run.StartBot();
        await lin.SayAsync("found");
        lin.LastMessage!.Text.ShouldBe("Question 2");
        await run.EndAsync();
    }

    [Theory]
    [InlineData("/start ")]
    [InlineData("/start not%20valid<script>")]
    [InlineData("/start aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    public async Task B54_A_payload_that_is_none_is_dropped(string text)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await lin.SayAsync(text);
        lin.LastMessage!.Text.ShouldBe("You are /start");
        await run.EndAsync();
    }

    [Fact]
    public async Task B55_In_a_group_there_is_one_line_and_nothing_personal()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        var group = run.Emulator.Group(-77);
        lin.AddBotTo(group);
        await lin.SayInAsync(group, "/index");
        await lin.SayInAsync(group, "my score is 650");
        group.Chat.FromBot.ShouldBeEmpty();
        await lin.SayInAsync(group, $"/index@{run.Emulator.BotUsername}");
        group.Chat.FromBot.Select(message => message.Text).ShouldBe(["Only in private: t.me/bot"]);
        await run.EndAsync();
    }

    [Fact]
    public async Task B56_Who_floods_is_told_once_and_the_others_do_not_wait()
    {
        await using var run = await HostRun.StartAsync();
        var (loud, quiet) = (await run.MemberAsync(1), await run.MemberAsync(2));
        await run.StopBotAsync();
        for (var n = 0; n < 500; n++)
        {
            loud.Say("silent");
        }

        run.StartBot();
        await quiet.SayAsync("hello");
        quiet.LastMessage!.Text.ShouldBe("Question 2");
        await loud.SettledAsync();
        loud.Chat.FromBot.Count(message => message.Text == "Slow down").ShouldBe(1);
        (await CountAsync(run, 1)).ShouldBeLessThan(60);
        await run.EndAsync();
    }

    [Fact]
    public async Task Who_waits_for_each_answer_is_never_too_fast()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        for (var n = 2; n < 80; n++)
        {
            lin.Say("quick");
            await lin.WaitFor(chat => chat.LastMessage!.Text == $"Question {n}");
        }

        await run.EndAsync();
    }

    private static async Task<int> CountAsync(HostRun run, long chat)
    {
        await using var store = await run.StoreAsync();
        return (await store.MemberAsync(chat, CancellationToken.None))!.Member().Answered;
    }
}
