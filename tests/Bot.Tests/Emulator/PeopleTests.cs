namespace Ontime.Bot.Tests;

using System.Text.Json;
using Ontime.Emulator;

public sealed class PeopleTests : EmulatorFacts
{
    // Photos are measured: a PNG of 300 × 200 as far as its head.
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 1, 44, 0, 0, 0, 200];

    [Fact]
    public async Task A_person_speaks_taps_and_sees_what_the_bot_did()
    {
        Lin.Say("/start");
        var message = (await NextAsync()).GetProperty("message");
        message.GetProperty("text").GetString().ShouldBe("/start");
        message.GetProperty("entities")[0].GetProperty("type").GetString().ShouldBe("bot_command");
        message.GetProperty("from").GetProperty("id").GetInt64().ShouldBe(1001);
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "<b>Ready?</b>", parse_mode = "HTML", reply_markup = Inline(Press("Yes", "q1:yes")) });
        Lin.LastMessage!.Text.ShouldBe("Ready?");
        Lin.LastMessage.Source.ShouldBe("<b>Ready?</b>");
        Lin.Button("Yes")!.Data.ShouldBe("q1:yes");

        var tap = Lin.Tap("Yes")!;
        Emulator.Journal.Unanswered.ShouldBe([tap]);
        var query = (await NextAsync()).GetProperty("callback_query");
        query.GetProperty("data").GetString().ShouldBe("q1:yes");
        query.GetProperty("message").GetProperty("message_id").GetInt32().ShouldBe(Lin.LastMessage.Id);
        await Bot.DoAsync("answerCallbackQuery", new { callback_query_id = query.GetProperty("id").GetString(), text = "Good" });
        await Bot.DoAsync("editMessageText", new { chat_id = 1001, message_id = Lin.LastMessage.Id, text = "Ready: yes" });

        tap.Toast.ShouldBe("Good");
        Emulator.Journal.Unanswered.ShouldBeEmpty();
        Lin.LastMessage.Edited.ShouldBeTrue();
        Lin.LastMessage.Keyboard.ShouldBeEmpty();
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ends_in_async_waits_until_the_bot_is_done()
    {
        await using var echo = new EchoBot(Emulator);
        await Lin.SayAsync("hello");
        Lin.LastMessage!.Text.ShouldBe("You said hello");
        (await Lin.TapAsync("OK"))!.Toast.ShouldBe("seen");
        await Lin.SayAsync("again");
        Lin.Chat.FromBot.Count.ShouldBe(2);
        Emulator.Journal.Unanswered.ShouldBeEmpty();
        Emulator.Refusals.ShouldBeEmpty();
    }

    [Fact]
    public async Task Waiting_ends_with_the_event_and_complains_with_the_whole_chat()
    {
        var waiting = Lin.WaitFor(static chat => chat.LastMessage?.Text == "hello");
        Lin.Say("/start");
        waiting.IsCompleted.ShouldBeFalse();
        await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = "hello", reply_markup = Inline(Press("Yes", "y")) });
        await waiting;
        var complaint = await Should.ThrowAsync<TimeoutException>(() => Lin.WaitFor(static _ => false, TimeSpan.FromMilliseconds(50)));
        complaint.Message.ShouldContain("/start");
        complaint.Message.ShouldContain("[Yes]");
        complaint.Message.ShouldContain("sendMessage");
        complaint = await Should.ThrowAsync<TimeoutException>(() => Lin.SettledAsync(TimeSpan.FromMilliseconds(50)));
        complaint.Message.ShouldContain("1 updates not confirmed");
    }

    [Fact]
    public async Task A_stale_a_forged_and_an_inaccessible_button_can_be_pressed()
    {
        var id = await PostAsync(Inline(Press("A", "a")));
        var stale = Lin.LastMessage!;
        await Bot.DoAsync("editMessageReplyMarkup", new { chat_id = 1001, message_id = id });
        Should.Throw<InvalidOperationException>(() => Lin.Tap("A"));
        Lin.Tap(stale, "A");
        Lin.ForgeTap("admin:all", id);
        Lin.TapInaccessible("old");
        var queries = (await Bot.PollAsync(new { })).Skip(1).Select(static u => u.GetProperty("callback_query")).ToList();
        queries.Select(static q => q.GetProperty("data").GetString()).ShouldBe(["a", "admin:all", "old"]);
        queries.Select(static q => q.GetProperty("message").GetProperty("date").GetInt64() == 0).ShouldBe([false, false, true]);
        queries.Select(static q => q.GetProperty("id").GetString()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Blocking_is_told_by_my_chat_member()
    {
        Lin.Block();
        var kicked = (await NextAsync()).GetProperty("my_chat_member");
        kicked.GetProperty("new_chat_member").GetProperty("status").GetString().ShouldBe("kicked");
        kicked.GetProperty("chat").GetProperty("type").GetString().ShouldBe("private");
        Should.Throw<InvalidOperationException>(() => Lin.Say("x"));
        Lin.Unblock();
        (await NextAsync()).GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString().ShouldBe("member");
    }

    [Fact]
    public async Task Media_of_every_kind_arrive()
    {
        Lin.SendPhoto(Png, "my bill");
        Lin.SendDocument("a.csv", [1, 2, 3]);
        Lin.SendSticker();
        Lin.SendVoice();
        Lin.SendLocation(31.2, 121.5);
        Lin.SendContact("+86100", "林");
        var messages = (await Bot.PollAsync(new { })).Select(static u => u.GetProperty("message")).ToList();
        messages.Select(static m => m.EnumerateObject().Select(static p => p.Name).First(static n => n is not ("message_id" or "from" or "chat" or "date")))
            .ShouldBe(["photo", "document", "sticker", "voice", "location", "contact"]);
        messages[0].GetProperty("caption").GetString().ShouldBe("my bill");
        var file = await Bot.DoAsync("getFile", new { file_id = messages[1].GetProperty("document").GetProperty("file_id").GetString() });
        var path = $"/file/bot{Emulator.Token}/{file.GetProperty("file_path").GetString()}";
        (await Bot.Http.GetByteArrayAsync(new Uri(path, UriKind.Relative))).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task The_bot_uploads_once_and_sends_the_file_id_again()
    {
        Lin.Say("/start");
        using var upload = new MultipartFormDataContent { { new StringContent("1001"), "chat_id" }, { new ByteArrayContent(Png), "photo", "chart.png" } };
        var sent = (await Bot.SendAsync("sendPhoto", upload)).Result.GetProperty("photo");
        sent[1].GetProperty("width").GetInt32().ShouldBe(300);
        await Bot.DoAsync("sendPhoto", new { chat_id = 1001, photo = sent[1].GetProperty("file_id").GetString(), caption = "<i>again</i>", parse_mode = "HTML" });
        Lin.Chat.FromBot.Select(static m => (m.Kind, m.Text)).ShouldBe([("photo", ""), ("photo", "again")]);
        Lin.LastMessage!.FileBytes.ToArray().ShouldBe(Png);
        await Bot.DoAsync("editMessageCaption", new { chat_id = 1001, message_id = Lin.LastMessage.Id, caption = "changed" });
        Lin.LastMessage.Text.ShouldBe("changed");
        await RefusedAsync("editMessageText", new { chat_id = 1001, message_id = Lin.LastMessage.Id, text = "x" }, 400, "Bad Request: there is no text in the message to edit");
        await RefusedAsync("sendDocument", new { chat_id = 1001, document = Lin.LastMessage.FileId }, 400, "Bad Request: can't use file of type photo as document");
        await RefusedAsync("sendPhoto", new { chat_id = 1001, photo = "nothing" }, 400, "Bad Request: wrong file identifier/HTTP URL specified");
        await RefusedAsync("sendPhoto", new { chat_id = 1001, photo = Lin.LastMessage.FileId, caption = new string('x', 1025) }, 400, "Bad Request: message caption is too long");
    }

    [Theory]
    [InlineData("sendPhoto", "photo", 4, "Bad Request: IMAGE_PROCESS_FAILED")]
    [InlineData("sendPhoto", "photo", 10_000_001, "Bad Request: file is too big: a photo has at most 10 MB")]
    [InlineData("sendDocument", "document", 0, "Bad Request: file must be non-empty")]
    public async Task An_upload_that_Telegram_would_not_take_is_refused(string method, string part, int size, string reason)
    {
        Lin.Say("/start");
        using var upload = new MultipartFormDataContent { { new StringContent("1001"), "chat_id" }, { new ByteArrayContent(new byte[size]), part, "x" } };
        (await Bot.SendAsync(method, upload)).Description.ShouldBe(reason);
        Emulator.Refusals.Single().Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task A_group_hears_its_people_upgrades_and_may_be_left()
    {
        var group = Emulator.Group(-500, "家");
        await using (new EchoBot(Emulator))
        {
            await Lin.SayInAsync(group, $"/start@{Emulator.BotUsername}");
            (await Lin.TapInAsync(group, "OK")).Toast.ShouldBe("seen");
        }

        group.Chat.LastMessage!.Text.ShouldBe("You said /start@ontime_test_bot");
        Lin.Chat.Messages.ShouldBeEmpty();
        group.Upgrade(-1_000_000_000_500);
        var answer = await Bot.CallAsync("sendMessage", new { chat_id = -500, text = "x" });
        answer.Description.ShouldBe("Bad Request: group chat was upgraded to a supergroup chat");
        answer.Body.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64().ShouldBe(group.Id);
        await Bot.DoAsync("sendMessage", new { chat_id = group.Id, text = "x" });
        group.Chat.LastMessage!.Id.ShouldBe(1);
        await Bot.DoAsync("leaveChat", new { chat_id = group.Id });
        await RefusedAsync("sendMessage", new { chat_id = group.Id, text = "x" }, 403, "Forbidden: bot is not a member of the supergroup chat");
        Lin.AddBotTo(group);
        await Bot.DoAsync("sendMessage", new { chat_id = group.Id, text = "back" });
        Lin.RemoveBotFrom(group);
        var before = Emulator.Queue.Pending;
        Lin.SayIn(group, "among ourselves");
        Emulator.Queue.Pending.ShouldBe(before);
        (await Bot.PollAsync(new { offset = -1 }))[0].GetProperty("my_chat_member").GetProperty("new_chat_member").GetProperty("status").GetString().ShouldBe("kicked");
    }

    [Fact]
    public async Task The_journal_tells_order_rate_and_parameters()
    {
        Lin.Say("/start");
        for (var n = 0; n < 5; n++)
        {
            await Bot.DoAsync("sendMessage", new { chat_id = 1001, text = $"{n}" });
        }

        await Bot.DoAsync("getMe", new { });
        Emulator.Journal.InChat(1001).Select(static c => c["text"]).ShouldBe(["0", "1", "2", "3", "4"]);
        Emulator.Journal.CallsOf("getMe").Single().Chat.ShouldBeNull();
        Emulator.Journal.PeakRate(TimeSpan.FromSeconds(60), static c => c.Method == "sendMessage").ShouldBe(5);
        Emulator.Journal.PeakRate(TimeSpan.FromTicks(1), static c => c.Method == "sendMessage").ShouldBe(1);
        Emulator.Journal.Calls.ShouldAllBe(static c => c.Outcome == CallOutcome.Done && c.Answered > c.Arrived);
        Emulator.Journal.Calls[0].ToString().ShouldContain("sendMessage(chat_id=1001, text=0)");
    }

    private async Task<JsonElement> NextAsync() => (await Bot.PollAsync(new { offset = -1 })).Single();
}
