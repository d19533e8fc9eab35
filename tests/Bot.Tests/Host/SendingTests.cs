using NodaTime;
using Ontime.Emulator;
using Ontime.Members;
using Ontime.Storage;

namespace Ontime.Bot.Tests.Host;

using Person = Ontime.Emulator.Person;

public sealed class SendingTests
{
    [Fact]
    public async Task B28_A_long_text_is_split_in_order_with_the_buttons_on_its_last_part()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        lin.Say("long");
        await lin.WaitFor(chat => chat.FromBot.Any(message => message.Keyboard.Count > 0 && message.Text.Contains("119 a long line")));
        var parts = lin.Chat.FromBot.Skip(1).ToList();
        parts.Count.ShouldBeGreaterThan(1);
        parts.ShouldAllBe(part => part.Text.Length <= 4096);
        parts[..^1].ShouldAllBe(part => part.Keyboard.Count == 0);
        parts[^1].Keyboard.Count.ShouldBe(1);
        parts[0].Text.ShouldStartWith("0 a long line with 😀 and <signs> in it");
        parts[^1].Text.ShouldContain("119 a long line");
        await run.EndAsync();
    }

    [Fact]
    public async Task B30_A_name_with_markup_and_an_override_is_shown_as_it_is()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1, "<b>&\"</b>\u202Egnp");
        await lin.SayAsync("name");
        lin.LastMessage!.Text.ShouldBe("You are <b>&\"</b>gnp");
        await run.EndAsync();
    }

    [Fact]
    public async Task B31_A_text_with_broken_markup_goes_out_once_more_without_it()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Allow("can't parse entities");
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("bad");
        lin.LastMessage!.Text.ShouldBe("broken markup");
        run.Emulator.Journal.CallsOf("sendMessage").Count.ShouldBe(3);
        run.Log.All.ShouldContain("refused the markup of bad");
        await run.EndAsync();
    }

    [Fact]
    public async Task B32_A_hundred_buttons_of_long_data_stay_within_the_limits()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("buttons");
        lin.LastMessage!.Keyboard.Sum(row => row.Count).ShouldBe(96);
        await run.EndAsync();
    }

    [Fact]
    public async Task B33_A_429_holds_its_chat_and_no_other()
    {
        await using var run = await HostRun.StartAsync();
        var (lin, mei) = (await run.MemberAsync(1), await run.MemberAsync(2));
        run.Emulator.Faults.Next("sendMessage", 1, 1, new Fault.Throttle(3));
        lin.Say("waits");
        await run.CallsAsync("sendMessage", 3);
        await mei.SayAsync("goes on");
        mei.LastMessage!.Text.ShouldBe("Question 2");
        lin.LastMessage!.Text.ShouldBe("Question 1");
        run.Advance(Duration.FromSeconds(4));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        run.Emulator.Journal.Early.ShouldBeEmpty();
        run.Emulator.Journal.CallsOf("sendMessage").Count(call => call.Chat == 1).ShouldBe(3);
        await run.EndAsync();
    }

    [Fact]
    public async Task B34_A_429_of_the_whole_bot_holds_everything_once_a_second_chat_meets_it()
    {
        await using var run = await HostRun.StartAsync();
        List<Person> people = [];
        for (var n = 1; n <= 4; n++)
        {
            people.Add(await run.MemberAsync(n));
        }

        run.Emulator.Faults.Next("sendMessage", new Fault.Throttle(3, WholeBot: true));
        foreach (var person in people[..2])
        {
            person.Say("waits");
        }

        await Until.TrueAsync(() => run.Log.Lines.Count(line => line.Text.Contains("Throttled")) == 2);
        var before = run.Emulator.Journal.CallsOf("sendMessage").Count;
        var polls = run.Emulator.Journal.CallsOf("getUpdates").Count;
        people[2].Say("waits too");
        people[3].Say("waits too");
        await run.CallsAsync("getUpdates", polls + 1);
        run.Emulator.Journal.CallsOf("sendMessage").Count.ShouldBe(before);
        run.Advance(Duration.FromSeconds(4));
        foreach (var person in people)
        {
            await person.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        }

        run.Emulator.Faults.Clear();
        await run.EndAsync();
    }

    [Fact]
    public async Task A_429_of_hours_in_one_chat_keeps_the_reminders_of_others_no_longer_than_a_minute()
    {
        await using var run = await HostRun.StartAsync();
        var (lin, mei) = (await run.MemberAsync(1), await run.MemberAsync(2));
        await mei.SayAsync("wake 1");
        run.Emulator.Faults.Next("sendMessage", 1, 1, new Fault.Throttle(6 * 60 * 60));
        lin.Say("waits");
        await Until.TrueAsync(() => run.Log.Lines.Any(line => line.Text.Contains("Throttled")));

        run.Advance(Duration.FromSeconds(62));
        await mei.WaitFor(chat => chat.LastMessage!.Text == "It is time");

        run.Emulator.Journal.Early.ShouldBeEmpty();
        lin.LastMessage!.Text.ShouldBe("Question 1");
        await run.EndAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task B37_Who_cannot_be_reached_is_noted_and_not_tried_again(bool gone)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Allow("Forbidden");
        if (gone)
        {
            await lin.SayAsync("wake 5");
            lin.Deactivate();
        }
        else
        {
            await lin.SayAsync("wake 5");
            lin.Block();
            await lin.SettledAsync();
        }

        var calls = run.Emulator.Journal.InChat(1).Count;
        run.Advance(Duration.FromMinutes(6));
        await run.CallsAsync("sendMessage", 2);
        await Until.TrueAsync(() => run.Emulator.Journal.InChat(1).Count > calls);

        // The note of it is a turn of its own, after the answer of the server: looked for beside the running bot.
        await using (var looking = await Store.OpenToReadAsync(run.StorePath, Seal.None, CancellationToken.None))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            while ((await looking.MemberAsync(1, CancellationToken.None))!.Member().Reachable)
            {
                await Task.Delay(2, patience.Token);
            }
        }

        await using var store = await run.StoreAsync();
        (await store.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
        run.Emulator.Journal.InChat(1).Count.ShouldBe(calls + 1);
    }

    [Fact]
    public async Task B38_Who_comes_back_is_reachable_again()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        lin.Block();
        await lin.SettledAsync();
        lin.Unblock();
        await lin.SayAsync("hello again");
        lin.LastMessage!.Text.ShouldBe("Question 2");
        await using var store = await run.StoreAsync();
        (await store.MemberAsync(1, CancellationToken.None))!.Member().Reachable.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task B39_A_connection_that_breaks_before_anything_happened_is_tried_until_it_works(int times)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", 1, times, new Fault.ServerError());
        lin.Say("one");
        await AnsweredAsync(run, lin, "Question 2");
        lin.Chat.FromBot.Count(message => message.Text == "Question 2").ShouldBe(1);
        await run.EndAsync();
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(5, 2)]
    public async Task B40_A_message_whose_answer_is_lost_comes_twice_at_most(int lost, int copies)
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", 1, lost, new Fault.DropAfter());
        lin.Say("one");
        await AnsweredAsync(run, lin, "Question 2");
        await run.CallsAsync("sendMessage", 3);
        run.Emulator.Faults.Clear();
        await lin.SayAsync("two");
        await AnsweredAsync(run, lin, "Question 3");
        lin.Chat.FromBot.Count(message => message.Text == "Question 2").ShouldBe(copies);
        await run.EndAsync();
    }

    [Fact]
    public async Task B40_A_message_of_unknown_fate_is_not_sent_a_third_time_by_a_later_process_either()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("sendMessage", 1, 2, new Fault.HalfOpen());
        lin.Say("one");
        for (var copies = 1; copies <= 2; copies++)
        {
            await run.CallsAsync("sendMessage", copies + 1);
            var stopping = run.StopBotAsync();
            run.Advance(Duration.FromSeconds(2));
            await stopping;
            run.StartBot();
        }

        await lin.SayAsync("two");
        lin.LastMessage!.Text.ShouldBe("Question 3");
        run.Emulator.Journal.CallsOf("sendMessage").Count.ShouldBe(4);
        await run.EndAsync();
    }

    [Fact]
    public async Task B42_A_group_that_became_a_supergroup_gets_the_line_under_its_new_id()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Allow("upgraded to a supergroup");
        var lin = await run.MemberAsync(1);
        var group = run.Emulator.Group(-77);
        lin.AddBotTo(group);
        run.Emulator.Faults.Next("sendMessage", -77, 1, new Fault.Delay(TimeSpan.FromMilliseconds(200)));
        var said = lin.SayInAsync(group, $"/index@{run.Emulator.BotUsername}");
        await run.CallsAsync("sendMessage", 2);
        group.Upgrade(-1_000_000_000_077);
        await said;
        await run.CallsAsync("sendMessage", 3);
        await group.Chat.WaitFor(chat => chat.FromBot.Count == 1);
        await run.EndAsync();
    }

    [Fact]
    public async Task B43_An_edit_that_changes_nothing_is_done()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Allow("message is not modified");
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("again");
        lin.Chat.FromBot.Count.ShouldBe(1);
        run.Emulator.Journal.CallsOf("editMessageText").Count.ShouldBe(1);
        await run.EndAsync();
    }

    [Fact]
    public async Task B43_An_edit_of_what_cannot_be_edited_is_said_anew()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("editMessageText", 1, 1, new Fault.Custom(400, "Bad Request: message can't be edited"));
        await lin.SayAsync("again");
        lin.Chat.FromBot.Select(message => message.Text).ShouldBe(["Question 1", "Question 1"]);
        await run.EndAsync();
    }

    [Fact]
    public async Task B43_A_message_that_cannot_be_deleted_is_told_to_the_core()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("deleteMessage", 1, 1, new Fault.Custom(400, "Bad Request: message can't be deleted"));
        lin.Say("delete");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Please delete it yourself");
        await run.EndAsync();
    }

    [Fact]
    public async Task B43_A_message_whose_deletion_took_effect_although_its_answer_was_lost_is_deleted()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Allow("message to delete not found");
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("deleteMessage", 1, 1, new Fault.DropAfter());
        await lin.SayAsync("delete");
        await lin.WaitFor(_ => run.Emulator.Journal.CallsOf("deleteMessage").Count == 2);
        await lin.SayAsync("name");
        lin.Chat.FromBot.ShouldNotContain(message => message.Text == "Please delete it yourself");
        await run.EndAsync();
    }

    [Fact]
    public async Task B41_What_was_sent_while_its_tap_is_not_answered_yet_is_not_sent_again_after_a_restart()
    {
        await using var run = await HostRun.StartAsync();
        run.Emulator.Allow("it was answered before");
        var lin = await run.MemberAsync(1);
        run.Emulator.Faults.Next("answerCallbackQuery", 1, 1, new Fault.Throttle(10));
        lin.Tap("Yes");
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 2");
        await run.StopBotAsync();
        run.Emulator.Faults.Clear();
        run.StartBot();
        await lin.WaitFor(_ => lin.LastTap!.Answered);
        await lin.SayAsync("name");
        lin.Chat.FromBot.Count(message => message.Text == "Question 2").ShouldBe(1);
        await run.EndAsync();
    }

    [Fact]
    public async Task B50_A_reminder_that_fell_due_while_the_bot_was_off_is_sent_once()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("wake 30");
        await run.StopBotAsync();
        run.Advance(Duration.FromHours(3));
        run.StartBot();
        await lin.WaitFor(chat => chat.LastMessage!.Text == "It is time");
        run.Advance(Duration.FromHours(3));
        await lin.SayAsync("still there");
        lin.Chat.FromBot.Count(message => message.Text == "It is time").ShouldBe(1);
        await run.EndAsync();
    }

    [Fact]
    public async Task A_question_is_edited_under_its_name_after_a_restart()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await run.StopBotAsync();
        run.Emulator.Allow("message is not modified");
        run.StartBot();
        await lin.SayAsync("again");
        lin.Chat.FromBot.Count.ShouldBe(1);
        await lin.SayAsync("two");
        lin.Chat.FromBot[0].Keyboard.ShouldBeEmpty();
        await run.EndAsync();
    }

    [Fact]
    public async Task What_is_forgotten_leaves_nothing_but_the_farewell()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("one");
        await lin.SayAsync("forget");
        lin.LastMessage!.Text.ShouldBe("All is erased");
        await using var store = await run.StoreAsync();
        (await store.MemberAsync(1, CancellationToken.None)).ShouldBeNull();
        (await store.EventsAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await store.PostsAsync(1, CancellationToken.None)).ShouldBeEmpty();
        (await store.PendingAsync(0, 10, CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_comes_as_two_documents_that_no_spreadsheet_runs()
    {
        await using var run = await HostRun.StartAsync();
        var lin = await run.MemberAsync(1);
        await lin.SayAsync("=1+1");
        await lin.SayAsync("export");
        var files = lin.Chat.FromBot.Where(message => message.Kind == "document").ToList();
        files.Select(file => file.FileName).ShouldBe(["ontime.json", "ontime.csv"]);
        System.Text.Encoding.UTF8.GetString(files[0].FileBytes.Span).ShouldContain("\"text\": \"=1+1\"");
        System.Text.Encoding.UTF8.GetString(files[1].FileBytes.Span).ShouldContain("\"'=1+1\"");
        await run.EndAsync();
    }

    [Fact]
    public async Task A_chat_gets_no_more_than_its_burst_and_then_one_a_second()
    {
        await using var run = await HostRun.StartAsync(new Delivery(0, 0, 1, 3));
        var lin = await run.MemberAsync(1);
        for (var n = 0; n < 6; n++)
        {
            lin.Say("more");
        }

        await run.CallsAsync("sendMessage", 3);
        await Until.TrueAsync(() => run.Emulator.Queue.Pending == 0);
        lin.Chat.FromBot.Count.ShouldBeInRange(3, 4);
        run.Advance(Duration.FromSeconds(2));
        await lin.WaitFor(chat => chat.FromBot.Count is 5 or 6);
        run.Advance(Duration.FromSeconds(3));
        await lin.WaitFor(chat => chat.LastMessage!.Text == "Question 7");
        await run.EndAsync();
    }

    /// <summary>Lets the pauses between two tries go by.</summary>
    private static async Task AnsweredAsync(HostRun run, Person person, string text)
    {
        for (var tries = 0; tries < 40 && person.LastMessage!.Text != text; tries++)
        {
            run.Advance(Duration.FromSeconds(2));
            await Task.Delay(20);
        }

        person.LastMessage!.Text.ShouldBe(text);
    }
}
